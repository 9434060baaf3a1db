import TandemSemantics
import TandemSyntax
import Testing

/// A document as a reader hands it over that could not read all of it.
private func document(_ text: String, _ change: (inout Dataflow) -> Void) -> Dataflow {
  var document = Support.dataflow(SourceFile(path: "d.yaml", text: text))
  change(&document)
  return document
}

private func codes(_ documents: Dataflow...) -> [String] {
  Checker.check(documents, systems: Support.systems).diagnostics.map(\.rule.code)
}

@Test func aTableWithAnUnreadRowIsNeitherEmptyNorLackingAndIsNotGenerated() {
  let empty =
    "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  match: []\n  properties: []\n"
  let lacking =
    "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
    + "  - {source: email, target: Email, type: string}\n"
  for text in [empty, lacking] {
    #expect(!codes(document(text) { _ in }).isEmpty)
    let unread = document(text) { $0.flows[0].hasUnreadParts = true }
    let result = Checker.check([unread], systems: Support.systems)
    #expect(Support.lines(result).isEmpty, "\(Support.lines(result))")
    #expect(result.dataflows.flatMap(\.flows).isEmpty)
  }
}

@Test func aDeclarationIsNotUnusedWhereSomethingCouldNotBeRead() {
  let text =
    "dataflow: Shop to Ledger\nparameters:\n  office: {type: string}\nflows:\n- flow: Shop Customer to Ledger Account\n"
    + "  properties:\n  - {source: name, target: Name, type: string}\n"
  #expect(codes(document(text) { _ in }) == ["T3018"])
  #expect(codes(document(text) { $0.hasUnreadParts = true }) == [])
  #expect(codes(document(text) { $0.flows[0].hasUnreadParts = true }) == [])
}

@Test func aMissingDeclarationIsReportedInAnUnreadDocumentOnlyWhenItIsMisspelt() {
  let text =
    "dataflow: Shop to Ledger\nvalues:\n  Status: {active: Active, blocked: Blocked}\nflows:\n"
    + "- flow: Shop Customer to Ledger Account\n  properties:\n  - {source: name, target: Name, type: string}\n"
    + "  - {source: status, target: Status, type: string, values: NAME}\n  - {target: Email2, parameter: office}\n"
  let lost = text.replacing("NAME", with: "Priority")
  #expect(codes(document(lost) { _ in }) == ["T3018", "T1006", "T1007"])
  #expect(codes(document(lost) { $0.hasUnreadParts = true }) == [])
  let misspelt = text.replacing("NAME", with: "Statsu")
  #expect(codes(document(misspelt) { $0.hasUnreadParts = true }) == ["T1006"])
}

@Test func aReferenceThroughAFlowThatCouldNotBeReadIsNotReported() {
  let customer =
    "- flow: Shop Customer to Ledger Account\n  properties:\n  - {source: name, target: Name, type: string}\n"
    + "  - {source: countryId, target: Country, reference: Country to Country}\n"
  let head = "dataflow: Shop to Ledger\nflows:\n"
  #expect(codes(document(head + customer) { _ in }) == ["T1010"])
  #expect(codes(document(head + customer) { $0.hasUnreadParts = true }) == [])
  // One fault, one message: the flow is there under a misspelt name.
  let misspelt = customer + "- flow: Shop Contry to Ledger Country\n  properties: []\n"
  #expect(codes(document(head + misspelt) { _ in }) == ["T1004"])
}

@Test func whatADescriptionLostByAFaultIsNotUnknownInDocuments() {
  let store = SourceFile(
    path: "store.yaml",
    text: """
      system: Store
      changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
      entities:
        Item:
          title: name
          properties:
            id: {type: integer, key: true, readOnly: true}
            name: {type: strng, max: 50}
            version: {type: integer, readOnly: true}
        Box: 3

      """)
  let reading = SystemReader.read(store)
  #expect(reading.diagnostics.count == 2)
  guard let system = reading.product else { return }
  let text = """
    dataflow: Shop to Store
    flows:
    - flow: Shop Customer to Store Item
      properties:
      - {source: name, target: name, type: string}
    - flow: Shop Order to Store Box
      properties:
      - {source: number, target: number, type: string}

    """
  let result = Checker.check([document(text) { _ in }], systems: Support.systems + [system])
  #expect(Support.lines(result).isEmpty, "\(Support.lines(result))")
  #expect(result.dataflows.flatMap(\.flows).isEmpty)
}
