extension Conversion {
  /// An error of this conversion, in words that follow the value.
  static func failure(_ reason: String) -> ConversionError {
    ConversionError(conversion: name, reason: reason)
  }

  /// Takes a text apart with `read`: a text of blanks is none, and blanks around it do not count.
  static func parsed<Result>(
    _ text: String, as noun: @autoclosure () -> String, _ read: (String) -> Result?
  ) throws(ConversionError) -> Result? {
    let text = trimmed(text)
    if text.isEmpty { return nil }
    guard let result = read(text) else { throw failure("is no \(noun())") }
    return result
  }

  /// The same with the whole reason of the error.
  static func parsed<Result>(
    _ text: String, orFail reason: @autoclosure () -> String, _ read: (String) -> Result?
  ) throws(ConversionError) -> Result? {
    let text = trimmed(text)
    if text.isEmpty { return nil }
    guard let result = read(text) else { throw failure(reason()) }
    return result
  }
}
