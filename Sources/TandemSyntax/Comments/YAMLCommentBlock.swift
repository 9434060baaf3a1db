/// Lines of YAML that form one comment.
struct YAMLCommentBlock {
  /// The text of each line, without the mark and one blank behind it.
  var lines: [String]
  /// Where the text of each line stands.
  var places: [Range<Int>]
  /// From the first mark to the end of the last line.
  var range: Range<Int>
  /// The column of the marks, from 0, in characters.
  var column: Int
  /// True when something stands before the first mark on its line.
  var isBeside: Bool

  /// Groups the comments of a file: neighbouring lines whose marks stand in one column are one comment.
  ///
  /// A comment beside something goes on below where the marks stand under each other.
  static func blocks(of comments: [Range<Int>], in file: SourceFile) -> [YAMLCommentBlock] {
    var result: [YAMLCommentBlock] = []
    var lastLine = -2
    for range in comments {
      let line = file.lineIndex(at: range.lowerBound)
      let start = file.lineStarts[line]
      let isBeside = !file.bytes[start..<range.lowerBound].allSatisfy {
        SourceLine.isBlank($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF
      }
      let column = file.position(at: range.lowerBound).column - 1
      let place = place(of: range, in: file.bytes)
      let text = String(decoding: file.bytes[place], as: UTF8.self)
      if !isBeside, line == lastLine + 1, let last = result.indices.last, result[last].column == column {
        result[last].lines.append(text)
        result[last].places.append(place)
        result[last].range = result[last].range.lowerBound..<range.upperBound
      } else {
        result.append(
          YAMLCommentBlock(lines: [text], places: [place], range: range, column: column, isBeside: isBeside))
      }
      lastLine = line
    }
    return result
  }

  private static func place(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = range.lowerBound + 1
    if start < range.upperBound, bytes[start] == 0x20 { start += 1 }
    var end = range.upperBound
    while end > start, SourceLine.isBlank(bytes[end - 1]) || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}

extension SyntaxTree {
  /// The places of the comments.
  var comments: [Range<Int>] { tokens.filter { $0.kind == .comment }.map(\.range) }
}

extension SourceFile {
  /// True when the text may hold a comment of YAML; a cheap test before the costly one.
  var hasNumberSign: Bool { bytes.contains(UInt8(ascii: "#")) }
}
