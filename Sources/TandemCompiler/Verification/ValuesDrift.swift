import TandemSyntax

/// An enumeration with other values than its description lists.
enum ValuesDrift {
  static let rule = Rule(
    code: "T2903", name: "values-drift", category: .types, severity: .error,
    summary: "An enumeration has other values in the export than in the description.",
    page: """
      A value that is gone is refused when it is written: an error where a flow uses the property, a warning elsewhere. A new value
      can be read that no value map has a line for; it is a warning where a flow uses the property, and a note elsewhere.
      --fix brings the list in line; value maps have to be looked at by a person.
      """,
    failing: VerificationExample.example(
      "      state: {type: enum, values: [whole, broken]}\n",
      fields: "\"state\": {\"type\": \"enum\", \"values\": [\"whole\"]}, "),
    passing: VerificationExample.example(
      "      state: {type: enum, values: [whole, broken]}\n",
      fields: "\"state\": {\"type\": \"enum\", \"values\": [\"whole\", \"broken\"]}, "))

  static func diagnostic(
    _ path: String, entity: String, gone: [String], new: [String], described: PropertyDescription,
    at exported: Located<String>
  ) -> Diagnostic {
    func list(_ values: [String]) -> String {
      values.prefix(6).map { "`\($0)`" }.joined(separator: ", ")
        + (values.count > 6 ? " and \(values.count - 6) more" : "")
    }
    var facts: [String] = []
    if !gone.isEmpty { facts.append("does not have \(list(gone)) any more") }
    if !new.isEmpty { facts.append("has \(list(new)) as well") }
    let near = gone.count == 1 ? NearMiss.value(gone[0], among: new) : nil
    return Diagnostic(
      rule, "`\(path)` of \(entity) \(facts.joined(separator: ", and "))",
      explanation: (near.map { "Perhaps `\(gone[0])` is `\($0)` now. " } ?? "")
        + (gone.isEmpty ? "Value maps may need a line for it." : "A value that is gone is refused when it is written."),
      at: described.name.span, labels: [Diagnostic.Label("the values here", at: exported.span)],
      fixes: DescriptionEdit.values(of: described, without: gone, with: new))
  }
}
