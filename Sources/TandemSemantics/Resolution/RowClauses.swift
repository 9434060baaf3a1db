import TandemSyntax

/// The clauses of a row, each at most once, sorted by what they say. Of a repeated clause the last one counts.
///
/// A class, because there are many and every step of a row's resolution is given all of them.
final class RowClauses {
  private(set) var choice: Located<Int>?
  private(set) var join: Located<String>?
  private(set) var condition: Located<Expression>?
  private(set) var values: Located<String>?
  private(set) var reference: Located<(source: String, target: String)>?
  private(set) var lookup: Located<(entity: String, pairs: [Clause.LookupPair])>?
  private(set) var constant: Located<Literal>?
  private(set) var parameter: Located<String>?
  private(set) var defaultValue: Located<Literal>?
  private(set) var wins: Located<String>?
  private(set) var format: Located<String>?
  private(set) var conversion: Located<String>?
  private(set) var readBack: SourceSpan?

  /// Sorts the clauses.
  init(_ clauses: [Located<Clause>]) {
    for clause in clauses {
      let span = clause.span
      switch clause.value {
      case .choice(let number): choice = Located(number, at: span)
      case .join(let separator): join = Located(separator, at: span)
      case .when(let expression): condition = Located(expression, at: span)
      case .values(let name): values = Located(name, at: span)
      case .reference(let source, let target): reference = Located((source, target), at: span)
      case .lookup(let entity, let pairs): lookup = Located((entity, pairs), at: span)
      case .constant(let literal): constant = Located(literal, at: span)
      case .parameter(let name): parameter = Located(name, at: span)
      case .defaultValue(let literal): defaultValue = Located(literal, at: span)
      case .wins(let system): wins = Located(system, at: span)
      case .format(let pattern): format = Located(pattern, at: span)
      case .conversion(let name): conversion = Located(name, at: span)
      case .readBack: readBack = span
      }
    }
  }

  /// True when the row names how its value is converted, so that the Data Type column need not.
  var namesConversion: Bool {
    conversion != nil || values != nil || format != nil || reference != nil || lookup != nil || constant != nil
      || parameter != nil
  }
}
