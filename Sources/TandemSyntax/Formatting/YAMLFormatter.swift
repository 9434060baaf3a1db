/// Brings YAML into the canonical form: documents, descriptions of systems, and whatever else is written in Tandem's part
/// of YAML.
enum YAMLFormatter {
  /// The edits of a text without faults.
  static func edits(of document: YAMLDocument) -> [TextEdit] {
    let file = document.tree.file
    let structure = YAMLStructure(document)
    let pieces = YAMLColumns.place(YAMLPiece.pieces(of: document, structure), structure, file.bytes)
    var printer = Printer(file: file, structure: structure, pieces: pieces)
    return printer.edits()
  }

  /// The number of characters in a range.
  static func width(_ range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Makes the edits.
  private struct Printer {
    let structure: YAMLStructure
    let pieces: [YAMLPiece]
    private let bytes: [UInt8]
    private let lineEnd: String
    private var collector: EditCollector

    init(file: SourceFile, structure: YAMLStructure, pieces: [YAMLPiece]) {
      self.structure = structure
      self.pieces = pieces
      bytes = file.bytes
      lineEnd = LineEnd.dominating(in: file)
      collector = EditCollector(file)
    }

    mutating func edits() -> [TextEdit] {
      var position = SourceLine.hasByteOrderMark(bytes) ? 3 : 0
      // The text of whole lines that ends at ``position``.
      var text: YAMLStructure.BlockText?
      var previousEnd = 0
      for (index, piece) in pieces.enumerated() {
        if piece.role == .lines {
          collector.set(position..<piece.range.lowerBound, to: lineEnd)
          if let text { setLines(piece.range, of: text) }
        } else {
          let gap: String
          if index == 0 {
            gap = blanks(piece.column)
          } else if piece.isFirst {
            let keepsAll = text?.chomping == UInt8(ascii: "+")
            let number = isOtherComment(index) ? 2 : min(piece.lineEndsBefore, 2)
            let separation = keepsAll ? keptEnds(position..<piece.range.lowerBound) : ends(number)
            gap = separation + blanks(piece.column)
          } else {
            gap = blanks(piece.column - previousEnd)
          }
          collector.set(position..<piece.range.lowerBound, to: gap)
          setContinuation(of: piece)
          // A comment may stand between the sign and the lines.
          if piece.role != .comment || piece.isFirst { text = structure.blockTexts[piece.range.lowerBound] }
        }
        position = piece.range.upperBound
        previousEnd = piece.end
      }
      finish(from: position, behind: text)
      return collector.edits
    }

    /// True for a comment that would become one with the comment above it, because both get one column: a blank line
    /// keeps them apart.
    private func isOtherComment(_ index: Int) -> Bool {
      let (comment, above) = (pieces[index], pieces[index - 1])
      return comment.role == .comment && above.role == .comment && comment.lineEndsBefore == 1
        && comment.column == above.column && comment.oldColumn != above.oldColumn
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
    private func ends(_ count: Int) -> String { String(repeating: lineEnd, count: count) }

    /// The line ends behind a text that keeps them all. With a tab among them only their author knows which these are.
    private func keptEnds(_ gap: Range<Int>) -> String {
      if bytes[gap].contains(0x09) {
        let end = bytes[gap].lastIndex(of: 0x0A).map { $0 + 1 } ?? gap.lowerBound
        return String(decoding: bytes[gap.lowerBound..<end], as: UTF8.self)
      }
      return ends(bytes[gap].count { $0 == 0x0A })
    }

    /// Sets the end of the file: one line end, unless the line ends there are part of a text.
    private mutating func finish(from position: Int, behind text: YAMLStructure.BlockText?) {
      let count = bytes[position...].count { $0 == 0x0A }
      guard let text, text.chomping != UInt8(ascii: "-"), !pieces.isEmpty else {
        return collector.set(position..<bytes.count, to: pieces.isEmpty ? ends(min(count, 1)) : lineEnd)
      }
      let keepsAll = text.chomping == UInt8(ascii: "+")
      collector.set(position..<bytes.count, to: keepsAll ? keptEnds(position..<bytes.count) : ends(min(count, 1)))
    }

    /// Sets the lines behind the first of a plain or quoted text.
    private mutating func setContinuation(of piece: YAMLPiece) {
      guard piece.role == .scalar else { return }
      for line in YAMLScalarLines.lines(of: piece, bytes) {
        collector.set(line.gap, to: ends(line.lineEnds) + blanks(line.indentation))
      }
    }

    /// Sets the indentation and the line ends of a text of whole lines; blanks behind its indentation are text.
    private mutating func setLines(_ range: Range<Int>, of text: YAMLStructure.BlockText) {
      var position = range.lowerBound
      while position < range.upperBound {
        var end = position
        while end < range.upperBound, bytes[end] != 0x0A { end += 1 }
        let next = min(end + 1, range.upperBound)
        if end > position, end < range.upperBound, bytes[end - 1] == 0x0D { end -= 1 }
        var content = position
        while content < end, content - position < text.indentation.old, bytes[content] == 0x20 { content += 1 }
        collector.set(position..<content, to: content == end ? "" : blanks(text.indentation.new))
        if next > end { collector.set(end..<next, to: lineEnd) }
        position = next
      }
    }
  }
}
