/// Text without any blanks, as numbers of tax and bank accounts are compared; nothing but blanks is no value.
public struct RemoveBlanks: PlainConversion, SymmetricConversion {
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

  /// Converts a value of the source.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    let bytes = text.utf8.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
