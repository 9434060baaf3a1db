/// Text of limited length. A longer one is an error, in both directions: text is never cut unseen.
public struct StringLength: NamedConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "stringLength"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.exact

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("maximum", .integer, isRequired: true, "the greatest number of characters, from 1")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .types("where one text is shorter"), forward: "Lets a text through that is short enough; nothing is cut.",
    backward: "The same.", example: StringLength(maximum: 5), .string("Ada"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let maximum = arguments.integer("maximum"), maximum > 0 else { return nil }
    return StringLength(maximum: maximum)
  }

  private let maximum: Int

  /// Makes the conversion for texts of at most `maximum` Unicode scalars.
  public init(maximum: Int) {
    self.maximum = maximum
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { [ConversionArgument(label: "maximum", value: .integer(maximum))] }

  /// The values that forward takes.
  public var domain: String? { "texts of at most \(maximum) characters" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    // Bytes are counted first, because no text has more scalars than bytes.
    if text.utf8.count > maximum, text.unicodeScalars.count > maximum {
      throw Self.failure("is longer than \(maximum) characters")
    }
    return text
  }
}
