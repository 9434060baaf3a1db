import TandemSyntax
import TandemValues

/// A time cursor over something that is no time.
enum CursorType {
  static let rule = Rule(
    code: "T2021", name: "cursor-type", category: .types, severity: .error,
    summary: "A cursor of kind timestamp walks along a property that is no moment in time.",
    page: """
      A time cursor reads again a little behind the last time that it saw, so its property must be a date or a
      datetime. A counter has the kind `rowversion`.
      """,
    failing: Examples.system(changes: "changes: {cursor: version, kind: timestamp, deletes: {kind: keys}}"),
    passing: Examples.system(
      "changed: {type: datetime, readOnly: true}",
      changes: "changes: {cursor: changed, kind: timestamp, deletes: {kind: keys}}"))

  static func diagnostic(_ changes: ChangesDescription, property: PropertyModel, entity: EntityDescription)
    -> Diagnostic
  {
    Diagnostic(
      rule, "the cursor `\(property.name)` of `\(entity.name.value)` is \(Wording.a(property.type.word)), no time",
      explanation: "Name a datetime property, or write `kind: rowversion` if it is a counter.", at: changes.kind.span,
      labels: [Diagnostic.Label(Wording.a(property.type.phrase), at: property.span)])
  }
}
