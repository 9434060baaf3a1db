import Foundation
import TandemCompiler
import TandemSemantics
import TandemSyntax
import Testing

@Suite("Comments that allow findings")
struct SuppressionTests {
  private static func rows(_ rows: String) -> String {
    """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Customer to Ledger Account
      properties:
      - {source: name, target: Name, type: string}
    \(rows)

    """
  }

  private static let rst = """
    =======================
    Shop to Ledger Dataflow
    =======================

    Shop Customer to Ledger Account
    -------------------------------
    Every Shop Customer will be synchronized with a Ledger Account.

    Once a link between a Shop Customer and a Ledger Account is established, it will keep in sync between the two systems, regardless of where it is edited.

    The following properties are synchronized between a Shop Customer and a Ledger Account:

    .. list-table::
       :header-rows: 1

       * - Shop Customer Property
         - Ledger Account Property
         - Ledger Data Type
       * - name
         - Name
         - "string"
       * - since
         - Since
         - "string"

    """

  private static func check(_ text: String, _ path: String = "document.yaml") -> Compilation {
    Compiler.check(
      documents: [SourceFile(path: path, text: text)], systems: ExampleSystems.all, today: RuleExamples.today)
  }

  private static func codes(_ compilation: Compilation) -> [String] { compilation.diagnostics.map(\.rule.code) }

  /// The text after all safe fixes, round by round as the command applies them.
  private static func fixed(_ text: String, _ path: String) -> String {
    var text = text
    for _ in 0..<5 {
      let fixes = SafeFixes(check(text, path).diagnostics.filter { $0.rule.name == "unused-suppression" })
      guard let change = fixes.files.first else { break }
      text = String(decoding: change.bytes, as: UTF8.self)
    }
    return text
  }

  private static let comment = "tandem allows typed-as-string: no reason any more."

  @Test(
    "that are not needed are removed by a safe fix, and nothing else is",
    arguments: [
      ("  - {source: since", "  # \(comment)\n  - {source: since"), ("date}\n", "date}  # \(comment)\n"),
      ("  - {source: since", "  # a remark\n  # \(comment)\n  - {source: since"),
      ("  - {source: since", "  # \(comment)\n  # a remark\n  - {source: since"),
      ("date}\n", "date}  # \(comment)\n                       # a remark\n"),
      ("dataflow", "# \(comment)\ndataflow"), ("dataflow", "# the head\n#\n# \(comment)\ndataflow"),
      ("  properties", "  # \(comment)\n  # tandem allows empty-table: not any more\n  properties"),
      ("  properties", "  # tandem allows T2005, T3001, T4003: not any more\n  properties"),
    ])
  func removalInYAML(plain: String, commented: String) {
    let text = Self.rows("  - {source: since, target: Since, type: date}")
    for end in ["\n", "\r\n"] {
      let document = text.replacing(plain, with: commented).replacing("\n", with: end)
      #expect(document.utf8.count > text.utf8.count)
      #expect(Self.codes(Self.check(document)).contains("T5012"))
      let fixed = Self.fixed(document, "document.yaml")
      #expect(Self.codes(Self.check(fixed)).isEmpty)
      let lines = fixed.split(whereSeparator: \.isNewline).map { line in
        // What the fix may leave is a remark, or the blank that stood before it.
        line.contains("#") ? line.prefix { $0 != "#" }.description : String(line)
      }
      #expect(
        lines.filter { !$0.allSatisfy { $0 == " " } }.map { $0.trimmingCharacters(in: .whitespaces) }
          == text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) },
        "\(fixed)")
      #expect(!fixed.contains("tandem"))
      if !commented.contains("remark"), !commented.contains("head") {
        #expect(fixed == text.replacing("\n", with: end), "\(fixed)")
      }
    }
  }

  @Test(
    "that are not needed are removed from RST with their blank line",
    arguments: [
      ("Every Shop", ".. \(comment)\n\nEvery Shop"), ("=====\nShop", "=====\nShop"),
      ("       * - since\n", "       * - since\n\n           .. \(comment)\n"),
      ("         - \"date\"\n", "         - \"date\"\n\n           .. \(comment)\n"),
      ("The following", "..\n       \(comment)\n\n    The following"),
      ("The following", ".. above: \(comment)\n\n    The following"),
    ])
  func removalFromRST(plain: String, commented: String) {
    func unindented(_ text: String) -> String {
      text.replacing("\n    ", with: "\n").replacing("       * -", with: "   * -")
    }
    let text = Self.rst.replacing("Since\n     - \"string\"", with: "Since\n     - \"date\"")
    let document = text.replacing(
      unindented(plain).replacing("         - \"", with: "     - \""),
      with: unindented(commented).replacing("         - \"", with: "     - \""))
    guard document != text else { return }
    #expect(Self.codes(Self.check(document, "document.rst")) == ["T5012"], "\(document)")
    #expect(Self.fixed(document, "document.rst") == text)
  }

  @Test(
    "that go on over lines that are indented further are removed with these, and what follows stays",
    arguments: [
      (
        "  # tandem allows T2005: the generator\n  #   writes string\n  #   until phase two\n  # a remark\n",
        "  # a remark\n"
      ),
      ("  # a remark\n  # tandem allows T2005: the generator\n  #  writes string\n", "  # a remark\n"),
      ("  # tandem allows T2005: the generator\n  #    writes string\n", ""),
      ("  # tandem allows T2005: over.\n  # A remark\n", "  # A remark\n"),
      ("  # tandem allows T2005: over\n  #\n  # a remark\n", "  #\n  # a remark\n"),
    ])
  func furtherLines(comment: String, left: String) {
    let row = "  - {source: since, target: Since, type: date}"
    #expect(Self.fixed(Self.rows(comment + row), "document.yaml") == Self.rows(left + row))
    let rst = Self.rst.replacing("Since\n     - \"string\"", with: "Since\n     - \"date\"")
    let commented = rst.replacing(
      "Every Shop", with: ".. tandem allows T2005: the generator\n     writes string.\n   A remark\n\nEvery Shop")
    #expect(
      Self.fixed(commented, "document.rst") == rst.replacing("Every Shop", with: ".. A remark\n\nEvery Shop"))
  }

  @Test("whose reason may go on in the next line are not removed without their author")
  func halfSentences() throws {
    let text = Self.rows(
      "  # tandem allows T2005: the generator writes\n  # string\n  - {source: since, target: Since, type: date}")
    let unused = try #require(Self.check(text).diagnostics.first { $0.rule.name == "unused-suppression" })
    #expect(unused.fixes.count == 1 && unused.fixes.allSatisfy { !$0.isSafe })
    #expect(Self.fixed(text, "document.yaml") == text)
  }

  @Test("are counted in the summary and stand in JSON and SARIF with their reasons")
  func reports() throws {
    let text = Self.rows(
      "  - {source: since, target: Since, type: string}  # tandem allows T2005: the \"old\" generator")
    let compilation = Self.check(text)
    #expect(compilation.diagnostics.isEmpty && compilation.suppressed.count == 1)
    #expect(JSONReport.render(compilation).contains("\"suppressed\": 1"))
    #expect(
      TextReport.summary([], documents: 1, systems: 2, systemsFrom: "systems", suppressed: 1)
        .hasSuffix("0 notes, 1 allowed by comments"))
    let sarif = SARIFReport.render(compilation.diagnostics, suppressed: compilation.suppressed)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["T2005"])
    let suppressions = try #require(results[0]["suppressions"] as? [[String: Any]])
    #expect(suppressions.count == 1)
    #expect(suppressions[0]["kind"] as? String == "inSource")
    #expect(suppressions[0]["justification"] as? String == "the \"old\" generator")
  }

  @Test("mean the same in the other notation")
  func conversion() throws {
    let file = SourceFile(
      path: "document.rst",
      text: Self.rst.replacing("     - Since\n", with: "     - Since\n")
        .replacing("   * - since\n", with: "   * - since\n\n       .. tandem allows T2005: the generator\n"))
    let rst = Compiler.check(documents: [file], systems: ExampleSystems.all)
    #expect(rst.diagnostics.isEmpty && rst.suppressed.count == 1)
    let yaml = YAMLWriter.write(try #require(Compiler.read(file).product))
    let converted = Self.check(yaml)
    #expect(converted.diagnostics.isEmpty && converted.suppressed.count == 1, "\(yaml)")
  }

  @Test("at the head of a document allow also the findings that are only counted; at a row they are not called unused")
  func manyFindings() {
    let rows = (0..<120).map { "  - {source: since, target: Since, type: string, when: 'points = \($0)'}" }
    let all = Self.check("# tandem allows T2005, T3006: a test\n" + Self.rows(rows.joined(separator: "\n")))
    #expect(all.diagnostics.allSatisfy { $0.rule.code != "T2005" && !$0.message.contains("T2005") })
    var marked = rows
    marked[119] += "  # tandem allows T2005: a test"
    let one = Self.check(Self.rows(marked.joined(separator: "\n")))
    #expect(!Self.codes(one).contains("T5012"))
  }

  @Test("nothing is said to be unused in a file with errors, because not everything is checked there")
  func errors() {
    let text = Self.rows("  # \(Self.comment)\n  - {source: snce, target: Since, type: date}")
    #expect(Self.codes(Self.check(text)) == ["T1005"])
  }

  @Test("of one day hold through that day", arguments: [(20_777, 1), (20_778, 1), (20_779, 0)])
  func lastDay(today: Int, count: Int) {
    let text = Self.rows("  - {source: since, target: Since, type: string}  # tandem allows T2005 until 2026-11-21: so")
    let compilation = Compiler.check(
      documents: [SourceFile(path: "document.yaml", text: text)], systems: ExampleSystems.all, today: today)
    #expect(compilation.suppressed.count == count)
    #expect(compilation.diagnostics.contains { $0.rule.code == "T5013" } == (count == 0))
    // Whoever keeps the answer knows until when it holds.
    #expect(compilation.changesOn == (count == 1 ? 20_779 : nil))
    #expect(compilation.applying(deny: [], allow: []).changesOn == compilation.changesOn)
  }
}
