import Foundation
import TandemCompiler
import TandemSemantics
import TandemSyntax
import Testing

@Suite("No code without a page, an example and a chapter")
struct CoverageTests {
  /// The codes that a chapter expects to be reported.
  private static func codesInChapters() throws -> Set<String> {
    var codes: Set<String> = []
    for name in Chapter.names {
      for block in try Chapter(named: name).examples.flatMap(\.expectations) where block.words[0] == "diagnostics" {
        for line in block.lines where !line.hasPrefix(" ") {
          for word in line.split(separator: " ") where word.count == 5 && word.hasPrefix("T") {
            codes.insert(String(word))
            break
          }
        }
      }
    }
    return codes
  }

  @Test func everyCodeStandsInAChapter() throws {
    let codes = try Self.codesInChapters()
    let missing = RuleRegistry.all.filter { !codes.contains($0.code) }.map { "\($0.code) \($0.name)" }
    #expect(missing.isEmpty, "write an example with its diagnostics in Tests/Literate/Chapters for: \(missing)")
  }

  @Test func everyCodeThatAChapterExpectsHasAPage() throws {
    let known = Set(RuleRegistry.all.map(\.code))
    #expect(try Self.codesInChapters().subtracting(known).isEmpty, "the registry lists every rule")
  }

  @Test(arguments: RuleRegistry.all.map(\.code)) func everyCodeHasAPageThatSaysSomething(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code))
    #expect(rule.page.utf8.count > 80 && rule.summary.hasSuffix("."), "\(code): the page says too little")
    #expect(!rule.failing.text.isEmpty && !rule.passing.text.isEmpty, "\(code): an example is missing")
    #expect(rule.failing.text != rule.passing.text, "\(code): the two examples are the same")
    let page = RulePage.render(rule)
    #expect(page.contains(rule.summary))
    // Some examples are about characters that would move the cursor or be lost on the way to a terminal.
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(code): a page is printed")
  }

  @Test func theChapterOnTheExampleSystemsShowsThem() throws {
    let blocks = try Chapter(named: "example-systems").examples.flatMap(\.inputs)
    for file in ExampleSystems.all {
      let block = blocks.first { ExampleInput.shown(file.path) == $0.fileName }
      var lines = file.text.components(separatedBy: "\n")
      while lines.last == "" { lines.removeLast() }
      #expect(block?.lines == lines, "copy ExampleSystems.swift into Tests/Literate/Chapters/example-systems.md")
    }
  }

  @Test func noCodeAndNoNameStandsTwice() {
    #expect(Set(RuleRegistry.all.map(\.code)).count == RuleRegistry.all.count)
    #expect(Set(RuleRegistry.all.map(\.name)).count == RuleRegistry.all.count)
  }

  @Test(arguments: RuleRegistry.all.map(\.code)) func theFailingExampleGivesItsCodeAsThePrimaryDiagnostic(code: String)
    throws
  {
    let rule = try #require(RuleRegistry.rule(code))
    let found = RuleExamples.diagnostics(rule, rule.failing)
    let listed = found.map { "\($0.span.start.line) \($0.rule.code) \($0.message)" }
    #expect(RuleExamples.isShown(rule, by: found), "\(code): \(listed)")
  }

  @Test(arguments: RuleRegistry.all.map(\.code)) func thePassingExampleGivesNothingWorseThanANote(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code))
    let found = RuleExamples.diagnostics(rule, rule.passing)
    let listed = found.map { "\($0.span.start.line) \($0.rule.code) \($0.message)" }
    #expect(RuleExamples.isAbsent(rule, from: found), "\(code): \(listed)")
  }
}

/// Runs the examples of the pages.
enum RuleExamples {
  /// The day on which examples are checked: 2026-11-21.
  static let today = 20_778

  /// Rules that by their nature only speak behind others.
  static let speaksBehindOthers: Set<String> = ["T0007", "T5004"]

  /// True where a failing example shows the fault of a rule, and nothing else in it weighs as much.
  static func isShown(_ rule: Rule, by found: [Diagnostic]) -> Bool {
    let others = found.filter { $0.rule.code != rule.code && $0.severity >= max(rule.severity, .warning) }
    return found.contains { $0.rule.code == rule.code }
      && (others.isEmpty || speaksBehindOthers.contains(rule.code))
  }

  /// True where a passing example has not the fault of a rule, and no other worth a warning.
  static func isAbsent(_ rule: Rule, from found: [Diagnostic]) -> Bool {
    !found.contains { $0.rule.code == rule.code || $0.severity > .note }
  }

  /// What is said of an example of a rule, by all rules as they stand or with one replaced.
  static func diagnostics(_ rule: Rule, _ example: Rule.Example, rules: RuleSet = .standard) -> [Diagnostic] {
    var bytes = Array(example.text.utf8)
    // A page is text and shows a byte that is none as editors do.
    if rule.name == "invalid-utf8" { bytes = replacementCharacters(bytes) }
    if VerificationRules.all.contains(where: { $0.code == rule.code }) { return verification(example, rules) }
    let isSyntax = rule.category == .syntax
    switch example.notation {
    case .systemDescription:
      let file = SourceFile(path: "systems/shed.yaml", bytes: bytes)
      return isSyntax
        ? Compiler.describe(file, rules: rules).diagnostics
        : Compiler.check(documents: [], systems: [file], rules: rules).diagnostics
    case .rst, .yaml:
      if SettingsRules.all.contains(where: { $0.code == rule.code }) { return settings(bytes, rules) }
      let documents = files(rule, example, bytes: bytes)
      // Examples of the syntax are about systems that nobody described.
      // A part of an example may describe a further system.
      let further = isSyntax ? [] : documents.filter { $0.text.hasPrefix("system:") }
      let others = documents.filter { file in !further.contains { $0 === file } }
      return isSyntax
        ? documents.flatMap { Compiler.read($0, rules: rules).diagnostics }
        : Compiler.check(documents: others, systems: ExampleSystems.all + further, today: today, rules: rules)
          .diagnostics
    }
  }

  private static func files(_ rule: Rule, _ example: Rule.Example, bytes: [UInt8]) -> [SourceFile] {
    // The example of this rule names two files.
    if rule.name == "same-output-name" {
      let names = example.text.split(separator: " ").filter { $0.contains(".rst") }
      return names.map { name in
        SourceFile(path: String(name.filter { $0 != "\n" }), text: RuleExamples.quiet)
      }
    }
    // Two documents that are checked together are divided by a line of dashes.
    let parts = rule.category == .syntax ? [example.text] : example.text.components(separatedBy: "\n---\n")
    guard parts.count > 1 else { return [SourceFile(path: "document.\(example.notation.rawValue)", bytes: bytes)] }
    return parts.enumerated().map { index, part in
      SourceFile(path: "document\(index).\(example.notation.rawValue)", text: part + "\n")
    }
  }

  /// A description and, behind a line of dashes, an export that it is held against.
  private static func verification(_ example: Rule.Example, _ rules: RuleSet) -> [Diagnostic] {
    let parts = example.text.components(separatedBy: "\n---\n")
    let description = SourceFile(path: "systems/shed.yaml", text: parts[0] + "\n")
    let export = SourceFile(path: "export.json", text: parts.count > 1 ? parts[1] : "")
    let compilation = Compiler.check(documents: [], systems: [description], rules: rules)
    return compilation.diagnostics
      + SchemaVerification.verify(compilation, descriptions: [description], exports: [export], rules: rules)
      .diagnostics
  }

  private static func settings(_ bytes: [UInt8], _ rules: RuleSet) -> [Diagnostic] {
    var settings = ProjectSettings(SourceFile(path: "tandem.yaml", bytes: bytes), rules: rules)
    // The only directory of these examples is the one of the example systems.
    if let systems = settings.systems, systems.value != "systems" { settings.reportMissingSystems(at: systems.value) }
    return settings.diagnostics
  }

  private static func replacementCharacters(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    while let range = result.firstRange(of: [0xEF, 0xBF, 0xBD]) { result.replaceSubrange(range, with: [0xFC]) }
    return result
  }

  /// A document without any fault.
  private static var quiet: String { RuleRegistry.rule("system-spelling")?.passing.text ?? "" }
}
