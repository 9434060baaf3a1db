/// The bytes of a JSON text while it is written.
public struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  init() {}

  mutating func mark(_ byte: UInt8) { bytes.append(byte) }

  /// Forgets what was written behind a number of bytes.
  mutating func takeBack(to count: Int) { bytes.removeSubrange(count...) }

  /// Writes a number or word as it is.
  mutating func plain(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a string with the escapes that JSON asks for.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (place, byte) in utf8.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        escape(byte)
        start = place + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x08: plain("\\b")
    case 0x09: plain("\\t")
    case 0x0A: plain("\\n")
    case 0x0C: plain("\\f")
    case 0x0D: plain("\\r")
    case 0..<0x20: plain(byte < 0x10 ? "\\u000\(String(byte, radix: 16))" : "\\u00\(String(byte, radix: 16))")
    default:
      mark(UInt8(ascii: "\\"))
      mark(byte)
    }
  }
}
