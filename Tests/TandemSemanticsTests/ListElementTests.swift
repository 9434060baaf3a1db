import TandemSemantics
import Testing

@testable import TandemSyntax

@Suite("Flows of list elements are checked like others, although they are held")
struct ListElementTests {
  private let orders = """
    - flow: Shop Customer to Ledger Account
      properties: [{source: name, target: Name, type: string}]
    - flow: Shop Order to Ledger Invoice
      properties:
      - {source: number, target: Number, type: string}
      - {source: customerId, target: Account, type: guid, reference: Customer to Account}

    """

  /// What is found besides notes in a flow of the title, behind those of customers and orders.
  private func findings(_ title: String, _ flow: String) -> [String] {
    let text = "dataflow: Shop to Ledger\nflows:\n\(orders)- flow: \(title)\n\(flow)"
    return Support.check(text).diagnostics.filter { $0.severity > .note }.map { "\($0.rule.code) \($0.message)" }
  }

  private func rows(_ row: String, _ policy: String = "") -> [String] {
    findings("Shop Order.lines to Ledger Receipt", "\(policy)  properties:\n  - \(row)\n")
  }

  @Test("rows, conditions, matches and deletions name the members of the element")
  func members() {
    #expect(rows("{source: text, target: Text, type: string}").isEmpty)
    #expect(rows("{source: txet, target: Text, type: string}") == ["T1005 `txet` is no property of Shop Order.lines"])
    #expect(rows("{source: text, target: Txet, type: string}") == ["T1005 `Txet` is no property of Ledger Receipt"])
    #expect(
      rows("{source: number, target: Text, type: string}") == ["T1005 `number` is no property of Shop Order.lines"])
    let text = "{source: text, target: Text, type: string}"
    #expect(rows(text, "  where: 'amount > 0'\n").isEmpty)
    #expect(rows(text, "  where: 'total > 0'\n") == ["T1005 `total` is no property of Shop Order.lines"])
    #expect(rows(text, "  create: 'when amount = \"many\"'\n").count == 1)
    #expect(rows(text, "  match: [{text: Text}]\n").isEmpty)
    #expect(rows(text, "  match: [{txt: Text}]\n").count == 1)
    #expect(rows(text, "  removed: 'archive with Text = \"gone\"'\n").isEmpty)
    #expect(rows(text, "  removed: 'archive with Txt = \"gone\"'\n").count == 1)
    #expect(rows("{source: amount, target: Changed, type: datetime}").count == 1)
  }

  @Test("the list is a list")
  func lists() {
    let rows = "  properties: [{source: text, target: Text, type: string}]\n"
    #expect(
      findings("Shop Order.liness to Ledger Receipt", rows) == ["T1005 `liness` is no property of Shop Order"])
    #expect(
      findings("Shop Order.number to Ledger Receipt", rows)
        == ["T4022 `number` of Shop Order is a string, not a list of objects"])
    #expect(
      findings("Shop Order.Lines to Ledger Receipt", rows).isEmpty, "as properties are, a list is found in any case")
  }

  @Test("the parent is a flow of the holders, and the record refers to it")
  func parents() {
    func parent(_ text: String) -> [String] {
      rows("{source: text, target: Text, type: string}", "  parent: \(text)\n")
    }
    #expect(parent("Order to Invoice via Invoice").isEmpty)
    #expect(
      parent("Customer to Account via Invoice")
        == ["T4023 `Customer to Account` is no flow of `Shop Order`, whose list the section is about"])
    #expect(
      parent("Order to Account via Invoice") == ["T4023 no flow keeps `Shop Order` and `Ledger Account` in step"])
    #expect(parent("Order to Invoice via Invoce") == ["T1005 `Invoce` is no property of Ledger Receipt"])
    #expect(
      parent("Order to Invoice via Text") == ["T4023 `Text` of Ledger Receipt does not refer to an `Invoice`"])
    let whole = "  parent: Order to Invoice via Invoice\n  properties: [{source: name, target: Iso, type: string}]\n"
    #expect(
      findings("Shop Country to Ledger Country", whole).contains {
        $0.hasPrefix("T4023 `Shop Country to Ledger Country` keeps whole records in step")
      })
  }
}
