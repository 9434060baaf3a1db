import TandemSyntax

/// The lines of a document that say what a flow does besides its rows, from 1; empty where the document says nothing.
public struct FlowLines: Sendable {
  /// When a target is created.
  public var creation: [Int] = []
  /// Which source records take part.
  public var scope: [Int] = []
  /// The alternatives of the merge table, in order.
  public var matching: [[Int]] = []
  /// Who wins conflicts.
  public var conflict: [Int] = []
  /// What the deletion of a source record does.
  public var sourceDeletion: [Int] = []
  /// What the deletion of a target record does.
  public var targetDeletion: [Int] = []

  /// Lines of a flow that says nothing.
  public init() {}

  /// The lines of a flow as its author wrote it.
  ///
  /// - Parameter side: The side that a system's name means; `nil` for a name of neither.
  init(_ flow: Flow, side: (String) -> FlowSide?) {
    creation = flow.creation.map { [$0.span.start.line] } ?? []
    scope = flow.scopes.filter { $0.system.map { side($0.value) == .source } ?? true }.map(\.condition.span.start.line)
    matching =
      flow.matching?.alternatives.map { alternative in
        Set(alternative.pairs.map(\.source.span.start.line)).sorted()
      } ?? []
    conflict = flow.conflict.map { [$0.span.start.line] } ?? []
    for deletion in flow.deletions {
      switch side(deletion.system.value) {
      case .source?: sourceDeletion.append(deletion.policy.span.start.line)
      case .target?: targetDeletion.append(deletion.policy.span.start.line)
      case nil: break
      }
    }
  }
}
