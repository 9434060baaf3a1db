import Testing

@testable import TandemSyntax

/// Every form of the documents that generators have printed, by name.
@Suite struct SuppliedFormTests {
  private func flow(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Flow {
    let reading = readRST(RSTText.title() + text, sourceLocation: sourceLocation)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))", sourceLocation: sourceLocation)
    return try #require(reading.product?.flows.first, sourceLocation: sourceLocation)
  }

  @Test func title() throws {
    let dataflow = try #require(readRST(RSTText.title("Custom CRM", "Exact Online")).product)
    #expect(dataflow.source.value == "Custom CRM")
    #expect(dataflow.target.value == "Exact Online")
    #expect(dataflow.target.span.text == "Exact Online")
    #expect(dataflow.generated?.value == "2024-05-17 09:30:00")
    #expect(dataflow.introduction?.span.text == "Words.")
    #expect(dataflow.flows.isEmpty)
  }

  @Test func olderIntroductionOverTwelveDashes() {
    let text = (RSTText.title() + RSTText.section()).replacing("Introduction\n", with: "Introduction.\n")
    let reading = readRST(text)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    #expect(reading.product?.introduction?.value == "Words.")
  }

  @Test func every() throws {
    let flow = try flow(RSTText.section())
    guard case .always = flow.creation?.value else {
      return #expect(Bool(false), "\(String(describing: flow.creation))")
    }
    #expect(flow.source.system.value == "Shopbase" && flow.source.entity.value == "Client")
    #expect(flow.creation?.span.text == "Every Shopbase Client will be synchronized with a Ledger Customer.")
    #expect(flow.title.text == "Shopbase Client to Ledger Customer")
    #expect(flow.table.text.hasPrefix(".. list-table::") && flow.table.text.hasSuffix("Ledger Data Type"))
  }

  @Test func everyWithIfMatchIfNoMatchAndMergeTable() throws {
    let policy = """
      Every Shopbase Client will be synchronized with a Ledger Customer.

      If a matching Ledger Customer already exists, the Shopbase Client will be merged with the existing one.
      If no matching Ledger Customer is found, a new Ledger Customer will be created.

      A Shopbase Client will merge with a Ledger Customer if one of the following property combinations match:


      """
      + RSTText.table(["Shopbase Client Property", "Ledger Customer Property"], [["email", "Mail"], ["id", "Code"]])
    let flow = try flow(RSTText.section(policy: policy))
    let alternatives = try #require(flow.matching?.alternatives)
    #expect(
      alternatives.map { $0.pairs.map { "\($0.source.path.text)=\($0.target.path.text)" } } == [
        ["email=Mail"], ["id=Code"],
      ])
    #expect(alternatives[1].pairs[0].target.span.text == "Code")
  }

  @Test func beforeWithMergeTable() throws {
    let policy = """
      Before any synchronization can take place, a link between a Shopbase Client and a Ledger Customer must be established.

      A Shopbase Client will merge with a Ledger Customer if one of the following property combinations match:


      """ + RSTText.table(["Shopbase Client Property", "Ledger Customer Property"], [])
    let flow = try flow(RSTText.section(policy: policy))
    guard case .never = flow.creation?.value else { return #expect(Bool(false)) }
    #expect(flow.matching?.alternatives.count == 0)
  }

  @Test(arguments: [
    ("Shopbase Order", ["Order"]),
    ("Shopbase Order, or Shopbase Cart", ["Order", "Cart"]),
    ("Shopbase Order, Shopbase Cart, or Shopbase Return", ["Order", "Cart", "Return"]),
  ])
  func beforeConnected(list: String, entities: [String]) throws {
    let policy = """
      Before any synchronization can take place, a link between a Shopbase Client and a Ledger Customer must be established.

      A new Ledger Customer will be created from a Shopbase Client if it is connected to a \(list) that is synchronized \
      into Ledger.
      """
    let flow = try flow(RSTText.section(policy: policy))
    guard case .connected(let names) = flow.creation?.value else { return #expect(Bool(false)) }
    #expect(names.map(\.entity.value) == entities)
    #expect(names.allSatisfy { $0.system.value == "Shopbase" && $0.entity.span.text == $0.entity.value })
  }

  @Test func whenWithProse() throws {
    let policy = "When a Shopbase Client has paid, it  will be synchronized with a Ledger Customer."
    let flow = try flow(RSTText.section(policy: policy))
    guard case .when(.remark(let remark)) = flow.creation?.value else { return #expect(Bool(false)) }
    #expect(remark == "When a Shopbase Client has paid")
  }

  @Test func noteOfADeveloper() throws {
    let policy = "Ask Kim, status or type, it  will be synchronized with a Ledger Customer."
    let flow = try flow(RSTText.section(policy: policy))
    guard case .when(.remark(let remark)) = flow.creation?.value else { return #expect(Bool(false)) }
    #expect(remark == "Ask Kim, status or type")
  }

  @Test func whenWithCode() throws {
    let policy = "When ``status = \"paid\"``, it  will be synchronized with a Ledger Customer."
    let flow = try flow(RSTText.section(policy: policy))
    guard case .when(.expression(.comparison(.equal, .property(let path), _, let span))) = flow.creation?.value else {
      return #expect(Bool(false), "\(String(describing: flow.creation))")
    }
    #expect(path.text == "status" && span.text == "status = \"paid\"")
  }

  @Test(arguments: [
    ("Shopbase Client (human data)", "(human data)"), ("Shopbase Client person", "person"),
    ("Shopbase Client (organisation data)", "(organisation data)"),
  ])
  func qualifiers(name: String, qualifier: String) throws {
    let flow = try flow(RSTText.section(name))
    #expect(flow.source.qualifier?.value == qualifier)
    #expect(flow.source.entity.value == "Client")
    #expect(flow.source.span.text == name)
  }

  @Test(arguments: ["Product2", "Business_entity", "re-order", "customer"])
  func entityWords(word: String) throws {
    let flow = try flow(RSTText.section("Shopbase \(word)"))
    #expect(flow.source.entity.value == word && flow.source.system.value == "Shopbase")
  }

  @Test func emptyTargetSystem() throws {
    let text = RSTText.title("Shopbase", "") + RSTText.section("Shopbase Client", " Customer", system: "")
    let reading = readRST(text.replacing("a  Data Type", with: "a Data Type"))
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let dataflow = try #require(reading.product)
    #expect(dataflow.target.value.isEmpty)
    #expect(dataflow.flows.first?.target.system.value == "")
    #expect(dataflow.flows.first?.target.entity.value == "Customer")
  }

  @Test func emptySourceSystem() throws {
    let reading = readRST(RSTText.title("", "Ledger") + RSTText.section(" Client", "Ledger Customer"))
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let flow = try #require(reading.product?.flows.first)
    #expect(flow.source.system.value == "" && flow.source.entity.value == "Client")
    #expect(reading.product?.source.value == "")
  }

  @Test func systemsOfSeveralWordsAndSpelledDifferently() throws {
    let text =
      RSTText.title("Custom CRM", "ExactOnline")
      + RSTText.section("Customcrm Order", "Exact Online Salesorders", system: "ExactOnline")
    let reading = readRST(text)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let flow = try #require(reading.product?.flows.first)
    #expect(flow.source.system.value == "Customcrm" && flow.source.entity.value == "Order")
    #expect(flow.target.system.value == "Exact Online" && flow.target.entity.value == "Salesorders")
  }

  @Test func sentencesMaySpellTheNamesInAnotherCase() throws {
    let policy = "Every ShopBase client will be synchronized with a Ledger Customer."
    _ = try flow(RSTText.section(policy: policy))
  }

  @Test func carriageReturnAndBlanksAndTabsAtTheEndOfCells() throws {
    let text = RSTText.title() + RSTText.section(rows: [["name ", "FullName\t", "\"string\" \t"]])
    let reading = readRST(text.replacing("\n", with: "\r\n"))
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let row = try #require(reading.product?.flows.first?.rows.first)
    #expect(row.source?.span.text == "name" && row.target.span.text == "FullName")
    #expect(row.type?.value == "string" && row.type?.span.text == "\"string\"")
  }

  @Test func pathsAndTypes() throws {
    let rows = [
      ["$id", "Code", "\"integer\""], ["_key", "A.B.C", "N/A"], ["d", "D", "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]"],
      ["e", "E", "\"if\",\"or\",\"is-empty\",\"_.\"],\"eq\",\"\",\"_.\"]],\"-\",\"_.\"]"], ["f", "F", ""],
    ]
    let flow = try flow(RSTText.section(rows: rows))
    #expect(flow.rows.map { $0.source?.path.text } == ["$id", "_key", "d", "e", "f"])
    #expect(flow.rows.map { $0.type?.value } == ["integer", "N/A", rows[2][2], rows[3][2], nil])
    #expect(flow.rows[1].target.path.segments.map(\.span.text) == ["A", "B", "C"])
    #expect(flow.rows[0].span.text == "* - $id\n     - Code\n     - \"integer\"")
  }

  @Test func dependenciesRunTogether() throws {
    let cell = "phones.number (Dependant on having work in phones.typeDependant on having in use in phones.state)"
    let flow = try flow(RSTText.section(rows: [[cell, "Phone", "\"string\""]]))
    let source = try #require(flow.rows.first?.source)
    #expect(source.path.text == "phones.number")
    #expect(source.dependencies.map(\.value.value) == ["work", "in use"])
    #expect(source.dependencies.map(\.path.text) == ["phones.type", "phones.state"])
    #expect(source.dependencies.map(\.path.span.text) == ["phones.type", "phones.state"])
    #expect(source.span.text == cell)
  }

  @Test func aDocumentWithoutAFinalLineEndAndWithAByteOrderMark() throws {
    let text = (RSTText.title() + RSTText.section()).split(separator: "\n", omittingEmptySubsequences: false)
    let trimmed = text.reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
    let reading = readRST(bytes: [0xEF, 0xBB, 0xBF] + Array(trimmed.utf8))
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    #expect(reading.product?.flows.count == 1)
    #expect(reading.tree.tokens.first?.kind == .byteOrderMark)
  }
}
