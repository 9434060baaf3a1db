import TandemSemantics
import TandemSyntax
import Testing

@Test func tenFaultsGiveTenDiagnosticsAtTheirLinesInOneRun() {
  let result = Support.check(
    """
    dataflow: Shop to Ledger
    values:
      Status: {active: Active, blocked: Bloked}
    flows:
    - flow: Shop Customer to Ledger Account
      create: 'when status = "activ"'
      match:
      - {emial: Email}
      properties:
      - {source: name, target: Name, type: string}
      - {source: email, target: Emial, type: string}
      - {source: status, target: Status, type: string, values: Status}
      - {source: since, target: Logo, type: binary}
      - {source: countryId, target: Country, type: string}
      - {source: address.street, target: Address.Street, type: string, direction: to Leger}
      - {source: address.city, target: Balance, type: decimal, direction: to Ledger}
      - {source: points, target: Points, type: integer}
      - {source: rating, target: Points, type: integer}
    - flow: Shop Oder to Ledger Invoice
      properties:
      - {source: nonsense, target: Nonsense, type: string}

    """)
  let errors = result.diagnostics.filter { $0.severity == .error }.map { "\($0.span.start.line) \($0.rule.code)" }
  #expect(
    errors == [
      "3 T3016", "6 T2011", "8 T1005", "11 T1005", "13 T2001", "14 T3011", "15 T1008", "16 T3003", "18 T3006",
      "19 T1004",
    ], "\(Support.lines(result))")
  #expect(result.dataflows.first?.flows.isEmpty == true)
}

@Test func aFlowWithAnErrorIsLeftOutAndTheOthersGoOn() {
  let result = Support.check(
    """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Customer to Ledger Account
      properties:
      - {source: nam, target: Name, type: string}
    - flow: Shop Country to Ledger Country
      conflict: Shop wins
      match:
      - {code: Iso}
      properties:
      - {source: code, target: Iso, type: string}

    """)
  #expect(Support.lines(result).count == 1, "\(Support.lines(result))")
  #expect(result.dataflows.first?.flows.map(\.identifier) == ["ledger.country~shop.country"])
}

@Test func anUnknownSystemSilencesTheWholeDocument() {
  let result = Support.check(
    "dataflow: Shop to Legder\nflows:\n- flow: Shop Nothing to Legder Nowhere\n  properties: []\n")
  #expect(Support.lines(result).map { String($0.prefix(8)) } == ["1: T1002"], "\(Support.lines(result))")
  #expect(result.diagnostics.first?.fixes.first?.edits.first?.replacement == "Ledger")
  #expect(result.dataflows.isEmpty)
}

@Test func aFaultInADescriptionIsReportedThereAndNotAgainInDocuments() {
  let shed = SourceFile(
    path: "shed.yaml", text: "system: Shed\nentities:\n  Tool:\n    properties:\n      id: {type: integer, key: true}\n"
  )
  let document = SourceFile(
    path: "d.yaml", text: "dataflow: Shed to Ledger\nflows:\n- flow: Shed Tool to Ledger Account\n  properties: []\n")
  let result = Checker.check(
    [Support.dataflow(document)], systems: Support.systems + [Support.description(shed)])
  #expect(Support.lines(result).map { String($0.prefix(8)) } == ["3: T2023"], "\(Support.lines(result))")
}

@Test func nearMissesAreFoundByNameAndByLabel() {
  let result = Support.check(
    """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Customer to Ledger Account
      properties:
      - {source: nmae, target: Accountname, type: string}

    """)
  let fixes = result.diagnostics.flatMap(\.fixes).flatMap(\.edits).map(\.replacement)
  #expect(fixes == ["name", "Name"], "\(Support.lines(result))")
  #expect(result.diagnostics.allSatisfy { !$0.labels.isEmpty && $0.labels[0].span.file.path.hasSuffix("yaml") })
}

@Test func diagnosticsComeInTheOrderOfTheTextWhateverTheOrderOfFinding() {
  let text = """
    dataflow: Shop to Ledger
    parameters:
      unused: {type: string}
    flows:
    - flow: Shop Customer to Ledger Account
      properties:
      - {source: email, target: Email, type: string}
    - flow: Shop Country to Ledger Country
      conflict: Shop wins
      properties:
      - {source: cod, target: Iso, type: string}

    """
  let first = Support.lines(Support.check(text))
  #expect(first.map { String($0.prefix(8)) } == ["3: T3018", "6: T3002", "11: T100"], "\(first)")
  #expect(first == Support.lines(Support.check(text)))
}

@Test func documentsWithMissingLinesAreCheckedWithoutATrap() {
  for rule in SemanticRules.all where rule.failing.notation != .systemDescription {
    let lines = rule.passing.text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      var rest = lines
      rest.remove(at: index)
      let file = SourceFile(
        path: rule.passing.notation == .rst ? "d.rst" : "d.yaml", text: rest.joined(separator: "\n"))
      let reading = rule.passing.notation == .rst ? RSTReader.read(file) : YAMLReader.read(file)
      guard let document = reading.product else { continue }
      let result = Checker.check([document], systems: Support.systems)
      #expect(result.dataflows.count <= 1)
      #expect(result.diagnostics.allSatisfy { $0.span.upperBound <= $0.span.file.bytes.count })
    }
  }
}

@Test func descriptionsWithMissingLinesAreCheckedWithoutATrap() {
  let documents = SemanticRules.all.filter { $0.passing.notation == .yaml }.prefix(5).compactMap {
    YAMLReader.read(SourceFile(path: "d.yaml", text: $0.passing.text)).product
  }
  for file in ExampleSystems.all {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      var rest = lines
      rest.remove(at: index)
      guard let system = SystemReader.read(SourceFile(path: file.path, text: rest.joined(separator: "\n"))).product
      else {
        continue
      }
      let others = Support.systems.filter { $0.name.value != system.name.value }
      let result = Checker.check(documents, systems: others + [system])
      #expect(result.systems.count >= 2)
    }
  }
}
