import TandemSemantics
import TandemSyntax
import TandemValues

/// Swift expressions of type `Bool` for checked conditions.
struct ConditionExpression {
  /// The variable that holds the record.
  let record: String
  let entity: SwiftEntity

  /// The condition; a missing value satisfies no comparison but `!=`.
  func render(_ expression: CheckedExpression) -> String {
    switch expression {
    case .comparison(let comparison, let left, let right):
      let left = operand(left)
      let right = operand(right)
      switch comparison {
      case .equal: return "Field.isEqual(\(left), to: \(right))"
      case .notEqual: return "!Field.isEqual(\(left), to: \(right))"
      case .less: return "Field.isLess(\(left), than: \(right))"
      case .greater: return "Field.isLess(\(right), than: \(left))"
      case .lessOrEqual: return "(Field.isLess(\(left), than: \(right)) || Field.isEqual(\(left), to: \(right)))"
      case .greaterOrEqual: return "(Field.isLess(\(right), than: \(left)) || Field.isEqual(\(left), to: \(right)))"
      }
    case .membership(let element, let values, let negated):
      let list = values.map(SwiftLiteral.value).joined(separator: ", ")
      return "\(negated ? "!" : "")[\(list)].contains(\(operand(element)))"
    case .emptiness(let element, let negated):
      return "\(negated ? "!" : "")\(operand(element)).isEmpty"
    case .and(let left, let right): return "(\(render(left)) && \(render(right)))"
    case .or(let left, let right): return "(\(render(left)) || \(render(right)))"
    case .not(let operand): return "!(\(render(operand)))"
    case .property, .parameter, .literal:
      return "Field.isEqual(\(operand(expression)), to: .boolean(true))"
    }
  }

  private func operand(_ expression: CheckedExpression) -> String {
    switch expression {
    case .property(let path):
      let path = PathExpression(record: record, entity: entity, path: path)
      return path.mayThrow ? "((try? \(path.value)) ?? .absent)" : path.value
    case .parameter(let position): return "context.parameters[\(position)]"
    case .literal(let value):
      let literal = SwiftLiteral.value(value)
      return literal.hasPrefix(".") ? "Value" + literal : literal
    default: return "Value.boolean(\(render(expression)))"
    }
  }
}
