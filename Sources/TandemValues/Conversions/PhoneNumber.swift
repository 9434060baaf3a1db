/// Telephone numbers in one form, the country's prefix and digits alone: `+31201234567`.
///
/// Blanks, hyphens, points, slashes and brackets are left out, `00` before a number is read as `+`, and the `(0)` that
/// some write behind the prefix goes. A number that starts with a single `0` gets the default prefix for it.
public struct PhoneNumber: NamedConversion, SymmetricConversion {
  /// The name in documents, explanations and generated code.
  public static let name = "phoneNumber"

  /// What a round trip does to a value.
  public static let laws = ConversionLaws.normalising([Loss(.form, "the way a telephone number is written")])

  /// The arguments that it takes.
  public static let parameters = [
    ConversionParameter("defaultPrefix", .text, "the prefix of the country of numbers without one, as in \"+31\"")
  ]

  /// What the reference says of it.
  public static let page = ConversionPage(
    .named, forward: "Writes a telephone number as a plus sign and digits.",
    backward: "The same.", example: PhoneNumber(), .string("+31 (0)20-123 45 67"))

  /// What it takes and gives.
  public static func types(from type: ValueType) -> ConversionTypes? { ConversionTypes.text }

  /// The conversion with those arguments; `nil` where they make no sense.
  public static func make(_ arguments: ConversionArguments) -> Self? {
    let prefix = arguments.text("defaultPrefix")
    return prefix.map(isPrefix) ?? true ? PhoneNumber(defaultPrefix: prefix) : nil
  }

  private let defaultPrefix: String?

  /// Makes the conversion; without a default prefix such as `+31`, a number without one is an error.
  public init(defaultPrefix: String? = nil) {
    self.defaultPrefix = defaultPrefix
  }

  /// The arguments of the initialiser.
  public var arguments: [ConversionArgument] {
    let value = defaultPrefix.map(ConversionArgument.Literal.string) ?? .none
    return [ConversionArgument(label: "defaultPrefix", value: value)]
  }

  /// The values that forward takes.
  public var domain: String? {
    defaultPrefix == nil ? "telephone numbers with the prefix of their country" : "telephone numbers"
  }

  /// Forward stays within one type, and a second time changes nothing.
  public var isNormaliser: Bool { true }

  /// True for a plus sign with one to four digits behind it.
  public static func isPrefix(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "+"), (2...5).contains(text.utf8.count) else { return false }
    return text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Converts a value of the source; throws for one outside ``domain``.
  public func converted(_ text: String) throws(ConversionError) -> String? {
    let text = trimmed(text)
    if text.isEmpty { return nil }
    var digits = try Self.significant(text)
    if digits.first == UInt8(ascii: "+") {
      digits.removeFirst()
    } else if digits.starts(with: "00".utf8) {
      digits.removeFirst(2)
    } else if digits.first == UInt8(ascii: "0"), let defaultPrefix, Self.isPrefix(defaultPrefix) {
      digits.replaceSubrange(0..<1, with: defaultPrefix.utf8.dropFirst())
    } else {
      throw Self.failure("has no prefix of a country")
    }
    guard (5...15).contains(digits.count) else {
      throw Self.failure("has not the 5 to 15 digits of a telephone number")
    }
    guard digits.first != UInt8(ascii: "0") else { throw Self.failure("has no prefix of a country") }
    return "+" + String(decoding: digits, as: UTF8.self)
  }

  /// The digits, with a plus sign before them where one is; without the zero in brackets behind a prefix.
  private static func significant(_ text: String) throws(ConversionError) -> [UInt8] {
    var bytes = Array(text.utf8)
    let zero = Array("(0)".utf8)
    if bytes.first == UInt8(ascii: "+") || bytes.starts(with: "00".utf8),
      let start = bytes.indices.first(where: { bytes[$0...].starts(with: zero) })
    {
      bytes.removeSubrange(start..<(start + zero.count))
    }
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39: result.append(byte)
      case UInt8(ascii: "+"):
        guard result.isEmpty else { throw failure("has a plus sign among its digits") }
        result.append(byte)
      case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"):
        break
      default: throw failure("holds characters that no telephone number has")
      }
    }
    return result
  }
}
