import TandemSemantics
import Testing

@testable import TandemSyntax

/// Every form of the language has an entry in its reference, and every example there is run.
@Suite("The reference of the language")
struct LanguageExampleTests {
  private static let identifiers = LanguageEntry.all.map(\.identifier)

  private func entry(_ identifier: String) throws -> LanguageEntry {
    try #require(LanguageEntry.all.first { $0.identifier == identifier })
  }

  @Test("has an entry for each row of each table")
  func complete() {
    let missing = Set(LanguageForm.all).subtracting(LanguageEntry.all.flatMap(\.forms))
    #expect(missing.isEmpty, "give these an entry with an example: \(missing)")
    let unknown = Set(LanguageEntry.all.flatMap(\.forms)).subtracting(LanguageForm.all)
    #expect(unknown.isEmpty, "these stand in no table: \(unknown)")
    #expect(Set(Self.identifiers).count == Self.identifiers.count)
    #expect(LanguageEntry.Topic.allCases.allSatisfy { !LanguageEntry.entries(of: $0).isEmpty })
  }

  @Test("shows in each example the forms that it speaks of", arguments: identifiers)
  func forms(identifier: String) throws {
    let entry = try entry(identifier)
    let found = LanguageForms(yaml: entry.example.yaml, rst: entry.example.rst).found
    let missing = entry.forms.filter { !found.contains($0) }
    #expect(
      missing.isEmpty,
      "\(missing)\n\(entry.example.yaml)\n\(entry.example.rst)")
    #expect(!entry.summary.isEmpty && entry.summary.hasSuffix("."))
    if entry.topic != .layout {
      #expect(!entry.shownRST.isEmpty, "\(entry.example.rst)")
    }
    if identifier != "keep-in-step" { #expect(!entry.shownYAML.isEmpty) }
  }

  @Test("has examples that say the same in both notations, each as its writer prints it", arguments: identifiers)
  func notations(identifier: String) throws {
    let entry = try entry(identifier)
    let yaml = Support.dataflow(SourceFile(path: "example.yaml", text: entry.example.yaml))
    let file = SourceFile(path: "example.rst", text: entry.example.rst)
    let rst =
      identifier == "layout-missing-lines"
      ? try #require(RSTReader.read(file).product) : Support.dataflow(file)
    #expect(YAMLWriter.content(of: yaml) == YAMLWriter.content(of: rst))
    #expect(RSTWriter.write(yaml) == entry.example.rst)
    let written = YAMLWriter.write(rst)
    #expect(written == entry.example.yaml)
    #expect(YAMLWriter.write(yaml) == entry.example.yaml)
  }

  @Test("has examples that check clean", arguments: identifiers)
  func clean(identifier: String) throws {
    let entry = try entry(identifier)
    for (notation, text) in [(Notation.yaml, entry.example.yaml), (.rst, entry.example.rst)] {
      // That lines are missing is told where they are; only the layout says so without a word.
      if identifier == "layout-missing-lines", notation == .rst { continue }
      let result = Support.check(Rule.Example(notation: notation, text: text))
      let faults = result.diagnostics.filter { $0.severity > .note }
      let flow = try #require(result.dataflows.first?.flows.first, "\(Support.lines(result)) \(text)")
      if entry.isHeld {
        #expect(flow.held != nil)
        let holding = ["prose-condition", "empty-table", "unresolved-type"]
        #expect(faults.allSatisfy { $0.severity == .warning && holding.contains($0.rule.name) }, "\(faults)")
      } else {
        #expect(flow.held == nil)
        #expect(faults.isEmpty, "\(Support.lines(result))\n\(text)")
      }
    }
  }
}
