import TandemSyntax

/// A property that cannot be written any more.
enum WriteDrift {
  static let rule = Rule(
    code: "T3902", name: "no-longer-writable", category: .mapping, severity: .error,
    summary: "The system does not let others write a property that the description lets them write.",
    page: """
      A write of the property is refused, or silently left out. It is an error where a row writes it, and a warning elsewhere. Let
      the rows travel the other way only, or take the protection off in the system; --fix writes what the export says into the
      description.
      """,
    failing: VerificationExample.example("", label: "{\"type\": \"string\", \"max\": 40, \"readOnly\": true}"),
    passing: VerificationExample.passing)

  static func diagnostic(
    _ path: String, entity: String, isReadOnly: Bool, described: PropertyDescription, at exported: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      rule,
      isReadOnly
        ? "`\(path)` of \(entity) can only be read now" : "`\(path)` of \(entity) can only be given at creation now",
      explanation: isReadOnly
        ? "Let its rows travel out of the system only." : "Let its rows travel at creation only, or out of the system.",
      at: described.name.span, labels: [Diagnostic.Label("protected here", at: exported.span)],
      fixes: DescriptionEdit.adding(isReadOnly ? "readOnly: true" : "createOnly: true", to: described))
  }
}
