import TandemSyntax
import TandemValues

/// A word in a document that is no type.
enum UnknownColumnType {
  static let rule = Rule(
    code: "T2007", name: "unknown-column-type", category: .types, severity: .error,
    summary: "The Data Type column or the type of a parameter is none of the words that the language knows.",
    page: """
      The types are string, integer, decimal, float, boolean, date, time, datetime, guid, binary, json, enum, object and
      list. In a document the column names the target's type; `N/A` and the transforms of the oldest documents are
      understood too.
      """,
    failing: Examples.rows("{source: email, target: Email, type: strng}"),
    passing: Examples.rows("{source: email, target: Email, type: string}"))

  static func inRow(_ column: Located<String>, target: PathResolution) -> Diagnostic {
    let declared = target.path.type.word
    let property = "`\(target.path.text)` is described as \(Wording.a(declared))"
    var hint = "\(property). "
    if let meant = TypeSynonyms.meant(by: column.value, expected: declared) {
      hint =
        meant == declared
        ? "Write `\(meant)`: \(property). "
        : ("The word may stand for `\(meant)`, but \(property): write `\(declared)`, or map a property that is "
          + "\(Wording.a(meant)). ")
    }
    return Diagnostic(
      rule, "`\(column.value)` is no type",
      explanation: hint + "The types are \(Wording.list(TypeBuilder.words, limit: 20, quoted: false)).",
      at: column.span, labels: [Diagnostic.Label("described as \(target.path.type.phrase)", at: target.leaf.span)],
      fixes: TypeColumn.replacement(column, with: declared))
  }

  static func ofParameter(_ parameter: Parameter) -> Diagnostic {
    let words = TypeBuilder.words.filter { TypeBuilder.plainType($0) != nil }
    // An enumeration has no values here, so its text is what an environment sets.
    let near = [nil, "string"].lazy.compactMap { TypeSynonyms.meant(by: parameter.type.value, expected: $0) }
      .first(where: words.contains)
    return Diagnostic(
      rule, "`\(parameter.type.value)`, the type of the parameter `\(parameter.name.value)`, is no type of a parameter",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "")
        + "The types of parameters are \(Wording.list(words, limit: 20, quoted: false)).",
      at: parameter.type.span, fixes: Advice.replace(parameter.type.span, with: near))
  }
}
