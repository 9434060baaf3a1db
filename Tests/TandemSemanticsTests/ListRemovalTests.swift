import TandemSemantics
import TandemSyntax
import Testing

@Suite("Elements that leave their list")
struct ListRemovalTests {
  private func lines(_ title: String, _ policy: String) -> [String] {
    let text = "dataflow: Shop to Ledger\nflows:\n- flow: \(title)\n  \(policy)\n  properties: []\n"
    return Support.lines(Support.check(text)).filter { $0.contains("T4021") || $0.contains("warning") }
  }

  @Test("are spoken of only where there is a list")
  func needsList() {
    #expect(lines("Shop Order.lines to Ledger Receipt", "removed: unlink").isEmpty)
    let found = lines("Shop Order to Ledger Receipt", "removed: unlink")
    #expect(found.first == "4: T4021 error `Shop Order to Ledger Receipt` has no list that an element could leave")
  }

  @Test("have one policy, in one of the two ways to say it")
  func saidTwice() {
    let found = lines("Shop Order.lines to Ledger Receipt", "removed: delete\n  deletion: {Shop: ignore}")
    #expect(found == ["4: T4021 error what happens when an element of `Shop` is gone is said twice"])
    #expect(lines("Shop Order.lines to Ledger Receipt", "removed: delete\n  deletion: {Ledger: unlink}").isEmpty)
  }

  @Test("belong to a flow that is held, which is a note and no warning")
  func held() {
    let result = Support.check(
      "dataflow: Shop to Ledger\nflows:\n- flow: Shop Order.lines to Ledger Receipt\n  properties: []\n")
    #expect(result.diagnostics.map(\.severity) == [.note])
    #expect(result.dataflows.first?.flows.first?.held == "records of list elements cannot be synchronised yet")
  }
}
