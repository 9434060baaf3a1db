import Foundation
import TestSupport
import Testing

/// The supplied documents are not part of the project; TANDEM_SEEDS names the directory that holds them.
private let seeds = ProcessInfo.processInfo.environment["TANDEM_SEEDS"]

@Suite(
  "The supplied documents, as they came",
  .enabled(if: seeds != nil, "TANDEM_SEEDS does not name the directory of the supplied documents"))
struct SuppliedDocumentsTests {
  private struct Report: Decodable {
    struct Diagnostic: Decodable {
      var code: String
      var rule: String
      var severity: String
      var message: String
      var explanation: String
      var file: String
      var notes: [String]
    }
    struct Dataflow: Decodable {
      struct Flow: Decodable {
        var source: String
        var target: String
        var line: Int
        var held: String?
      }
      var file: String
      var source: String
      var target: String
      var flows: [Flow]
    }
    struct Summary: Decodable {
      var documents: Int
      var errors: Int
    }
    var diagnostics: [Diagnostic]
    var dataflows: [Dataflow]
    var summary: Summary
  }

  private func documents() throws -> [String] {
    let directory = try #require(seeds)
    return try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".rst") }.sorted()
      .map { "\(directory)/\($0)" }
  }

  private func check() throws -> Report {
    let outcome = try Program.run(
      "tandem", ["check"] + documents() + ["--systems", "Specs/systems", "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
  }

  @Test("give no error, and one warning per empty table that names what the two schemas suggest")
  func emptyTables() throws {
    let report = try check()
    #expect(report.summary.documents == 5)
    #expect(report.summary.errors == 0)
    let warnings = report.diagnostics.filter { $0.severity == "warning" }
    #expect(warnings.count == 30)
    #expect(Set(warnings.map(\.rule)) == ["empty-table"])
    for warning in warnings {
      let text = ([warning.message, warning.explanation] + warning.notes).joined(separator: " ")
      #expect(text.contains("sugges"), "\(warning.message): \(text)")
    }
  }

  @Test("spell one system in several ways, which is one system and a note")
  func spellings() throws {
    let report = try check()
    #expect(report.dataflows.count == 5)
    let crm = report.dataflows.filter { $0.file.contains("customcrm") }
    #expect(crm.count == 2)
    #expect(Set(crm.map(\.source)) == ["Custom CRM"])
    let erp = report.dataflows.filter { $0.file.contains("customerp") }
    #expect(Set(erp.flatMap { [$0.source, $0.target] }).contains("Custom ERP"))
    let notes = report.diagnostics.filter { $0.severity == "note" }
    #expect(notes.contains { $0.message.contains("Salesorders") && $0.message.contains("SalesOrders") })
  }

  @Test("have thirty flows, all of them held with a reason")
  func held() throws {
    let flows = try check().dataflows.flatMap(\.flows)
    #expect(flows.count == 30)
    #expect(flows.allSatisfy { ($0.held ?? "").contains("empty") })
  }

  @Test("give checklists in both forms")
  func checklists() throws {
    for format in ["rst", "markdown"] {
      let folder = try TemporaryDirectory()
      let outcome = try Program.run(
        "tandem",
        ["checklist"] + documents() + ["--systems", "Specs/systems", "--format", format, "--output", folder.path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 5)
    }
  }
}
