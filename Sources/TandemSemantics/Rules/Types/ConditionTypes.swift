import TandemSyntax
import TandemValues

/// A condition whose parts do not go together.
enum ConditionTypes {
  static let rule = Rule(
    code: "T2012", name: "condition-type", category: .types, severity: .error,
    summary: "A condition compares what cannot be compared, or is no condition at all.",
    page: """
      A condition compares a property with a literal, a parameter or another property of the same type; `<` and its
      kin need an order, which enums and booleans do not have. A boolean property is a condition by itself. Objects
      and lists can only be asked whether they are empty.
      """,
    failing: Examples.rows(policy: "where: 'name'"), passing: Examples.rows(policy: "where: 'vip'"))

  static func notBoolean(_ path: PropertyPath, property: PropertyModel) -> Diagnostic {
    Diagnostic(
      rule, "`\(path.text)` is \(Wording.a(property.type.word)) and no condition by itself",
      explanation:
        "Compare it, for example `\(path.text) = \(example(property.type))`, or write `\(path.text) is not empty`.",
      at: path.span, labels: [Diagnostic.Label(Wording.a(property.type.phrase), at: property.span)])
  }

  static func notBoolean(_ name: Located<String>, type: ValueType) -> Diagnostic {
    Diagnostic(
      rule, "the parameter `\(name.value)` is \(Wording.a(type.word)) and no condition by itself",
      explanation: "Compare it with a property, or declare it as boolean.", at: name.span)
  }

  static func bareLiteral(_ literal: Located<Literal>) -> Diagnostic {
    Diagnostic(
      rule, "\"\(LiteralTyping.text(of: literal.value))\" is no condition",
      explanation: "Compare it with a property, for example `PROPERTY = \"\(LiteralTyping.text(of: literal.value))\"`.",
      at: literal.span)
  }

  static func literalsOnly(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text)` compares two fixed values",
      explanation: "It holds for every record or for none. Put a property on one side, without quotation marks.",
      at: span)
  }

  static func differ(_ span: SourceSpan, _ left: ValueType, _ right: ValueType) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text)` compares \(Wording.a(left.word)) with \(Wording.a(right.word))",
      explanation: "Both sides must have the same type.", at: span)
  }

  static func notComparable(_ span: SourceSpan, type: ValueType, property: PropertyModel?) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text)` is \(Wording.a(type.word)), which cannot be compared",
      explanation: "Ask whether it is empty (`\(span.text) is not empty`)"
        + (property?.members.first.map { ", or name a member, such as `\(span.text).\($0.name)`" } ?? "") + ".",
      at: span, labels: property.map { [Diagnostic.Label(Wording.a(type.phrase), at: $0.span)] } ?? [])
  }

  static func notOrdered(_ span: SourceSpan, comparison: Expression.Comparison, type: ValueType) -> Diagnostic {
    Diagnostic(
      rule, "\(Wording.a(type.word)) has no order that `\(comparison.rawValue)` could ask for",
      explanation: "Use `=`, `!=` or `in (...)`.", at: span)
  }

  private static func example(_ type: ValueType) -> String {
    switch type {
    case .integer, .decimal, .float: return "1"
    case .date: return "\"2024-12-31\""
    case .enumeration(let values, _): return "\"\(values.first ?? "value")\""
    default: return "\"value\""
    }
  }
}
