import TandemSyntax

/// A parameter that the document does not declare.
enum UnknownParameter {
  static let rule = Rule(
    code: "T1007", name: "unknown-parameter", category: .names, severity: .error,
    summary: "A row or a condition uses a parameter that the document does not declare.",
    page: """
      A parameter is a value that each environment sets. It is declared with its type, under `parameters` in YAML or in
      the section `Parameters` in RST, so that a missing or wrong value is found before a run.
      """,
    failing: Examples.rows("{target: Email2, parameter: ofice}", before: "parameters:\n  office: {type: string}"),
    passing: Examples.rows("{target: Email2, parameter: office}", before: "parameters:\n  office: {type: string}"))

  /// Reports the name. In a document that could not be read as a whole the declaration may stand where nothing was
  /// understood, so there only a misspelt one is reported.
  static func report(_ name: String, at span: SourceSpan, context: DocumentContext) {
    if context.document.hasUnreadParts,
      context.guess(name, among: context.document.parameters.map(\.name.value)) == nil
    {
      context.report.silence()
    } else {
      context.report.add(rule, at: span, diagnostic(name, at: span, context: context))
    }
  }

  private static func diagnostic(_ name: String, at span: SourceSpan, context: DocumentContext) -> Diagnostic {
    let names = context.document.parameters.map(\.name.value)
    let near = SpellingDistance.nearest(to: name, in: names)
    let declaration =
      context.document.notation == .rst
      ? "add a row `\(name)` to the table of the section `Parameters`"
      : "add `parameters: {\(name): {type: string}}` at the top of the document"
    let others =
      near.map { "Did you mean `\($0)`? Otherwise " }
      ?? (names.isEmpty ? "The document declares none; " : "The document declares \(Wording.list(names)); ")
    return Diagnostic(
      rule, "`\(name)` is no parameter of this document",
      explanation: others + declaration + ".", at: span,
      labels: context.document.parameters.first { $0.name.value == near }.map {
        [Diagnostic.Label("declared here", at: $0.name.span)]
      } ?? [],
      fixes: Advice.replace(name, atTheEndOf: span, with: near))
  }
}
