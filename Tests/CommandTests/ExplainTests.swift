import Foundation
import TestSupport
import Testing

@Suite("tandem explain")
struct ExplainTests {
  @Test(
    "finds an entry of the language by a key, a clause, a word or a sentence",
    arguments: [
      ("lookup", "A reference by natural keys", 1), ("where", "Only some records", 1),
      ("first run", "Only link on the first run", 3), ("link only", "Only link on the first run", 1),
      ("archive with", "Archive the partner", 1), ("On the first run", "existing records are left alone", 3),
      ("only if empty", "direction: only if empty", 1), ("Dependant on having", "Dependant on having mobile", 3),
      ("READ BACK", "read back: true", 1), ("layout-marks", "marks: {21: bare}", 1),
      ("otherwise", "otherwise: error", 4),
    ])
  func entries(words: String, text: String, count: Int) throws {
    let outcome = try Program.tandem("explain", words)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains(text), "\(outcome.output)")
    #expect(outcome.output.components("\n---") == count, "\(outcome.output)")
    // Each entry of the page shows an example.
    #expect(outcome.output.components("\nIn YAML:\n\n    ") >= count)
  }

  @Test(
    "prints for a terminal: no fences, no anchors, no links",
    arguments: [
      "lookup", "rules", "types", "sentences", "keys", "system descriptions", "settings", "comments", "layout",
    ])
  func terminal(words: String) throws {
    let outcome = try Program.tandem("explain", words)
    #expect(outcome.status == 0 && outcome.output.count > 200)
    for mark in ["```", "<a id", "](#", "\n#", "| --- |"] {
      #expect(!outcome.output.contains(mark), "\(mark) in \(outcome.output)")
    }
    // Prose is no wider than people read; what an author writes is never broken.
    let prose = outcome.output.split(separator: "\n").filter { !$0.hasPrefix("  ") && !$0.hasPrefix("- ") }
    #expect(prose.allSatisfy { $0.count <= 112 })
  }

  @Test(
    "finds keys of system descriptions and settings, and conversions",
    arguments: [
      ("externalKey", "    entities:\n      Customer:\n        externalKey: syncId"),
      ("retention", "deletes: {kind: feed, retention: 60d}"), ("severities", "empty-table: error"),
      ("tandem.yaml", "How much a finding matters"), ("An object", "address:\n        type: object"),
      ("phoneNumber", "\"+31 (0)20-123 45 67\"` → `\"+31201234567\"`"), ("system description", "A whole description"),
      ("source", "source: the screen"), ("source", "- {source: phones.number"),
    ])
  func files(words: String, text: String) throws {
    let outcome = try Program.tandem("explain", words)
    #expect(outcome.status == 0 && outcome.output.contains(text), "\(outcome.output)\(outcome.errors)")
  }

  @Test("says what was probably meant")
  func nearest() throws {
    let outcome = try Program.tandem("explain", "conflit")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("called 'conflit'; did you mean conflict?"), "\(outcome.errors)")
    #expect(try Program.tandem("explain", "unknown-entitty").errors.contains("did you mean T1004 (unknown-entity)?"))
    #expect(try Program.tandem("explain", "").status == 2)
  }

  @Test("the page's links lead to anchors that are there, each once")
  func anchors() throws {
    let page = try Program.tandem("explain", "language").output
    let anchors = parts(of: page, between: "<a id=\"", and: "\">")
    let links = parts(of: page, between: "](#", and: ")")
    #expect(Set(anchors).count == anchors.count && anchors.count > 90)
    #expect(Set(links).isSubset(of: anchors), "\(Set(links).subtracting(anchors))")
    let authoring = try String(contentsOfFile: Program.package + "/Documentation/Authoring.md", encoding: .utf8)
    let references = parts(of: authoring, between: "](Language.md#", and: ")")
    #expect(references.count > 4 && Set(references).isSubset(of: anchors), "\(references)")
    #expect(Set(anchors).subtracting(links).isSubset(of: ["contents"]), "\(Set(anchors).subtracting(links))")
  }

  private func parts(of text: String, between opening: String, and closing: String) -> [String] {
    text.split(separator: opening).dropFirst().compactMap { $0.split(separator: closing).first.map(String.init) }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
