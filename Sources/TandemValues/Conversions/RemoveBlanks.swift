/// Text without any blanks, as numbers of tax and bank accounts are compared; nothing but blanks is no value.
public struct RemoveBlanks: Conversion {
  public static let name = "removeBlanks"
  public static let laws = ConversionLaws.lossy(what: "blanks")

  /// Makes the conversion.
  public init() {}

  public var isNormaliser: Bool { true }

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let bytes = try Self.text(value).utf8.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    return bytes.isEmpty ? .null : .string(String(decoding: bytes, as: UTF8.self))
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
