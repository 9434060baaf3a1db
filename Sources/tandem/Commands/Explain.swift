import ArgumentParser
import TandemCompiler
import TandemSyntax

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a diagnostic by its code or name, or the language, or a word of it.",
    discussion: """
      Examples: tandem explain T1003
                tandem explain "first run"

      Without a code all diagnostics are listed; 'tandem explain language' prints everything that a document may say, with \
      examples, 'tandem explain diagnostics' the ledger of all diagnostics. A key, a clause or the beginning of a \
      sentence prints its entry alone.
      """)

  @Argument(help: "The code or the name of a diagnostic, as in T1003 or unknown-property, or words of the language.")
  var code: String?

  private static let pages = ["language", "diagnostics"]

  func validate() throws {
    guard let code, !Self.pages.contains(code), RuleRegistry.rule(code) == nil, LanguagePage.explain(code) == nil
    else { return }
    let rule = RuleRegistry.nearest(to: code).map { "\($0.code) (\($0.name))" }
    let hint = (rule ?? LanguagePage.nearest(to: code)).map { "; did you mean \($0)?" } ?? "."
    throw ValidationError(
      "there is no diagnostic and nothing in the language called '\(code)'\(hint) 'tandem explain' lists all diagnostics"
    )
  }

  func run() throws {
    guard let code else {
      for rule in RuleRegistry.all {
        Terminal.output("\(rule.code)  \(rule.severity.rawValue)  \(rule.name): \(rule.summary)\n")
      }
      return
    }
    switch code {
    case "language": Terminal.output(LanguagePage.text)
    case "diagnostics": Terminal.output(DiagnosticsPage.text)
    default:
      if let rule = RuleRegistry.rule(code) {
        Terminal.output(RulePage.render(rule))
      } else if let entries = LanguagePage.explain(code) {
        Terminal.output(entries)
      }
    }
  }
}
