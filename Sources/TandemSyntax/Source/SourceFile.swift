/// A text as it was read, with what is needed to turn byte offsets into lines and columns.
///
/// A reference type, so that a span costs one pointer; two files are the same only if they are the same object.
public final class SourceFile: Sendable {
  /// The path as the user gave it, relative where possible; used in messages.
  public let path: String
  /// The bytes exactly as they were read. Readers must cope with any bytes.
  public let bytes: [UInt8]
  /// The offset of each line's first byte; the first is 0. A line ends after LF (CR LF counts as one end).
  public let lineStarts: [Int]

  /// Makes a source file and finds its lines.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = LineStarts.find(in: bytes)
  }

  /// Makes a source file from text, as tests and generated examples do.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The whole text; invalid UTF-8 shows as replacement characters.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The index of the line that an offset is in.
  func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a line's text begins. A mark of the byte order at the start of the file belongs to none: no editor counts it.
  private func contentStart(of line: Int) -> Int {
    line == 0 && SourceLine.hasByteOrderMark(bytes) ? 3 : lineStarts[line]
  }

  /// The position of a byte offset: line and column from 1, the column in Unicode scalars.
  public func position(at offset: Int) -> SourcePosition {
    let low = lineIndex(at: offset)
    var column = 1
    let start = contentStart(of: low)
    for index in start..<max(start, min(offset, bytes.count)) where bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
    return SourcePosition(line: low + 1, column: column, offset: offset)
  }

  /// The text of one line, counted from 1, without its line end; empty past the end of the file.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = contentStart(of: number - 1)
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A place in a source file, as people and other programs count it.
public struct SourcePosition: Hashable, Sendable {
  /// Counted from 1.
  public var line: Int
  /// Counted from 1, in Unicode scalars.
  public var column: Int
  /// Counted from 0, in bytes.
  public var offset: Int

  /// Makes a position.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}
