import TandemSyntax

/// An expression with all of its grouping shown, for tests: `(or (= a "x") (not b))`.
func describe(_ expression: Expression) -> String {
  switch expression {
  case .property(let path): return path.text
  case .parameter(let name): return "$" + name.value
  case .literal(let literal): return describe(literal.value)
  case .comparison(let comparison, let left, let right, _):
    return "(\(comparison.rawValue) \(describe(left)) \(describe(right)))"
  case .membership(let operand, let values, let negated, _):
    return
      "(\(negated ? "not in" : "in") \(describe(operand)) [\(values.map { describe($0.value) }.joined(separator: " "))])"
  case .emptiness(let operand, let negated, _): return "(\(negated ? "filled" : "empty") \(describe(operand)))"
  case .and(let left, let right): return "(and \(describe(left)) \(describe(right)))"
  case .or(let left, let right): return "(or \(describe(left)) \(describe(right)))"
  case .not(let operand, _): return "(not \(describe(operand)))"
  }
}

/// A literal with its kind shown by its form.
func describe(_ literal: Literal) -> String {
  switch literal {
  case .string(let text): return "\"\(text)\""
  case .number(let text): return text
  case .boolean(let flag): return "\(flag)"
  }
}
