/// Looks whether a document survives its conversion into the other notation, by reading what was written.
public struct ConversionCheck: Sendable {
  /// Why the text that was written must not be used: it cannot be read, or says something else. One sentence without a
  /// final full stop.
  public private(set) var fault: String?
  /// What else does not survive, one sentence each without a final full stop; nothing when the document is kept as it is.
  public private(set) var losses: [String] = []

  /// Compares a document with what a writer made of it.
  ///
  /// - Parameters:
  ///   - reading: The document as it was read.
  ///   - dataflow: What was understood of it.
  ///   - text: What the writer made of it.
  ///   - isYAML: True when that is YAML.
  public init(_ reading: Reading<Dataflow>, _ dataflow: Dataflow, text: String, isYAML: Bool) {
    let file = SourceFile(path: dataflow.file.path, text: text)
    let written = isYAML ? YAMLReader.read(file) : RSTReader.read(file)
    if let error = written.diagnostics.first(where: { $0.severity == .error }) {
      let line = file.line(error.span.start.line).drop { $0 == " " }
      fault = "the other notation has no words for `\(ClauseText.excerpt(String(line)))`: \(error.message)"
      return
    }
    guard let product = written.product else {
      fault = "nothing could be read of what was written"
      return
    }
    let content = (YAMLWriter.content(of: dataflow), YAMLWriter.content(of: product))
    if content.0 != content.1 {
      let pairs = zip(content.0.split(separator: "\n"), content.1.split(separator: "\n"))
      let difference = pairs.first { $0 != $1 }.map { " `\(ClauseText.excerpt(String($0.0)))`" } ?? " everything"
      fault = "the other notation does not say\(difference) as this document does"
      return
    }
    if isYAML, dataflow.notation == .rst, let difference = difference(product, dataflow.file) {
      fault = difference
      return
    }
    addLostComments(dataflow, product)
  }

  /// Names the comments that do not stand at the same part in the other notation.
  private mutating func addLostComments(_ dataflow: Dataflow, _ product: Dataflow) {
    let missing = CommentIndex(dataflow.comments).missing(in: CommentIndex(product.comments))
    guard !missing.isEmpty else { return }
    let first = dataflow.comments.first { missing.contains($0.lines) }
    let line = first?.span.start.line ?? 1
    losses.append(
      missing.count == 1
        ? "the comment in line \(line) is not kept in its place"
        : "\(missing.count) comments, the first in line \(line), are not kept in their places")
  }

  /// What is said of the first line of an RST document that would come back otherwise.
  private func difference(_ dataflow: Dataflow, _ file: SourceFile) -> String? {
    let bytes = Array(RSTWriter.write(dataflow).utf8)
    guard bytes != file.bytes else { return nil }
    let common = zip(bytes, file.bytes).prefix { $0 == $1 }.count
    let line = file.position(at: min(common, file.bytes.count)).line
    let start = bytes[..<common].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let right = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    let advice =
      right.isEmpty ? "leave it out" : "write `\(ClauseText.excerpt(String(decoding: right, as: UTF8.self)))`"
    return "line \(line) would not come back as it stands, only what it means; \(advice) there, as it would come back"
  }
}
