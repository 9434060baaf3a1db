/// Reads one literal of the language: `"text"`, `12.5`, `true`, `false`.
public enum LiteralReader {
  /// Reads the literal that stands in a range of a file; blanks around it do not matter.
  ///
  /// - Parameters:
  ///   - range: The bytes of the literal, with its quotation marks.
  ///   - file: The file that holds it.
  ///   - diagnostics: Receives what is wrong, with a fix where there is one.
  /// - Returns: The literal with the place of all of it, or `nil` after at least one error.
  public static func read(
    _ range: Range<Int>, in file: SourceFile, diagnostics: inout [Diagnostic]
  ) -> Located<Literal>? {
    read(ClauseText(range, in: file), diagnostics: &diagnostics)
  }

  /// Reads a literal whose text is not in the file as it stands, because escapes were resolved.
  ///
  /// - Parameters:
  ///   - text: The literal.
  ///   - span: The place that the result names.
  ///   - diagnostics: Receives what is wrong.
  /// - Returns: The literal, or `nil` after at least one error.
  public static func read(text: String, at span: SourceSpan, diagnostics: inout [Diagnostic]) -> Located<Literal>? {
    read(ClauseText(text, at: span), diagnostics: &diagnostics)
  }

  static func read(_ text: ClauseText, diagnostics: inout [Diagnostic]) -> Located<Literal>? {
    let text = text.trimmed
    guard !text.range.isEmpty else {
      diagnostics.append(MalformedLiteral.missing(at: text.span))
      return nil
    }
    var lexer = ExpressionLexer(text)
    let tokens = text.range.count <= maximumLength ? lexer.tokens() : []
    guard lexer.diagnostics.isEmpty else {
      diagnostics += lexer.diagnostics
      return nil
    }
    if tokens.count == 2 {
      switch tokens[0].kind {
      case .text(let content): return Located(.string(content), at: text.span)
      case .number: return Located(.number(text.string(text.range)), at: text.span)
      case .boolean(let flag): return Located(.boolean(flag), at: text.span)
      default: break
      }
    }
    diagnostics.append(MalformedLiteral.unquoted(text))
    return nil
  }

  /// True for an optional `-`, digits, and at most one decimal point between digits.
  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    var points = 0
    var previousIsDigit = false
    for byte in rest {
      if byte == UInt8(ascii: "."), previousIsDigit, points == 0 {
        points = 1
        previousIsDigit = false
      } else if byte >= 0x30 && byte <= 0x39 {
        previousIsDigit = true
      } else {
        return false
      }
    }
    return previousIsDigit
  }

  /// A longer literal is refused, in bytes.
  static let maximumLength = 65_536
}
