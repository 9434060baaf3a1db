import TandemSyntax
import TandemValues

/// A condition that holds for every record, or for none.
enum ConstantCondition: MappingRule {
  static let rule = Rule(
    code: "T2030", name: "constant-condition", category: .types, severity: .warning,
    summary: "A condition, or a part of one, holds for every record or for none.",
    page: """
      `points > 10 and points < 5` holds for no record, `status != "active" or status != "blocked"` for every one: `and`
      and `or` are easily exchanged. The same goes for a creation that the flow's scope rules out, and for a row behind
      rows that take all records. Tandem tries all cases that the condition can tell apart: the values that it names and
      those between them, every value of a closed enum, and a missing value. Correct the condition, or leave it out.
      """,
    failing: Examples.rows(policy: "where: 'points > 10 and points < 5'"),
    passing: Examples.rows(policy: "where: 'points > 10 or points < 5'"))

  /// Reports the largest part of a condition that is always true, or never.
  static func check(
    _ expression: Expression, _ checked: CheckedExpression, of entity: CatalogEntity, report: Report
  ) {
    // What the author wrote as `true` is meant.
    if case .literal = checked { return }
    let outcome = ConditionReasoning().outcome(checked)
    guard outcome == .open else {
      report.add(diagnostic(expression, outcome, entity: entity))
      return
    }
    // Of a long condition only the whole is looked at.
    guard checked.size <= 24 else { return }
    switch (expression, checked) {
    case (.and(let left, let right), .and(let one, let two)), (.or(let left, let right), .or(let one, let two)):
      check(left, one, of: entity, report: report)
      check(right, two, of: entity, report: report)
    case (.not(let inner, _), .not(let one)): check(inner, one, of: entity, report: report)
    default: break
    }
  }

  /// Conditions that contradict each other: a creation outside the scope, a row behind rows that take all records.
  static func check(_ flow: ResolvedFlow) {
    let reasoning = ConditionReasoning()
    if let scope = flow.sourceScope, case .when(let condition) = flow.creation, let creation = flow.head.flow.creation,
      reasoning.outcome(.and(scope, condition)) == .never, reasoning.outcome(scope) == .open,
      reasoning.outcome(condition) == .open
    {
      flow.context.report.add(
        Diagnostic(
          rule, "no record that takes part satisfies the condition of the creation, so nothing is ever created",
          explanation: "Let the two conditions overlap, or let the flow create nothing (\(never(flow.context))).",
          at: creation.span,
          labels: flow.head.flow.scopes.prefix(1).map {
            Diagnostic.Label("only these records take part", at: $0.condition.span)
          }))
    }
    // Nobody writes more alternatives than these; each is compared with all before it.
    for property in flow.properties where property.combination == .byCondition && property.rows.count <= 16 {
      var before: CheckedExpression?
      for (position, row) in property.rows.enumerated() {
        let condition = row.input.condition
        if let taken = before {
          let left = condition.map { .and($0, .not(taken)) } ?? CheckedExpression.not(taken)
          if reasoning.outcome(left) == .never, condition.map({ reasoning.outcome($0) == .open }) ?? true {
            flow.context.report.add(behind(row, property.rows[..<position]))
          }
        }
        guard let condition else { break }
        before = before.map { .or($0, condition) } ?? condition
      }
    }
  }

  private static func never(_ context: DocumentContext) -> String {
    context.document.notation == .rst ? "\"Before any synchronization can take place, ...\"" : "`create: never`"
  }

  private static func diagnostic(
    _ expression: Expression, _ outcome: ConditionReasoning.Outcome, entity: CatalogEntity
  ) -> Diagnostic {
    let text = expression.span.text
    let advice: String
    switch expression {
    case .and where outcome == .never: advice = "Perhaps `or` was meant in the place of `and`. "
    case .or where outcome == .always: advice = "Perhaps `and` was meant in the place of `or`. "
    default: advice = ""
    }
    return Diagnostic(
      rule, "`\(text)` holds for \(outcome == .never ? "no" : "every") \(entity.title)",
      explanation: advice + "Correct the condition, or leave it out.", at: expression.span,
      labels: [Diagnostic.Label("its values are described here", at: entity.nameSpan)])
  }

  private static func behind(_ row: ResolvedRow, _ others: ArraySlice<ResolvedRow>) -> Diagnostic {
    Diagnostic(
      rule, "this row for `\(row.target.path.text)` never counts, because the rows above it take all records",
      explanation: "Put the narrower condition first, correct the conditions, or remove the row.",
      at: row.clauses.condition?.span ?? row.row.span,
      labels: others.map { Diagnostic.Label("taken first", at: $0.clauses.condition?.span ?? $0.row.span) })
  }
}
