/// The rules on expressions, property paths and literals, in the order of their codes.
enum ExpressionRules {
  static let all: [Rule] = [
    UnknownOperator.rule, UnclosedQuotationMark.rule, ForeignQuotationMarks.rule, MissingOperand.rule,
    UnexpectedText.rule, ExpressionTooLarge.rule, UnbalancedParenthesis.rule, UnknownEscape.rule, MalformedNumber.rule,
    MalformedPropertyPath.rule, EmptyExpression.rule, MalformedList.rule, ComparisonWithEmpty.rule,
    UnexpectedCharacter.rule, ChainedComparison.rule, MalformedLiteral.rule,
  ]
}
