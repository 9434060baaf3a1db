/// The normal form of text: without blanks and line ends before and after it; a text of nothing else is no value.
///
/// Many systems cut these on their own, so that without a common form such a record would never come to rest.
public struct TrimmedString: PlainConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "trim"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "outer blanks")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Takes the blanks before and behind a text away; a text of blanks is no value.",
    backward: "The same.", example: TrimmedString(), .string(" Ada "))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    // Outer blanks go, and the shorter limit holds in both directions.
    guard case .string(let target) = to else { return nil }
    let source: Int?
    switch from {
    case .string(let maximum): source = maximum
    case .json: source = nil
    default: return nil
    }
    guard source != target, let limit = [source, target].compactMap(\.self).min() else { return TrimmedString() }
    return Chain([TrimmedString(), StringLength(maximum: limit)])
  }

  /// Makes the conversion.
  @inlinable public init() {}

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// Converts a value of the source.
  @inlinable public func converted(_ text: String) throws(ConversionError) -> String? {
    let text = trimmed(text)
    return text.isEmpty ? nil : text
  }
}
