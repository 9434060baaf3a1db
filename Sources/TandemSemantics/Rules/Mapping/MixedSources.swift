import TandemSyntax
import TandemValues

/// Rows of one target that give it different kinds of values.
enum MixedSources {
  static let rule = Rule(
    code: "T3010", name: "mixed-sources", category: .mapping, severity: .error,
    summary: "Rows of one target give it values that cannot be compared.",
    page: """
      Rows with one target form one property of the flow, whose values are compared with what the target holds. So
      they all translate a reference in the same way, or none does, and the Data Type column says the same at each.
      """,
    failing: Examples.rows(
      "{source: countryId, target: Country, lookup: Country, by: {address.city: Name}, choice: 1}",
      "{target: Country, constant: 12345678-9abc-def0-1234-56789abcdef0, choice: 2}"),
    passing: Examples.rows(
      "{source: email, target: Email, type: string, choice: 1}",
      "{source: address.city, target: Email, type: string, choice: 2, direction: to Ledger}"))

  static func diagnostic(_ row: ResolvedRow, first: ResolvedRow) -> Diagnostic {
    Diagnostic(
      rule, "two rows give `\(row.target.path.text)` values that cannot be compared",
      explanation: row.type != first.type
        ? "One makes it \(Wording.a(first.type.word)), the other \(Wording.a(row.type.word)). Write the same type at both."
        : ("One translates a reference and the other does not, or in another way. Translate both alike, or leave "
          + "one out."),
      at: row.row.span, labels: [Diagnostic.Label("the other row", at: first.row.span)])
  }
}
