import TandemSyntax

/// A comparison with empty text.
enum EmptyComparison {
  static let rule = Rule(
    code: "T2013", name: "empty-comparison", category: .types, severity: .error,
    summary: "A condition compares with empty text.",
    page: """
      A missing value, an empty text and blanks are different things in the systems and the same thing for a person. A
      comparison with `""` finds only one of them, and usually stands where a value was forgotten. Write the value, or
      `is empty` / `is not empty`.
      """,
    failing: Examples.rows(policy: "where: 'name != \"\"'"),
    passing: Examples.rows(policy: "where: 'name is not empty'"))

  static func diagnostic(
    _ literal: Located<Literal>, comparison: Expression.Comparison, operand: Expression, property: PropertyModel?
  ) -> Diagnostic {
    let test = comparison == .notEqual ? "is not empty" : "is empty"
    let operandSpan = operand.span
    var fixes: [Diagnostic.Fix] = []
    if operandSpan.upperBound < literal.span.lowerBound {
      let span = SourceSpan(file: literal.span.file, operandSpan.upperBound..<literal.span.upperBound)
      fixes = [Diagnostic.Fix("write `\(test)`", safe: false, edits: [TextEdit(span, replacement: " " + test)])]
    }
    return Diagnostic(
      rule, "the condition compares `\(operandSpan.text)` with nothing",
      explanation: "Write the value that is meant, or `\(operandSpan.text) \(test)`.", at: literal.span,
      labels: property.map { [Diagnostic.Label(Wording.a($0.type.phrase), at: $0.span)] } ?? [], fixes: fixes)
  }
}
