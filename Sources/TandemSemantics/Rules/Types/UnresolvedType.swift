import TandemSyntax
import TandemValues

/// `N/A` in the Data Type column.
enum UnresolvedType {
  static let rule = Rule(
    code: "T2006", name: "unresolved-type", category: .types, severity: .warning,
    summary: "The Data Type column says N/A, and the row does not say how its value is converted.",
    page: """
      `N/A` does not mean "any": it stands where a conversion was that the generator could no longer print. Nothing is
      guessed: the flow is held until the row names its conversion or the column names the target's type.
      """,
    failing: Examples.rows("{source: email, target: Email, type: N/A}"),
    passing: Examples.rows("{source: email, target: Email, type: N/A, conversion: lowerCase}"))

  static func diagnostic(_ column: Located<String>, target: PathResolution) -> Diagnostic {
    let declared = target.path.type.word
    return Diagnostic(
      rule, "the conversion into `\(target.path.text)` is lost: its type is `N/A`",
      explanation:
        "The flow is held until this is resolved. Write `\(declared)`, the described type, if the value needs nothing "
        + "else, or name a conversion, a value map, a reference or a lookup.",
      at: column.span, labels: [Diagnostic.Label("described as \(target.path.type.phrase)", at: target.leaf.span)],
      fixes: TypeColumn.replacement(column, with: declared))
  }
}
