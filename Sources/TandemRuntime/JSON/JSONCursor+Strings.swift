/// The bytes between the quotation marks of a string.
struct StringBytes {
  var range: Range<Int>
  var hasEscapes: Bool
  var isASCII: Bool
}

extension JSONCursor {
  /// The string that stands here, as it is written.
  @inline(__always)
  mutating func stringBytes() throws(JSONFault) -> StringBytes {
    position += 1
    let start = position
    var hasEscapes = false
    var bits: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return StringBytes(range: start..<(position - 1), hasEscapes: hasEscapes, isASCII: bits < 0x80)
      }
      bits |= byte
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        position += 1
      } else if byte < 0x20 {
        throw fault("a control character stands in a string without an escape")
      }
      position += 1
    }
    throw fault("a string does not end", at: start - 1)
  }

  /// The text of the string that stands here.
  mutating func string() throws(JSONFault) -> String {
    let string = try stringBytes()
    if string.hasEscapes { return String(decoding: try unescaped(string), as: UTF8.self) }
    return try text(string)
  }

  /// Calls `body` with the bytes of the string that stands here, without its escapes.
  mutating func withString<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) throws(JSONFault) -> Result {
    let string = try stringBytes()
    if string.hasEscapes { return try unescaped(string).withUnsafeBufferPointer(body) }
    return body(UnsafeBufferPointer(rebasing: bytes[string.range]))
  }

  /// The bytes as text; bytes that are no UTF-8 are a fault.
  private func text(_ string: StringBytes) throws(JSONFault) -> String {
    let written = UnsafeBufferPointer(rebasing: bytes[string.range])
    var text = String(decoding: written, as: UTF8.self)
    // What is no UTF-8 was replaced, and then the bytes differ.
    if !string.isASCII, !text.withUTF8({ $0.elementsEqual(written) }) { throw invalid(string.range) }
    return text
  }

  func checkUTF8(_ string: StringBytes) throws(JSONFault) {
    if !string.isASCII { _ = try text(string) }
  }

  /// The fault of the first byte that is no part of a character.
  private func invalid(_ range: Range<Int>) -> JSONFault {
    var start = range.lowerBound
    var end = range.upperBound
    // The longest valid beginning is found by halving; this is the way of a fault, so that it may take a while.
    while start < end {
      let middle = (start + end + 1) / 2
      let isValid = (middle...min(middle + 3, range.upperBound)).contains {
        String(validating: bytes[range.lowerBound..<$0], as: UTF8.self) != nil
      }
      if isValid { start = middle } else { end = middle - 1 }
    }
    return fault("a string holds bytes that are no UTF-8", at: start)
  }

  /// The bytes of a string with its escapes replaced, as UTF-8.
  func unescaped(_ string: StringBytes) throws(JSONFault) -> [UInt8] {
    try checkUTF8(string)
    let range = string.range
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        place += 1
        continue
      }
      let start = place
      guard place + 1 < range.upperBound else { throw fault("an escape does not end", at: start) }
      place += 2
      switch bytes[place - 1] {
      case UInt8(ascii: "\""): result.append(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): result.append(UInt8(ascii: "\\"))
      case UInt8(ascii: "/"): result.append(UInt8(ascii: "/"))
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        result.append(contentsOf: String(try escapedScalar(&place, start, range.upperBound)).utf8)
      default: throw fault("an escape is none that JSON knows", at: start)
      }
    }
    return result
  }

  /// The character of `\u` and four digits, of which `place` stands behind the letter; of a pair of surrogates too.
  private func escapedScalar(_ place: inout Int, _ start: Int, _ end: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try hexadecimal(&place, start, end)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, end - place >= 6, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
    else { throw fault("half of a surrogate pair stands alone", at: start) }
    place += 2
    let second = try hexadecimal(&place, start, end)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("half of a surrogate pair stands alone", at: start) }
    return scalar
  }

  private func hexadecimal(_ place: inout Int, _ start: Int, _ end: Int) throws(JSONFault) -> UInt32 {
    guard end - place >= 4 else { throw fault("an escape does not end", at: start) }
    var number: UInt32 = 0
    for byte in bytes[place..<(place + 4)] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw fault("an escape holds something else than four hexadecimal digits", at: start)
      }
      number = number << 4 | UInt32(digit)
    }
    place += 4
    return number
  }
}
