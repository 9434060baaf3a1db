import Testing

@testable import TandemSyntax

@Suite struct RSTRuleExampleTests {
  static let rules = CommonRules.all + RSTRules.all

  @Test(arguments: rules.indices)
  func theFailingExampleOfARuleMakesItSpeakAndThePassingOneIsSilent(index: Int) {
    let rule = Self.rules[index]
    var failing = Array(rule.failing.text.utf8)
    // A text cannot hold a byte that is no UTF-8; the page of this one rule needs one.
    if rule.code == InvalidUTF8.rule.code { failing.insert(0xE9, at: 100) }
    let found = readRST(bytes: failing)
    #expect(found.diagnostics.contains { $0.rule.code == rule.code }, "\(rule.code): \(listed(found))")
    if rule.code != TooManyFaults.rule.code {
      #expect(found.diagnostics.count == 1, "\(rule.code): \(listed(found))")
    }
    let passing = readRST(rule.passing.text)
    #expect(passing.diagnostics.isEmpty, "\(rule.code): \(listed(passing))")
  }

  @Test func codesAndNamesAreUniqueAndInTheirRange() {
    #expect(Set(Self.rules.map(\.code)).count == Self.rules.count)
    #expect(Set(Self.rules.map(\.name)).count == Self.rules.count)
    #expect(CommonRules.all.allSatisfy { $0.code.hasPrefix("T00") })
    #expect(RSTRules.all.allSatisfy { $0.code.hasPrefix("T01") })
  }

  @Test(arguments: rules.indices)
  func applyingTheSafeFixesOfAFailingExampleSilencesTheRule(index: Int) {
    let rule = Self.rules[index]
    let reading = RSTReader.read(SourceFile(path: "test.rst", text: rule.failing.text))
    guard let fix = reading.diagnostics.first(where: { $0.rule.code == rule.code })?.fixes.first, fix.isSafe else {
      return
    }
    var bytes = reading.tree.file.bytes
    for edit in fix.edits.sorted(by: { $0.span.lowerBound > $1.span.lowerBound }) {
      bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
    }
    let fixed = readRST(bytes: bytes)
    #expect(!fixed.diagnostics.contains { $0.rule.code == rule.code }, "\(rule.code): \(listed(fixed))")
  }
}
