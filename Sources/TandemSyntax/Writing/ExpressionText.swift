/// Prints expressions and literals.
enum ExpressionText {
  /// The expression as its author wrote it, or in the canonical form where the author's text is not at hand.
  static func text(of expression: Expression) -> String {
    let canonical = canonical(expression)
    guard let extent = Extent(expression) else { return canonical }
    let written = extent.text
    // In single quotation marks of YAML, two of them stand for one.
    let untabbed = String(String.UnicodeScalarView(written.unicodeScalars.map { $0 == "\t" ? " " : $0 }))
    for candidate in [untabbed, untabbed.replacingPairs(of: "'")] where means(candidate, canonical, at: extent.span) {
      return candidate
    }
    return canonical
  }

  /// True when the text reads as the expression whose canonical form is given.
  static func means(_ text: String, _ canonical: String, at span: SourceSpan) -> Bool {
    if text == canonical { return true }
    guard !text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 == UInt8(ascii: "`") }) else {
      return false
    }
    var diagnostics: [Diagnostic] = []
    guard let read = ExpressionReader.read(text: text, at: span, diagnostics: &diagnostics), diagnostics.isEmpty else {
      return false
    }
    return ExpressionText.canonical(read) == canonical
  }

  /// The expression with one blank between its parts and no parenthesis that it does not need.
  static func canonical(_ expression: Expression) -> String { canonical(expression, in: .or) }

  /// A literal as the language writes it.
  static func text(of literal: Literal) -> String {
    switch literal {
    case .string(let text): return quoted(text)
    case .number(let text): return text
    case .boolean(let flag): return FlagForm.text(of: flag)
    }
  }

  /// Text in quotation marks.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { result += "\\" }
      result.unicodeScalars.append(character)
    }
    return result + "\""
  }

  // MARK: - The canonical form

  /// How tightly the parts of an expression are bound, loosest first.
  private enum Level: Int {
    case or, and, not, test, operand
  }

  private static func canonical(_ expression: Expression, in place: Level) -> String {
    let level: Level
    let text: String
    switch expression {
    case .property(let path): return path.text
    case .parameter(let name): return "$" + name.value
    case .literal(let literal): return self.text(of: literal.value)
    case .comparison(let comparison, let left, let right, _):
      level = .test
      text = "\(canonical(left, in: .operand)) \(comparison.rawValue) \(canonical(right, in: .operand))"
    case .membership(let operand, let values, let negated, _):
      level = .test
      let list = values.map { self.text(of: $0.value) }.joined(separator: ", ")
      text = "\(canonical(operand, in: .operand))\(negated ? " not" : "") in (\(list))"
    case .emptiness(let operand, let negated, _):
      level = .test
      text = "\(canonical(operand, in: .operand)) is\(negated ? " not" : "") empty"
    case .not(let operand, _):
      level = .not
      text = "not " + canonical(operand, in: .not)
    case .and(let left, let right):
      level = .and
      text = "\(canonical(left, in: .and)) and \(canonical(right, in: .not))"
    case .or(let left, let right):
      level = .or
      text = "\(canonical(left, in: .or)) or \(canonical(right, in: .and))"
    }
    return level.rawValue < place.rawValue ? "(\(text))" : text
  }
}

/// The bytes of a file that an expression was read from, with the parentheses around it.
private struct Extent {
  private(set) var span: SourceSpan

  var text: String { span.text }

  init?(_ expression: Expression) {
    var spans: [SourceSpan] = []
    Extent.collect(expression, into: &spans)
    guard let first = spans.first, spans.allSatisfy({ $0.file === first.file }) else { return nil }
    let lower = spans.map(\.lowerBound).min() ?? first.lowerBound
    let upper = spans.map(\.upperBound).max() ?? first.upperBound
    guard lower < upper else { return nil }
    span = SourceSpan(file: first.file, Extent.widened(lower..<upper, in: first.file.bytes))
  }

  private static func collect(_ expression: Expression, into spans: inout [SourceSpan]) {
    switch expression {
    case .property(let path): spans.append(path.span)
    case .parameter(let name): spans.append(name.span)
    case .literal(let literal): spans.append(literal.span)
    case .comparison(_, let left, let right, let span):
      spans.append(span)
      collect(left, into: &spans)
      collect(right, into: &spans)
    case .membership(let operand, let values, _, let span):
      spans.append(span)
      spans += values.map(\.span)
      collect(operand, into: &spans)
    case .emptiness(let operand, _, let span), .not(let operand, let span):
      spans.append(span)
      collect(operand, into: &spans)
    case .and(let left, let right), .or(let left, let right):
      collect(left, into: &spans)
      collect(right, into: &spans)
    }
  }

  /// The range with the parentheses that stand around it or that it has only one half of.
  private static func widened(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    // Parameters begin with a sign that does not belong to their names.
    if lower > 0, bytes[lower - 1] == UInt8(ascii: "$") { lower -= 1 }
    while true {
      let (missingOpening, missingClosing) = unbalanced(lower..<upper, in: bytes)
      let opening = previous(lower, in: bytes, UInt8(ascii: "("))
      let closing = next(upper, in: bytes, UInt8(ascii: ")"))
      if missingOpening > 0 {
        guard let opening else { break }
        lower = opening
      } else if missingClosing > 0 {
        guard let closing else { break }
        upper = closing
      } else {
        guard let opening, let closing else { break }
        lower = opening
        upper = closing
      }
    }
    return lower..<upper
  }

  private static func unbalanced(_ range: Range<Int>, in bytes: [UInt8]) -> (opening: Int, closing: Int) {
    var depth = 0
    var missing = 0
    var isQuoted = false
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isQuoted: index += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "(") where !isQuoted: depth += 1
      case UInt8(ascii: ")") where !isQuoted:
        if depth == 0 { missing += 1 } else { depth -= 1 }
      default: break
      }
      index += 1
    }
    return (missing, depth)
  }

  private static func previous(_ place: Int, in bytes: [UInt8], _ mark: UInt8) -> Int? {
    var index = place
    while index > 0, SourceLine.isBlank(bytes[index - 1]) { index -= 1 }
    return index > 0 && bytes[index - 1] == mark ? index - 1 : nil
  }

  private static func next(_ place: Int, in bytes: [UInt8], _ mark: UInt8) -> Int? {
    var index = place
    while index < bytes.count, SourceLine.isBlank(bytes[index]) { index += 1 }
    return index < bytes.count && bytes[index] == mark ? index + 1 : nil
  }
}

extension String {
  /// The text with two of a character replaced by one.
  fileprivate func replacingPairs(of mark: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    var isSecond = false
    for scalar in unicodeScalars {
      if scalar == mark, isSecond {
        isSecond = false
        continue
      }
      isSecond = scalar == mark
      result.append(scalar)
    }
    return String(result)
  }
}
