import TandemEmit
import TandemSemantics
import TandemSyntax
import Testing

@Suite("Checklists")
struct ChecklistTests {
  private func markdown(_ dataflow: CheckedDataflow) -> [String] {
    ChecklistEmitter.emit(dataflow, format: .markdown).contents.split(separator: "\n").map(String.init)
  }

  private func identifiers(_ dataflow: CheckedDataflow) -> [String] {
    markdown(dataflow).filter { $0.hasPrefix("| [ ] | ") }.map { String($0.dropFirst(8).prefix(8)) }
  }

  @Test("expected values are what the row makes of the value that is typed")
  func expectedValues() throws {
    let lines = markdown(
      try Documents.customer(
        "{source: status, target: Status, type: string, values: State}",
        values: "State: {active: Active, blocked: Blocked}"))
    #expect(
      lines.contains {
        $0.contains("set status to `active`") && $0.contains("Status of the Ledger Account is `Active`")
      })
    #expect(
      lines.contains {
        $0.contains("set Status to `Blocked`") && $0.contains("status of the Shop Customer is `blocked`")
      })
  }

  @Test("a row that goes one way has no check for the way back")
  func oneWay() throws {
    let lines = markdown(try Documents.customer("{source: email, target: Email, type: string, direction: to Ledger}"))
    #expect(lines.contains { $0.contains("email to Email") })
    #expect(!lines.contains { $0.contains("Email to email") })
  }

  @Test("identifiers are unique, and stay when other rows come and go")
  func identifiers() throws {
    let email = "{source: email, target: Email, type: string}"
    let one = identifiers(try Documents.customer(email))
    let two = identifiers(try Documents.customer("{source: points, target: Points, type: integer}", email))
    #expect(Set(one).count == one.count)
    #expect(Set(two).count == two.count)
    #expect(Set(one).isSubset(of: Set(two)))
    #expect(two.count > one.count)
  }

  @Test("creation, matching and deletion are tested as the document says them")
  func policies() throws {
    let always = markdown(try Documents.customer())
    #expect(always.contains { $0.contains("Exactly one Ledger Account is created") })
    let never = markdown(try Documents.customer(policy: "create: never\n  match: [{email: Email}]"))
    #expect(never.contains { $0.contains("No Ledger Account is created") })
    #expect(never.contains { $0.contains("Create two Ledger Account records with the same Email") })
  }

  @Test("a held flow has one check: that nothing is written")
  func heldFlow() throws {
    let dataflow = try Documents.check(
      "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties: []\n")
    #expect(identifiers(dataflow).count == 1)
    #expect(markdown(dataflow).contains { $0.contains("held") })
  }

  @Test("the RST form has a rule as long as each heading, and a table per section")
  func rst() throws {
    let text = ChecklistEmitter.emit(try Documents.customer(), format: .rst).contents
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let heading = try #require(lines.firstIndex { $0 == "Shop Customer to Ledger Account" })
    #expect(lines[heading + 1] == Substring(String(repeating: "-", count: 31)))
    #expect(text.contains(".. list-table::\n   :header-rows: 1\n\n   * - Check\n"))
  }
}
