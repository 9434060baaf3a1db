/// One word, sign or literal of an expression.
struct ExpressionToken {
  /// What it is.
  enum Kind: Equatable {
    case path
    case parameter
    /// Text with its escapes resolved.
    case text(String)
    case number
    case boolean(Bool)
    case and, or, not, `in`, `is`, empty
    case comparison(Expression.Comparison)
    case open, close, comma
    case end
  }

  /// What it is.
  var kind: Kind
  /// Where it stands in the text that is read.
  var range: Range<Int>
}

/// Splits an expression into tokens. Signs of other languages are reported and read as what they mean, so that the
/// parser can look for further faults.
struct ExpressionLexer {
  private let text: ClauseText
  private var offset: Int
  private var result: [ExpressionToken] = []
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// True when the rest of the text could not be split, so that parsing makes no sense.
  private(set) var isTruncated = false

  init(_ text: ClauseText) {
    self.text = text
    self.offset = text.range.lowerBound
  }

  private var end: Int { text.range.upperBound }

  /// All tokens, the last of kind `end`.
  mutating func tokens() -> [ExpressionToken] {
    while offset < end, !isTruncated { next() }
    result.append(ExpressionToken(kind: .end, range: end..<end))
    return result
  }

  private mutating func next() {
    let byte = text.bytes[offset]
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: offset += 1
    case UInt8(ascii: "("): add(.open, length: 1)
    case UInt8(ascii: ")"): add(.close, length: 1)
    case UInt8(ascii: ","): add(.comma, length: 1)
    case UInt8(ascii: "\""): quoted()
    case UInt8(ascii: "'"): foreignQuotes(opening: 1, closing: ["'"])
    case UInt8(ascii: "="), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "~"):
      sign()
    case UInt8(ascii: "$"): parameter()
    default:
      let (scalar, length) = ClauseText.scalar(text.bytes, at: offset, before: end)
      if (0x2018...0x201F).contains(scalar.value) || scalar.value == 0xAB || scalar.value == 0xBB {
        foreignQuotes(opening: length, closing: ["\u{2019}", "\u{201D}", "\u{201C}", "\u{BB}", "\u{AB}", "\""])
      } else if ClauseText.isNameScalar(scalar) || byte == UInt8(ascii: ".") {
        word()
      } else {
        diagnostics.append(UnexpectedCharacter.diagnostic(text, offset..<offset + length))
        // What stands behind it belongs to another language too.
        isTruncated = true
      }
    }
  }

  private mutating func add(_ kind: ExpressionToken.Kind, length: Int) {
    result.append(ExpressionToken(kind: kind, range: offset..<offset + length))
    offset += length
  }

  // MARK: Text

  private mutating func quoted() {
    let start = offset
    var content: [UInt8] = []
    var index = offset + 1
    while index < end {
      let byte = text.bytes[index]
      if byte == UInt8(ascii: "\"") {
        result.append(ExpressionToken(kind: .text(String(decoding: content, as: UTF8.self)), range: start..<index + 1))
        offset = index + 1
        return
      }
      if byte == UInt8(ascii: "\\"), index + 1 < end {
        let escaped = text.bytes[index + 1]
        if escaped != UInt8(ascii: "\""), escaped != UInt8(ascii: "\\") {
          let length = ClauseText.scalar(text.bytes, at: index + 1, before: end).length
          diagnostics.append(UnknownEscape.diagnostic(text, index..<index + 1 + length))
        }
        content.append(escaped)
        index += 2
        continue
      }
      content.append(byte)
      index += 1
    }
    diagnostics.append(UnclosedQuotationMark.diagnostic(text, start..<end))
    isTruncated = true
  }

  /// Text between quotation marks of another kind: reported, and read as text.
  private mutating func foreignQuotes(opening: Int, closing: [Unicode.Scalar]) {
    let start = offset
    var index = offset + opening
    while index < end {
      let (scalar, length) = ClauseText.scalar(text.bytes, at: index, before: end)
      if closing.contains(scalar) {
        let content = text.string(start + opening..<index)
        let range = start..<index + length
        diagnostics.append(ForeignQuotationMarks.diagnostic(text, range, content: content))
        result.append(ExpressionToken(kind: .text(content), range: range))
        offset = index + length
        return
      }
      index += length
    }
    diagnostics.append(UnclosedQuotationMark.diagnostic(text, start..<end))
    isTruncated = true
  }

  // MARK: Signs

  private mutating func sign() {
    let start = offset
    let signs: Set<UInt8> = Set("=!<>&|~".utf8)
    while offset < end, signs.contains(text.bytes[offset]) { offset += 1 }
    let range = start..<offset
    let written = text.string(range)
    if let comparison = Expression.Comparison(rawValue: written) {
      result.append(ExpressionToken(kind: .comparison(comparison), range: range))
      return
    }
    let meant = UnknownOperator.meanings[written]
    diagnostics.append(UnknownOperator.diagnostic(text, range, meant: meant?.word))
    result.append(ExpressionToken(kind: meant?.kind ?? .comparison(.equal), range: range))
  }

  // MARK: Words and numbers

  private mutating func parameter() {
    let start = offset
    offset += 1
    let nameStart = offset
    skipWord(dots: false)
    if offset == nameStart {
      diagnostics.append(UnexpectedCharacter.diagnostic(text, start..<offset))
    }
    result.append(ExpressionToken(kind: .parameter, range: start..<offset))
  }

  private mutating func word() {
    let start = offset
    skipWord(dots: true)
    let range = start..<offset
    let first = text.bytes[start]
    let startsLikeNumber =
      isDigit(first) || first == UInt8(ascii: "-") && start + 1 < offset && isDigit(text.bytes[start + 1])
    if startsLikeNumber {
      if isNumber(range) {
        result.append(ExpressionToken(kind: .number, range: range))
        return
      }
      if looksLikeDateOrNumber(range) {
        // The colons of a time belong to it.
        while offset < end, text.bytes[offset] == UInt8(ascii: ":") {
          offset += 1
          skipWord(dots: true)
        }
        diagnostics.append(MalformedNumber.diagnostic(text, start..<offset))
        result.append(ExpressionToken(kind: .number, range: start..<offset))
        return
      }
    }
    result.append(ExpressionToken(kind: kind(ofWord: text.string(range)), range: range))
  }

  private func kind(ofWord word: String) -> ExpressionToken.Kind {
    ExpressionWord(rawValue: word)?.token ?? .path
  }

  private mutating func skipWord(dots: Bool) {
    while offset < end {
      let byte = text.bytes[offset]
      if dots, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$") {
        offset += 1
        continue
      }
      let (scalar, length) = ClauseText.scalar(text.bytes, at: offset, before: end)
      guard ClauseText.isNameScalar(scalar) else { return }
      offset += length
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isNumber(_ range: Range<Int>) -> Bool { LiteralReader.isNumber(text.bytes[range]) }

  /// Digits, signs, points, colons and the letters of an exponent or of a date: nothing that a property is called.
  private func looksLikeDateOrNumber(_ range: Range<Int>) -> Bool {
    text.bytes[range].allSatisfy { isDigit($0) || "-.:TZeE".utf8.contains($0) }
  }
}
