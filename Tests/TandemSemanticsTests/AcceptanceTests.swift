import Foundation
import TandemSemantics
import TandemSyntax
import Testing

/// The project's own descriptions and documents.
private let specs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Specs")

private func files(in folder: URL) throws -> [SourceFile] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".rst") }
    .map { SourceFile(path: $0, bytes: Array(try Data(contentsOf: folder.appendingPathComponent($0)))) }
}

private func systems() throws -> [SystemDescription] {
  try files(in: specs.appendingPathComponent("systems")).map(Support.description)
}

private func check(_ folder: URL) throws -> CheckResult {
  let documents = try files(in: folder).map(Support.dataflow)
  return Checker.check(documents, systems: try systems())
}

@Test func theSuppliedDocumentsHaveNoErrorAndOneWarningPerEmptyTable() throws {
  guard let path = ProcessInfo.processInfo.environment["TANDEM_SEEDS"] else {
    print("skipped: TANDEM_SEEDS does not say where the supplied documents are")
    return
  }
  let result = try check(URL(fileURLWithPath: path))
  let lines = Support.lines(result)
  #expect(!result.diagnostics.contains { $0.severity == .error }, "\(lines)")
  #expect(
    result.diagnostics.filter { $0.severity == .warning }.map(\.rule.name)
      == Array(repeating: "empty-table", count: 30), "\(lines)")
  let flows = result.dataflows.flatMap(\.flows)
  #expect(flows.count == 30)
  #expect(flows.allSatisfy { $0.held == "its property table is empty" })
  // One note per document and spelling.
  let spellings = result.diagnostics.filter { $0.rule.category == .style }.map { "\($0.span.file.path) \($0.message)" }
  #expect(Set(spellings).count == spellings.count && !spellings.isEmpty, "\(spellings)")
  // Whatever the spelling, it is one system.
  #expect(Set(result.dataflows.flatMap { [$0.source.name, $0.target.name] }).count == 6)
  // Most warnings can name pairs that the schemas suggest.
  let suggesting = result.diagnostics.filter { $0.rule.name == "empty-table" && $0.explanation.contains(" suggest ") }
  #expect(suggesting.count >= 25)
}

@Test func theProjectsOwnDocumentsHaveNoErrorAndNoFlowIsHeld() throws {
  let result = try check(specs.appendingPathComponent("dataflows"))
  let lines = Support.lines(result)
  #expect(!result.diagnostics.contains { $0.severity == .error }, "\(lines)")
  #expect(result.dataflows.count == 5)
  #expect(result.dataflows.flatMap(\.flows).count == 30)
  #expect(result.dataflows.flatMap(\.flows).allSatisfy { $0.held == nil && !$0.properties.isEmpty })
}

@Test(.timeLimit(.minutes(5))) func fiveHundredDocumentsOfTwentyRowsAreCheckedTogether() {
  var rows = ""
  let sources = ["name", "email", "address.street", "address.city", "points"]
  for index in 0..<20 {
    rows += "  - {source: \(sources[index % 5]), target: T\(index), type: string, direction: to Store}\n"
  }
  let text = "dataflow: Shop to Store\nflows:\n- flow: Shop Customer to Store Item\n  properties:\n" + rows
  var properties = ""
  for index in 0..<20 { properties += "      T\(index): {type: string, max: 100}\n" }
  let store = SourceFile(
    path: "store.yaml",
    text:
      "system: Store\nchanges: {cursor: version, kind: rowversion, deletes: {kind: feed}}\nentities:\n  Item:\n    externalKey: T0\n"
      + "    properties:\n      id: {type: integer, key: true, readOnly: true}\n      version: {type: integer, readOnly: true}\n"
      + properties)
  let systems = Support.systems + [Support.description(store)]
  let documents = (0..<500).map { Support.dataflow(SourceFile(path: "d\($0).yaml", text: text)) }
  let result = Checker.check(documents, systems: systems)
  #expect(result.dataflows.flatMap(\.flows).map(\.properties.count) == Array(repeating: 20, count: 500))
}
