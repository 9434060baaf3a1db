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

  /// How a row says the same today; for the end of "The row names its type alone, and ... says the rest".
  func clause(in notation: Notation) -> String {
    let (word, value): (String, String)
    switch self {
    case .number: return "the description"
    case .format(let pattern): (word, value) = ("format", "\"\(pattern)\"")
    case .removeBlanks: (word, value) = ("conversion", RemoveBlanks.name)
    case .decimalThenInteger: (word, value) = ("conversion", DecimalToInteger.name)
    case .dashWhenEmpty: (word, value) = ("default", "\"-\"")
    case .phoneNumber: (word, value) = ("conversion", PhoneNumber.name)
    }
    return notation == .rst ? "the clause `\(word) \(value)`" : "`\(word): \(value)`"
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
    case .dashWhenEmpty: return to(text).map { ($0 + [FixedDefault(text: "-", type: "string")], text) }
    case .phoneNumber: return to(text).map { ($0 + [PhoneNumber()], text) }
    }
  }
}
