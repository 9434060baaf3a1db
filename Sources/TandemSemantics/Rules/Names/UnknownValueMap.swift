import TandemSyntax

/// A row that uses a value map which the document does not have.
enum UnknownValueMap {
  static let rule = Rule(
    code: "T1006", name: "unknown-value-map", category: .names, severity: .error,
    summary: "A row uses a value map that the document does not declare.",
    page: """
      A value map is declared once per document, under `values` in YAML or in a section `Values: NAME` in RST, and
      used by name. Correct the name, or add the map with one line per value.
      """,
    failing: Examples.rows(
      "{source: status, target: Status, type: string, values: States}",
      before: "values:\n  Status: {active: Active, blocked: Blocked}"),
    passing: Examples.rows(
      "{source: status, target: Status, type: string, values: Status}",
      before: "values:\n  Status: {active: Active, blocked: Blocked}"))

  /// Reports the name. In a document that could not be read as a whole the declaration may stand where nothing was
  /// understood, so there only a misspelt one is reported.
  static func report(_ name: Located<String>, context: DocumentContext) {
    if context.document.hasUnreadParts,
      context.guess(name.value, among: context.document.valueMaps.map(\.name.value)) == nil
    {
      context.report.silence()
    } else {
      context.report.add(rule, at: name.span, diagnostic(name, context: context))
    }
  }

  private static func diagnostic(_ name: Located<String>, context: DocumentContext) -> Diagnostic {
    let names = context.document.valueMaps.map(\.name.value)
    let near = SpellingDistance.nearest(to: name.value, in: names)
    let declaration =
      context.document.notation == .rst
      ? "add a section `Values: \(name.value)` with a table of two columns at the end of the document"
      : "add `values: {\(name.value): {left: right}}` at the top of the document"
    let others =
      near.map { "Did you mean `\($0)`? Otherwise " }
      ?? (names.isEmpty ? "The document declares none; " : "The document declares \(Wording.list(names)); ")
    return Diagnostic(
      rule, "`\(name.value)` is no value map of this document",
      explanation: others + declaration + ".",
      at: name.span,
      labels: context.document.valueMaps.first { $0.name.value == near }.map {
        [Diagnostic.Label("declared here", at: $0.name.span)]
      } ?? [],
      fixes: Advice.replace(name.value, atTheEndOf: name.span, with: near))
  }
}
