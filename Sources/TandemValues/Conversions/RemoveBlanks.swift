/// Text without any blanks, as numbers of tax and bank accounts are compared; nothing but blanks is no value.
public struct RemoveBlanks: PlainConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "removeBlanks"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.lossy([Loss(.form, "blanks")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Takes all blanks out of a text.",
    backward: "The same.", example: RemoveBlanks(), .string("NL 0012 B01"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// Makes the conversion.
  public init() {}

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let bytes = try Self.text(value).utf8.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    return bytes.isEmpty ? .null : .string(String(decoding: bytes, as: UTF8.self))
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
