import TandemSemantics
import TandemSyntax
import TandemValues

/// Conditions in words, for testers.
enum ConditionText {
  static func describe(_ expression: CheckedExpression) -> String {
    switch expression {
    case .property(let path): return "`\(path.text)`"
    case .parameter(let position): return "parameter \(position + 1)"
    case .literal(let value): return ChecklistBuilder.show(value)
    case .comparison(let comparison, let left, let right):
      let word: String
      switch comparison {
      case .equal: word = "is"
      case .notEqual: word = "is not"
      case .less: word = "is less than"
      case .lessOrEqual: word = "is at most"
      case .greater: word = "is greater than"
      case .greaterOrEqual: word = "is at least"
      }
      return "\(describe(left)) \(word) \(describe(right))"
    case .membership(let element, let values, let negated):
      let list = values.map(ChecklistBuilder.show).joined(separator: ", ")
      return "\(describe(element)) is \(negated ? "none" : "one") of \(list)"
    case .emptiness(let element, let negated): return "\(describe(element)) is \(negated ? "not " : "")empty"
    case .and(let left, let right): return "\(describe(left)) and \(describe(right))"
    case .or(let left, let right): return "(\(describe(left)) or \(describe(right)))"
    case .not(let operand): return "it is not so that \(describe(operand))"
    }
  }
}
