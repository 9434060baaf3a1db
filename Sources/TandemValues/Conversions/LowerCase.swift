/// Text in small letters, by the rules of Unicode and without those of a single language.
public struct LowerCase: PlainConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "lowerCase"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.letterCase, "the case of letters")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Writes a text in small letters.",
    backward: "The same.", example: LowerCase(), .string("Info@Example.COM"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// Makes the conversion.
  public init() {}

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// Converts a value of the source.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    text.lowercased()
  }
}
