import TandemSyntax

/// Reads XML from bytes, with exact places, as far as schemas need it: elements, attributes, text, CDATA, comments,
/// processing instructions, a document type that is passed over, and the entities that XML itself defines.
///
/// Entities that a document type declares are not expanded, so no small text becomes a large one. What is not well formed is
/// a fault with its place and what was expected.
struct XMLReader {
  /// Deeper texts are no schemas.
  private static let maximumDepth = 200

  private let file: SourceFile
  private let bytes: [UInt8]
  private var place: Int
  /// The elements that are open, from the outermost.
  private var open: [(element: XMLElement, name: Range<Int>)] = []
  private var root: XMLElement?

  /// True for a text that begins as XML does.
  static func looksLikeXML(_ file: SourceFile) -> Bool {
    var reader = XMLReader(file)
    reader.skipBlanks()
    return reader.next == UInt8(ascii: "<") || isUTF16(file.bytes)
  }

  /// The root of the text.
  static func read(_ file: SourceFile) throws(ExportFault) -> XMLElement {
    var reader = XMLReader(file)
    if isUTF16(file.bytes) { throw reader.fault("the XML is in UTF-16; save it in UTF-8") }
    return try reader.document()
  }

  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x3C, 0x00])
      || bytes.starts(with: [0x00, 0x3C])
  }

  private init(_ file: SourceFile) {
    self.file = file
    bytes = file.bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  // MARK: - The text

  private mutating func document() throws(ExportFault) -> XMLElement {
    while place < bytes.count {
      if next == UInt8(ascii: "<") {
        try markup()
      } else {
        try text()
      }
    }
    if let element = open.last {
      throw fault("`<\(element.element.name)>` is never closed", at: element.element.span)
    }
    guard let root else { throw fault("the file holds no element") }
    return root
  }

  private mutating func markup() throws(ExportFault) {
    if starts(with: "<!--") { return try skip(to: "-->", what: "the comment", length: 4) }
    if starts(with: "<![CDATA[") { return try characterData() }
    if starts(with: "<?") { return try instruction() }
    if starts(with: "<!DOCTYPE") { return try documentType() }
    if starts(with: "</") { return try endTag() }
    try startTag()
  }

  private mutating func text() throws(ExportFault) {
    let start = place
    while let next, next != UInt8(ascii: "<") { place += 1 }
    let content = bytes[start..<place]
    guard !open.isEmpty else {
      if let other = content.firstIndex(where: { !Self.isBlank($0) }) {
        place = other
        throw fault(root == nil ? "`<` is expected here" : "something follows the end of the XML")
      }
      return
    }
    if content.allSatisfy(Self.isBlank) { return }
    open[open.count - 1].element.text += try resolved(start..<place)
  }

  private mutating func characterData() throws(ExportFault) {
    let start = place + 9
    try skip(to: "]]>", what: "the CDATA section", length: 9)
    guard !open.isEmpty else {
      place = start - 9
      throw fault("text stands outside of the root element")
    }
    open[open.count - 1].element.text += String(decoding: bytes[start..<(place - 3)], as: UTF8.self)
  }

  private mutating func instruction() throws(ExportFault) {
    let start = place
    try skip(to: "?>", what: "the instruction", length: 2)
    // Bytes of another encoding would become other names.
    guard bytes[start..<place].starts(with: "<?xml ".utf8) else { return }
    let words = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    guard let declared = words.ranges(of: "encoding").first else { return }
    let value = words[declared.upperBound...].drop { " =\t\r\n\"'".contains($0) }.prefix { !"\"' ?".contains($0) }
    guard !["utf-8", "utf8", "us-ascii", "ascii"].contains(String(value)) else { return }
    let isPlain = bytes.allSatisfy { $0 < 0x80 }
    if isPlain { return }
    throw fault(
      "the XML says that its encoding is `\(value)`; save it in UTF-8", at: SourceSpan(file: file, start..<place))
  }

  /// Passes over a document type; what it declares is not used.
  private mutating func documentType() throws(ExportFault) {
    let start = place
    var depth = 0
    var quote: UInt8?
    while let byte = next {
      place += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "<"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ">"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return }
      default: break
      }
    }
    place = start
    throw fault("the document type is never closed")
  }

  // MARK: - Tags

  private mutating func startTag() throws(ExportFault) {
    let start = place
    place += 1
    let name = try self.name("the name of an element")
    var element = XMLElement(name: local(name), span: SourceSpan(file: file, start..<place))
    while true {
      let before = place
      skipBlanks()
      guard let next else {
        place = start
        throw fault("the tag is never closed")
      }
      if next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { break }
      guard place > before else { throw fault("a blank or `>` is expected here") }
      let attribute = try attribute()
      if element.attributes.contains(where: { $0.name == attribute.name && $0.prefix == attribute.prefix }) {
        throw fault("the attribute `\(attribute.name)` stands twice in one tag", at: attribute.value.span)
      }
      element.attributes.append(attribute)
    }
    let isEmpty = next == UInt8(ascii: "/")
    if isEmpty { place += 1 }
    guard next == UInt8(ascii: ">") else { throw fault("`>` is expected behind `/`") }
    place += 1
    element.span = SourceSpan(file: file, start..<place)
    if open.isEmpty, root != nil { throw fault("a second element follows the root", at: element.span) }
    if isEmpty { return close(element) }
    if open.count >= Self.maximumDepth {
      throw fault("the XML is nested more than \(Self.maximumDepth) levels deep", at: element.span)
    }
    open.append((element, name))
  }

  private mutating func endTag() throws(ExportFault) {
    let start = place
    place += 2
    let name = try self.name("the name of the element that ends")
    skipBlanks()
    guard next == UInt8(ascii: ">") else { throw fault("`>` is expected here") }
    place += 1
    let span = SourceSpan(file: file, start..<place)
    guard let last = open.popLast() else { throw fault("`</\(local(name))>` closes nothing", at: span) }
    guard bytes[last.name].elementsEqual(bytes[name]) else {
      let line = last.element.span.start.line
      throw fault(
        "`</\(local(name))>` stands where `<\(last.element.name)>` of line \(line) is to be closed", at: span)
    }
    close(last.element)
  }

  private mutating func close(_ element: XMLElement) {
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].element.children.append(element)
    }
  }

  private mutating func attribute() throws(ExportFault) -> XMLElement.Attribute {
    let name = try self.name("the name of an attribute")
    skipBlanks()
    guard next == UInt8(ascii: "=") else { throw fault("`=` is expected behind the name of the attribute") }
    place += 1
    skipBlanks()
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault("a value in quotation marks is expected here")
    }
    let start = place + 1
    place = start
    while let byte = next, byte != quote {
      if byte == UInt8(ascii: "<") { throw fault("`<` cannot stand in the value of an attribute; write `&lt;`") }
      place += 1
    }
    guard next == quote else {
      place = start - 1
      throw fault("the value of the attribute is never closed")
    }
    let span = SourceSpan(file: file, start..<place)
    place += 1
    let prefix = bytes[name].firstIndex(of: UInt8(ascii: ":")).map {
      String(decoding: bytes[name][..<$0], as: UTF8.self)
    }
    return XMLElement.Attribute(
      prefix: prefix ?? "", name: local(name), value: Located(try resolved(span.range), at: span))
  }

  /// The bytes of a name with its prefix.
  private mutating func name(_ what: String) throws(ExportFault) -> Range<Int> {
    let start = place
    while let byte = next, Self.isName(byte, isFirst: place == start) { place += 1 }
    guard place > start else { throw fault("\(what) is expected here") }
    return start..<place
  }

  private func local(_ name: Range<Int>) -> String {
    let first = bytes[name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.lowerBound
    return String(decoding: bytes[first..<name.upperBound], as: UTF8.self)
  }

  // MARK: - Characters

  /// The text of some bytes, with its entities resolved.
  private func resolved(_ range: Range<Int>) throws(ExportFault) -> String {
    guard bytes[range].contains(UInt8(ascii: "&")) else { return String(decoding: bytes[range], as: UTF8.self) }
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "&") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      // The longest is `&#x10FFFF;`, perhaps with some zeros.
      let limit = min(range.upperBound, index + 16)
      guard let end = bytes[index..<limit].firstIndex(of: UInt8(ascii: ";")), let scalar = entity((index + 1)..<end)
      else {
        throw fault(
          "`&` begins an entity that XML does not know; a plain one is written `&amp;`",
          at: SourceSpan(file: file, index..<(index + 1)))
      }
      result += Array(String(Character(scalar)).utf8)
      index = end + 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func entity(_ name: Range<Int>) -> Unicode.Scalar? {
    let text = String(decoding: bytes[name], as: UTF8.self)
    switch text {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard text.hasPrefix("#") else { return nil }
    let isHexadecimal = text.hasPrefix("#x")
    let digits = text.dropFirst(isHexadecimal ? 2 : 1)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
      let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), code > 0
    else { return nil }
    return Unicode.Scalar(code)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: ":"): return true
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "."): return !isFirst
    default: return false
    }
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func starts(with text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard place + length <= bytes.count else { return false }
    for index in 0..<length where bytes[place + index] != text.utf8Start[index] { return false }
    return true
  }

  private mutating func skipBlanks() { while let next, Self.isBlank(next) { place += 1 } }

  /// Goes behind the next occurrence of a text.
  private mutating func skip(to text: StaticString, what: String, length: Int) throws(ExportFault) {
    let start = place
    place += length
    while place < bytes.count {
      if starts(with: text) {
        place += text.utf8CodeUnitCount
        return
      }
      place += 1
    }
    place = start
    throw fault("\(what) is never closed")
  }

  private func fault(_ message: String, at span: SourceSpan? = nil) -> ExportFault {
    let start = min(place, bytes.count)
    let here = SourceSpan(file: file, start..<min(start + 1, bytes.count))
    return ExportFault(span: span ?? here, message: message, notation: "XML")
  }
}
