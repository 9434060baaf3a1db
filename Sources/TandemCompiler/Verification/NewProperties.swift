import TandemSyntax

/// Properties that the system has and the description does not.
enum NewProperties {
  static let rule = Rule(
    code: "T1903", name: "new-properties", category: .names, severity: .note,
    summary: "An entity has properties that its description does not name.",
    page: """
      Nothing has to be done: what is not described is neither read nor written. The names are those of the export, in case that
      one of them is wanted. They are told once for each entity.
      """,
    failing: VerificationExample.example(
      "", fields: "\"colour\": {\"type\": \"string\"}, "),
    passing: VerificationExample.passing)

  static func diagnostic(_ properties: [ExportedProperty], entity: Located<String>) -> Diagnostic {
    let shown = properties.prefix(8).map { "`\($0.name.value)`" }.joined(separator: ", ")
    let rest = properties.count > 8 ? " and \(properties.count - 8) more" : ""
    return Diagnostic(
      rule,
      "\(properties.count == 1 ? "a property" : "\(properties.count) properties") of `\(entity.value)` \(properties.count == 1 ? "is" : "are") not described",
      explanation: "The export has \(shown)\(rest) as well.", at: entity.span,
      labels: properties.prefix(1).map { Diagnostic.Label("`\($0.name.value)`", at: $0.name.span) })
  }
}
