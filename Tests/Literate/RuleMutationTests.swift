import TandemCompiler
import TandemSyntax
import Testing

/// A rule that never speaks, or always does, must not go unnoticed: for every rule some test has to fail then.
///
/// What a rule reports is replaced, not its check: what else would follow from its silence, such as a flow that is no longer
/// held, is for the tests of the checker.
@Suite("Every rule is held by tests on both sides")
struct RuleMutationTests {
  /// What a rule is replaced by.
  enum Mutation: CaseIterable {
    case never, always

    /// What would be reported with the rule replaced.
    func applied(to found: [Diagnostic], of rule: Rule, in files: [SourceFile]) -> [Diagnostic] {
      switch self {
      case .never: return found.filter { $0.rule.code != rule.code }
      case .always:
        let file = files.first ?? SourceFile(path: "document.yaml", bytes: [])
        return found + [
          Diagnostic(rule, "always", explanation: "Always.", at: SourceSpan(file: file, 0..<min(1, file.bytes.count)))
        ]
      }
    }
  }

  @Test(arguments: RuleRegistry.all.map(\.code)) func theExamplesOfThePageNoticeIt(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code))
    let (failing, passing) = (
      RuleExamples.diagnostics(rule, rule.failing), RuleExamples.diagnostics(rule, rule.passing)
    )
    #expect(RuleExamples.isShown(rule, by: failing) && RuleExamples.isAbsent(rule, from: passing))
    let silenced = Mutation.never.applied(to: failing, of: rule, in: [])
    #expect(!RuleExamples.isShown(rule, by: silenced), "\(code): nobody would miss it in its failing example")
    let added = Mutation.always.applied(to: passing, of: rule, in: [])
    #expect(!RuleExamples.isAbsent(rule, from: added), "\(code): nobody would notice it in its passing example")
  }

  @Test func theChaptersNoticeItForEveryRule() throws {
    var missed: [Mutation: Set<String>] = [:]
    let codes = Set(RuleRegistry.all.map(\.code))
    for mutation in Mutation.allCases { missed[mutation] = codes }
    for name in Chapter.names {
      let chapter = try Chapter(named: name)
      for example in chapter.examples {
        guard let block = example.expectations.first(where: { $0.words[0] == "diagnostics" }) else { continue }
        let input = try ExampleInput(example, of: chapter)
        let found = input.check().diagnostics
        for mutation in Mutation.allCases {
          for code in missed[mutation] ?? [] {
            // A rule that is silent here can only be missed where it should speak, and the other way round.
            guard found.contains(where: { $0.rule.code == code }) == (mutation == .never),
              let rule = RuleRegistry.rule(code)
            else { continue }
            let mutated = mutation.applied(to: found, of: rule, in: input.documents)
            if DiagnosticListing.lines(mutated, documents: input.documents) != block.lines {
              missed[mutation]?.remove(code)
            }
          }
        }
      }
    }
    #expect(missed[.never]?.sorted() == [], "no chapter would miss these rules")
    #expect(missed[.always]?.sorted() == [], "no chapter would notice that these rules speak always")
  }
}
