import TandemSyntax
import TandemValues

/// A number, date or boolean that the Data Type column calls a string.
enum TypedAsString {
  static let rule = Rule(
    code: "T2005", name: "typed-as-string", category: .types, severity: .note,
    summary: "The Data Type column says string where the target is a number, a date or a boolean.",
    page: """
      Older generators write `string` for everything that has a text form. The described type is used: values are
      compared as numbers and dates, so that `1.50` and `1.5` are equal. Write the described type to say so.
      """,
    failing: Examples.rows("{source: since, target: Since, type: string}"),
    passing: Examples.rows("{source: since, target: Since, type: date}"))

  static func diagnostic(_ column: Located<String>, target: PathResolution) -> Diagnostic {
    let declared = target.path.type.word
    return Diagnostic(
      rule, "`\(target.path.text)` is \(Wording.a(declared)), although the row says `\(column.value)`",
      explanation: "The described type is used. Write `\(declared)` to say so.", at: column.span,
      labels: [Diagnostic.Label("described as \(target.path.type.phrase)", at: target.leaf.span)],
      fixes: TypeColumn.replacement(column, with: declared))
  }
}
