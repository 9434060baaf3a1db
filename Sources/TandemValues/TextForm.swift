/// What must be minded where values of other types stand in columns of text.
enum TextForm {
  /// A conversion into text, with a check where the text may be too long; `nil` where the type is no text, or too short for
  /// any value.
  ///
  /// - Parameters:
  ///   - print: The conversion.
  ///   - lengths: The lengths of the shortest and the longest text that it gives.
  ///   - type: The type of the column.
  ///   - first: What is done before.
  static func written(
    _ print: any Conversion, _ lengths: ClosedRange<Int>, as type: ValueType, after first: [any Conversion] = []
  ) -> (any Conversion)? {
    guard case .string(let maximum) = type, lengths.lowerBound <= maximum ?? .max else { return nil }
    guard let maximum, lengths.upperBound > maximum else { return Chain.of(first + [print]) }
    return Chain.of(first + [print, StringLength(maximum: maximum)])
  }

  /// A conversion from text; what goes back must fit the text's limit. `nil` where the type is no text, or too short for
  /// any value.
  ///
  /// - Parameters:
  ///   - read: The conversion.
  ///   - lengths: The lengths of the shortest and the longest text that it takes.
  ///   - type: The type of the column.
  ///   - last: What is done behind it.
  static func read(
    _ read: any Conversion, _ lengths: ClosedRange<Int>, from type: ValueType, before last: [any Conversion] = []
  ) -> (any Conversion)? {
    guard case .string(let maximum) = type, lengths.lowerBound <= maximum ?? .max else { return nil }
    guard let maximum, lengths.upperBound > maximum else { return Chain.of([read] + last) }
    return Chain.of([TrimmedString(), StringLength(maximum: maximum), read] + last)
  }
}
