/// A conversion that a document names and that is written by hand, in Swift, beside the generated code.
///
/// `custom(name: "loyaltyTier", takes: "integer", gives: "string", inverse: true)`: the compiler knows the two types and
/// whether the way back undoes the way there. It cannot run it, so what a row with it does to data is unknown unless an
/// inverse is declared. Generated code asks for the functions; where they are missing it does not compile.
public struct CustomConversion: NamedConversion, Hashable {
  /// The name in documents.
  public static let name = "custom"

  /// Nothing is known of it without a declaration.
  public static let laws = ConversionLaws.lossy([unproven])

  private static let unproven = Loss(.distinction, "what hand-written code does not bring back")

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter(
      "name", .text, isRequired: true, "the function's name in Swift, in letters and digits: \"loyaltyTier\""),
    ConversionParameter("takes", .text, "the type that it takes, where that is not the source's: \"integer\""),
    ConversionParameter("gives", .text, "the type that it gives, where that is not the target's: \"string\""),
    ConversionParameter("inverse", .boolean, "`true` where the way back undoes the way there for every value taken"),
  ]

  /// What the reference says of it.
  public static var page: ConversionPage {
    ConversionPage(
      .named, forward: "Calls a function that is written by hand.", backward: "Calls the function that undoes it.",
      example: CustomConversion(function: "loyaltyTier"), .integer(750))
  }

  /// What it takes and gives is decided by ``types(from:to:)``, which knows the arguments.
  public static func types(from type: ValueType) -> ConversionTypes? { nil }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    guard let name = arguments.text("name"), isFunctionName(name) else { return nil }
    let words = [arguments.text("takes"), arguments.text("gives")]
    guard words.allSatisfy({ $0.map { plainType($0) != nil } ?? true }) else { return nil }
    return CustomConversion(
      function: name, takes: words[0].flatMap(plainType), gives: words[1].flatMap(plainType),
      hasInverse: arguments.boolean("inverse") ?? false)
  }

  /// The name of the functions.
  public let function: String
  /// The type that it takes; `nil` where the source's decides.
  public let takes: ValueType?
  /// The type that it gives; `nil` where the target's decides.
  public let gives: ValueType?
  /// True where the document declares that the way back undoes the way there.
  public let hasInverse: Bool

  /// Makes the conversion.
  public init(function: String, takes: ValueType? = nil, gives: ValueType? = nil, hasInverse: Bool = false) {
    self.function = function
    self.takes = takes
    self.gives = gives
    self.hasInverse = hasInverse
  }

  /// The arguments of the document.
  public var arguments: [ConversionArgument] {
    [
      ConversionArgument(label: "name", value: .string(function)),
      ConversionArgument(label: "takes", value: takes.map { .string($0.word) } ?? .none),
      ConversionArgument(label: "gives", value: gives.map { .string($0.word) } ?? .none),
      ConversionArgument(label: "inverse", value: .boolean(hasInverse)),
    ]
  }

  /// What the document declares.
  public var effectiveLaws: ConversionLaws { hasInverse ? .exact : Self.laws }

  /// The same conversion with the types that a row decides where the document declares none; `nil` where a type is none
  /// that hand-written code can have.
  public func resolved(from source: ValueType, to shared: ValueType) -> CustomConversion? {
    guard let takes = takes ?? Self.plainType(Self.word(source)), let gives = gives ?? Self.plainType(Self.word(shared))
    else { return nil }
    return CustomConversion(function: function, takes: takes, gives: gives, hasInverse: hasInverse)
  }

  /// Cannot be run here.
  public func forward(_ value: Value) throws(ConversionError) -> Value { throw Self.failure(Self.reason) }

  /// Cannot be run here.
  public func backward(_ value: Value) throws(ConversionError) -> Value { throw Self.failure(Self.reason) }

  private static let reason = "goes through hand-written code, which only the generated program runs"

  /// True for letters and digits, a letter first: what is a name in Swift without quotes, unless it is a keyword.
  public static func isFunctionName(_ text: String) -> Bool {
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte | 0x20) }
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 80 else { return false }
    return text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
  }

  /// A text property of whatever kind is text to hand-written code.
  private static func word(_ type: ValueType) -> String {
    switch type {
    case .string, .enumeration, .json: return "string"
    default: return type.word
    }
  }

  /// The types that hand-written functions can have.
  private static func plainType(_ word: String) -> ValueType? {
    switch word {
    case "string": return .string(maximumLength: nil)
    case "integer": return .integer
    case "decimal": return .decimal(precision: nil, scale: nil)
    case "float": return .float
    case "boolean": return .boolean
    case "date": return .date
    case "time": return .time
    case "datetime": return .datetime
    case "guid": return .guid
    case "binary": return .binary
    default: return nil
    }
  }
}

extension Conversion {
  /// The hand-written conversion, where this is one or has one among its parts.
  public var handWritten: CustomConversion? {
    if let custom = self as? CustomConversion { return custom }
    for part in parts {
      if let custom = part.handWritten { return custom }
    }
    return nil
  }
}
