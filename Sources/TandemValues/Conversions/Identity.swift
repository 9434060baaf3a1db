/// Leaves every value as it is.
public struct Identity: PlainConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "identity"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types(), forward: "Leaves every value as it is.",
    backward: "The same.", example: Identity(), .string("Ada"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(type, type) }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    from == to ? Identity() : nil
  }

  /// Makes the conversion.
  public init() {}

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// Answers with the value.
  public func forward(_ value: Value) throws(ConversionError) -> Value { value }

  /// Answers with the value.
  public func backward(_ value: Value) throws(ConversionError) -> Value { value }
}
