import TandemSyntax
import TandemValues

/// A conversion that does not exist, or does not fit.
enum UnknownConversion {
  static let rule = Rule(
    code: "T1009", name: "unknown-conversion", category: .names, severity: .error,
    summary: "A row names a conversion that does not exist or cannot take the source's type.",
    page: """
      Most rows need no conversion by name: it follows from the two types. One is named where something else is wanted,
      for example `trim`, `upperCase` or `phoneNumber`. The message lists those that fit.
      """,
    failing: Examples.rows("{source: email, target: Email, type: string, conversion: lowercse}"),
    passing: Examples.rows("{source: email, target: Email, type: string, conversion: lowerCase}"))

  static func diagnostic(_ name: Located<String>) -> Diagnostic {
    let near = SpellingDistance.nearest(to: name.value, in: ConversionCatalog.names)
    return Diagnostic(
      rule, "`\(name.value)` is no conversion",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "")
        + "The conversions are \(Wording.list(ConversionCatalog.names.sorted(), limit: 60)).",
      at: name.span, fixes: name.span.text == name.value ? Advice.replace(name.span, with: near) : [])
  }

  /// The conversion exists and takes something else.
  static func misfit(_ name: Located<String>, type: ValueType) -> Diagnostic {
    Diagnostic(
      rule, "the conversion `\(name.value)` cannot take \(Wording.a(type.word))",
      explanation:
        "Leave the clause out to let the types decide, or name a conversion that takes \(Wording.a(type.word)).",
      at: name.span)
  }
}
