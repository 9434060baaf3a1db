import TandemSyntax
import TandemValues

/// A `format` clause that cannot work.
enum FormatClause {
  static let rule = Rule(
    code: "T2014", name: "format-clause", category: .types, severity: .error,
    summary: "A format is no pattern of a date or time, or does not stand between a text and a date.",
    page: """
      `format` says how a date or a moment is written as text, where one side is text and the other a date or
      datetime. The letters are those of Unicode: `yyyy-MM-dd`, `dd.MM.yyyy HH:mm`.
      """,
    failing: Examples.rows("{source: email, target: Email, type: string, format: yyyy-MM-dd}"),
    passing: Examples.rows("{source: since, target: Email2, type: string, format: yyyy-MM-dd}"))

  static func unreadable(_ format: Located<String>) -> Diagnostic {
    Diagnostic(
      rule, "`\(format.value)` is no pattern of a date or time",
      explanation: ("Write it with the letters of Unicode, each field once, other text in apostrophes: `yyyy-MM-dd`, "
        + "`dd.MM.yyyy HH:mm`."),
      at: format.span)
  }

  static func useless(
    _ format: Located<String>, from: ValueType, to: ValueType, source: PathResolution?, target: PathResolution
  ) -> Diagnostic {
    Diagnostic(
      rule, "a format cannot stand between \(Wording.a(from.word)) and \(Wording.a(to.word))",
      explanation:
        "It needs a string on one side and a date or datetime on the other. Leave it out, or map another property.",
      at: format.span,
      labels: [source, target].compactMap { $0 }.map { path in
        Diagnostic.Label(Wording.a(path.path.type.phrase), at: path.leaf.span)
      })
  }
}
