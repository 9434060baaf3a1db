/// The texts of a list as one text with a separator between them: `Retail;Export`. A list without elements has no
/// value.
///
/// An element that is empty, or would be taken apart at another place on the way back, is an error.
public struct ElementJoin: NamedConversion, TypedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "elementJoin"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.empty, "a list without elements")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("separator", .text, isRequired: true, "the text between the elements")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Writes the texts of a list as one, with the separator between them.",
    backward: "Takes the text apart at the separator.", example: ElementJoin(separator: "; "),
    .list([.string("red"), .string("blue")]))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? {
    guard case .list = type else { return nil }
    return ConversionTypes(type, ConversionTypes.anyText)
  }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let separator = arguments.text("separator"), !separator.isEmpty else { return nil }
    return ElementJoin(separator: separator)
  }

  private let separator: String

  /// Makes the conversion with a separator, which must not be empty: with an empty one every value is an error.
  public init(separator: String) {
    self.separator = separator
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] { [ConversionArgument(label: "separator", value: .string(separator))] }

  /// The values that forward takes.
  public var domain: String? { "lists of texts without the separator in them" }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ texts: [String]) throws(ConversionError) -> String? {
    if texts.isEmpty { return nil }
    if texts.contains("") { throw Self.failure("has an element that is empty") }
    let joined = texts.joined(separator: separator)
    // Taking it apart again is the surest test: with a separator of several characters, a part of it may be enough.
    guard try parts(of: joined) == texts else { throw Self.failure("has an element with the separator in it") }
    return joined
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func restored(_ text: String) throws(ConversionError) -> [String]? {
    let parts = try parts(of: text).filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts
  }

  private func parts(of text: String) throws(ConversionError) -> [String] {
    let mark = Array(separator.utf8)
    guard !mark.isEmpty else { throw Self.failure("cannot be joined without a separator") }
    var parts: [String] = []
    let bytes = Array(text.utf8)
    var start = 0
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: mark) {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
