import TandemSyntax

/// A transform of the oldest documents in the Data Type column.
enum OldTransformUsed {
  static let rule = Rule(
    code: "T2008", name: "old-transform", category: .types, severity: .note,
    summary: "The Data Type column holds a transform as the oldest documents print them.",
    page: """
      The oldest generator printed transforms with every opening bracket lost. They are understood and do what they
      did. A clause in the Rule column says the same in words.
      """,
    failing: Examples.rows("{source: email, target: Email, type: '\"replace\",\" \",\"\", \"string\"]'}"),
    passing: Examples.rows("{source: email, target: Email, type: string, conversion: removeBlanks}"))

  static func diagnostic(_ column: Located<String>, transform: OldTransform, target: PathResolution, notation: Notation)
    -> Diagnostic
  {
    Diagnostic(
      rule, "`\(column.value)` is a transform of the oldest documents",
      explanation: "It is understood. Today the row names its type alone, and \(transform.advice(in: notation)).",
      at: column.span,
      labels: [Diagnostic.Label("described as \(target.path.type.phrase)", at: target.leaf.span)])
  }
}
