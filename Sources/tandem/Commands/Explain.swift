import ArgumentParser
import TandemCompiler
import TandemSyntax

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a diagnostic by its code or name.",
    discussion: "Example: tandem explain T1003\nWithout a code all diagnostics are listed.")

  @Argument(help: "The code or the name of a diagnostic, as in T1003 or unknown-property.")
  var code: String?

  func validate() throws {
    guard let code, RuleRegistry.rule(code) == nil else { return }
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
    if let rule = RuleRegistry.rule(code) { Terminal.output(RulePage.render(rule)) }
  }
}
