/// What a value map does with other values.
enum UnknownOtherwise {
  static let rule = Rule(
    code: "T0122",
    name: "unknown-otherwise",
    category: .syntax,
    severity: .error,
    summary: "A value map does not say what happens to other values.",
    page: """
      The line `otherwise` of a value map holds `error` (the record is set aside), `keep` (the value passes
      unchanged), `empty`, or a value in quotation marks that is used instead.
      """,
    failing: example("ignore"), passing: example("keep")
  )

  private static func example(_ otherwise: String) -> Rule.Example {
    .rst(
      RSTExample.document + """

        Values: Client kind
        -------------------

        .. list-table::
           :header-rows: 1

           * - Shopbase Value
             - Ledger Value
           * - shop
             - Retail
           * - otherwise
             - \(otherwise)

        """)
  }

  static func cell(_ span: SourceSpan, text: String) -> Diagnostic {
    let words = ColumnForm.otherwise
    let near = SpellingDistance.nearest(to: text, in: [words.error, words.keep, words.empty])
    return Diagnostic(
      rule, "`\(text)` is not what can happen to other values",
      explanation: "Write `error`, `keep`, `empty`, or a value in quotation marks.", at: span,
      fixes: near.map { [.init("replace with `\($0)`", safe: false, edits: [TextEdit(span, replacement: $0)])] } ?? [])
  }
}
