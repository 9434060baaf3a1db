import TandemSyntax

/// A described property that the entity does not have any more.
enum PropertyGone {
  static let rule = Rule(
    code: "T1902", name: "property-gone", category: .names, severity: .error,
    summary: "A described property is not in the export of its entity.",
    page: """
      The property was removed, was renamed, or the user who made the export may not see it. Reading it gives nothing, and
      writing it fails. What else the export has that looks like it, by name, label and type, is named. It is an error where a
      flow uses the property, and a warning elsewhere. A property that is only spelled differently is corrected by --fix.
      """,
    failing: VerificationExample.example("      colour: {type: string, max: 20}\n"),
    passing: VerificationExample.passing)

  static func diagnostic(
    _ name: Located<String>, path: String, entity: String, near: NearMiss?, of exported: ExportedEntity
  ) -> Diagnostic {
    let isRespelled = near?.isRespelling ?? false
    var diagnostic = Diagnostic(
      rule,
      isRespelled
        ? "`\(path)` of \(entity) is spelled `\(near?.name.value ?? "")` now"
        : "`\(path)` is no property of \(entity) any more",
      explanation: isRespelled
        ? "The system takes names as they are spelled; write it in the same way."
        : near.map { "Perhaps it is `\($0.name.value)` now: \($0.reason)." }
          ?? "Remove it with its rows, or export the schema with a user who may see it.", at: name.span,
      labels: [
        Diagnostic.Label(
          near.map { isRespelled ? "its spelling here" : "perhaps `\($0.name.value)`" }
            ?? "`\(exported.name.value)` of the export does not have it", at: near?.name.span ?? exported.name.span)
      ])
    if let near, name.span.text == name.value, YAMLPlainText.isPlain(near.name.value) {
      diagnostic.fixes = [
        Diagnostic.Fix(
          "replace with `\(near.name.value)`", safe: isRespelled,
          edits: [TextEdit(name.span, replacement: near.name.value)])
      ]
    }
    return diagnostic
  }
}
