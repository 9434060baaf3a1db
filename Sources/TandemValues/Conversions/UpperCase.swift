/// Text in capital letters, by the rules of Unicode and without those of a single language.
public struct UpperCase: PlainConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "upperCase"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.letterCase, "the case of letters")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Writes a text in capital letters.",
    backward: "The same.", example: UpperCase(), .string("nl"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// Makes the conversion.
  public init() {}

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// Converts a value of the source.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    text.uppercased()
  }
}
