/// What is wrong with the bytes of a text before anything is read from it; one pass, and fast for plain ASCII.
struct SourceTextScan {
  /// The offsets of bytes that do not belong to UTF-8, the first of each line.
  var invalid: [Int] = []
  /// The offsets of control characters other than TAB, LF and CR, the first of each line.
  var controls: [Int] = []
  /// The number of control characters in the first ``sample`` bytes.
  var controlsInSample = 0
  /// The offsets of invisible characters beyond ASCII, in order.
  var invisible: [Int] = []
  /// The offsets of each CR that no LF follows, the first ones.
  var loneReturns: [Int] = []

  /// So many bytes decide whether a text is binary.
  static let sample = 4_096

  /// Scans the bytes of a file.
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var index = 0
      let count = buffer.count
      while index < count {
        if index + 8 <= count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          // No byte beyond ASCII, none below the blank and no DEL: eight ordinary characters at once.
          let control = (word &- 0x2020_2020_2020_2020) & ~word
          let delete = (word ^ 0x7F7F_7F7F_7F7F_7F7F) &- 0x0101_0101_0101_0101
          if (word | control | delete) & 0x8080_8080_8080_8080 == 0 {
            index += 8
            continue
          }
        }
        let byte = buffer[index]
        if byte >= 0x80 {
          let length = SourceTextScan.sequenceLength(buffer, at: index)
          if length == 0 {
            SourceTextScan.note(index, in: &invalid)
          } else if index > 0 || byte != 0xEF {
            // The very first mark tells the encoding.
            if InvisibleCharacter.isOne(SourceTextScan.scalar(buffer, at: index, length: length)) {
              SourceTextScan.note(index, in: &invisible)
            }
          }
          index += max(length, 1)
          continue
        }
        if byte < 0x20 || byte == 0x7F, byte != 0x0A, byte != 0x09 {
          if byte != 0x0D {
            if index < SourceTextScan.sample { controlsInSample += 1 }
            SourceTextScan.note(index, in: &controls)
          } else if index + 1 == count || buffer[index + 1] != 0x0A {
            SourceTextScan.note(index, in: &loneReturns)
          }
        }
        index += 1
      }
    }
  }

  /// True when there is anything but blanks and line ends.
  static func hasContent(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var index = 0
      let count = buffer.count
      while index < count {
        if index + 8 <= count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if word == 0x0A0A_0A0A_0A0A_0A0A || word == 0x2020_2020_2020_2020 {
            index += 8
            continue
          }
        }
        let byte = buffer[index]
        if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { return true }
        index += 1
      }
      return false
    }
  }

  /// The number of a character of several bytes, which was found to be valid.
  static func scalar(_ bytes: UnsafeRawBufferPointer, at index: Int, length: Int) -> UInt32 {
    var value = UInt32(bytes[index]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return value
  }

  /// Offsets are kept up to a number that no message needs more of.
  private static func note(_ offset: Int, in offsets: inout [Int]) {
    if offsets.count < 10_000 { offsets.append(offset) }
  }

  /// The length of the UTF-8 sequence at an offset; 0 when there is no valid one.
  static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    let first = bytes[index]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard index + length <= bytes.count else { return 0 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0: return second >= 0xA0 ? length : 0
    case 0xED: return second < 0xA0 ? length : 0
    case 0xF0: return second >= 0x90 ? length : 0
    case 0xF4: return second < 0x90 ? length : 0
    default: return length
    }
  }
}
