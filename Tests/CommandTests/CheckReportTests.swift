import Foundation
import TestSupport
import Testing

@Suite("The report of a check for other programs")
struct CheckReportTests {
  private static func rows() throws -> [[String: Any]] {
    let outcome = try Program.tandem("check", "Specs", "--format", "json")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let flows = (report?["dataflows"] as? [[String: Any]] ?? []).flatMap { $0["flows"] as? [[String: Any]] ?? [] }
    return flows.flatMap { $0["rows"] as? [[String: Any]] ?? [] }
  }

  @Test("every row of the project's documents has a verdict, and the words that its page explains")
  func words() throws {
    let page = try String(contentsOfFile: Program.package + "/Documentation/CheckReport.md", encoding: .utf8)
    let rows = try Self.rows()
    #expect(rows.count > 200)
    for row in rows {
      for key in row.keys { #expect(page.contains("`\(key)`"), "the page does not explain `\(key)`") }
      #expect(["exact", "normalising", "lossy", "one-way", "unknown"].contains(row["verdict"] as? String))
      let words = try #require(row["loss"] as? [String])
      for word in words { #expect(page.contains("| `\(word)` |"), "the page does not explain `\(word)`") }
      #expect(Set(words).count == words.count)
      #expect((row["lossWords"] as? [String] ?? []).count >= words.count)
    }
    let kinds = Set(rows.flatMap { $0["loss"] as? [String] ?? [] })
    #expect(kinds.isSuperset(of: ["range", "precision", "form", "empty", "distinction"]), "\(kinds)")
  }

  @Test("the summary counts the verdicts that were proven, the same in every run")
  func verdicts() throws {
    func count() throws -> Int? {
      let outcome = try Program.tandem("check", "Specs", "--format", "json")
      let report = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
      return (report?["summary"] as? [String: Any])?["verdicts"] as? Int
    }
    let first = try #require(try count())
    // Far fewer than rows: those of the same types, limits and conversions share one.
    let rows = try Self.rows().count
    #expect(first > 20 && first < rows)
    #expect(try count() == first)
  }
}
