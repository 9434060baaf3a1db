import TandemSyntax

/// The ledger of all diagnostics, in Markdown; `tandem explain diagnostics` prints it.
public enum DiagnosticsPage {
  /// The page.
  public static var text: String {
    var lines = [
      "<!-- Written by 'make generate' from the rules. Edits are lost. -->", "", "# Diagnostics", "",
      "Every code with its name, its severity unless a project says otherwise, and what it finds. `tandem explain CODE` prints",
      "the page of one. A code keeps its meaning for ever; one that is given up is never used again.", "",
    ]
    for category in [
      (Rule.Category.syntax, "Syntax"), (.names, "Names"), (.types, "Types"), (.mapping, "Mapping"), (.flow, "Flows"),
      (.style, "Style"),
    ] {
      lines += ["## \(category.1)", "", "| code | name | severity | finds |", "|---|---|---|---|"]
      for rule in RuleRegistry.all where rule.category == category.0 {
        let summary = rule.summary.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        lines.append("| \(rule.code) | \(rule.name) | \(rule.severity.rawValue) | \(summary) |")
      }
      lines.append("")
    }
    lines.removeLast()
    return lines.joined(separator: "\n") + "\n"
  }
}
