import TandemSyntax
import TandemValues

/// The transforms that the oldest documents print in the Data Type column, every opening bracket lost.
enum OldTransform {
  /// Format a date as text.
  case format(String)
  /// Remove blanks.
  case removeBlanks
  /// Decimal, then integer.
  case decimalThenInteger
  /// A number of either kind.
  case number
  /// A whole number, unless the value is the text that stands for none.
  case integerUnless(String)
  /// "-" when empty.
  case dashWhenEmpty
  /// Drop a phone number's country prefix.
  case phoneNumber

  /// Recognises a transform whatever has become of its quotation marks; `nil` for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.unicodeScalars.filter { $0 != "\"" && $0 != "]" && $0 != "[" && $0 != " " })
    }
    switch parts.first {
    case "datetime-format":
      guard parts.count > 1, let pattern = Self.pattern(parts[1]) else { return nil }
      self = .format(pattern)
    case "replace" where parts.last == "string": self = .removeBlanks
    case "integer" where parts.count == 2 && parts[1] == "decimal": self = .decimalThenInteger
    case "if" where parts.count > 1 && parts[1] == "is-decimal": self = .number
    case "if" where parts.count > 3 && parts[1] == "neq": self = .integerUnless(parts[3])
    case "if" where parts.count > 1 && parts[1] == "or": self = .dashWhenEmpty
    case "if" where parts.count > 1 && parts[1] == "matches": self = .phoneNumber
    default: return nil
    }
  }

  private static func pattern(_ text: String) -> String? {
    switch text {
    case "%Y-%m-%d": return "yyyy-MM-dd"
    case "%Y-%m-%dT%H:%M:%S": return "yyyy-MM-dd'T'HH:mm:ss"
    case "%Y-%m-%dT%H:%M:%SZ": return "yyyy-MM-dd'T'HH:mm:ss'Z'"
    default: return nil
    }
  }

  /// What an author writes today, for the end of "Today the row names its type alone, and ...".
  func advice(in notation: Notation) -> String {
    switch self {
    case .number: return "the description says that it is a decimal"
    case .integerUnless(let text): return "`\(text)` stays as it is"
    default: return (clause(in: notation) ?? "the types") + " says the rest"
    }
  }

  /// The clause that says the same today; `nil` where the types say it.
  var clause: String? { parts.map { "\($0.word) \($0.value)" } }

  private func clause(in notation: Notation) -> String? {
    parts.map { notation == .rst ? "the clause `\($0.word) \($0.value)`" : "`\($0.word): \($0.value)`" }
  }

  private var parts: (word: String, value: String)? {
    switch self {
    case .format(let pattern): return ("format", "\"\(pattern)\"")
    case .removeBlanks: return ("conversion", RemoveBlanks.name)
    case .decimalThenInteger: return ("conversion", DecimalToInteger.name)
    case .number, .integerUnless: return nil
    case .dashWhenEmpty: return ("default", "\"-\"")
    case .phoneNumber: return ("conversion", LocalNumber.name)
    }
  }

  /// The conversions for a source of the type, with the type that comes out; `nil` when it cannot be one.
  func conversions(from type: ValueType) -> (conversions: [any Conversion], out: ValueType)? {
    let text = ValueType.string(maximumLength: nil)
    func to(_ wanted: ValueType) -> [any Conversion]? {
      ConversionCatalog.conversion(from: type, to: wanted).map { [$0] }
    }
    switch self {
    case .format(let pattern):
      switch type {
      case .date: return ([DateToString(format: pattern)], text)
      case .datetime: return ([DatetimeToString(format: pattern)], text)
      default: return to(text).map { ($0, text) }
      }
    case .removeBlanks: return to(text).map { ($0 + [RemoveBlanks()], text) }
    case .decimalThenInteger:
      let decimal = ValueType.decimal(precision: nil, scale: nil)
      guard let first = to(decimal), let second = ConversionCatalog.conversion(from: decimal, to: .integer) else {
        return nil
      }
      return (first + [second], .integer)
    case .number:
      let decimal = ValueType.decimal(precision: nil, scale: nil)
      return to(decimal).map { ($0, decimal) }
    case .integerUnless:
      if type.isTextual { return to(text).map { ($0, text) } }
      guard let first = to(.integer), let second = ConversionCatalog.conversion(from: .integer, to: text) else {
        return nil
      }
      return (first + [second], text)
    case .dashWhenEmpty: return to(text).map { ($0 + [FixedDefault(text: "-", type: "string")], text) }
    case .phoneNumber: return to(text).map { ($0 + [LocalNumber()], text) }
    }
  }
}
