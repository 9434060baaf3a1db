import TandemSyntax

/// A system that no description tells about.
enum UnknownSystem {
  static let rule = Rule(
    code: "T1002", name: "unknown-system", category: .names, severity: .error,
    summary: "The document names a system for which there is no description.",
    page: """
      The entities and properties of a system are known from its description, a file in `systems/`. A system is found by
      its name or one of its aliases; upper and lower case, blanks and punctuation do not matter. Correct the name, add
      it to the `aliases` of the description that is meant, or write a description for the system.
      """,
    failing: .yaml("dataflow: Shopp to Ledger\nflows: []\n"), passing: .yaml("dataflow: Shop to Ledger\nflows: []\n"))

  static func diagnostic(_ name: Located<String>, catalog: SystemCatalog) -> Diagnostic {
    let spellings = catalog.systems.flatMap { [$0.model.name] + $0.model.aliases }
    let near = SpellingDistance.nearest(to: name.value, in: spellings)
    let hint = near.map { "Did you mean `\($0)`? " } ?? ""
    let known =
      catalog.names.isEmpty
      ? "No description was found at all." : "Descriptions exist for \(Wording.list(catalog.names))."
    let near2 = near.flatMap { catalog.system(named: $0) }
    return Diagnostic(
      rule, "`\(name.value)` is no system that a description tells about",
      explanation: hint + known + " A further name for one of them goes into the `aliases` of its description.",
      at: name.span, labels: near2.map { [Diagnostic.Label("described here", at: $0.nameSpan)] } ?? [],
      fixes: Advice.replace(name.span, with: near))
  }
}
