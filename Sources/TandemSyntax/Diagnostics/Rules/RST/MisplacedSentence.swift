/// A sentence in the wrong place.
enum MisplacedSentence {
  static let rule = Rule(
    code: "T0112",
    name: "misplaced-sentence",
    category: .syntax,
    severity: .warning,
    summary: "A sentence does not stand in its place.",
    page: """
      The sentences of a section have one order, so that documents can be compared line by line. Two sentences
      cannot stand together at all: a section that needs a link before anything is synchronised never creates a
      record because nothing matches.
      """,
    failing: RSTExample.failing(
      "Every Shopbase Client will be synchronized with a Ledger Customer.",
      "The section links and creates records and keeps no property in step.\n\nEvery Shopbase Client will be synchronized with a Ledger Customer."
    ),
    passing: RSTExample.passing
  )

  /// - Parameter neighbour: The sentence or heading that it belongs behind, or before.
  /// - Parameter move: The edits that bring it there; none where it cannot go alone.
  static func order(
    _ span: SourceSpan, neighbour: SourceSpan, isBehind: Bool, move: [TextEdit] = []
  ) -> Diagnostic {
    let place = isBehind ? "below" : "above"
    return Diagnostic(
      rule, "the sentence does not stand in its place",
      explanation: "Sentences have one order. Move this one \(place) line \(neighbour.start.line).", at: span,
      labels: [.init("its place is \(place) this line", at: neighbour)],
      fixes: move.isEmpty ? [] : [.init("move it there", safe: true, edits: move)])
  }

  /// - Parameter policy: The sentence with which it cannot stand.
  static func withoutCreation(_ span: SourceSpan, policy: SourceSpan?) -> Diagnostic {
    var result = Diagnostic(
      rule, "the section needs a link first, so no match decides on a creation",
      explanation: "Remove the sentence, or begin the section with `Every ...` or `When ...`.", at: span,
      labels: policy.map { [.init("nothing is created without a link", at: $0)] } ?? [])
    result.severity = .error
    return result
  }

  /// - Parameter policy: The sentence with which it cannot stand.
  static func connectionWithCreation(_ span: SourceSpan, policy: SourceSpan?) -> Diagnostic {
    var result = Diagnostic(
      rule, "the section creates records anyway, connected or not",
      explanation: "Remove the sentence, or begin the section with `Before any synchronization can take place, ...`.",
      at: span, labels: policy.map { [.init("creates them already", at: $0)] } ?? [])
    result.severity = .error
    return result
  }
}
