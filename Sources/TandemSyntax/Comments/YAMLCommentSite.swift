/// A part of a YAML document that comments can belong to, with the parts in it.
struct YAMLCommentSite {
  /// The part in the abstract syntax; `nil` for one that has no place there, so that its neighbours take its comments.
  var anchor: Comment.Anchor?
  /// From its key or the dash before it to its end.
  var range: Range<Int>
  /// The column of its first byte, from 0, in bytes.
  var column: Int
  /// What a comment before it belongs to, where that is not the part itself.
  var before: Comment.Anchor?
  /// Where a comment beside it belongs.
  var beside: (anchor: Comment.Anchor, placement: Comment.Placement)?
  /// Where a comment behind the last of its children belongs.
  var end: (anchor: Comment.Anchor, placement: Comment.Placement)?
  /// True for a key that has no part of its own but those in it.
  var isGroup = false
  /// The parts in it.
  var children: [YAMLCommentSite] = []

  /// A part; its key, or what stands behind its dash, begins the range.
  init(_ anchor: Comment.Anchor?, _ range: Range<Int>, in file: SourceFile, isItem: Bool = false) {
    var start = range.lowerBound
    let lineStart = file.lineStarts[file.lineIndex(at: start)]
    if isItem {
      // The dash of the item; between brackets there is none.
      var index = start
      while index > lineStart, SourceLine.isBlank(file.bytes[index - 1]) { index -= 1 }
      if index > lineStart, file.bytes[index - 1] == UInt8(ascii: "-") {
        start = index - 1
      } else if index == lineStart {
        start = YAMLCommentSite.dash(before: lineStart, in: file.bytes) ?? start
      }
    }
    self.anchor = anchor
    self.range = start..<max(start, range.upperBound)
    let line = file.lineStarts[file.lineIndex(at: start)]
    self.column = start - line - (line == 0 && SourceLine.hasByteOrderMark(file.bytes) ? 3 : 0)
    self.before = anchor
    self.beside = anchor.map { ($0, .beside) }
  }

  /// The dash on a line before, when nothing but blanks and comments stands between; comments follow the dash.
  private static func dash(before offset: Int, in bytes: [UInt8]) -> Int? {
    var end = offset
    while end > 0 {
      var start = end - 1
      while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
      let content = bytes[start..<end].drop { SourceLine.isBlank($0) }
      if let first = content.first, first != 0x0A, first != 0x0D, first != UInt8(ascii: "#") {
        let rest = content.dropFirst().drop { SourceLine.isBlank($0) }
        let isAlone = rest.first.map { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "#") } ?? true
        return first == UInt8(ascii: "-") && isAlone ? content.startIndex : nil
      }
      end = start
    }
    return nil
  }
}
