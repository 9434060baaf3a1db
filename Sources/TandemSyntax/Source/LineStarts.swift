/// Finds the lines of a text, eight bytes at a time.
enum LineStarts {
  /// The offset of each line's first byte; the first is 0. A line ends after LF.
  static func find(in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBytes { buffer in
      // The room is known, so that a text of line ends alone costs no growing.
      let count = 1 + lineEnds(in: buffer) { _ in }
      return [Int](unsafeUninitializedCapacity: count) { starts, filled in
        guard let start = starts.baseAddress else { return }
        start.initialize(to: 0)
        var next = start + 1
        filled = 1
        filled += lineEnds(in: buffer) { offset in
          next.initialize(to: offset + 1)
          next += 1
        }
      }
    }
  }

  /// Calls `found` with the offset of each LF, in order, and returns how many there are.
  @inline(__always)
  private static func lineEnds(in buffer: UnsafeRawBufferPointer, _ found: (Int) -> Void) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = 0
    var index = 0
    while index + 8 <= buffer.count {
      // An LF becomes a zero byte. The lowest bit that this formula sets stands for a zero byte; higher ones may not, so
      // what stands behind the first is looked at again.
      let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let zeroed = word ^ (ones &* 0x0A)
      let marks = (zeroed &- ones) & ~zeroed & (ones &* 0x80)
      guard marks != 0 else {
        index += 8
        continue
      }
      index += marks.trailingZeroBitCount / 8
      found(index)
      count += 1
      index += 1
    }
    while index < buffer.count {
      if buffer[index] == 0x0A {
        found(index)
        count += 1
      }
      index += 1
    }
    return count
  }
}
