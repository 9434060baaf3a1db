/// Writes the parts of a manifest one after the other.
struct ManifestWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func text(_ text: String) {
    number(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func list<Element>(_ elements: [Element], _ write: (inout ManifestWriter, Element) -> Void) {
    number(UInt64(elements.count))
    for element in elements { write(&self, element) }
  }

  mutating func record(_ record: FileRecord) {
    text(record.path)
    number(record.hash.bits)
  }
}

/// Reads the parts of a manifest; whatever the bytes are, it says that they are none rather than trap.
struct ManifestReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// What is not what it should be.
  struct Damage: Error {}

  mutating func number() throws(Damage) -> UInt64 {
    guard rest.count >= 8 else { throw Damage() }
    var value: UInt64 = 0
    for (place, byte) in rest.prefix(8).enumerated() { value |= UInt64(byte) << (8 * place) }
    rest = rest.dropFirst(8)
    return value
  }

  mutating func text() throws(Damage) -> String {
    let count = try number()
    guard count <= UInt64(rest.count) else { throw Damage() }
    let text = String(decoding: rest.prefix(Int(count)), as: UTF8.self)
    rest = rest.dropFirst(Int(count))
    return text
  }

  mutating func list<Element>(
    _ read: (inout ManifestReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try number()
    // Each element has at least its own length, so a wrong count cannot ask for more memory than there is.
    guard count <= UInt64(rest.count / 8) else { throw Damage() }
    var elements: [Element] = []
    elements.reserveCapacity(Int(count))
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  mutating func record() throws(Damage) -> FileRecord {
    FileRecord(path: try text(), hash: ContentHash(bits: try number()))
  }
}
