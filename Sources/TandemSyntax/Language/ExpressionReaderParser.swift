/// Parses the tokens of an expression by recursive descent; it stops at the first fault of structure.
struct ExpressionParser {
  private let text: ClauseText
  private let tokens: [ExpressionToken]
  private var index = 0
  private var depth = 0
  private var connectives = 0
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []

  init(text: ClauseText, tokens: [ExpressionToken]) {
    self.text = text
    self.tokens = tokens
  }

  private var token: ExpressionToken { tokens[index] }

  private mutating func advance() {
    if index + 1 < tokens.count { index += 1 }
  }

  /// The whole text as one expression; `nil` after a diagnostic.
  mutating func expression() -> Expression? {
    guard let result = disjunction() else { return nil }
    switch token.kind {
    case .end: return result
    case .close: diagnostics.append(UnbalancedParenthesis.unopened(text, token.range))
    case .comparison: diagnostics.append(ChainedComparison.diagnostic(text, token.range))
    default: diagnostics.append(UnexpectedText.diagnostic(text, token.range))
    }
    return nil
  }

  private mutating func disjunction() -> Expression? {
    guard var left = conjunction() else { return nil }
    while token.kind == .or {
      guard countConnective() else { return nil }
      advance()
      guard let right = conjunction() else { return nil }
      left = .or(left, right)
    }
    return left
  }

  private mutating func conjunction() -> Expression? {
    guard var left = factor() else { return nil }
    while token.kind == .and {
      guard countConnective() else { return nil }
      advance()
      guard let right = factor() else { return nil }
      left = .and(left, right)
    }
    return left
  }

  private mutating func factor() -> Expression? {
    guard token.kind == .not else { return test() }
    let start = token.range.lowerBound
    guard enter() else { return nil }
    defer { depth -= 1 }
    advance()
    guard let operand = factor() else { return nil }
    return .not(operand, text.span(start..<previousEnd))
  }

  private mutating func test() -> Expression? {
    let start = token.range.lowerBound
    guard let left = operand() else { return nil }
    switch token.kind {
    case .comparison(let comparison):
      advance()
      if isEmptyWord {
        diagnostics.append(ComparisonWithEmpty.diagnostic(text, comparison, start: start, tokens[index - 1], token))
        return nil
      }
      guard let right = operand() else { return nil }
      if case .comparison = token.kind {
        diagnostics.append(ChainedComparison.diagnostic(text, token.range))
        return nil
      }
      return .comparison(comparison, left, right, text.span(start..<previousEnd))
    case .in:
      advance()
      return membership(left, negated: false, start: start)
    case .not:
      advance()
      guard token.kind == .in else {
        diagnostics.append(UnexpectedText.expected("`in` after `not`", text, token.range))
        return nil
      }
      advance()
      return membership(left, negated: true, start: start)
    case .is:
      advance()
      var negated = false
      if token.kind == .not {
        negated = true
        advance()
      }
      guard token.kind == .empty else {
        diagnostics.append(UnexpectedText.expected("`empty` after `is`", text, token.range))
        return nil
      }
      advance()
      return .emptiness(left, negated: negated, text.span(start..<previousEnd))
    default: return left
    }
  }

  /// True at `empty`, `null` or `nil` in the place of a value.
  private var isEmptyWord: Bool {
    if token.kind == .empty { return true }
    guard token.kind == .path else { return false }
    return ["null", "NULL", "nil"].contains(text.string(token.range))
  }

  private mutating func membership(_ operand: Expression, negated: Bool, start: Int) -> Expression? {
    guard token.kind == .open else {
      let list = openList()
      diagnostics.append(MalformedList.missing(text, list.range, isClosed: list.isClosed))
      return nil
    }
    let open = token.range
    advance()
    var values: [Located<Literal>] = []
    while true {
      guard let value = literal() else {
        switch token.kind {
        case .end: diagnostics.append(UnbalancedParenthesis.unclosed(text, open))
        default: diagnostics.append(MalformedList.notLiteral(text, token.range, isFirst: values.isEmpty))
        }
        return nil
      }
      values.append(value)
      if token.kind == .close { break }
      guard token.kind == .comma else {
        if token.kind == .end {
          diagnostics.append(UnbalancedParenthesis.unclosed(text, open))
        } else {
          diagnostics.append(MalformedList.missingComma(text, token.range))
        }
        return nil
      }
      advance()
    }
    advance()
    return .membership(operand, values, negated: negated, text.span(start..<previousEnd))
  }

  /// The literals with commas that stand here without their parentheses, and whether one closes them.
  private func openList() -> (range: Range<Int>, isClosed: Bool) {
    var end = index
    func isLiteral(_ place: Int) -> Bool {
      guard place < tokens.count else { return false }
      switch tokens[place].kind {
      case .text, .number, .boolean: return true
      default: return false
      }
    }
    guard isLiteral(end) else { return (token.range, false) }
    while end + 1 < tokens.count, tokens[end + 1].kind == .comma, isLiteral(end + 2) { end += 2 }
    let isClosed = end + 1 < tokens.count && tokens[end + 1].kind == .close && depth == 0
    return (token.range.lowerBound..<tokens[end].range.upperBound, isClosed)
  }

  private mutating func literal() -> Located<Literal>? {
    let value: Literal
    switch token.kind {
    case .text(let content): value = .string(content)
    case .number: value = .number(text.string(token.range))
    case .boolean(let flag): value = .boolean(flag)
    default: return nil
    }
    defer { advance() }
    return Located(value, at: text.span(token.range))
  }

  private mutating func operand() -> Expression? {
    if let value = literal() { return .literal(value) }
    let range = token.range
    switch token.kind {
    case .path:
      advance()
      return PropertyPathReader.read(text.part(range), diagnostics: &diagnostics).map { .property($0) }
    case .parameter:
      advance()
      return .parameter(Located(text.string(range.lowerBound + 1..<range.upperBound), at: text.span(range)))
    case .open:
      guard enter() else { return nil }
      defer { depth -= 1 }
      advance()
      guard let inner = disjunction() else { return nil }
      switch token.kind {
      case .close:
        advance()
        return inner
      case .end: diagnostics.append(UnbalancedParenthesis.unclosed(text, range))
      case .comparison: diagnostics.append(ChainedComparison.diagnostic(text, token.range))
      default: diagnostics.append(UnexpectedText.diagnostic(text, token.range))
      }
      return nil
    default:
      let before = index > 0 ? tokens[index - 1].range : nil
      diagnostics.append(MissingOperand.diagnostic(text, range, after: before))
      return nil
    }
  }

  private var previousEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : text.range.lowerBound }

  private mutating func enter() -> Bool {
    guard depth < ExpressionReader.maximumDepth else {
      diagnostics.append(ExpressionTooLarge.depth(at: text.span(token.range)))
      return false
    }
    depth += 1
    return true
  }

  private mutating func countConnective() -> Bool {
    guard connectives < ExpressionReader.maximumConnectives else {
      diagnostics.append(ExpressionTooLarge.connectives(at: text.span(token.range)))
      return false
    }
    connectives += 1
    return true
  }
}
