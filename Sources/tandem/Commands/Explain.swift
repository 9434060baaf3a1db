import ArgumentParser
import TandemCompiler
import TandemSyntax

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a diagnostic, a row of a document, or the language or a word of it.",
    discussion: """
      Examples: tandem explain T1003
                tandem explain first run
                tandem explain Specs/dataflows/customerp-to-salesforce.rst:120 --value "Ada "

      Without an argument all diagnostics are listed; 'tandem explain language' prints everything that a document may say, \
      with examples, 'tandem explain diagnostics' the ledger of all diagnostics. A key, a clause or the beginning of a \
      sentence prints its entry alone. A document with a line prints what the row there does to data, and with --value the \
      steps that a value takes. The two pages are printed for reading on a terminal, and in Markdown into a file.
      """)

  @Argument(
    help:
      "The code or the name of a diagnostic, as in T1003 or unknown-property, words of the language, or DOCUMENT:LINE.")
  var words: [String] = []

  @Option(help: "A value that travels through the row, as a person writes it.")
  var value: String?

  @Option(help: "The directory with the system descriptions. By default 'systems' beside or above the document.")
  var systems: String?

  private var subject: String? { words.isEmpty ? nil : words.joined(separator: " ") }

  private static let pages = ["language", "diagnostics"]

  func validate() throws {
    if let subject, Self.row(subject) != nil { return }
    if value != nil { throw ValidationError("--value goes with a row: tandem explain DOCUMENT:LINE --value VALUE") }
    guard let subject, !Self.pages.contains(subject), RuleRegistry.rule(subject) == nil,
      LanguagePage.explain(subject) == nil
    else { return }
    let rule = RuleRegistry.nearest(to: subject).map { "\($0.code) (\($0.name))" }
    let hint = (rule ?? LanguagePage.nearest(to: subject)).map { "; did you mean \($0)?" } ?? "."
    throw ValidationError(
      "there is no diagnostic and nothing in the language called '\(subject)'\(hint) 'tandem explain' lists all diagnostics"
    )
  }

  func run() throws {
    guard let subject else { return listDiagnostics() }
    if let row = Self.row(subject) { return try explain(row) }
    switch subject {
    case "language": Terminal.output(Terminal.isRead ? LanguagePage.terminalText : LanguagePage.text)
    case "diagnostics" where !Terminal.isRead: Terminal.output(DiagnosticsPage.text)
    case "diagnostics": listDiagnostics()
    default:
      if let rule = RuleRegistry.rule(subject) {
        Terminal.output(RulePage.render(rule))
      } else if let entries = LanguagePage.explain(subject) {
        Terminal.output(entries)
      }
    }
  }

  private func listDiagnostics() {
    for rule in RuleRegistry.all {
      Terminal.output("\(rule.code)  \(rule.severity.rawValue)  \(rule.name): \(rule.summary)\n")
    }
  }

  /// A document and a line: `my-flow.rst:120`.
  private static func row(_ subject: String) -> (path: String, line: Int)? {
    guard let colon = subject.lastIndex(of: ":"), colon != subject.startIndex,
      let line = Int(subject[subject.index(after: colon)...]), line > 0
    else { return nil }
    return (String(subject[..<colon]), line)
  }

  private func explain(_ row: (path: String, line: Int)) throws {
    var arguments = [row.path]
    if let systems { arguments += ["--systems", systems] }
    let loaded = try InputOptions.parse(arguments).load()
    let compilation = Compiler.check(documents: loaded.documents, systems: loaded.systems)
    do {
      let explanation = try RowExplanation(line: row.line, of: row.path, in: compilation)
      Terminal.output(try explanation.text(value: value))
    } catch RowExplanation.Absence.notChecked {
      throw FileProblem(description: "the row has errors; 'tandem check \(row.path)' shows them")
    } catch RowExplanation.Absence.noRow(let before, let behind) {
      let near = [before, behind].compactMap(\.self).map(String.init).joined(separator: " and ")
      let hint = near.isEmpty ? "the document has no rows" : "the nearest rows stand at \(near)"
      throw FileProblem(description: "no row of a property table stands at line \(row.line) of '\(row.path)'; \(hint)")
    } catch RowExplanation.Absence.noTravel(let reason) {
      throw FileProblem(description: "no value can be sent through the row: \(reason)")
    } catch RowExplanation.Absence.noValue(let type) {
      throw FileProblem(
        description: "'\(value ?? "")' is no value that the row could take; the property is of type \(type)")
    }
  }
}
