import TandemSyntax

/// A direction, winner, scope or deletion that names neither system of the document.
enum UnknownSide {
  static let rule = Rule(
    code: "T1008", name: "unknown-side", category: .names, severity: .error,
    summary: "A direction, winner, scope or deletion names neither of the document's two systems.",
    page: """
      `to SYSTEM`, `SYSTEM wins`, `only if empty in SYSTEM`, scopes and deletions name one of the two systems of the
      title, in any of their spellings.
      """,
    failing: Examples.rows("{source: email, target: Email, type: string, direction: to Legder}"),
    passing: Examples.rows("{source: email, target: Email, type: string, direction: to Ledger}"))

  static func diagnostic(_ name: String, at span: SourceSpan, usage: String, context: DocumentContext) -> Diagnostic {
    let names = [context.spelling(of: .source), context.spelling(of: .target)]
    // The name of a third system is no misspelt name of one of these.
    let other = context.catalog.system(named: name)
    let near = other == nil ? SpellingDistance.nearest(to: name, in: names) : nil
    var fixes: [Diagnostic.Fix] = []
    if let near, span.text.hasSuffix(name) {
      let start = span.upperBound - name.utf8.count
      fixes = Advice.replace(SourceSpan(file: span.file, start..<span.upperBound), with: near)
    }
    return Diagnostic(
      rule, "`\(name)` is neither `\(names[0])` nor `\(names[1])`",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "")
        + (other.map { "\($0.model.name) is a described system, but no side of this document. " } ?? "")
        + "For \(usage) name one of the two systems of the title.",
      at: span, labels: [Diagnostic.Label("the document is about these systems", at: context.document.source.span)],
      fixes: fixes)
  }
}
