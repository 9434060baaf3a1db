/// A condition or value of the small expression language, as written.
///
/// Precedence, loosest first: `or`, `and`, `not`, comparisons. `in` takes a parenthesised list of literals.
public indirect enum Expression: Sendable {
  /// The value of a property of the record in question.
  case property(PropertyPath)
  /// The value of a parameter: `$salesProfile`.
  case parameter(Located<String>)
  /// A literal.
  case literal(Located<Literal>)
  /// `left op right`.
  case comparison(Comparison, Expression, Expression, SourceSpan)
  /// `operand in (a, b)`, or `not in` where `negated`.
  case membership(Expression, [Located<Literal>], negated: Bool, SourceSpan)
  /// `operand is empty`, or `is not empty` where `negated`.
  case emptiness(Expression, negated: Bool, SourceSpan)
  /// Both hold.
  case and(Expression, Expression)
  /// One holds.
  case or(Expression, Expression)
  /// It does not hold.
  case not(Expression, SourceSpan)

  /// The comparisons.
  public enum Comparison: String, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }
}

/// A literal of the language. Its type follows from the property that it meets, never from the notation.
public enum Literal: Sendable, Hashable {
  /// Text in quotation marks, or a bare YAML scalar.
  case string(String)
  /// A number, as written.
  case number(String)
  /// `true` or `false`.
  case boolean(Bool)
}
