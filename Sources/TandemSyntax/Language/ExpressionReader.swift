/// Reads the small expression language: conditions on the properties of a record, as `where` and `when` hold them.
///
/// ```
/// expression = term { "or" term } ;  term = factor { "and" factor } ;  factor = "not" factor | test ;
/// test       = operand [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) operand
///            | [ "not" ] "in" "(" literal { "," literal } ")" | "is" [ "not" ] "empty" ] ;
/// operand    = path | "$" parameter | literal | "(" expression ")" ;
/// literal    = '"' text with \" and \\ '"' | number | "true" | "false" ;
/// ```
///
/// An expression in which anything is wrong is not used at all: the readers return `nil` and at least one error.
public enum ExpressionReader {
  /// Reads the expression that stands in a range of a file; blanks around it do not matter.
  ///
  /// - Parameters:
  ///   - range: The bytes of the expression, without backticks or YAML quotation marks.
  ///   - file: The file that holds it; all spans are exact.
  ///   - diagnostics: Receives what is wrong, in the order of the text.
  /// - Returns: The expression, or `nil` after at least one error.
  public static func read(
    _ range: Range<Int>, in file: SourceFile, diagnostics: inout [Diagnostic]
  ) -> Expression? {
    read(ClauseText(range, in: file), diagnostics: &diagnostics)
  }

  /// Reads an expression whose text is not in the file as it stands, because escapes were resolved.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - span: The place that every part of the result names, since no exact one is known.
  ///   - diagnostics: Receives what is wrong.
  /// - Returns: The expression, or `nil` after at least one error.
  public static func read(
    text: String, at span: SourceSpan, diagnostics: inout [Diagnostic]
  ) -> Expression? {
    read(ClauseText(text, at: span), diagnostics: &diagnostics)
  }

  static func read(_ text: ClauseText, diagnostics: inout [Diagnostic]) -> Expression? {
    let text = text.trimmed
    guard !text.range.isEmpty else {
      diagnostics.append(EmptyExpression.diagnostic(at: text.span))
      return nil
    }
    guard text.range.count <= maximumLength else {
      diagnostics.append(ExpressionTooLarge.length(text.range.count, at: text.span))
      return nil
    }
    var lexer = ExpressionLexer(text)
    let tokens = lexer.tokens()
    var failed = !lexer.diagnostics.isEmpty
    var found = lexer.diagnostics
    var result: Expression?
    if !lexer.isTruncated {
      var parser = ExpressionParser(text: text, tokens: tokens)
      result = parser.expression()
      failed = failed || !parser.diagnostics.isEmpty
      found += parser.diagnostics
    }
    diagnostics += found.sorted { $0.span.lowerBound < $1.span.lowerBound }
    return failed ? nil : result
  }

  /// Longer text is refused, in bytes; no person writes such a condition.
  static let maximumLength = 16_384
  /// Parentheses and `not` may be nested this deep.
  static let maximumDepth = 64
  /// An expression may have this many `and` and `or`, so that whatever walks it needs a bounded stack.
  static let maximumConnectives = 500
}
