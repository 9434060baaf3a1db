/// A text taken apart at a separator, as the list of its parts: `Retail;Export`. Parts without a character are left out, and
/// a text without any other has no value.
///
/// Backward an element that is empty, or would be taken apart at another place, is an error.
public struct ElementSplit: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "elementSplit"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "separators without a part between them")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("separator", .text, isRequired: true, "the text between the elements")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Takes a text apart at the separator.",
    backward: "Writes the texts of a list as one, with the separator between them.",
    example: ElementSplit(separator: "; "), .string("red; blue"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    ConversionTypes(ConversionTypes.anyText, .list(ConversionTypes.anyText))
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let separator = arguments.text("separator"), !separator.isEmpty else { return nil }
    return ElementSplit(separator: separator)
  }

  private let separator: String
  private let join: ElementJoin

  /// Makes the conversion with a separator, which must not be empty: with an empty one every value is an error.
  public init(separator: String) {
    self.separator = separator
    join = ElementJoin(separator: separator)
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { [ConversionArgument(label: "separator", value: .string(separator))] }

  /// Converts a value of the source.
  public func converted(_ text: String) throws(ConversionError) -> [String]? {
    do { return try join.restored(text) } catch { throw Self.failure(error.reason) }
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ texts: [String]) throws(ConversionError) -> String? {
    do { return try join.converted(texts) } catch { throw Self.failure(error.reason) }
  }
}
