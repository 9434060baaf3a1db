/// A value that the generated mapping treats otherwise than the document's check says.
public struct LawViolation: Error, Sendable, Hashable, CustomStringConvertible {
  /// The document, as a path from the package's directory.
  public var document: String
  /// The line of the first row.
  public var line: Int
  /// The flow's two entities, for people.
  public var flow: String
  /// The rows, for people: `title to name`.
  public var rows: String
  /// What was expected and what happened, with the value at each station.
  public var message: String
  /// The seed with which the value was drawn; running again with `TANDEM_SEED` set to it draws the same one.
  public var seed: UInt64

  /// The whole of it: `Specs/dataflows/a-to-b.rst:62: title to name: ...`.
  public var description: String { "\(document):\(line): \(flow), \(rows): \(message) [TANDEM_SEED=\(seed)]" }
}
