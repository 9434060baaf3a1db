import Testing

@testable import TandemSyntax

/// One line that is wrong is one finding, and what stands below it is read.
@Suite struct YAMLRecoveryTests {
  static let compact = """
    dataflow: Shop to Ledger
    parameters:
      profile: {type: string}
      branch: {type: string}
    values:
      Status: {open: Draft, closed: Paid, otherwise: error}
      Kinds: {a: b, c: d, e: f}
    flows:
    - flow: Shop Order to Ledger Invoice
      create: always
      match: [{number: Number}]
      conflict: newest
      properties:
      - {source: a, target: A}
      - {source: b, target: B}
      - {source: c, target: C}
      - {source: d, target: D}
    - flow: Shop Client to Ledger Customer
      create: always
      match: [{number: Number}]
      conflict: newest
      properties:
      - {source: a, target: A}
      - {source: b, target: B}
      - {source: c, target: C}
    - flow: Shop Item to Ledger Product
      create: always
      match: [{number: Number}]
      conflict: newest
      properties:
      - {source: a, target: A}
      - {source: b, target: B}

    """

  /// The same document with each list one step deeper than its key.
  static let airy: String = {
    var isFlow = false
    return compact.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if line.hasPrefix("- ") { isFlow = true }
      guard isFlow, !line.isEmpty else { return String(line) }
      return (line.hasPrefix("  - ") ? "    " : "  ") + line
    }.joined(separator: "\n")
  }()

  private func read(_ text: String) -> Reading<Dataflow> { YAMLReader.read(SourceFile(path: "t.yaml", text: text)) }

  private func shape(_ reading: Reading<Dataflow>) -> String {
    (reading.product?.flows ?? []).map { "\($0.source.entity.value) \($0.rows.count)" }.joined(separator: ", ")
  }

  @Test func bothDocumentsAreRight() {
    for text in [Self.compact, Self.airy] {
      #expect(read(text).diagnostics.isEmpty, "\(listed(read(text)))")
      #expect(shape(read(text)) == "Order 4, Client 3, Item 2")
    }
  }

  /// Changes line `number` (from 1) of both documents.
  private func planted(_ number: Int, _ change: (String) -> [String]) -> [Reading<Dataflow>] {
    [Self.compact, Self.airy].map { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines.replaceSubrange(number - 1..<number, with: change(lines[number - 1]))
      return read(lines.joined(separator: "\n"))
    }
  }

  /// Each reading has one finding, of the code where one is given, and what is left has a shape.
  private func expectOneFinding(
    _ readings: [Reading<Dataflow>], _ code: String? = nil, shape: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    for reading in readings {
      let codes = reading.diagnostics.map(\.rule.code)
      #expect(codes.count == 1, "\(listed(reading))", sourceLocation: sourceLocation)
      if let code { #expect(codes == [code], "\(listed(reading))", sourceLocation: sourceLocation) }
      #expect(self.shape(reading) == shape, "\(listed(reading))", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: [
    (13, "Order 0, Client 3, Item 2"), (8, ""), (5, "Order 4, Client 3, Item 2"), (22, "Order 4, Client 0, Item 2"),
  ])
  func aDeletedKeyIsOneFinding(line: Int, shape: String) {
    expectOneFinding(planted(line) { _ in [] }, shape: shape)
  }

  @Test(arguments: 14...17)
  func aRowOneBlankToTheLeftOrRightIsOneFinding(line: Int) {
    for change in [{ (text: String) in " " + text }, { (text: String) in String(text.dropFirst()) }] {
      expectOneFinding(planted(line) { [change($0)] }, shape: "Order 3, Client 3, Item 2")
    }
  }

  @Test(arguments: [14, 15, 17])
  func aTabOrAWordBeforeARowIsOneFinding(line: Int) {
    for change in [
      { (text: String) in "\t" + text.drop { $0 == " " } }, { "\t" + $0 },
      { (text: String) in text.replacing("- {", with: "word - {") },
    ] {
      expectOneFinding(planted(line) { [change($0)] }, shape: "Order 3, Client 3, Item 2")
    }
  }

  @Test(arguments: [14, 15, 16, 17])
  func aStrayKeyBetweenRowsIsOneFinding(line: Int) {
    for stray in ["note: hello", "conflict: newest", "just words"] {
      expectOneFinding(
        planted(line) { [String($0.prefix { $0 == " " }) + stray, $0] }, shape: "Order 4, Client 3, Item 2")
    }
  }

  @Test(arguments: [9, 18, 26])
  func textOrATabBeforeAFlowIsOneFindingAndTheFlowIsRead(line: Int) {
    for change in [
      { (text: String) in text.replacing("- flow", with: "xyz - flow") }, { "\t" + $0 },
      { (text: String) in "\t" + text.drop { $0 == " " } },
      { (text: String) in text.replacing("- flow", with: "xyz- flow") },
    ] {
      expectOneFinding(planted(line) { [change($0)] }, shape: "Order 4, Client 3, Item 2")
    }
  }

  @Test(arguments: [17, 25])
  func aFlowGluedToTheLineAboveIsOneFindingAndRead(line: Int) {
    for text in [Self.compact, Self.airy] {
      for blank in ["", " "] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        lines[line - 1] += blank + lines[line].drop { $0 == " " }
        lines.remove(at: line)
        let reading = read(lines.joined(separator: "\n"))
        #expect(reading.diagnostics.count == 1, "\(listed(reading))")
        #expect(reading.product?.flows.count == 3, "\(listed(reading))")
      }
    }
  }

  @Test(arguments: [18, 26])
  func aDeletedLineOfAFlowIsOneFinding(line: Int) {
    for reading in planted(line, { _ in [] }) {
      #expect(reading.diagnostics.map(\.rule.code) == ["T0203"], "\(listed(reading))")
      #expect(reading.product?.flows.count == 2)
    }
  }

  @Test func theFirstFlowWithoutItsDashLineOrMovedIsOneFinding() {
    expectOneFinding(planted(9) { _ in [] }, "T0217", shape: "Client 3, Item 2")
    expectOneFinding(planted(9) { [" " + $0] }, "T0202", shape: "Order 4, Client 3, Item 2")
  }

  @Test func rowsThatLostTheirKeyBehindAMatchAreOneFinding() {
    let reading = read(
      "dataflow: A to B\nflows:\n- flow: A Order to B Deal\n  match:\n  - {number: Number}\n"
        + "  - {source: a, target: A}\n  - {source: b, target: B, choice: 1}\n")
    #expect(reading.diagnostics.map(\.rule.code) == ["T0217"], "\(listed(reading))")
    #expect(reading.product?.flows.first?.matching?.alternatives.count == 1)
  }

  @Test func systemsThatMayWinAreListedAsTheyAreWritten() {
    let forms = [
      ("conflict: Foo wins", "Write `Shop wins` or `Ledger wins`, or `newest` or `ask`."),
      ("direction: to Foo", "Write `to Shop` or `to Ledger`."),
      ("deletion: {Foo: ignore}", "Write `Shop` or `Ledger`."),
    ]
    for (line, explanation) in forms {
      let reading = read(Self.compact.replacing("  conflict: newest\n", with: "  \(line)\n", maxReplacements: 1))
      #expect(reading.diagnostics.map(\.explanation) == [explanation])
    }
  }

  @Test func aDescriptionInThePlaceOfADocumentAndTheOtherWayRoundIsOneFinding() {
    let document = read(YAMLSamples.system)
    #expect(document.diagnostics.count == 1, "\(listed(document))")
    #expect(document.diagnostics.first?.message.contains("description of a system") == true)
    #expect(document.diagnostics.first?.explanation.contains("`systems`") == true)
    let description = SystemReader.read(SourceFile(path: "t.yaml", text: Self.compact))
    #expect(description.diagnostics.count == 1, "\(listed(description))")
    #expect(description.diagnostics.first?.message.contains("document") == true)
  }

  @Test func invisibleCharactersInYAMLAreTheOnlyFinding() {
    let reading = read(Self.compact.replacing("Ledger Customer", with: "Ledger\u{A0}Cust\u{200B}omer"))
    #expect(reading.diagnostics.map(\.rule.code) == ["T0006"], "\(listed(reading))")
  }
}
