import TandemSemantics
import TandemSyntax
import TandemValues

/// Conditions in words, for testers.
struct ConditionText {
  let words: FlowWords
  let side: FlowSide

  /// The condition, or what holds where it does not: `status is none of R, D`.
  func describe(_ expression: CheckedExpression, negated: Bool = false) -> String {
    switch expression {
    case .property(let path): return words.property(path, side)
    case .parameter(let position):
      return position < words.dataflow.parameters.count
        ? "the parameter \(words.dataflow.parameters[position].name)" : "the parameter"
    case .literal(let value): return VisibleText.show(value)
    case .comparison(let comparison, let left, let right):
      return
        "\(describe(left)) \(word(negated ? opposite(comparison) : comparison)) \(limit(comparison, right, negated))"
    case .membership(let element, let values, let isNegated):
      let isNone = isNegated != negated
      if values.count == 1 { return "\(describe(element)) is \(isNone ? "not " : "")\(VisibleText.show(values[0]))" }
      return "\(describe(element)) is \(isNone ? "none" : "one") of \(VisibleText.show(values))"
    case .emptiness(let element, let isNegated):
      return "\(describe(element)) is \(isNegated != negated ? "not " : "")empty"
    case .and(let left, let right):
      let word = negated ? "or" : "and"
      return "\(describe(left, negated: negated)) \(word) \(describe(right, negated: negated))"
    case .or(let left, let right):
      let word = negated ? "and" : "or"
      return "\(describe(left, negated: negated)) \(word) \(describe(right, negated: negated))"
    case .not(let operand): return describe(operand, negated: !negated)
    }
  }

  private func word(_ comparison: Expression.Comparison) -> String {
    switch comparison {
    case .equal: return "is"
    case .notEqual: return "is not"
    case .less: return "is less than"
    case .lessOrEqual: return "is at most"
    case .greater: return "is greater than"
    case .greaterOrEqual: return "is at least"
    }
  }

  private func opposite(_ comparison: Expression.Comparison) -> Expression.Comparison {
    switch comparison {
    case .equal: return .notEqual
    case .notEqual: return .equal
    case .less: return .greaterOrEqual
    case .lessOrEqual: return .greater
    case .greater: return .lessOrEqual
    case .greaterOrEqual: return .less
    }
  }

  /// The right side; where it belongs to the values that are meant, it is the one to test with.
  private func limit(_ comparison: Expression.Comparison, _ right: CheckedExpression, _ negated: Bool) -> String {
    let text = describe(right)
    guard case .literal = right else { return text }
    switch negated ? opposite(comparison) : comparison {
    case .lessOrEqual, .greaterOrEqual: return "\(text) (take \(text) itself)"
    case .equal, .notEqual, .less, .greater: return text
    }
  }
}
