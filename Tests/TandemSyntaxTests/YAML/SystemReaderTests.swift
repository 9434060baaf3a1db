import TandemSyntax
import Testing

private func read(_ text: String) -> Reading<SystemDescription> {
  SystemReader.read(SourceFile(path: "test.yaml", text: text))
}

@Test func `a system description reads completely`() throws {
  let reading = read(YAMLSamples.system)
  #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
  let system = try #require(reading.product)
  #expect(system.name.value == "Custom ERP" && system.aliases.map(\.value) == ["Customerp", "CustomERP"])
  #expect(system.about?.value == "The system that ships and bills.")
  #expect(system.protocolName?.value == "sql" && system.modified?.value == "modifiedAt" && !system.isReadOnly)
  #expect(system.changes?.cursor.value == "rowVersion" && system.changes?.kind.value == .rowversion)
  #expect(system.changes?.deletions.value == .feed(retentionDays: 60))
  #expect(system.entities.map(\.name.value) == ["Order", "Customer"])
  let order = system.entities[0]
  #expect(order.label?.value == "Sales order" && order.resource?.value == "salesorder/SalesOrders")
  #expect(order.title?.value == "orderNumber" && order.externalKey?.value == "syncId")
  #expect(order.changes?.kind.value == .timestamp && order.changes?.lookbackSeconds?.value == 300)
  #expect(order.changes?.deletions.value == .flag(property: "isDeleted"))
  #expect(system.entities[1].feature?.value == "Divisions" && system.entities[1].isReadOnly)
  func property(_ name: String) throws -> PropertyDescription {
    try #require(order.properties.first { $0.name.value == name })
  }
  let id = try property("id")
  #expect(id.isKey && id.isReadOnly && id.type.value == "integer" && id.label?.value == "Number")
  #expect(id.citation?.value == "the screen")
  #expect(try property("customerId").references.map(\.value) == ["Customer"])
  #expect(try property("customerId").isRequired)
  #expect(try property("anyId").references.map(\.value) == ["Customer", "Order"])
  let status = try property("status")
  #expect(status.values.map(\.value) == ["open", "shipped", "NO"] && status.isOpen)
  #expect(status.defaultValue?.value == .string("open"))
  #expect(try property("total").precision?.value == 12 && property("total").scale?.value == 2)
  let name = try property("name")
  #expect(name.maximumLength?.value == 80 && name.isCreateOnly && name.isUnique && name.isInferred)
  #expect(try property("address").members.map(\.name.value) == ["street", "city"])
  let phones = try property("phones")
  #expect(phones.elementType?.value == "object" && phones.members[0].values.map(\.value) == ["mobile", "work"])
  #expect(try property("tags").elementType?.value == "string")
  #expect(name.span.text.hasPrefix("name:\n"))
}

@Test func `faults of a description are named one by one, and the rest is read`() throws {
  let reading = read(
    """
    system: Custom ERP
    protocl: sql
    changes: {cursor: rowVersion, kind: rowversoin, deletes: {kind: feed}}
    entities:
      Order:
        titel: number
        properties:
          id: {type: integer, key: maybe, readOnly: true}
          number: {type: strng}
          name: {type: string, max: many}
          status: {type: enum}
          total: {type: integer, scale: 2}
          tags: {type: list}
          place: [street, city]
          open: {max: 3}
          id: {type: string}
          fine: {type: string}
      Quote: {}

    """)
  #expect(
    reading.diagnostics.map { "\($0.rule.code) \($0.span.start.line)" } == [
      "T0220 2", "T0223 3", "T0220 6", "T0223 8", "T0401 9", "T0223 10", "T0402 11", "T0402 12", "T0402 13", "T0221 14",
      "T0222 15", "T0203 16", "T0222 18",
    ])
  let order = try #require(reading.product?.entities.first)
  #expect(order.properties.map(\.name.value) == ["id", "name", "status", "total", "tags", "fine"])
  #expect(reading.diagnostics[0].message.contains("`protocol`"))
}

@Test func `each rule speaks in its failing example and is silent in its passing one`() {
  func codes(_ example: Rule.Example) -> [String] {
    let file = SourceFile(path: "example", text: example.text)
    switch example.notation {
    case .yaml: return YAMLReader.read(file).diagnostics.map(\.rule.code)
    case .systemDescription: return SystemReader.read(file).diagnostics.map(\.rule.code)
    case .rst: return RSTReader.read(file).diagnostics.map(\.rule.code)
    }
  }
  for rule in YAMLRules.all {
    #expect(codes(rule.failing) == [rule.code], "\(rule.name)")
    #expect(codes(rule.passing) == [], "\(rule.name)")
    #expect(!rule.page.isEmpty && rule.summary.hasSuffix("."))
  }
  #expect(Set(YAMLRules.all.map(\.code)).count == YAMLRules.all.count)
  #expect(Set(YAMLRules.all.map(\.name)).count == YAMLRules.all.count)
}
