import ArgumentParser
import TandemCompiler
import TandemSyntax

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a diagnostic by its code or name, or the language.",
    discussion: """
      Example: tandem explain T1003

      Without a code all diagnostics are listed; 'tandem explain language' prints the sentences, keys and clauses that a \
      document is made of, 'tandem explain diagnostics' the ledger of all diagnostics.
      """)

  @Argument(help: "The code or the name of a diagnostic, as in T1003 or unknown-property.")
  var code: String?

  private static let pages = ["language", "diagnostics"]

  func validate() throws {
    guard let code, !Self.pages.contains(code), RuleRegistry.rule(code) == nil else { return }
    let hint = RuleRegistry.nearest(to: code).map { "; did you mean \($0.code) (\($0.name))?" } ?? "."
    throw ValidationError("there is no diagnostic '\(code)'\(hint) 'tandem explain' lists all")
  }

  func run() throws {
    guard let code else {
      for rule in RuleRegistry.all {
        Terminal.output("\(rule.code)  \(rule.severity.rawValue)  \(rule.name): \(rule.summary)\n")
      }
      return
    }
    if code == "language" { Terminal.output(LanguagePage.text) }
    if code == "diagnostics" { Terminal.output(DiagnosticsPage.text) }
    if let rule = RuleRegistry.rule(code) { Terminal.output(RulePage.render(rule)) }
  }
}
