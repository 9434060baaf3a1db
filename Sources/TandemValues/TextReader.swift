/// A cursor over the bytes of a text form; reads digits and fixed marks and never runs past the end. It must not outlive
/// the bytes.
struct TextReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Reads a text with a reader over its bytes.
  static func read<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result?) -> Result? {
    var text = text
    return text.withUTF8(body)
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The next byte, or `nil` at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Steps over the next byte when it is one of `marks`, and answers with it.
  mutating func take(_ marks: Character...) -> Character? {
    guard let byte = next else { return nil }
    for mark in marks where mark.asciiValue == byte {
      position += 1
      return mark
    }
    return nil
  }

  /// Steps over the next byte when it is `byte`.
  mutating func take(byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Reads a number of `minimum...maximum` decimal digits, as many as there are; `maximum` stays below 18.
  mutating func digits(_ minimum: Int, _ maximum: Int) -> Int? {
    var value = 0
    var count = 0
    while count < maximum, let byte = next, (0x30...0x39).contains(byte) {
      value = value * 10 + Int(byte - 0x30)
      count += 1
      position += 1
    }
    return count >= minimum ? value : nil
  }

  /// Reads a number of exactly `count` decimal digits.
  mutating func digits(_ count: Int) -> Int? {
    digits(count, count)
  }

  /// Reads the digits of a fraction of a second, of which those past the sixth are dropped; at least one.
  mutating func microseconds() -> Int? {
    var value = 0
    var count = 0
    while let byte = next, (0x30...0x39).contains(byte) {
      if count < 6 { value = value * 10 + Int(byte - 0x30) }
      count += 1
      position += 1
    }
    guard count > 0 else { return nil }
    for _ in min(count, 6)..<6 { value *= 10 }
    return value
  }
}

/// The digits of a number, with zeros before it up to `width`.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (number < 0 ? "-" : "") + zeros + digits
}

/// A fraction of a second as it follows the seconds: nothing, `.fff`, or `.ffffff`.
func fraction(_ microseconds: Int) -> String {
  if microseconds == 0 { return "" }
  return microseconds % 1000 == 0 ? "." + padded(microseconds / 1000, 3) : "." + padded(microseconds, 6)
}

/// The text without blanks and line ends before and after it.
@inlinable
func trimmed(_ text: String) -> String {
  // Most texts have none, which their first and last byte tell.
  let isTrimmed = text.utf8.withContiguousStorageIfAvailable { bytes in
    bytes.count > 0 && !isBlank(bytes[0]) && !isBlank(bytes[bytes.count - 1])
  }
  return isTrimmed == true ? text : withoutOuterBlanks(text)
}

@inlinable
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

@usableFromInline
func withoutOuterBlanks(_ text: String) -> String {
  let bytes = text.utf8
  guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
  else { return "" }
  if first == bytes.startIndex && bytes.index(after: last) == bytes.endIndex { return text }
  return String(decoding: bytes[first...last], as: UTF8.self)
}
