import TandemRuntime
import TandemValues

/// Entities and flows of a small company, written by hand as generated code would be.
protocol TestEntity: Entity {
  var values: [Value] { get set }
  init(unchecked values: [Value])
}

extension TestEntity {
  init() { self.init(unchecked: Array(repeating: .null, count: Self.schema.properties.count)) }

  init(values: [Value]) throws(MappingError) {
    for (value, property) in zip(values, Self.schema.properties) {
      switch (property.type, value) {
      case (_, .absent), (_, .null), (.integer, .integer), (.string, .string), (.datetime, .datetime),
        (.boolean, .boolean),
        (.list, .list):
        break
      default: throw MappingError(property: property.name, reason: "is not of type \(property.type.word)")
      }
    }
    self.init(unchecked: values)
  }
}

struct Customer: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema = makeSchema(
    "CRM", "Customer", keyType: .integer,
    [
      ("name", .string(maximumLength: nil)), ("email", .string(maximumLength: nil)),
      ("city", .string(maximumLength: nil)), ("tags", .list(.string(maximumLength: nil))), ("parent", .integer),
      ("kind", .string(maximumLength: nil)),
    ])
}

struct Account: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema = makeSchema(
    "ERP", "Account", keyType: .string(maximumLength: nil),
    [
      ("title", .string(maximumLength: nil)),
      ("mail", .string(maximumLength: nil)), ("town", .string(maximumLength: nil)),
      ("labels", .list(.string(maximumLength: nil))), ("parentId", .string(maximumLength: nil)),
      ("status", .string(maximumLength: nil)),
    ])
}

struct Buyer: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema = makeSchema(
    "SHOP", "Buyer", keyType: .integer, deletions: .keyListing,
    [
      ("name", .string(maximumLength: nil)),
      ("mail", .string(maximumLength: nil)), ("place", .string(maximumLength: nil)),
    ])
}

struct Order: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema = makeSchema(
    "CRM", "Order", keyType: .integer,
    [
      ("number", .string(maximumLength: nil)), ("customer", .integer),
      ("currency", .string(maximumLength: nil)), ("amount", .integer), ("deleted", .boolean),
    ], flag: 5)
}

struct Invoice: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema = makeSchema(
    "ERP", "Invoice", keyType: .integer,
    [
      ("number", .string(maximumLength: nil)), ("account", .string(maximumLength: nil)),
      ("currencyId", .integer), ("amount", .integer), ("status", .string(maximumLength: nil)),
    ])
}

struct Currency: TestEntity {
  var values: [Value]
  init(unchecked values: [Value]) { self.values = values }
  static let schema = makeSchema("ERP", "Currency", keyType: .integer, [("code", .string(maximumLength: nil))])
}

/// `id` first, then the given properties from position 1, then `version` and `modified`.
func makeSchema(
  _ system: String, _ entity: String, keyType: ValueType, deletions: ChangeFeed.Deletions = .feed,
  _ properties: [(String, ValueType)], flag: Int? = nil
) -> EntitySchema {
  let list =
    [PropertySchema(name: "id", type: keyType, access: .readOnly)]
    + properties.map { PropertySchema(name: $0.0, type: $0.1) }
    + [
      PropertySchema(name: "version", type: .integer, access: .readOnly),
      PropertySchema(name: "modified", type: .datetime, access: .readOnly),
    ]
  return EntitySchema(
    reference: EntityReference(system: system, entity: entity), label: entity, resource: entity, properties: list,
    key: 0,
    title: 1, modified: list.count - 1, externalKey: nil,
    changes: ChangeFeed(
      cursor: list.count - 2, kind: .rowVersion, deletions: flag.map { .flag(property: $0) } ?? deletions),
    isReadOnly: false)
}

/// A flow whose rows are pairs of positions; tests give it other policies through ``Policies``.
protocol TestFlow: MappedFlow where Source: TestEntity, Target: TestEntity {
  static var rows: [(Int, Int)] { get }
  static var standard: FlowDeclaration { get }
  static var matchRows: [(Int, Int)] { get }
}

enum Policies {
  @TaskLocal static var current: FlowDeclaration?
  @TaskLocal static var scope: @Sendable ([Value]) -> Bool = { _ in true }
}

extension TestFlow {
  static var matchRows: [(Int, Int)] { [] }
  static var declaration: FlowDeclaration { Policies.current ?? standard }

  static func view(of source: Source, _ context: MappingContext) throws(MappingError) -> SharedView {
    SharedView(values: rows.map { source.values[$0.0] })
  }
  static func view(of target: Target, _ context: MappingContext) throws(MappingError) -> SharedView {
    SharedView(values: rows.map { target.values[$0.1] })
  }
  static func put(
    _ view: SharedView, changed: PropertySet, into source: inout Source, _ context: MappingContext
  ) throws(MappingError) {
    for index in changed.indices { source.values[rows[index].0] = view[index] }
    source = try Source(values: source.values)
  }
  static func put(
    _ view: SharedView, changed: PropertySet, into target: inout Target, _ context: MappingContext
  ) throws(MappingError) {
    for index in changed.indices { target.values[rows[index].1] = view[index] }
    target = try Target(values: target.values)
  }
  static func matchKeys(of source: Source, _ context: MappingContext) -> [String?] {
    matchRows.map { Self.key(source.values[$0.0]) }
  }
  static func matchKeys(of target: Target, _ context: MappingContext) -> [String?] {
    matchRows.map { Self.key(target.values[$0.1]) }
  }
  private static func key(_ value: Value) -> String? {
    if case .string(let text) = value, !text.isEmpty { return text.lowercased() }
    return nil
  }

  static func makeDeclaration(
    creation: FlowDeclaration.Creation = .always, held: String? = nil, matching: [String]? = nil,
    conflict: FlowDeclaration.Conflict = .newest, sourceDeletion: FlowDeclaration.Deletion = .ignore,
    targetDeletion: FlowDeclaration.Deletion = .ignore, firstRun: FlowDeclaration.FirstRun = .full,
    directions: [Int: SharedProperty.Direction] = [:], translations: [Int: SharedProperty.Translation] = [:],
    required: Set<Int> = [], fingerprint: UInt64 = 1
  ) -> FlowDeclaration {
    let names = [Source.schema.reference, Target.schema.reference].map { "\($0.system).\($0.entity)".lowercased() }
    return FlowDeclaration(
      identifier: FlowIdentifier(names.sorted().joined(separator: "~")), source: Source.schema.reference,
      target: Target.schema.reference, document: "test.rst", line: 1, held: held, creation: creation,
      matching: matching ?? matchRows.map { "\($0.0)=\($0.1)" }, conflict: conflict, sourceDeletion: sourceDeletion,
      targetDeletion: targetDeletion, firstRun: firstRun,
      properties: rows.enumerated().map { index, row in
        SharedProperty(
          name: Target.schema.properties[row.1].name, sourceProperties: [row.0], targetProperties: [row.1],
          direction: directions[index] ?? .both, translation: translations[index],
          isRequiredByTarget: required.contains(index), fingerprint: fingerprint, lines: [index])
      })
  }
}

enum CustomerFlow: TestFlow {
  typealias Source = Customer
  typealias Target = Account
  static let rows = [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]
  static let matchRows = [(2, 2), (1, 1)]
  static let parent = [4: SharedProperty.Translation.reference(flow: identifier, reversed: false)]
  static let identifier = FlowIdentifier("crm.customer~erp.account")
  static var standard: FlowDeclaration { makeDeclaration(translations: parent) }

  static func isInScope(_ source: Customer, _ context: MappingContext) -> Bool {
    source.values[6] != .string("private")
  }
  static func shouldCreate(for source: Customer, _ context: MappingContext) -> Bool {
    source.values[6] == .string("buyer")
  }
}

enum OrderFlow: TestFlow {
  typealias Source = Order
  typealias Target = Invoice
  static let rows = [(1, 1), (2, 2), (3, 3), (4, 4)]
  static let identifier = FlowIdentifier("crm.order~erp.invoice")
  static let translations: [Int: SharedProperty.Translation] = [
    1: .reference(flow: CustomerFlow.identifier, reversed: false),
    2: .lookup(entity: Currency.schema.reference, property: 1),
  ]
  static var standard: FlowDeclaration { makeDeclaration(translations: translations) }
}

enum BuyerFlow: TestFlow {
  typealias Source = Buyer
  typealias Target = Account
  static let rows = [(1, 1), (2, 2), (3, 3)]
  static let matchRows = [(2, 2)]
  static var standard: FlowDeclaration { makeDeclaration() }
}

enum CustomerBuyerFlow: TestFlow {
  typealias Source = Customer
  typealias Target = Buyer
  static let rows = [(1, 1), (2, 2), (3, 3)]
  static let matchRows = [(2, 2)]
  static var standard: FlowDeclaration { makeDeclaration() }
}

/// No merge table: every order becomes an account of its own.
enum OrderAccountFlow: TestFlow {
  typealias Source = Order
  typealias Target = Account
  static let rows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration() }
}

func mapping<Flow: TestFlow>(_ flow: Flow.Type, _ declaration: FlowDeclaration? = nil) -> FlowMapping {
  Policies.$current.withValue(declaration) { FlowMapping(flow) }
}
