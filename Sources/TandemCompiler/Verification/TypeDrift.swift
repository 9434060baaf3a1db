import TandemSyntax
import TandemValues

/// A property whose type is another one now.
enum TypeDrift {
  static let rule = Rule(
    code: "T2901", name: "type-drift", category: .types, severity: .error,
    summary: "A property has another type in the export than in the description.",
    page: """
      Values that are read do not have the form that the rows expect, and those that are written are refused. It is an error where
      a flow uses the property, and a warning elsewhere. Correct the type, and look with `tandem check` at what the rows make of
      it then. Text that the export lists the values of, and whole numbers without digits after the point, are no other types.
      """,
    failing: VerificationExample.example("", label: "{\"type\": \"integer\"}"), passing: VerificationExample.passing)

  static func diagnostic(
    _ path: String, entity: String, from old: ValueType, to new: ValueType, described: PropertyDescription,
    at exported: Located<String>
  ) -> Diagnostic {
    Diagnostic(
      rule, "`\(path)` of \(entity) is \(MappingWords.type(new)) now, and described as \(MappingWords.type(old))",
      explanation: "Correct the type, and let `tandem check` look at the rows again.", at: described.type.span,
      labels: [Diagnostic.Label("\(MappingWords.type(new)) here", at: exported.span)])
  }
}
