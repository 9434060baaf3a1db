import Foundation
import TestSupport
import Testing

@Suite("One run reports every fault, each once and at its line")
struct PlantedFaultsTests {
  /// A fault that is planted by replacing text that stands once in the document.
  private struct Fault {
    var original: String
    var replacement: String
    /// The line at fault, as the beginning of its text after planting.
    var line: String
    var code: String
    /// What the report tells to write.
    var advice: String
  }

  /// The opening of a table up to the words that stand nowhere else.
  private static let productTable = """
    .. list-table::
       :header-rows: 1

       * - Customcrm Product Property
         - Customerp Product Property
         - Customerp Data Type
    """

  private static let faults = [
    Fault(
      original: "Every Customcrm User will be synchronized with a Customerp Order.",
      replacement: "Every Customcrm User will be synchronised with a Customerp Order.", line: "Every Customcrm User",
      code: "T0105", advice: "Every Customcrm User will be synchronized with a Customerp Order."),
    Fault(
      original: "   * - quoteDate\n     - orderDate", replacement: "   * - quoteDat\n     - orderDate",
      line: "   * - quoteDat", code: "T1005", advice: "Did you mean `quoteDate`?"),
    Fault(
      original: "     - origin\n     - \"string\"\n     - at creation\n     - constant \"STAFF\"",
      replacement: "     - orgin\n     - \"string\"\n     - at creation\n     - constant \"STAFF\"",
      line: "     - orgin",
      code: "T1005", advice: "Did you mean `origin`?"),
    Fault(
      original: "     - values Price group\n", replacement: "     - values Price grup\n",
      line: "     - values Price grup",
      code: "T1006", advice: "Did you mean `Price group`?"),
    Fault(
      original: "Customcrm Customer to Customerp Customer\n----------------------------------------\n",
      replacement: "Customcrm Customer to Customerp Customer\n---------------------------\n",
      line: "---------------------------", code: "T0102",
      advice: "write `----------------------------------------`"),
    Fault(
      original: "with ``status = \"C\"``.", replacement: "with ``status == \"C\"``.",
      line: "When a Customcrm Customer is deleted", code: "T0301", advice: "write `=`"),
    Fault(
      original: "   * - phone\n     - phone\n     - \"string\"\n     -\n     -\n",
      replacement: "   * - phone\n     - phone\n     - \"string\"\n     -\n", line: "   * - phone", code: "T0117",
      advice: "lacks its cell for `Rule`"),
    Fault(
      original: "     - city\n     - \"string\"\n     -\n",
      replacement: "     - city\n     - \"string\"\n     - to Customerpp\n",
      line: "     - to Customerpp", code: "T1008", advice: "Did you mean `Customerp`?"),
    Fault(
      original: "     - reference Contact to Contact\n   * - id\n     - quoteId",
      replacement: "     - reference Contcat to Contact\n   * - id\n     - quoteId", line: "     - reference Contcat",
      code: "T1004", advice: "Did you mean `Contact`?"),
    Fault(
      original: productTable, replacement: productTable.replacing("list-table", with: "list-tabel"),
      line: ".. list-tabel::", code: "T0115", advice: "Write `.. list-table::`"),
  ]

  private struct Report: Decodable {
    struct Diagnostic: Decodable {
      struct Range: Decodable {
        struct Position: Decodable { var line: Int }
        var start: Position
      }
      struct Fix: Decodable { var message: String }
      var code: String
      var message: String
      var explanation: String
      var range: Range
      var fixes: [Fix]
    }
    var diagnostics: [Diagnostic]
  }

  private func check(_ text: String) throws -> [Report.Diagnostic] {
    let folder = try TemporaryDirectory()
    let path = try folder.write("document.rst", text)
    let outcome = try Program.tandem("check", path, "--systems", "Specs/systems", "--format", "json")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)).diagnostics
  }

  @Test("ten faults of different kinds give ten diagnostics at the right lines, each saying what to write")
  func ten() throws {
    let original = try String(
      contentsOfFile: Program.package + "/Specs/dataflows/custom-crm-to-customerp.rst", encoding: .utf8)
    var text = original
    for fault in Self.faults {
      let parts = text.components(separatedBy: fault.original)
      #expect(parts.count == 2, "'\(fault.original)' must stand once in the document")
      text = parts.joined(separator: fault.replacement)
    }
    // What the document says of itself without faults is no answer to one.
    let before = Set(try check(original).map { "\($0.code) \($0.message)" })
    let found = try check(text).filter { !before.contains("\($0.code) \($0.message)") }
    #expect(found.count == Self.faults.count, "\(found.map { "\($0.code) \($0.range.start.line) \($0.message)" })")
    let lines = text.components(separatedBy: "\n")
    for fault in Self.faults {
      let index = lines.firstIndex { $0 == fault.line } ?? lines.firstIndex { $0.hasPrefix(fault.line) }
      let line = try #require(index) + 1
      let answer = found.first { $0.range.start.line == line && $0.code == fault.code }
      #expect(answer != nil, "\(fault.code) is missing at line \(line)")
      let said = [answer?.message, answer?.explanation].compactMap { $0 } + (answer?.fixes.map(\.message) ?? [])
      #expect(said.joined(separator: " ").contains(fault.advice), "\(fault.code): \(said)")
    }
  }
}
