/// Makes the tokens of an RST document from its lines: every byte in exactly one of them.
enum RSTTokens {
  static func tokens(of lines: [RSTLine], in file: SourceFile) -> [SyntaxToken] {
    var builder = Builder(bytes: file.bytes)
    if SourceLine.hasByteOrderMark(file.bytes) { builder.add(.byteOrderMark, to: 3) }
    for line in lines {
      let source = line.source
      builder.add(.indentation, to: source.contentStart)
      if line.isUnexpected || line.isFaulty {
        builder.add(.unexpected, to: source.contentEnd)
      } else {
        builder.addContent(of: line)
      }
      builder.add(.blank, to: source.terminator)
      builder.add(.lineEnd, to: source.end)
    }
    return builder.tokens
  }

  private struct Builder {
    let bytes: [UInt8]
    var tokens: [SyntaxToken] = []
    var position = 0

    /// Adds a token up to an offset, unless it would be empty.
    mutating func add(_ kind: SyntaxToken.Kind, to end: Int) {
      guard end > position else { return }
      tokens.append(SyntaxToken(kind, position..<end))
      position = end
    }

    mutating func addContent(of line: RSTLine) {
      let content = line.content
      switch line.shape {
      case .blank: break
      case .rule: add(.rule, to: content.upperBound)
      case .directive, .option: add(.directive, to: content.upperBound)
      case .comment: add(.comment, to: content.upperBound)
      case .text: add(.sentence, to: content.upperBound)
      case .row:
        add(.punctuation, to: content.lowerBound + 1)
        addBlanks(to: content.upperBound)
        if position < content.upperBound, bytes[position] == UInt8(ascii: "-") {
          add(.punctuation, to: position + 1)
          addBlanks(to: content.upperBound)
        }
        add(.scalar, to: content.upperBound)
      case .cell:
        add(.punctuation, to: content.lowerBound + 1)
        addBlanks(to: content.upperBound)
        add(.scalar, to: content.upperBound)
      }
    }

    private mutating func addBlanks(to end: Int) {
      var index = position
      while index < end, SourceLine.isBlank(bytes[index]) { index += 1 }
      add(.blank, to: index)
    }
  }
}
