import TandemValues

/// Builds a compact sequence of bytes.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func unsigned(_ number: UInt128) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func count(_ count: Int) { unsigned(UInt128(UInt(bitPattern: count))) }

  /// Small numbers of either sign take few bytes.
  mutating func signed(_ number: Int128) {
    unsigned(UInt128(bitPattern: (number << 1) ^ (number >> 127)))
  }

  mutating func fixed<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func block(_ block: [UInt8]) {
    count(block.count)
    bytes.append(contentsOf: block)
  }

  mutating func text(_ text: String) {
    count(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }
}

/// Reads what a ``ByteWriter`` wrote; bytes that it never writes are an error, not a trap.
struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let damaged = StateError.unreadable("a stored value is damaged")

  var remaining: Int { bytes.count - position }

  mutating func byte() throws(StateError) -> UInt8 {
    guard position < bytes.count else { throw Self.damaged }
    position += 1
    return bytes[position - 1]
  }

  mutating func unsigned() throws(StateError) -> UInt128 {
    var result: UInt128 = 0
    var shift: UInt128 = 0
    while true {
      let next = try byte()
      guard shift < 128 else { throw Self.damaged }
      result |= UInt128(next & 0x7F) << shift
      if next & 0x80 == 0 { return result }
      shift += 7
    }
  }

  /// A count of things that take at least one byte each, so that a damaged count cannot ask for memory.
  mutating func count() throws(StateError) -> Int {
    guard let count = Int(exactly: try unsigned()), count <= remaining else { throw Self.damaged }
    return count
  }

  mutating func number() throws(StateError) -> Int {
    guard let number = Int(exactly: try unsigned()) else { throw Self.damaged }
    return number
  }

  mutating func signed() throws(StateError) -> Int128 {
    let raw = try unsigned()
    return Int128(bitPattern: (raw >> 1) ^ (0 &- (raw & 1)))
  }

  mutating func signed64() throws(StateError) -> Int64 {
    guard let number = Int64(exactly: try signed()) else { throw Self.damaged }
    return number
  }

  mutating func fixed<Number: FixedWidthInteger>(_ type: Number.Type) throws(StateError) -> Number {
    let size = MemoryLayout<Number>.size
    guard remaining >= size else { throw Self.damaged }
    var result: Number = 0
    for _ in 0..<size { result = (result << 8) | Number(truncatingIfNeeded: try byte()) }
    return result
  }

  mutating func block() throws(StateError) -> [UInt8] {
    let count = try count()
    position += count
    return Array(bytes[(position - count)..<position])
  }

  mutating func text() throws(StateError) -> String {
    guard let text = String(validating: try block(), as: UTF8.self) else { throw Self.damaged }
    return text
  }

  func end() throws(StateError) {
    guard remaining == 0 else { throw Self.damaged }
  }
}
