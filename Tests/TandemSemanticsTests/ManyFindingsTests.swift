import TandemSemantics
import TandemSyntax
import Testing

@Test func ofManyFindingsOfOneKindAHundredAreListedAndTheOthersCounted() {
  var rows = "  - {source: name, target: Name, type: string}\n"
  for index in 0..<1_000 { rows += "  - {source: nonsense\(index), target: Nonsense\(index), type: string}\n" }
  let text = "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n" + rows
  let result = Support.check(text)
  #expect(result.diagnostics.filter { $0.rule.code == "T1005" }.count == 100)
  let closing = result.diagnostics.filter { $0.rule.code == "T5004" }
  #expect(closing.map(\.message) == ["and 1900 more of this kind, T1005 (unknown-property)"])
  #expect(closing.first?.span.start.line == 56)
  #expect(result.dataflows.first?.flows.isEmpty == true)
}

@Test func manyEqualSectionsAreListedOnceTooOften() {
  var text = "dataflow: Shop to Ledger\nflows:\n"
  for _ in 0..<2_000 { text += "- flow: Shop Country to Ledger Country\n  properties: []\n" }
  let result = Support.check(text)
  #expect(result.diagnostics.filter { $0.rule.code == "T4001" }.count == 100)
  #expect(result.diagnostics.contains { $0.message == "and 1899 more of this kind, T4001 (duplicate-section)" })
}

/// The limit is for work that grows with the square of the rows, which would take many minutes here; it also counts the time
/// in which the other tests have the processor.
@Test(.timeLimit(.minutes(5))) func manyRowsOfFewPropertiesAreGrouped() {
  var rows = ""
  for index in 0..<4_000 {
    let target = ["Email", "Email2"][index % 2]
    rows += "  - {source: email, target: \(target), type: string, when: 'points = \(index)'}\n"
  }
  let text = "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n" + rows
  let document = Support.dataflow(SourceFile(path: "d.yaml", text: text))
  #expect(Checker.check([document], systems: Support.systems).diagnostics.count < 10)
}
