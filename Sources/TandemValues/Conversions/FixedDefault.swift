/// A fixed value where the source has none: forward, null becomes it. Backward it stays, as any other value does.
///
/// A property that was not delivered at all stays so: nothing is known about it.
public struct FixedDefault: NamedConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "fixedDefault"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.null, "a missing value")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("text", .text, isRequired: true, "the value in its text form"),
    ConversionParameter("type", .text, "the type of the value, without one string"),
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .clause("`default: VALUE`"), forward: "Puts a fixed value where there is none.",
    backward: "Leaves every value as it is.", example: FixedDefault(text: "EUR"), .null)

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes(type, type) }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let text = arguments.text("text") else { return nil }
    let conversion = FixedDefault(text: text, type: arguments.text("type") ?? "string")
    return conversion.isReadable ? conversion : nil
  }

  private let text: String
  private let type: String
  private let value: Value?

  /// Makes the conversion from the default's text form and the word of its type (``ValueType/word``); where the text is
  /// no value of that type, a missing value is an error.
  public init(text: String, type: String = "string") {
    self.text = text
    self.type = type
    value = ValueType(word: type)?.parse(text)
  }

  /// Makes the conversion for a default of a plain type.
  public init(_ value: Value) {
    self.init(text: value.displayText, type: value.word ?? "")
  }

  /// True when the text form is a value of the type.
  public var isReadable: Bool { value != nil }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] {
    [
      ConversionArgument(label: "text", value: .string(text)), ConversionArgument(label: "type", value: .string(type)),
    ]
  }

  /// Converts a value of the source; throws for one of another type.
  public func forward(_ value: Value) throws(ConversionError) -> Value {
    guard case .null = value else { return value }
    guard let fixed = self.value else { throw Self.failure("is missing, and its default is no \(type)") }
    return fixed
  }

  /// Converts a value of the shared view back; throws for one that no value of the source leads to.
  public func backward(_ value: Value) throws(ConversionError) -> Value { value }
}

extension ValueType {
  /// The plain type without constraints that the word names, or `nil` for lists, enumerations and structured types.
  init?(word: String) {
    let plain: [ValueType] = [
      .string(maximumLength: nil), .integer, .decimal(precision: nil, scale: nil), .float, .boolean, .date, .time,
      .datetime, .guid, .binary, .json,
    ]
    guard let type = plain.first(where: { $0.word == word }) else { return nil }
    self = type
  }
}

extension Value {
  /// The word of the plain type that the value has, or `nil` for a missing, listed or structured one.
  var word: String? {
    switch self {
    case .absent, .null, .list, .object: return nil
    case .string: return "string"
    case .integer: return "integer"
    case .decimal: return "decimal"
    case .float: return "float"
    case .boolean: return "boolean"
    case .date: return "date"
    case .time: return "time"
    case .datetime: return "datetime"
    case .guid: return "guid"
    case .binary: return "binary"
    }
  }
}
