/// Text that is one of a list of values, in both directions; any other one is an error unless the list is open.
public struct EnumerationCheck: Conversion {
  /// The name in documents, explanations and generated code.
  public static let name = "enumerationCheck"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  private let values: [String]
  private let open: Bool

  /// Makes the conversion for the given values; an open list takes others too.
  public init(values: [String], open: Bool = false) {
    self.values = values
    self.open = open
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] {
    [
      ConversionArgument(label: "values", value: .strings(values)),
      ConversionArgument(label: "open", value: .boolean(open)),
    ]
  }

  /// The values that forward takes.
  public var domain: String? { open ? nil : "one of \(listed(values))" }

  /// Converts a value of the source; throws for one of another type or outside ``domain``.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    if value.isMissing { return value }
    let text = try Self.text(value)
    guard open || values.contains(text) else { throw Self.failure("is none of \(listed(values))") }
    return value
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value {
    try forward(value)
  }
}
