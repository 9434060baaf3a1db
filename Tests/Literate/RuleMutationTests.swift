import TandemCompiler
import TandemSyntax
import Testing

/// A rule that never speaks, or always does, must not go unnoticed: for every rule some test has to fail then.
///
/// The check itself runs with the rule replaced. One that never speaks holds nothing either; one that always does reports
/// every place that it looks at, so an example in which it looks nowhere proves nothing about it. One after the other, so that
/// hundreds of checks do not keep tests with a time limit waiting.
@Suite("Every rule is held by tests on both sides", .serialized)
struct RuleMutationTests {
  /// An example of a chapter, ready to be checked.
  private struct Case: Sendable {
    var chapter: String
    var line: Int
    var input: ExampleInput
    var expected: [String]
    /// The codes that it expects.
    var codes: Set<String>

    /// True when the example fails with other rules than the standard ones.
    func fails(with rules: RuleSet) -> Bool {
      DiagnosticListing.lines(input.check(rules: rules).diagnostics, documents: input.documents) != expected
    }
  }

  private static let cases: [Case] = Chapter.names.flatMap { name -> [Case] in
    guard let chapter = try? Chapter(named: name) else { return [] }
    return chapter.examples.compactMap { example in
      guard let block = example.expectations.first(where: { $0.words[0] == "diagnostics" }),
        let input = try? ExampleInput(example, of: chapter)
      else { return nil }
      let words = block.lines.flatMap { $0.split(separator: " ") }
      let codes = words.filter { $0.utf8.count == 5 && $0.hasPrefix("T") }.map(String.init)
      return Case(
        chapter: name, line: example.line, input: input, expected: block.lines, codes: Set(codes))
    }
  }

  /// The same, short ones before long ones.
  private static let byLength: [Case] = {
    let lengths = cases.map { $0.input.documents.reduce(0) { $0 + $1.bytes.count } }
    return cases.indices.sorted { lengths[$0] < lengths[$1] }.map { cases[$0] }
  }()

  /// The examples in which a rule is not expected: first those of the chapters that know it.
  private static func silentCases(_ code: String) -> [Case] {
    let chapters = Set(cases.filter { $0.codes.contains(code) }.map(\.chapter))
    let silent = byLength.filter { !$0.codes.contains(code) }
    return silent.filter { chapters.contains($0.chapter) } + silent.filter { !chapters.contains($0.chapter) }
  }

  @Test(arguments: RuleRegistry.all.map(\.code)) func theExamplesOfThePageFailWithout(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code))
    let never = RuleExamples.diagnostics(rule, rule.failing, rules: .replacing(rule, by: .never))
    #expect(!RuleExamples.isShown(rule, by: never), "\(code): nobody would miss it in its failing example")
    let always = RuleExamples.diagnostics(rule, rule.passing, rules: .replacing(rule, by: .always))
    #expect(
      !RuleExamples.isAbsent(rule, from: always),
      """
      \(code): its passing example holds nothing that the rule looks at; write one in which it finds all well, and say in \
      RulePlaces.swift where it looks
      """)
  }

  @Test(arguments: RuleRegistry.all.map(\.code)) func aChapterFailsWithout(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code))
    let never = Self.cases.filter { $0.codes.contains(code) }.sorted { $0.expected.count < $1.expected.count }
    #expect(
      never.contains { $0.fails(with: .replacing(rule, by: .never)) }, "\(code): no chapter would miss the rule")
    #expect(
      Self.silentCases(code).contains { $0.fails(with: .replacing(rule, by: .always)) },
      "\(code): no chapter has a place at which the rule looks and finds nothing")
  }

  /// The examples pass with the standard rules, so those above fail for the right reason.
  @Test func replacingARuleThatFindsNothingChangesNothing() throws {
    let rule = try #require(RuleRegistry.rule("unnamed-system"))
    let other = try #require(Self.cases.first { $0.chapter == "mapping" && !$0.codes.contains(rule.code) })
    #expect(!other.fails(with: .standard) && !other.fails(with: .replacing(rule, by: .never)))
  }
}
