/// The first element of a list; backward a list of that one element. A list without elements has no value.
public struct FirstElement: Conversion {
  public static let name = "firstElement"
  public static let laws = ConversionLaws.lossy(what: "all elements but the first")

  /// Makes the conversion.
  public init() {}

  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    guard case .list(let elements) = value else { throw Self.failure("is no list") }
    return elements.first ?? .null
  }

  public func backward(_ value: Value) throws(ConversionError) -> Value {
    value.isMissing ? value : .list([value])
  }
}
