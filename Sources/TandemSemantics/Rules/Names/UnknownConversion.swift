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

  static func diagnostic(_ name: Located<String>, type: ValueType, source: PathResolution?) -> Diagnostic {
    let near = SpellingDistance.nearest(to: name.value, in: ConversionCatalog.names)
    return Diagnostic(
      rule, "`\(name.value)` is no conversion",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "") + fitting(type), at: name.span,
      labels: labels(source), fixes: Advice.replace(name.value, atTheEndOf: name.span, with: near))
  }

  /// The conversion exists and takes something else.
  static func misfit(_ name: Located<String>, type: ValueType, source: PathResolution?) -> Diagnostic {
    Diagnostic(
      rule, "the conversion `\(name.value)` cannot take \(Wording.a(type.word))",
      explanation: "Leave the clause out to let the types decide. " + fitting(type), at: name.span,
      labels: labels(source))
  }

  private static func labels(_ source: PathResolution?) -> [Diagnostic.Label] {
    source.map { [Diagnostic.Label(Wording.a($0.path.type.phrase), at: $0.leaf.span)] } ?? []
  }

  /// The conversions that take a value of the type as it is.
  private static func fitting(_ type: ValueType) -> String {
    let names = ConversionCatalog.names.filter { name in
      name != Identity.name && NamedConversions.types(of: name, from: type)?.input.word == type.word
    }
    return "\(Wording.capitalised(Wording.a(type.word))) is taken by \(Wording.list(names.sorted(), limit: 20))."
  }
}
