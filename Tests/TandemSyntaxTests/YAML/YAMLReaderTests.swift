import TandemSyntax
import Testing

private func read(_ text: String) -> Reading<Dataflow> { YAMLReader.read(SourceFile(path: "test.yaml", text: text)) }

private func faults(_ reading: Reading<Dataflow>) -> [String] {
  reading.diagnostics.map { "\($0.rule.code) \($0.span.start.line):\($0.span.start.column)" }
}

@Test func `the sketch of the language reads completely`() throws {
  // The line on removed elements belongs to the sketch, and is the deletion on the source's side in other words.
  let reading = read(YAMLSamples.sketch + "  removed: delete\n")
  #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
  let dataflow = try #require(reading.product)
  #expect(dataflow.source.value == "Customerp" && dataflow.target.value == "Salesforce")
  #expect(dataflow.source.span.text == "Customerp")
  #expect(dataflow.generated?.value == "2024-09-10 15:43:43")
  #expect(dataflow.parameters.map(\.name.value) == ["salesProfile"])
  let map = try #require(dataflow.valueMaps.first)
  #expect(map.name.value == "Order status")
  #expect(map.entries.map { $0.source.value + ">" + $0.target.value } == ["Shipped>Posted", "Closed>Paid", "NO>Void"])
  #expect(map.otherwise?.value == .error)

  let invoice = try #require(dataflow.flows.first)
  #expect(invoice.source.system.value == "Customerp" && invoice.source.entity.value == "Order")
  #expect(invoice.target.span.text == "Salesforce Invoice")
  guard case .expression(let scope) = try #require(invoice.scopes.first).condition.value else { throw Unexpected() }
  #expect(describe(scope) == #"(= kind "final")"#)
  guard case .when(.expression(let condition)) = invoice.creation?.value else { throw Unexpected() }
  #expect(describe(condition) == #"(in status ["Shipped" "Closed"])"#)
  #expect(
    invoice.matching?.alternatives.map { $0.pairs.map { "\($0.source.path.text)=\($0.target.path.text)" } }
      == [["number=DocumentNumber__c", "company=Company__c"], ["guid=Sync_Id__c"]])
  #expect(invoice.conflict?.value == .newest)
  #expect(invoice.firstRun?.value == .linkOnly)
  #expect(invoice.deletions.map(\.system.value) == ["Customerp", "Salesforce"])
  guard case .archive(let property, let value) = invoice.deletions[0].policy.value else { throw Unexpected() }
  #expect(property.text == "Status" && value == .string("Void"))
  #expect(property.span.text == "Status")

  #expect(invoice.rows.count == 6)
  #expect(
    invoice.rows.map { $0.source?.path.text ?? "-" } == [
      "invoiceEmail", "customer.email", "status", "customerId", "projectId", "-",
    ])
  #expect(invoice.rows[1].direction?.value == .toSystem("Salesforce"))
  #expect(invoice.rows[5].direction?.value == .atCreation)
  #expect(invoice.rows[0].type?.value == "string")
  #expect(
    invoice.rows.map { row in row.clauses.map { describe($0.value) }.joined(separator: "; ") } == [
      "choice 1", "choice 2", "values Order status; wins Customerp", "lookup Account customer.number=AccountNumber",
      "reference Project Task", "constant \"EUR\"",
    ])
  #expect(invoice.rows[3].span.text.hasPrefix("{source: customerId,"))

  let lines = dataflow.flows[1]
  #expect(lines.source.element?.value == "lines" && lines.source.entity.value == "Order")
  #expect(lines.parent?.flow.value == "Order to Invoice" && lines.parent?.via.value == "InvoiceId")
  guard case .always = lines.creation?.value else { throw Unexpected() }
  guard case .propagate = try #require(lines.deletions.first).policy.value else { throw Unexpected() }
}

@Test func `every policy and clause has its YAML form`() throws {
  let reading = read(
    """
    dataflow: Custom ERP to CRM Office
    introduction: A text
      over two lines.
    values:
      Codes: {a: b, otherwise: {value: X}}
    flows:
    - flow: Custom ERP Order (human data) to CRM Office Deal
      where: {CRM Office: open = true, Custom ERP: kind != "x"}
      create: connected to Custom ERP Contact, Custom ERP Customer
      match: []
      conflict: CRM Office wins
      deletion: {Custom ERP: unlink, CRM Office: propagate}
      first run: new records only
      direction: to CRM Office
      links only: true
      was: [Bill, Invoice]
      properties: []
    - flow: Custom ERP Contact to CRM Office Person
      create: {remark: When a person says so}
      properties:
      - source: phones.number
        target: mobile
        when: active = true
        join: ", "
        default: 5
        format: yyyy-MM-dd
        conversion: trim
        read back: true
        direction: only if empty in CRM Office
        source dependencies: [{value: mobile, path: phones.kind}]
        target dependencies:
        - {value: "NO", path: country}
      - {target: country, parameter: country, default: NO}
      - {target: count, constant: "5"}
    - flow: Custom ERP Item to CRM Office Product
      create: never
    """)
  #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
  let dataflow = try #require(reading.product)
  #expect(dataflow.introduction?.value == "A text over two lines.")
  #expect(dataflow.valueMaps[0].entries.map(\.source.value) == ["a"])
  #expect(dataflow.valueMaps[0].otherwise?.value == .value("X"))
  let order = dataflow.flows[0]
  #expect(order.source.qualifier?.value == "(human data)")
  #expect(order.scopes.map { $0.system?.value } == ["CRM Office", nil])
  guard case .connected(let entities) = order.creation?.value else { throw Unexpected() }
  #expect(entities.map { "\($0.system.value)/\($0.entity.value)" } == ["Custom ERP/Contact", "Custom ERP/Customer"])
  #expect(order.matching?.alternatives.isEmpty == true)
  #expect(order.conflict?.value == .wins(system: "CRM Office"))
  #expect(order.firstRun?.value == .newRecordsOnly)
  #expect(order.direction?.value == .toSystem("CRM Office"))
  #expect(order.linksOnly)
  #expect(order.formerNames.map(\.name.value) == ["Bill", "Invoice"])
  let contact = dataflow.flows[1]
  guard case .when(.remark(let remark)) = contact.creation?.value else { throw Unexpected() }
  #expect(remark == "When a person says so")
  let phone = contact.rows[0]
  #expect(phone.source?.dependencies.map(\.value.value) == ["mobile"])
  #expect(phone.target.dependencies.map { "\($0.value.value) \($0.path.text)" } == ["NO country"])
  #expect(phone.direction?.value == .onlyIfEmpty(system: "CRM Office"))
  #expect(
    phone.clauses.map { describe($0.value) } == [
      "when (= active true)", "join ', '", "default 5", "format yyyy-MM-dd", "conversion trim", "read back",
    ])
  #expect(contact.rows[1].clauses.map { describe($0.value) } == ["parameter country", "default \"NO\""])
  #expect(contact.rows[2].clauses.map { describe($0.value) } == ["constant \"5\""])
  guard case .never = dataflow.flows[2].creation?.value else { throw Unexpected() }
}

@Test func `five planted faults give five diagnostics, and the rest is read`() throws {
  let reading = read(
    """
    dataflow: Customerp to Salesforce
    flows:
    - flow: Customerp Order to Salesforce Invoice
      conflit: newest
      match: number
      create: always
      create: never
       first run: link only
    \tdeletion: {Customerp: ignore}
      properties:
      - {source: status, target: Status, type: string}
    - flow: Customerp Project to Salesforce Task
      match: [{number: Number}]

    """)
  #expect(faults(reading) == ["T0220 4:3", "T0221 5:10", "T0203 7:3", "T0202 8:4", "T0201 9:1"])
  #expect(reading.diagnostics[0].fixes.first?.edits.first?.replacement == "conflict")
  let flows = try #require(reading.product).flows
  #expect(flows.map { $0.rows.count } == [1, 0])
  #expect(flows[0].firstRun == nil && flows[0].deletions.isEmpty)
  guard case .always = flows[0].creation?.value else { throw Unexpected() }
}

@Test func `a broken item costs itself and nothing else`() {
  let start = "dataflow: A to B\nflows:\n- flow: A Order to B Deal\n  properties:\n  - {source: a, target: x}\n"
  let end = "  - {source: c, target: z}\n"
  for (row, code) in [
    ("  - {source: b, target: 'y}\n", "T0205"), ("  - {source: b, target: y\n", "T0206"),
    ("  - {source: b target: y}\n", "T0207"), ("  - {source:b, target: y}\n", "T0207"),
    ("  - {source: b,, target: y}\n", "T0207"), ("  - {source: [b, target: y}\n", "T0207"),
    ("  - {source: &b c, target: y}\n", "T0208"), ("  - {source: b, target: y} z\n", "T0212"),
    ("  - {source: \"\\q\", target: y}\n", "T0214"), ("  - {source: b, target: @y}\n", "T0215"),
    ("  - {source: b, target: y: z}\n", "T0207"), ("  - {[b]: y}\n", "T0209"),
    ("  - {source: a..b, target: y}\n", "T0310"),
    ("  - {source: b, target: y, when: 'a == 1'}\n", "T0301"), ("  - {source: b, target: y, choice: 11}\n", "T0223"),
    ("  - {source: b, target: y, when: n = \"a #1\"}\n", "T0213"), ("  - {source: b, targett: y}\n", "T0220"),
    ("  - {source: b}\n", "T0222"), ("  - {target: y}\n", "T0222"), ("  - y\n", "T0221"), ("  -\n", "T0221"),
    ("  \t- {source: b, target: y}\n", "T0201"), ("  -\t{source: b, target: y}\n", "T0201"),
    ("  - {source: b, target: y, lookup: C}\n", "T0222"), ("  - {source: b, target: y, reference: C}\n", "T0224"),
    ("  - source: b\n    target: y: z\n", "T0212"), ("  - source: b\n     target: y\n", "T0202"),
    ("  - source: 'b\n    target: y\n", "T0205"), ("  - source: \"b\n\n    target: y\n", "T0205"),
  ] {
    let reading = read(start + row + end)
    #expect(reading.diagnostics.map(\.rule.code) == [code], "\(row)")
    let rows = reading.product?.flows.first?.rows.map(\.target.path.text)
    #expect(rows == ["x", "z"], "\(row)")
  }
}

@Test func `a system that is neither of the two, and words that no key takes, are named with what may stand there`() {
  let reading = read(
    """
    dataflow: A to B
    flows:
    - flow: A Order to B Deal
      conflict: C wins
      deletion: {C: ignore, A: forget}
      first run: fast
      direction: to C
      create: 'if x'
      links only: yes
    """)
  #expect(
    faults(reading) == [
      "T0223 4:13", "T0223 5:14", "T0223 5:28", "T0223 6:14", "T0223 7:14", "T0223 8:11", "T0223 9:15",
    ])
}

@Test func `an expression in a quoted text with escapes still has exact places`() throws {
  let reading = read(
    """
    dataflow: A to B
    flows:
    - flow: A Order to B Deal
      where: "name == \\"x\\" and city = 'y'"
      create: 'when note = "it''s" and wrong =='
    """)
  #expect(reading.diagnostics.map(\.rule.code) == ["T0301", "T0303", "T0301", "T0304"])
  #expect(reading.diagnostics.first?.span.text == "==")
  #expect(reading.diagnostics[2].span.text == "==")
}

@Test func `hostile inputs end in diagnostics, quickly and without a crash`() {
  #expect(faults(read("")) == ["T0001 1:1"])
  #expect(faults(read("# nothing\n")) == ["T0001 1:1"])
  #expect(faults(read("- a\n")) == ["T0221 1:1"])
  #expect(faults(read("just text")) == ["T0221 1:1"])
  let binary = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 7_919 >> 3) }
  #expect(YAMLReader.read(SourceFile(path: "b", bytes: binary)).diagnostics.count == 1)
  #expect(YAMLReader.read(SourceFile(path: "b", bytes: binary)).product == nil)

  let invalid = Array("dataflow: A to B\nintroduction: caf".utf8) + [0xE9] + Array("\nflows: []\n".utf8)
  let reading = YAMLReader.read(SourceFile(path: "i", bytes: invalid))
  #expect(faults(reading) == ["T0002 2:18"])
  #expect(reading.product?.introduction == nil, "the broken text is not used")
  #expect(reading.tree.bytes == invalid)

  for (text, code) in [
    (String(repeating: "[", count: 100_000), "T0211"), (String(repeating: "{a: ", count: 100_000), "T0211"),
    ("a: " + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000), "T0211"),
    (String(repeating: "- ", count: 100_000), "T0211"), (String(repeating: "? ", count: 100_000), "T0209"),
  ] {
    let document = YAMLDocument.parse(SourceFile(path: "deep", text: text))
    #expect(document.diagnostics.map(\.rule.code) == [code], "\(text.prefix(8))")
    #expect(document.tree.bytes == Array(text.utf8))
  }
  var staircase = ""
  for level in 0..<1_000 { staircase += String(repeating: " ", count: level) + "a:\n" }
  #expect(YAMLDocument.parse(SourceFile(path: "deep", text: staircase)).diagnostics.map(\.rule.code) == ["T0211"])

  let long = "dataflow: A to B\nintroduction: " + String(repeating: "x y ", count: 1_000_000) + "\nflows: []\n"
  #expect(read(long).diagnostics.count == 1)
  let many = "a: b\n" + (0..<30_000).map { "key\($0): [}\n" }.joined()
  #expect(read(many).diagnostics.count <= 501)
  #expect(
    !YAMLDocument.parse(SourceFile(path: "q", text: "a: \"" + String(repeating: "\n x", count: 100_000))).diagnostics
      .isEmpty)
}

private struct Unexpected: Error {}

private func describe(_ clause: Clause) -> String {
  switch clause {
  case .choice(let place): return "choice \(place)"
  case .join(let separator): return "join '\(separator)'"
  case .when(let expression): return "when \(describe(expression))"
  case .values(let name): return "values \(name)"
  case .reference(let source, let target): return "reference \(source) \(target)"
  case .lookup(let entity, let pairs):
    return "lookup \(entity) " + pairs.map { "\($0.source.text)=\($0.target.text)" }.joined(separator: ",")
  case .constant(let literal): return "constant \(describe(literal))"
  case .parameter(let name): return "parameter \(name)"
  case .defaultValue(let literal): return "default \(describe(literal))"
  case .wins(let system): return "wins \(system)"
  case .format(let format): return "format \(format)"
  case .conversion(let name): return "conversion \(name)"
  case .readBack: return "read back"
  }
}
