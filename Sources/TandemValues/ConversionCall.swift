/// A conversion as a document names it, with its arguments: `trim`, `phoneNumber(defaultPrefix: "+31")`,
/// `valueMap(pairs: ["Shipped" = "Posted"], otherwise: "keep")`.
public struct ConversionCall: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The arguments, as they stand.
  public var arguments: [ConversionArgument]

  /// Reads a call; `nil` where the text is none.
  public init?(_ text: String) {
    var reader = CallReader(text)
    guard let call = reader.call() else { return nil }
    self = call
  }

  fileprivate init(name: String, arguments: [ConversionArgument]) {
    self.name = name
    self.arguments = arguments
  }
}

/// Reads the text form of a call.
private struct CallReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func call() -> ConversionCall? {
    guard let name = word() else { return nil }
    var arguments: [ConversionArgument] = []
    if take("(") {
      while !take(")") {
        if !arguments.isEmpty, !take(",") { return nil }
        guard let label = word(), take(":"), let value = literal() else { return nil }
        arguments.append(ConversionArgument(label: label, value: value))
      }
    }
    skipBlanks()
    return position == bytes.count ? ConversionCall(name: name, arguments: arguments) : nil
  }

  private mutating func literal() -> ConversionArgument.Literal? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "\"") { return text().map(ConversionArgument.Literal.string) }
    if take("[") { return list() }
    guard let word = word() else { return nil }
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "none": return ConversionArgument.Literal.none
    default: return Int(word).map(ConversionArgument.Literal.integer)
    }
  }

  /// Texts, or pairs of texts with an equals sign between them.
  private mutating func list() -> ConversionArgument.Literal? {
    var texts: [String] = []
    var pairs: [ConversionArgument.Pair] = []
    while !take("]") {
      if !(texts.isEmpty && pairs.isEmpty), !take(",") { return nil }
      guard let left = text() else { return nil }
      if take("=") {
        guard let right = text() else { return nil }
        pairs.append(ConversionArgument.Pair(left, right))
      } else {
        texts.append(left)
      }
    }
    if pairs.isEmpty { return .strings(texts) }
    return texts.isEmpty ? .pairs(pairs) : nil
  }

  /// A text between quotation marks, in which a backslash takes the next character as it is.
  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var result: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: result, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard position < bytes.count else { return nil }
        result.append(bytes[position])
        position += 1
      default: result.append(byte)
      }
    }
    return nil
  }

  /// Letters, digits and a sign.
  private mutating func word() -> String? {
    skipBlanks()
    let start = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        position += 1
      default:
        return start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
      }
    }
    return start == position ? nil : String(decoding: bytes[start...], as: UTF8.self)
  }

  private mutating func take(_ mark: Character) -> Bool {
    skipBlanks()
    guard position < bytes.count, bytes[position] == mark.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
  }
}
