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

  static func diagnostic(
    _ name: Located<String>, call: ConversionCall, fault: ConversionFault, type: ValueType, source: PathResolution?
  ) -> Diagnostic {
    guard case .unknown = fault else {
      return Diagnostic(
        rule, "the conversion `\(call.name)` cannot be made", explanation: fault.sentence + form(call.name),
        at: name.span, labels: labels(source))
    }
    let near = SpellingDistance.nearest(to: call.name, in: ConversionCatalog.names + [CustomConversion.name])
    let isPlain = call.arguments.isEmpty
    return Diagnostic(
      rule, "`\(call.name)` is no conversion",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "") + fitting(type), at: name.span,
      labels: labels(source), fixes: isPlain ? Advice.replace(name.value, atTheEndOf: name.span, with: near) : [])
  }

  /// The clause is neither a name nor a name with arguments.
  static func unreadable(_ name: Located<String>, type: ValueType, source: PathResolution?) -> Diagnostic {
    Diagnostic(
      rule, "`\(name.value)` is no conversion",
      explanation: "Write a name, or a name with arguments, as in `phoneNumber(defaultPrefix: \"+31\")`. "
        + fitting(type),
      at: name.span, labels: labels(source))
  }

  /// How the conversion is written.
  private static func form(_ name: String) -> String {
    guard let parameters = ConversionCatalog.type(named: name)?.parameters, !parameters.isEmpty else {
      return " Write `\(name)` alone."
    }
    let arguments = parameters.map { parameter in
      switch parameter.kind {
      case .text: return "\(parameter.label): \"...\""
      case .integer: return "\(parameter.label): 2"
      case .boolean: return "\(parameter.label): true"
      case .texts: return "\(parameter.label): [\"...\"]"
      case .pairs: return "\(parameter.label): [\"...\" = \"...\"]"
      }
    }
    return " Write `\(name)(\(arguments.joined(separator: ", ")))`."
  }

  /// The conversion exists and takes something else.
  static func misfit(_ name: Located<String>, type: ValueType, source: PathResolution?) -> Diagnostic {
    Diagnostic(
      rule, "the conversion `\(name.value)` cannot take \(Wording.a(type.word))",
      explanation: "Leave the clause out to let the types decide. " + fitting(type), at: name.span,
      labels: labels(source))
  }

  /// A conversion that is written by hand, between types that no Swift function can have here.
  static func untyped(
    _ name: Located<String>, from type: ValueType, to shared: ValueType, source: PathResolution?
  ) -> Diagnostic {
    Diagnostic(
      rule,
      "a conversion that is written by hand cannot lead from \(Wording.a(type.word)) to \(Wording.a(shared.word))",
      explanation:
        "It takes and gives text, numbers, true or false, dates, times, GUIDs or bytes. Declare the type in between, "
        + "as in `custom(name: \"loyaltyTier\", takes: \"integer\", gives: \"string\")`.",
      at: name.span, labels: labels(source))
  }

  private static func labels(_ source: PathResolution?) -> [Diagnostic.Label] {
    source.map { [Diagnostic.Label(Wording.a($0.path.type.phrase), at: $0.leaf.span)] } ?? []
  }

  /// Those that follow from the types or belong to another clause.
  private static let unasked: Set<String> = [
    Identity.name, StringLength.name, EnumerationCheck.name, ValueMap.name, FixedDefault.name,
  ]

  /// The conversions that take a value of the type as it is.
  private static func fitting(_ type: ValueType) -> String {
    let names = ConversionCatalog.names.filter { name in
      !unasked.contains(name) && ConversionCatalog.type(named: name)?.types(from: type)?.input.word == type.word
    }
    return "\(Wording.capitalised(Wording.a(type.word))) is taken by \(Wording.list(names.sorted(), limit: 20))."
  }
}
