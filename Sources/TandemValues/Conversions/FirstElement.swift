/// The first element of a list; backward a list of that one element. A list without elements has no value.
public struct FirstElement: PlainConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "firstElement"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.lossy([Loss(.otherElements, "all elements but the first")])

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Takes the first element of a list.",
    backward: "Makes a list of the one value.", example: FirstElement(), .list([.string("red"), .string("blue")]))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    guard case .list(let element) = type else { return nil }
    return ConversionTypes(type, element)
  }

  /// Makes the conversion.
  public init() {}

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .list(let elements) = value else { throw Self.failure("is no list") }
    return elements.first ?? .null
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    value.isMissing ? value : .list([value])
  }
}
