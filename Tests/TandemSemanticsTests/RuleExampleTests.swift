import TandemSemantics
import TandemSyntax
import Testing

@Test func everyRuleHasItsOwnCodeAndName() {
  #expect(Set(SemanticRules.all.map(\.code)).count == SemanticRules.all.count)
  #expect(Set(SemanticRules.all.map(\.name)).count == SemanticRules.all.count)
  #expect(MappingRules.all.allSatisfy { rule in SemanticRules.all.contains { $0.code == rule.code } })
}

@Test func theFirstDigitOfACodeTellsTheCategory() {
  let digits: [Rule.Category: Character] = [.names: "1", .types: "2", .mapping: "3", .flow: "4", .style: "5"]
  for rule in SemanticRules.all {
    #expect(rule.code.utf8.count == 5 && rule.code.hasPrefix("T"))
    #expect(rule.code.dropFirst().first == digits[rule.category], "\(rule.code) \(rule.name)")
  }
}

@Test(arguments: SemanticRules.all.map(\.code)) func everyPageSaysSomething(code: String) throws {
  let rule = try #require(SemanticRules.all.first { $0.code == code })
  #expect(rule.page.utf8.count > 80 && rule.summary.hasSuffix("."))
  #expect(!rule.failing.text.isEmpty && !rule.passing.text.isEmpty && rule.failing.text != rule.passing.text)
}

@Test(arguments: SemanticRules.all.map(\.code)) func theFailingExampleOfARuleGivesThatRuleAndNothingWorse(code: String)
  throws
{
  let rule = try #require(SemanticRules.all.first { $0.code == code })
  let result = Support.check(rule.failing)
  let lines = Support.lines(result)
  #expect(result.diagnostics.contains { $0.rule.code == rule.code }, "\(rule.code): \(lines)")
  let worse = result.diagnostics.filter { $0.rule.code != rule.code && $0.severity >= max(rule.severity, .warning) }
  #expect(worse.isEmpty, "\(rule.code): \(lines)")
  for diagnostic in result.diagnostics where diagnostic.rule.code == rule.code {
    #expect(
      !diagnostic.message.hasSuffix(".") && diagnostic.explanation.hasSuffix("."),
      "\(diagnostic.message) | \(diagnostic.explanation)")
  }
}

@Test(arguments: SemanticRules.all.map(\.code)) func thePassingExampleOfARuleGivesNothingToCorrect(code: String) throws
{
  let rule = try #require(SemanticRules.all.first { $0.code == code })
  // What comments allow is the compiler's to leave out; the literate tests run such examples.
  if rule.passing.text.contains("tandem allows") { return }
  let result = Support.check(rule.passing)
  let lines = Support.lines(result)
  #expect(!result.diagnostics.contains { $0.rule.code == rule.code }, "\(rule.code): \(lines)")
  #expect(!result.diagnostics.contains { $0.severity > .note }, "\(rule.code): \(lines)")
}

@Test func everyDiagnosticBelongsToAListedRule() {
  let codes = Set(SemanticRules.all.map(\.code))
  for rule in SemanticRules.all {
    for diagnostic in Support.check(rule.failing).diagnostics {
      #expect(codes.contains(diagnostic.rule.code), "\(diagnostic.rule.code) \(diagnostic.rule.name)")
    }
  }
}

@Test func everyFixTouchesTheFileThatItsDiagnosticIsIn() {
  for rule in SemanticRules.all {
    for diagnostic in Support.check(rule.failing).diagnostics {
      for edit in diagnostic.fixes.flatMap(\.edits) {
        #expect(edit.span.file === diagnostic.span.file, "\(rule.code)")
        #expect(edit.span.text != edit.replacement, "\(rule.code)")
      }
    }
  }
}

@Test(arguments: SemanticRules.all.map(\.code)) func theFirstFixOfARuleRemovesItsDiagnostic(code: String) throws {
  let rule = try #require(SemanticRules.all.first { $0.code == code })
  guard let diagnostic = Support.check(rule.failing).diagnostics.first(where: { $0.rule.code == code }),
    let fix = diagnostic.fixes.first
  else { return }
  var bytes = Array(rule.failing.text.utf8)
  for edit in fix.edits.sorted(by: { $0.span.lowerBound > $1.span.lowerBound }) {
    bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
  }
  var fixed = rule.failing
  fixed.text = String(decoding: bytes, as: UTF8.self)
  let lines = Support.lines(Support.check(fixed))
  #expect(!lines.contains { $0.contains(code) }, "\(fix.message): \(lines)\n\(fixed.text)")
}
