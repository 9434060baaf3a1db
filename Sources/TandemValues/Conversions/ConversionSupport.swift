extension Conversion {
  /// An error of this conversion, in words that follow the value.
  static func failure(_ reason: String) -> ConversionError {
    ConversionError(conversion: name, reason: reason)
  }

  /// The text of a value that must be one.
  static func text(_ value: Value) throws(ConversionError) -> String {
    guard case .string(let text) = value else { throw failure("is no text") }
    return text
  }

  /// Takes a text apart with `read`: missing values stay, a text of blanks is none, and blanks around it do not count.
  static func read(
    _ value: Value, as noun: String, _ read: (String) -> Value?
  ) throws(ConversionError) -> Value {
    try self.read(value, orFail: "is no \(noun)", read)
  }

  /// The same with the whole reason of the error.
  static func read(
    _ value: Value, orFail reason: String, _ read: (String) -> Value?
  ) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let text = trimmed(try text(value))
    if text.isEmpty { return .null }
    guard let result = read(text) else { throw failure(reason) }
    return result
  }
}
