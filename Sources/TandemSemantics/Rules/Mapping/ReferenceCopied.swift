import TandemSyntax

/// A reference that would be copied as it is.
enum ReferenceCopied {
  static let rule = Rule(
    code: "T3011", name: "reference-copied", category: .mapping, severity: .error,
    summary: "A row copies a value into a reference as it is.",
    page: """
      The target's property holds the key of a record of its own system. A key of the other system means nothing
      there. It is translated through the links of the flow that keeps the two entities in step
      (`reference Customer to Account`), or the record is found by a natural key (`lookup Country by code = Iso`).
      Where every record refers to the same one, a parameter of the environment gives its key.
      """,
    failing: Examples.rows("{source: countryId, target: Country, type: string}"),
    passing: Examples.rows("{source: countryId, target: Country, lookup: Country, by: {address.city: Name}}"))

  /// Reports the row and answers true when it copies a reference.
  static func check(
    _ row: PropertyRow, source: PathResolution, target: PathResolution, flow: ResolvedFlow, index: FlowIndex
  ) -> Bool {
    guard !target.leaf.references.isEmpty else { return false }
    let resolver = ReferenceResolver(flow: flow, index: index)
    let entities = target.leaf.references.map { "`\($0)`" }.joined(separator: " or ")
    let context = flow.context
    let right = target.leaf.references[0]
    let advice: String
    if let clause = resolver.suggestion(source: source, target: target) {
      advice =
        Advice.clause(rst: clause, yaml: yaml(clause), in: context).prefix(1).uppercased()
        + Advice.clause(rst: clause, yaml: yaml(clause), in: context).dropFirst() + "."
    } else {
      let left = source.leaf.references.first ?? "ENTITY"
      advice =
        ("No flow keeps \(entities) in step yet: add one and write `reference \(left) to \(right)`, or find the "
          + "record by a ")
        + "natural key with `lookup \(right) by PATH = PROPERTY`."
    }
    context.report.add(
      Diagnostic(
        rule,
        ("`\(source.path.text)` would be copied into `\(target.path.text)`, which holds the key of "
          + Wording.a(entities)),
        explanation: "A value of \(source.entity.model.system) is no key of \(target.entity.model.system). \(advice)",
        at: row.span,
        labels: [
          source.leaf.references.isEmpty
            ? nil
            : Diagnostic.Label("refers to \(source.leaf.references.joined(separator: " or "))", at: source.leaf.span),
          Diagnostic.Label("refers to \(target.leaf.references.joined(separator: " or "))", at: target.leaf.span),
        ].compactMap { $0 },
        fixes: resolver.suggestion(source: source, target: target).map { Advice.fix(row, adding: yaml($0)) } ?? []))
    return true
  }

  /// The clause as keys of a YAML row.
  private static func yaml(_ clause: String) -> String {
    let words = clause.split(separator: " ").map(String.init)
    if words.first == "lookup", words.count == 6 { return "lookup: \(words[1]), by: {\(words[3]): \(words[5])}" }
    return "reference: " + words.dropFirst().joined(separator: " ")
  }
}
