import TandemSyntax
import TandemValues

/// Gives literals the type of the property that they meet.
enum LiteralTyping {
  /// Why a literal cannot be a value of a type.
  struct Fault: Error {
    /// In words that follow the quoted literal: "is no whole number".
    var reason: String
    /// True when the form is right and the value is none of a closed enumeration.
    var isUnknownEnumerationValue = false
    /// A value that was perhaps meant.
    var nearest: String?
  }

  /// The literal as a value of the type.
  static func value(_ literal: Literal, as type: ValueType) -> Result<Value, Fault> {
    let text = text(of: literal)
    if case .boolean = type, case .number = literal { return .failure(Fault(reason: "is a number, not true or false")) }
    guard let value = type.parse(text) else {
      return .failure(Fault(reason: type.isComposite ? "cannot stand for a whole \(type.word)" : "is no \(noun(type))"))
    }
    if let values = type.closedValues, !values.contains(text) {
      return .failure(
        Fault(
          reason: "is none of its values \(Wording.list(values))", isUnknownEnumerationValue: true,
          nearest: SpellingDistance.nearest(to: text, in: values)))
    }
    if let reason = value.conforms(to: type) { return .failure(Fault(reason: reason)) }
    return .success(value)
  }

  /// The literal as it was written, without quotation marks.
  static func text(of literal: Literal) -> String {
    switch literal {
    case .string(let text), .number(let text): return text
    case .boolean(let flag): return flag ? "true" : "false"
    }
  }

  private static func noun(_ type: ValueType) -> String {
    switch type {
    case .integer: return "whole number"
    case .decimal, .float: return "number"
    case .boolean: return "true or false"
    case .date: return "date (write it as 2024-12-31)"
    case .time: return "time (write it as 23:59:00)"
    case .datetime: return "moment (write it as 2024-12-31T23:59:00Z)"
    case .guid: return "guid"
    default: return type.word
    }
  }
}
