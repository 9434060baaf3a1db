/// A word of the expression language. The lexer, the messages and the forms of ``ExpressionForm`` take it from here.
public enum ExpressionWord: String, Sendable, CaseIterable, CustomStringConvertible {
  case and, or, not, `in`, `is`, empty, `true`, `false`

  /// The word as it is written.
  public var description: String { rawValue }

  /// What it is in an expression.
  var token: ExpressionToken.Kind {
    switch self {
    case .and: return .and
    case .or: return .or
    case .not: return .not
    case .in: return .in
    case .is: return .is
    case .empty: return .empty
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    }
  }

  /// The word that was meant by one in other letters: `AND`, `adn`; `nil` when that is not certain.
  static func meant(by written: String) -> ExpressionWord? {
    let lowered = written.lowercased()
    if let word = ExpressionWord(rawValue: lowered) { return lowered == written ? nil : word }
    // Short words are one letter away from many names, so two letters must be the right ones.
    return allCases.first { word in
      guard word.rawValue.count > 1, lowered.count > 1, abs(word.rawValue.count - lowered.count) < 2 else {
        return false
      }
      if word.rawValue.count == 2 { return lowered.count == 2 && lowered == String(word.rawValue.reversed()) }
      return SpellingDistance.between(lowered, word.rawValue, limit: 1) != nil
    }
  }
}
