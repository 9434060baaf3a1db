/// Text that is one of a list of values, in both directions; any other one is an error unless the list is open.
public struct EnumerationCheck: NamedConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "enumerationCheck"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("values", .texts, isRequired: true, "the values that may stand there"),
    ConversionParameter("open", .boolean, "whether others may stand there too"),
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("with an enumeration"),
    forward: "Lets a text through that is one of the values, or any where the list is open.",
    backward: "The same.", example: EnumerationCheck(values: ["new", "active"]), .string("new"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let values = arguments.texts("values") else { return nil }
    return EnumerationCheck(values: values, open: arguments.boolean("open") ?? false)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    betweenEnumerations(from, to) ?? fromEnumeration(from, to) ?? toEnumeration(from, to)
  }

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

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    guard open || values.contains(text) else { throw Self.failure("is none of \(listed(values))") }
    return text
  }
}

extension EnumerationCheck {
  /// An enumeration to another: the values that both know, where they have some.
  private static func betweenEnumerations(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .enumeration(let left, let leftOpen) = from, case .enumeration(let right, let rightOpen) = to else {
      return nil
    }
    switch (leftOpen, rightOpen) {
    case (true, true): return TrimmedString()
    case (true, false): return Chain([TrimmedString(), EnumerationCheck(values: right)])
    case (false, true): return Chain([TrimmedString(), EnumerationCheck(values: left)])
    case (false, false):
      let common = left.filter(right.contains)
      return common.isEmpty ? nil : Chain([TrimmedString(), EnumerationCheck(values: common)])
    }
  }

  /// An enumeration to another type, by way of its text; only its own values go back.
  private static func fromEnumeration(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .enumeration(let values, let open) = from, isReachable(to, from: values, open: open),
      let rest = ConversionCatalog.conversion(from: .string(maximumLength: nil), to: to)
    else { return nil }
    return Chain.of(open ? [rest] : [TrimmedString(), EnumerationCheck(values: values), rest])
  }

  /// Another type to an enumeration, by way of its text.
  private static func toEnumeration(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    guard case .enumeration(let values, let open) = to, isReachable(from, from: values, open: open),
      let rest = ConversionCatalog.conversion(from: from, to: .string(maximumLength: nil))
    else { return nil }
    var parts = [rest]
    if !open { parts.append(EnumerationCheck(values: values)) }
    return Chain.of(parts)
  }

  private static func isReachable(_ type: ValueType, from values: [String], open: Bool) -> Bool {
    switch type {
    // Two enumerations without a common value are no pair that text could help.
    case .json, .binary, .object, .list, .enumeration: return false
    case .string(let maximum?): return open || values.contains { $0.unicodeScalars.count <= maximum }
    default: return open || values.contains { type.parse($0) != nil }
    }
  }
}
