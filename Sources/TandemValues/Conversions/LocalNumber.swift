/// A telephone number without the prefix of its country: what stands behind the first blank of a number that begins with
/// a plus sign, `20 1234567` for `+31 20 1234567`. Any other text stays as it is.
public struct LocalNumber: PlainConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "localNumber"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.lossy([Loss(.distinction, "the prefix of a telephone number's country")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Drops the prefix of a telephone number, up to its first blank; other texts stay.",
    backward: "Leaves the number as it is.", example: LocalNumber(), .string("+31 20 1234567"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let text = trimmed(try Self.text(value))
    if text.isEmpty { return .null }
    guard text.utf8.first == UInt8(ascii: "+"), let blank = text.utf8.firstIndex(of: 0x20) else {
      return .string(text)
    }
    return .string(trimmed(String(text[blank...])))
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let text = trimmed(try Self.text(value))
    return text.isEmpty ? .null : .string(text)
  }
}
