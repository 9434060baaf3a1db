/// What formatting a text asks for: edits of its white space, and of the rules under and over titles.
public struct Formatting: Sendable {
  /// The text as it stands.
  public let file: SourceFile
  /// The edits, in the order of the text, none of which overlaps another; none where the text is canonical.
  public let edits: [TextEdit]

  /// True when the text is not canonical, and stays as it is because it would say something else afterwards.
  public let isRefused: Bool

  init(file: SourceFile, edits: [TextEdit], isRefused: Bool = false) {
    self.file = file
    self.edits = edits
    self.isRefused = isRefused
  }

  /// True when the text is in the canonical form already.
  public var isCanonical: Bool { edits.isEmpty }

  /// The text in the canonical form.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count + edits.count * 4)
    var position = 0
    for edit in edits {
      result.append(contentsOf: file.bytes[position..<edit.span.lowerBound])
      result.append(contentsOf: edit.replacement.utf8)
      position = edit.span.upperBound
    }
    result.append(contentsOf: file.bytes[position...])
    return result
  }
}

/// Collects the edits of a text from its beginning to its end.
struct EditCollector {
  let file: SourceFile
  private(set) var edits: [TextEdit] = []

  init(_ file: SourceFile) { self.file = file }

  /// Wants some bytes to read otherwise; nothing happens where they read so already.
  ///
  /// The edit is as small as it can be, so that an editor keeps its marks and its cursor.
  mutating func set(_ range: Range<Int>, to replacement: String) {
    let bytes = file.bytes
    let wanted = Array(replacement.utf8)
    var start = 0
    while start < wanted.count, start < range.count, wanted[start] == bytes[range.lowerBound + start] { start += 1 }
    var end = 0
    while end < wanted.count - start, end < range.count - start,
      wanted[wanted.count - 1 - end] == bytes[range.upperBound - 1 - end]
    {
      end += 1
    }
    let changed = range.lowerBound + start..<range.upperBound - end
    let text = String(decoding: wanted[start..<wanted.count - end], as: UTF8.self)
    if changed.isEmpty && text.isEmpty { return }
    edits.append(TextEdit(SourceSpan(file: file, changed), replacement: text))
  }
}

/// The line end that a text uses.
enum LineEnd {
  /// The line end that most lines have; the first one where both are as frequent, LF where there is none.
  static func dominating(in file: SourceFile) -> String {
    let bytes = file.bytes
    var plain = 0
    var long = 0
    var isFirstLong = false
    for start in file.lineStarts.dropFirst() {
      if start >= 2, bytes[start - 2] == 0x0D {
        if plain + long == 0 { isFirstLong = true }
        long += 1
      } else {
        plain += 1
      }
    }
    if long == plain { return isFirstLong ? "\r\n" : "\n" }
    return long > plain ? "\r\n" : "\n"
  }
}
