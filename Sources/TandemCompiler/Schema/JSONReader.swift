import TandemSyntax

/// Reads JSON from bytes, with exact places. Strict: what is no JSON is a fault with its place and what was expected.
struct JSONReader {
  private let file: SourceFile
  private let bytes: [UInt8]
  private var place: Int
  private var depth = 0
  /// Deeper texts are no schemas, and would cost the stack.
  private static let maximumDepth = 200

  /// The whole text as one node.
  static func read(_ file: SourceFile) throws(ExportFault) -> JSONNode {
    var reader = JSONReader(file)
    reader.skipBlanks()
    guard reader.place < reader.bytes.count else { throw reader.fault("the file holds no JSON") }
    let node = try reader.value()
    reader.skipBlanks()
    if reader.place < reader.bytes.count { throw reader.fault("something follows the end of the JSON") }
    return node
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private func fault(_ message: String) -> ExportFault {
    let start = min(place, bytes.count)
    return ExportFault(
      span: SourceSpan(file: file, start..<min(start + 1, bytes.count)), message: message, notation: "JSON")
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func value() throws(ExportFault) -> JSONNode {
    let start = place
    let content: JSONNode.Content
    switch next ?? 0 {
    case UInt8(ascii: "{"): content = try nested(Self.object)
    case UInt8(ascii: "["): content = try nested(Self.array)
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .boolean(true))
    case UInt8(ascii: "f"): content = try word("false", .boolean(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(try number())
    case UInt8(ascii: "'"): throw fault("texts of JSON stand in double quotation marks")
    default: throw fault(next == nil ? "the JSON ends where a value is expected" : "a value is expected here")
    }
    return JSONNode(content: content, span: SourceSpan(file: file, start..<place))
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(ExportFault) -> JSONNode.Content
  ) throws(ExportFault) -> JSONNode.Content {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth { throw fault("the JSON is nested more than \(Self.maximumDepth) levels deep") }
    place += 1
    return try read(&self)
  }

  private static func object(_ reader: inout JSONReader) throws(ExportFault) -> JSONNode.Content {
    var members: [JSONNode.Member] = []
    reader.skipBlanks()
    if reader.take("}") { return .object(members) }
    while true {
      reader.skipBlanks()
      guard reader.next == UInt8(ascii: "\"") else {
        throw reader.fault(
          members.isEmpty
            ? "a name in quotation marks or `}` is expected" : "a name in quotation marks is expected behind the comma")
      }
      let start = reader.place
      let name = Located(try reader.string(), at: SourceSpan(file: reader.file, start..<reader.place))
      reader.skipBlanks()
      guard reader.take(":") else { throw reader.fault("`:` is expected behind the name") }
      reader.skipBlanks()
      members.append(JSONNode.Member(name: name, value: try reader.value()))
      reader.skipBlanks()
      if reader.take("}") { return .object(members) }
      guard reader.take(",") else { throw reader.fault("`,` or `}` is expected") }
    }
  }

  private static func array(_ reader: inout JSONReader) throws(ExportFault) -> JSONNode.Content {
    var elements: [JSONNode] = []
    reader.skipBlanks()
    if reader.take("]") { return .array(elements) }
    while true {
      reader.skipBlanks()
      elements.append(try reader.value())
      reader.skipBlanks()
      if reader.take("]") { return .array(elements) }
      guard reader.take(",") else { throw reader.fault("`,` or `]` is expected") }
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    guard let next, character.asciiValue == next else { return false }
    place += 1
    return true
  }

  private mutating func word(_ word: String, _ content: JSONNode.Content) throws(ExportFault) -> JSONNode.Content {
    guard bytes[place...].starts(with: word.utf8) else { throw fault("a value is expected here") }
    place += word.utf8.count
    return content
  }

  private mutating func number() throws(ExportFault) -> String {
    let start = place
    let signs: Set<UInt8> = [0x2B, 0x2D, 0x2E, 0x45, 0x65]
    while let next, (0x30...0x39).contains(next) || signs.contains(next) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard Double(text) != nil else {
      place = start
      throw fault("this is no number")
    }
    return text
  }

  private mutating func string() throws(ExportFault) -> String {
    place += 1
    var text: [UInt8] = []
    while let next {
      switch next {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        place += 1
        text += Array(String(try escape()).utf8)
      case 0..<0x20: throw fault("a text may not go on over the end of a line; write \\n, or close it")
      default:
        text.append(next)
        place += 1
      }
    }
    throw fault("the text in quotation marks is not closed")
  }

  private mutating func escape() throws(ExportFault) -> Character {
    guard let kind = next else { throw fault("the text in quotation marks is not closed") }
    let plain: [UInt8: Character] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
    ]
    if let character = plain[kind] {
      place += 1
      return character
    }
    guard kind == UInt8(ascii: "u") else { throw fault("this is no escape of JSON") }
    place += 1
    let first = try unit()
    // Two halves stand for one scalar; a half alone for none.
    if (0xD800..<0xDC00).contains(first), bytes[place...].starts(with: [0x5C, 0x75]) {
      place += 2
      let second = try unit()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return Character(scalar)
      }
      return "\u{FFFD}"
    }
    return Unicode.Scalar(first).map { Character($0) } ?? "\u{FFFD}"
  }

  private mutating func unit() throws(ExportFault) -> UInt32 {
    let digits = bytes[place..<min(place + 4, bytes.count)]
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw fault("four digits of base 16 are expected")
    }
    place += 4
    return value
  }
}
