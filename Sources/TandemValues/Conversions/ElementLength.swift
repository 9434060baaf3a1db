/// Lists of texts of limited length. A list with a longer one is an error, in both directions: text is never cut unseen.
public struct ElementLength: NamedConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "elementLength"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter(
      "maximum", .integer, isRequired: true, "the greatest number of characters of an element, from 1")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("between lists of texts, where those of one are shorter"),
    forward: "Lets a list through whose texts are short enough; nothing is cut.", backward: "The same.",
    example: ElementLength(maximum: 5), .list([.string("red"), .string("blue")]))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    guard case .list(.string) = type else { return nil }
    return ConversionTypes(type, .list(ConversionTypes.anyText))
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let maximum = arguments.integer("maximum"), maximum > 0 else { return nil }
    return ElementLength(maximum: maximum)
  }

  /// The conversion of the types, where a row names none.
  public static func between(_ from: ValueType, _ to: ValueType) -> (any Conversion)? {
    // The shorter limit holds in both directions.
    guard case .list(.string(let source)) = from, case .list(.string(let target)) = to, source != target,
      let limit = [source, target].compactMap(\.self).min()
    else { return nil }
    return ElementLength(maximum: limit)
  }

  private let maximum: Int

  /// Makes the conversion for texts of at most `maximum` Unicode scalars.
  public init(maximum: Int) {
    self.maximum = maximum
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { [ConversionArgument(label: "maximum", value: .integer(maximum))] }

  /// The values that forward takes.
  public var domain: String? { "lists of texts of at most \(maximum) characters" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ texts: [String]) throws(ConversionError) -> [String]? {
    for text in texts {
      if text.utf8.count > maximum, text.unicodeScalars.count > maximum {
        throw Self.failure("has an element that is longer than \(maximum) characters")
      }
    }
    return texts
  }
}
