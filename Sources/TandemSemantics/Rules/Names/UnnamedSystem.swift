import TandemSyntax

/// A title that leaves a system's name out, as `HubSpot to  Dataflow` does.
enum UnnamedSystem {
  static let rule = Rule(
    code: "T1001", name: "unnamed-system", category: .names, severity: .error,
    summary: "The title of the document leaves out the name of a system.",
    page: """
      A dataflow connects two systems, and its title names both: `Shop to Ledger Dataflow`. Some generators leave the
      second name empty, and with it the name in every section. Without it nothing in the document can be looked up, so
      nothing else is said about the document. Write the name of the system wherever the blank stands.
      """,
    failing: Examples.rst(target: ""), passing: Examples.rst())

  static func diagnostic(_ name: Located<String>, document: Dataflow, catalog: SystemCatalog) -> Diagnostic {
    let isTarget = document.target.value.isEmpty
    let other = isTarget ? document.source.value : document.target.value
    let known = catalog.names.filter { NormalizedName($0) != NormalizedName(other) }
    return Diagnostic(
      rule, "the \(isTarget ? "target" : "source") system has no name",
      explanation: "Name the system in the title"
        + (other.isEmpty ? "" : isTarget ? ", as `\(other) to NAME`," : ", as `NAME to \(other)`,")
        + " and in every section. Descriptions exist for \(Wording.list(known)).",
      at: name.span)
  }
}
