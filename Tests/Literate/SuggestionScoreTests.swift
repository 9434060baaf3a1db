import Foundation
import Testing

@testable import TandemCompiler
@testable import TandemSemantics
@testable import TandemSyntax

/// The project's own documents with their tables emptied, as the benchmark does it.
@Suite("Suggestions find the rows of the project's own documents")
struct SuggestionScoreTests {
  private static let specs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Specs")

  private static func files(_ folder: String) throws -> [SourceFile] {
    let directory = specs.appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted().map { name in
      SourceFile(path: name, bytes: Array(try Data(contentsOf: directory.appending(path: name))))
    }
  }

  /// The documents as they are, and without rows, combinations and value maps.
  private static func documents() throws -> [(whole: Dataflow, empty: Dataflow)] {
    try files("dataflows").map { file in
      let whole = try #require(Compiler.read(file).product)
      var empty = whole
      empty.valueMaps = []
      for index in empty.flows.indices {
        empty.flows[index].rows = []
        if empty.flows[index].matching != nil { empty.flows[index].matching?.alternatives = [] }
      }
      return (whole, empty)
    }
  }

  @Test("at least 80 % of the rows at 90 % precision; the floors are what was reached")
  func score() throws {
    let systems = try Self.files("systems").compactMap { SystemReader.read($0).product }
    var (expected, found, wrong) = (0, 0, 0)
    for (whole, empty) in try Self.documents() {
      let sections = Suggester([empty], systems: systems).suggestions(for: 0)
      for (number, flow) in whole.flows.enumerated() {
        let wanted = Set(flow.rows.compactMap { row in row.source.map { [$0.path.text, row.target.path.text] } })
        let rows = sections.first { $0.flow == number }?.rows ?? []
        let given = Set(rows.compactMap { row in row.row.source.map { [$0.path.text, row.row.target.path.text] } })
        expected += wanted.count
        found += wanted.intersection(given).count
        wrong += given.subtracting(wanted).count
      }
    }
    #expect(found * 100 >= expected * 85, "\(found) of \(expected)")
    #expect(found * 100 >= (found + wrong) * 92, "\(wrong) wrong beside \(found)")
  }

  @Test("the same input gives the same suggestions")
  func determinism() throws {
    let systems = try Self.files("systems").compactMap { SystemReader.read($0).product }
    for (_, empty) in try Self.documents() {
      let texts = (0..<2).map { _ in
        Suggester([empty], systems: systems).suggestions(for: 0).flatMap(\.rows).map {
          "\($0.row.source?.path.text ?? "") \($0.row.target.path.text) \($0.confidence)"
        }
      }
      #expect(texts[0] == texts[1])
    }
  }

  @Test("every row of business terms begins with its own term, and no term stands for two")
  func terms() {
    var owners: [String: String] = [:]
    for row in BusinessTerms.synonyms {
      for phrase in row {
        let words = phrase.split(separator: " ").map { NameWords.singular(String($0)) }.joined(separator: " ")
        let owner = owners[words] ?? row[0]
        #expect(owner == row[0], "'\(phrase)' stands for '\(owner)' and for '\(row[0])'")
        owners[words] = row[0]
      }
    }
  }
}

@Suite("The parts of the matcher")
struct MatcherPartTests {
  @Test(
    "names fall apart into words",
    arguments: [
      ("AddressLine1", "address line 1"), ("VATNumber", "vat number"), ("Sync_Id__c", "sync id"),
      ("companies", "company"),
      ("addresses", "address"), ("status", "status"), ("E-mail for invoices", "e mail for invoice"), ("", ""),
    ])
  func words(name: String, words: String) { #expect(NameWords.of(name).joined(separator: " ") == words) }

  @Test("an assignment has the greatest sum, takes nothing twice, and prefers what stands first")
  func assignment() {
    func chosen(_ edges: [(Int, Int, Int)]) -> [[Int]] {
      Assignment.best(edges.map { Assignment.Edge(source: $0.0, target: $0.1, weight: $0.2) }).map {
        [$0.source, $0.target]
      }
      .sorted { $0[0] < $1[0] }
    }
    // The heaviest pair would leave two sources alone.
    #expect(chosen([(0, 0, 10), (0, 1, 9), (1, 0, 9)]) == [[0, 1], [1, 0]])
    #expect(chosen([(0, 0, 100), (0, 1, 9), (1, 0, 9)]) == [[0, 0]])
    #expect(chosen([(0, 0, 5), (1, 0, 5)]).count == 1)
    #expect(chosen([]).isEmpty)
  }

  @Test("the assignment is the best of all, tried on small ones")
  func bestOfAll() {
    var state: UInt64 = 7
    func number(_ limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    func best(_ edges: [Assignment.Edge], _ sources: Set<Int>, _ targets: Set<Int>) -> Int {
      var most = 0
      for edge in edges where !sources.contains(edge.source) && !targets.contains(edge.target) {
        let rest = edges.filter { $0.source > edge.source }
        most = max(most, edge.weight + best(rest, sources.union([edge.source]), targets.union([edge.target])))
      }
      return most
    }
    for _ in 0..<200 {
      var edges: [Assignment.Edge] = []
      for source in 0..<4 {
        for target in 0..<4 where number(3) > 0 {
          edges.append(Assignment.Edge(source: source, target: target, weight: 1 + number(50)))
        }
      }
      let sum = Assignment.best(edges).reduce(0) { $0 + $1.weight }
      #expect(sum == best(edges, [], []))
    }
  }

  @Test(
    "a description's example shows the form of dates, unless it could be read in two ways",
    arguments: [
      ("Text of the form 31.12.2024.", "dd.MM.yyyy"), ("such as 20241231", "yyyyMMdd"), ("12/31/2024", "MM/dd/yyyy"),
      ("2024-12-31", "yyyy-MM-dd"), ("01.02.2024", nil), ("no date", nil), ("99.99.9999", nil),
    ] as [(String, String?)])
  func dates(text: String, format: String?) { #expect(DateExample.format(in: text) == format) }
}
