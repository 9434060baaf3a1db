import TandemSyntax

/// A document whose two sides are one system.
enum SameSystemTwice {
  static let rule = Rule(
    code: "T1012", name: "same-system-twice", category: .names, severity: .error,
    summary: "The title names the same system on both sides.",
    page: """
      A document tells its two sides apart by their systems: `to SYSTEM`, `SYSTEM wins`, scopes and deletions each name
      one. Between a system and itself nothing could be told apart, so nothing else is said about the document. Name the
      other system; where two installations of one product are meant, describe each as a system of its own.
      """,
    failing: Examples.document(
      Examples.section("Shop Customer to Shop Order", rows: ["{source: name, target: number, type: string}"]),
      title: "Shop to Shop"), passing: Examples.rows())

  static func diagnostic(_ document: Dataflow, system: CatalogSystem) -> Diagnostic {
    let isSpelledAlike = document.source.value == document.target.value
    return Diagnostic(
      rule,
      isSpelledAlike
        ? "`\(document.target.value)` stands on both sides of the title"
        : "`\(document.source.value)` and `\(document.target.value)` are the same system, \(system.model.name)",
      explanation: ("A dataflow between a system and itself cannot tell its sides apart. Name the other system, or "
        + "describe the second installation as a system of its own."),
      at: document.target.span,
      labels: [
        Diagnostic.Label("the other side", at: document.source.span),
        Diagnostic.Label("described here", at: system.nameSpan),
      ])
  }
}
