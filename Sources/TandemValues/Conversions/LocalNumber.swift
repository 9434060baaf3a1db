/// A telephone number without the prefix of its country: what stands behind the first blank of a number that begins with
/// a plus sign, `20 1234567` for `+31 20 1234567`. Any other text stays as it is.
public struct LocalNumber: PlainConversion, TypedConversion {
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

  /// Converts a value of the source.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    let text = trimmed(text)
    if text.isEmpty { return nil }
    guard text.utf8.first == UInt8(ascii: "+"), let blank = text.utf8.firstIndex(of: 0x20) else {
      return text
    }
    return trimmed(String(text[blank...]))
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> String? {
    let text = trimmed(text)
    return text.isEmpty ? nil : text
  }
}
