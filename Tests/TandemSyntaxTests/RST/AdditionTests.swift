import Foundation
import Testing

@testable import TandemSyntax

/// What the language says beyond the supplied form.
@Suite struct AdditionTests {
  private func flow(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> Flow {
    let reading = readRST(RSTText.title() + text, sourceLocation: sourceLocation)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))", sourceLocation: sourceLocation)
    return try #require(reading.product?.flows.first, sourceLocation: sourceLocation)
  }

  @Test func scopesOfBothSides() throws {
    let further = """
      Only a Shopbase Client with ``kind = "final"`` takes part.

      Only a Ledger Customer with ``Blocked = false`` takes part.


      """
    let scopes = try flow(RSTText.section(further: further)).scopes
    #expect(scopes.map { $0.system?.value } == [nil, "Ledger"])
    #expect(scopes.map(\.condition.span.text) == ["kind = \"final\"", "Blocked = false"])
  }

  @Test(arguments: [
    ("the newest edit wins", ConflictPolicy.newest), ("a person decides", .ask),
    ("Ledger wins", .wins(system: "Ledger")),
  ])
  func conflicts(words: String, policy: ConflictPolicy) throws {
    let flow = try flow(RSTText.section(further: "If both sides have changed, \(words).\n\n"))
    #expect(flow.conflict?.value == policy)
  }

  @Test func deletions() throws {
    let further = """
      When a Shopbase Client is deleted, the Ledger Customer will be archived with ``State.Code = "Void"``.

      When a Ledger Customer is deleted, the Shopbase Client is kept.


      """
    let deletions = try flow(RSTText.section(further: further)).deletions
    #expect(deletions.map(\.system.value) == ["Shopbase", "Ledger"])
    guard case .archive(let property, .string("Void")) = deletions[0].policy.value,
      case .ignore = deletions[1].policy.value
    else { return #expect(Bool(false), "\(deletions)") }
    #expect(property.text == "State.Code")
  }

  @Test func deletionThatTravelsOrDropsTheLink() throws {
    let further = """
      When a Ledger Customer is deleted, the link is dropped.

      When a Shopbase Client is deleted, the Ledger Customer will be deleted.


      """
    let deletions = try flow(RSTText.section(further: further)).deletions
    guard case .unlink = deletions[0].policy.value, case .propagate = deletions[1].policy.value else {
      return #expect(Bool(false), "\(deletions)")
    }
  }

  @Test func firstRunLinksOnlyFormerNameAndParent() throws {
    let further = """
      On the first run, existing records are left alone.

      The section links and creates records and keeps no property in step.

      A Shopbase Client was formerly called Person.

      A Ledger Customer belongs to the record of Order to Invoice that its ``InvoiceId`` refers to.


      """
    let flow = try flow(RSTText.section(further: further))
    #expect(flow.firstRun?.value == .newRecordsOnly)
    #expect(flow.linksOnly)
    #expect(flow.formerNames.map(\.name.value) == ["Person"])
    #expect(flow.parent?.flow.value == "Order to Invoice" && flow.parent?.via.span.text == "InvoiceId")
    #expect(
      try self.flow(RSTText.section(further: "On the first run, existing records are only linked.\n\n")).firstRun?.value
        == .linkOnly)
  }

  @Test func aSectionThatOnlyLinksNeedsNoPropertyTable() throws {
    let links = "The section links and creates records and keeps no property in step.\n\n"
    let withTable = RSTText.title() + RSTText.section(further: links) + RSTText.section("Shopbase Order", "Ledger Bill")
    let announcement = "The following properties are synchronized between a Shopbase Client and a Ledger Customer:"
    let start = try #require(withTable.range(of: announcement)).lowerBound
    let end = try #require(withTable.range(of: "Shopbase Order to Ledger Bill")).lowerBound
    let without = withTable.replacingCharacters(in: start..<end, with: "\n")
    let promise =
      "Once a link between a Shopbase Client and a Ledger Customer is established, it will keep in sync between the "
      + "two systems, regardless of where it is edited.\n\n"
    let bare = without.replacing(promise, with: "")
    #expect(bare != without)
    for text in [withTable, without, bare, withTable.replacing(promise, with: "")] {
      let reading = readRST(text)
      #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
      #expect(reading.product?.flows.map(\.linksOnly) == [true, false])
      #expect(reading.product?.flows.first?.rows.isEmpty == true)
      try expectRoundTrip(text)
    }
    #expect(readRST(bare.replacing(links, with: "")).diagnostics.map(\.rule.code) == [MissingSentence.rule.code])
    // Without the sentence the table is missed.
    let missing = readRST(without.replacing(links, with: ""))
    #expect(missing.diagnostics.map(\.rule.code) == [MissingSentence.rule.code], "\(listed(missing))")
    // A table that is announced has to be there.
    let half = readRST(withTable.replacing(announcement, with: announcement + "\n\n.. a remark"))
    #expect(half.diagnostics.isEmpty, "\(listed(half))")
  }

  @Test func oneWay() throws {
    let text = RSTText.section().replacing(
      "it will keep in sync between the two systems, regardless of where it is edited.",
      with: "edits travel from Shopbase to Ledger only.")
    #expect(try flow(text).direction?.value == .toSystem("Ledger"))
  }

  @Test func elementsOfAList() throws {
    let flow = try flow(RSTText.section("Shopbase Order.lines", "Ledger InvoiceLine"))
    #expect(flow.source.entity.value == "Order" && flow.source.element?.value == "lines")
    #expect(flow.source.element?.span.text == "lines" && flow.source.span.text == "Shopbase Order.lines")
  }

  @Test(arguments: [
    ("the Ledger InvoiceLine will be deleted", "removed: delete"),
    ("the Ledger InvoiceLine will be archived with ``State = \"Void\"``", "removed: 'archive with State = \"Void\"'"),
    ("the link of the Ledger InvoiceLine is dropped", "removed: unlink"),
    ("the Ledger InvoiceLine is kept", "removed: ignore"),
  ])
  func elementsThatLeaveTheirList(words: String, yaml: String) throws {
    let further = """
      When a Ledger InvoiceLine is deleted, the link is dropped.

      When an element leaves the list, \(words).


      """
    let text = RSTText.title() + RSTText.section("Shopbase Order.lines", "Ledger InvoiceLine", further: further)
    let dataflow = try #require(readRST(text).product)
    let flow = try #require(dataflow.flows.first)
    #expect(flow.deletions.map(\.system.value) == ["Ledger", "Shopbase"])
    #expect(flow.deletions.map(\.isRemoval) == [false, true])
    let written = YAMLWriter.write(dataflow)
    #expect(written.contains("  deletion: {Ledger: unlink}\n  \(yaml)\n"), "\(written)")
    try expectRoundTrip(text)
    // A list in the target's records: the source's record follows the element.
    let swapped = written.replacing(
      "Shopbase Order.lines to Ledger InvoiceLine", with: "Shopbase Line to Ledger Order.lines"
    )
    .replacing("  deletion: {Ledger: unlink}\n", with: "")
    let other = try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: swapped)).product)
    #expect(other.flows.first?.deletions.map(\.system.value) == ["Ledger"])
    #expect(RSTWriter.write(other).contains(words.replacing("Ledger InvoiceLine", with: "Shopbase Line")))
    try expectRoundTrip(RSTWriter.write(other))
  }

  @Test func combinationsOfSeveralProperties() throws {
    let policy = """
      Before any synchronization can take place, a link between a Shopbase Client and a Ledger Customer must be established.

      A Shopbase Client will merge with a Ledger Customer if one of the following property combinations match:


      """
      + RSTText.table(
        ["Shopbase Client Property", "Ledger Customer Property", "Combination"],
        [["a", "A", "1"], ["b", "B", "1"], ["c", "C", "2"]])
    let flow = try flow(RSTText.section(policy: policy))
    #expect(flow.matching?.alternatives.map { $0.pairs.map(\.source.path.text) } == [["a", "b"], ["c"]])
  }

  @Test(arguments: [
    ("", nil), ("both", Direction.both), ("to Ledger", .toSystem("Ledger")), ("at creation", .atCreation),
    ("only if empty", .onlyIfEmpty(system: nil)), ("only if empty in Shopbase", .onlyIfEmpty(system: "Shopbase")),
  ])
  func directions(cell: String, direction: Direction?) throws {
    let flow = try flow(
      RSTText.section(extraColumns: ["Direction"], rows: [["a", "A", "\"string\"", cell]]))
    #expect(flow.rows.first?.direction?.value == direction)
  }

  private func clauses(
    _ cell: String, source: String = "a", sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> [Located<Clause>] {
    let text = RSTText.section(extraColumns: ["Rule"], rows: [[source, "A", "\"string\"", cell]])
    return try #require(try flow(text, sourceLocation: sourceLocation).rows.first, sourceLocation: sourceLocation)
      .clauses
  }

  @Test(arguments: [
    ("first choice", "choice(1)"), ("ninth choice", "choice(9)"), ("joined by \"; \"", "join(separator: \"; \")"),
    ("values Order status", "values(\"Order status\")"),
    ("reference Project to Task", "reference(source: \"Project\", target: \"Task\")"),
    ("constant \"EUR\"", "constant(TandemSyntax.Literal.string(\"EUR\"))"),
    ("``constant 5``", "constant(TandemSyntax.Literal.number(\"5\"))"), ("parameter profile", "parameter(\"profile\")"),
    ("default \"a; b\"", "defaultValue(TandemSyntax.Literal.string(\"a; b\"))"),
    ("Ledger wins", "wins(system: \"Ledger\")"), ("format \"yyyy-MM-dd\"", "format(\"yyyy-MM-dd\")"),
    ("conversion trim", "conversion(\"trim\")"), ("read back", "readBack"),
  ])
  func clauseForms(cell: String, meaning: String) throws {
    let found = try clauses(cell)
    #expect(found.count == 1)
    #expect(found.first.map { "\($0.value)" } == meaning)
    #expect(found.first?.span.text == cell)
  }

  @Test(arguments: ["when ``a = 1``", "``when a = 1``", "when a = 1"])
  func conditionsOfARow(cell: String) throws {
    guard case .when(.comparison(.equal, _, _, let span)) = try clauses(cell).first?.value else {
      return #expect(Bool(false))
    }
    #expect(span.text == "a = 1")
  }

  @Test func lookupsByTwoKeys() throws {
    guard
      case .lookup("Account", let pairs) = try clauses("``lookup Account by client.number = Number, land = Country``")
        .first?.value
    else { return #expect(Bool(false)) }
    #expect(pairs.map { "\($0.source.text)>\($0.target.text)" } == ["client.number>Number", "land>Country"])
  }

  @Test func severalClausesKeepTheirOrder() throws {
    let found = try clauses("second choice; ``when status in (\"a;b\", \"c\")``; default \"x\"; Shopbase wins")
    #expect(
      found.map(\.span.text) == [
        "second choice", "``when status in (\"a;b\", \"c\")``", "default \"x\"", "Shopbase wins",
      ])
  }

  @Test func aConstantNeedsNoSource() throws {
    #expect(try clauses("constant \"EUR\"", source: "").count == 1)
    let flow = try flow(
      RSTText.section(extraColumns: ["Rule"], rows: [["", "A", "\"string\"", "parameter profile"]]))
    #expect(flow.rows.first?.source == nil)
  }

  @Test func valueMapsAndParameters() throws {
    let text =
      RSTText.title() + "Parameters\n----------\n\n"
      + RSTText.table(["Parameter", "Type", "Default"], [["profile", "string", "shop"], ["limit", "integer", ""]])
      + "\n" + RSTText.section() + "Values: Order status\n--------------------\n\n"
      + RSTText.table(
        ["Shopbase Value", "Ledger Value"],
        [["Shipped", "Posted"], ["NO", "\"otherwise\""], ["otherwise", "\"Other\""]])
    let reading = readRST(text)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let dataflow = try #require(reading.product)
    #expect(dataflow.parameters.map(\.name.value) == ["profile", "limit"])
    #expect(dataflow.parameters.map { $0.defaultValue?.value } == [.string("shop"), nil])
    let map = try #require(dataflow.valueMaps.first)
    #expect(map.name.value == "Order status" && map.name.span.text == "Order status")
    #expect(map.entries.map { "\($0.source.value)>\($0.target.value)" } == ["Shipped>Posted", "NO>otherwise"])
    #expect(map.otherwise?.value == .value("Other"))
    #expect(map.span.text.hasPrefix("Values: Order status"))
  }

  @Test func commentsAreKeptAsTokens() throws {
    let text = RSTText.title() + ".. a remark\n   of two lines\n\n" + RSTText.section(further: ".. another\n\n")
    let reading = readRST(text)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    let comments = reading.tree.tokens.filter { $0.kind == .comment }
    #expect(
      comments.map { String(decoding: reading.tree.file.bytes[$0.range], as: UTF8.self) } == [
        ".. a remark", "of two lines", ".. another",
      ])
    #expect(reading.product?.flows.count == 1)
  }
}
