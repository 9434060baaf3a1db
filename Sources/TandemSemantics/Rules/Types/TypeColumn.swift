import TandemSyntax
import TandemValues

/// A Data Type column that contradicts the target's schema.
enum TypeColumn {
  static let rule = Rule(
    code: "T2004", name: "type-differs", category: .types, severity: .warning,
    summary: "The Data Type column names another type than the target's description.",
    page: """
      The Data Type column names the type of the target's property. Where it differs from the system's description,
      one of the two is wrong. Write the described type, or correct the description. Until then values go through the
      column's type, which may lose a part of them; where they cannot, where the row names its conversion or translates
      keys, and where several rows feed the property, they go straight into the described type.
      """,
    failing: Examples.rows("{source: points, target: Points, type: decimal}"),
    passing: Examples.rows("{source: points, target: Points, type: integer}"))

  static func diagnostic(_ column: Located<String>, target: PathResolution) -> Diagnostic {
    let declared = target.path.type.word
    // Documents write the values of an enum as the texts that they are.
    let written = if case .enumeration = target.path.type { "string" } else { declared }
    return Diagnostic(
      rule, "`\(target.path.text)` is \(Wording.a(declared)), not \(Wording.a(column.value))",
      explanation: "Write `\(written)` as the row's type, or correct the description of \(target.entity.model.system) "
        + "if the row is right.",
      at: column.span, labels: [Diagnostic.Label("described as \(target.path.type.phrase)", at: target.leaf.span)],
      fixes: replacement(column, with: written))
  }

  static func replacement(_ column: Located<String>, with word: String) -> [Diagnostic.Fix] {
    let text = column.span.text
    let quoted = text.hasPrefix("\"") && text.hasSuffix("\"") && text.utf8.count > 1
    return [
      Diagnostic.Fix(
        "replace with `\(word)`", safe: false,
        edits: [TextEdit(column.span, replacement: quoted ? "\"\(word)\"" : word)])
    ]
  }
}
