import TandemSemantics
import TandemSyntax

/// An export of a system that is not described.
enum ForeignExport {
  static let rule = Rule(
    code: "T0903", name: "foreign-export", category: .syntax, severity: .error,
    summary: "An exported schema belongs to none of the described systems.",
    page: """
      An export is compared with the description of its system: the one that it names, the one that `--system` names, or the
      one whose entities and properties it shares. This one shares too little with any. Perhaps it was made of another system,
      or of entities that nobody has described yet.
      """,
    failing: VerificationExample.json(
      "{\"entities\": {\"Planet\": {\"fields\": {\"moons\": {\"type\": \"integer\"}}}}}"),
    passing: VerificationExample.passing)

  static func diagnostic(_ schema: ExportedSchema, systems: [SystemModel], wanted: String?) -> Diagnostic {
    let names = schema.entities.prefix(4).map { "`\($0.name.value)`" }.joined(separator: ", ")
    let known = systems.map { "`\($0.name)`" }.joined(separator: ", ")
    let message =
      wanted.map { "no described system is called `\($0)`" }
      ?? "none of the described systems has the entities of this \(schema.format)"
    return Diagnostic(
      rule, message,
      explanation:
        "The export holds \(names)\(schema.entities.count > 4 ? " and \(schema.entities.count - 4) more" : ""); described are \(known.isEmpty ? "no systems" : known). Name the system with --system where it goes by other names.",
      at: schema.entities.first?.name.span ?? SourceSpan(file: schema.file, 0..<0))
  }
}
