/// A length of time that is not a number with a unit.
public enum MalformedDuration {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0403",
    name: "malformed-duration",
    category: .syntax,
    severity: .error,
    summary: "A length of time is not written as a number with a unit.",
    page: """
      Lengths of time are whole numbers with a unit: `30s`, `5m`, `2h`, `60d` for seconds, minutes, hours and days. How long
      deletions are kept is given in days.
      """,
    failing: .system(
      """
      system: Custom ERP
      changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed, retention: sixty}}
      entities:
        Order:
          properties:
            id: {type: integer, key: true, readOnly: true}
            rowVersion: {type: integer, readOnly: true}

      """),
    passing: .system(
      """
      system: Custom ERP
      changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed, retention: 60d}}
      entities:
        Order:
          properties:
            id: {type: integer, key: true, readOnly: true}
            rowVersion: {type: integer, readOnly: true}

      """)
  )

  static func diagnostic(_ scalar: YAMLScalar, of key: String, form: String) -> Diagnostic {
    Diagnostic(
      rule, "`\(key)` cannot be `\(ClauseText.excerpt(scalar.text))`",
      explanation: "Write a whole number with a unit, such as \(form).", at: scalar.span)
  }
}
