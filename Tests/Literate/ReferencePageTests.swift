import TandemSyntax
import Testing

@testable import TandemCompiler

@Suite("The reference of conversions and settings")
struct ReferencePageTests {
  @Test("explains every conversion of the catalog, with an example that travels there and back")
  func conversions() {
    for entry in ConversionEntry.all {
      #expect(entry.example.split(separator: "→").count == 3, "\(entry.name): \(entry.example)")
      #expect(entry.forward.hasSuffix(".") && entry.backward.hasSuffix(".") && entry.laws.hasSuffix("."))
    }
    let names = ConversionEntry.all.map(\.name)
    #expect(Set(names).count == names.count && names.count > 40)
    // What an argument means is told in the table and at the conversion itself.
    let page = LanguagePage.text
    #expect(page.contains("| `localTime` | `offset` | text | yes | how far the place is ahead of UTC"))
    #expect(LanguagePage.explain("localTime")?.contains("how far the place is ahead of UTC") == true)
  }

  @Test(
    "has examples of settings that are read, and that decide",
    arguments: FileEntry.entries(of: .settings).map(\.identifier))
  func settings(identifier: String) throws {
    let entry = try #require(FileEntry.all.first { $0.identifier == identifier })
    let settings = ProjectSettings(SourceFile(path: "tandem.yaml", text: entry.file))
    #expect(settings.diagnostics.isEmpty, "\(settings.diagnostics.map(\.message))")
    #expect(settings.systems != nil || settings.levels.count == SettingsLevel.allCases.count)
  }

  @Test("puts the layout of RST behind everything else")
  func order() throws {
    let headings = LanguagePage.text.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.last == "## The other notation" && headings.first == "## Contents")
    #expect(headings.contains("## Descriptions of systems") && headings.contains("## What each conversion does"))
  }

  @Test("repeats no line of an example")
  func tables() throws {
    let page = LanguagePage.text
    #expect(!page.contains(".. list-table::\n\n.. list-table::"))
    #expect(page.contains("are synchronized between a Shop Customer and a Ledger Account:\n\n.. list-table::\n"))
  }

  @Test("says which types become which, and nothing where none does")
  func pairs() throws {
    let rows = TypePairs.rows
    #expect(rows.count == 11 && rows.allSatisfy { $0.count == 2 && !$0[1].isEmpty })
    let date = try #require(rows.first { $0[0] == "`date`" })
    #expect(date[1] == "`string` (`dateToString`), `date`, `datetime` (`dateToDatetime`)")
  }
}
