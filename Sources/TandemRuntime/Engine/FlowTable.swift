import TandemValues

/// One flow of a run, with everything that belongs to it.
struct FlowUnit: Sendable {
  let dataflow: String
  let mapping: FlowMapping
  let context: MappingContext
  /// Why the flow does not run; `nil` when it does.
  let held: String?

  var declaration: FlowDeclaration { mapping.declaration }
  var identifier: FlowIdentifier { mapping.declaration.identifier }
  var title: String { "\(declaration.source) to \(declaration.target)" }

  func entity(_ side: Side) -> EntityReference { mapping.schema(side).reference }

  /// The shared properties with their fingerprints, and the alternatives of the merge table, which decide what stands in
  /// the index. The latter hold no base.
  var layout: [FlowState.Property] {
    declaration.properties.map { FlowState.Property(name: $0.name, fingerprint: $0.fingerprint) }
      + declaration.matching.map { FlowState.Property(name: "match on \($0)", fingerprint: 0) }
  }

  func isInScope(_ side: Side, _ values: [Value]) throws(MappingError) -> Bool {
    try mapping.functions(side).isInScope(values, context)
  }

  func view(_ side: Side, _ values: [Value]) throws(MappingError) -> SharedView {
    try mapping.functions(side).view(values, context)
  }

  /// The record's key per alternative; none for a record that takes no part.
  func matchKeys(_ side: Side, _ values: [Value]) throws(MappingError) -> [String?] {
    guard !declaration.matching.isEmpty, try isInScope(side, values) else { return [] }
    return try mapping.functions(side).matchKeys(values, context)
  }

  /// Per shared property: the newest origin among the properties behind it.
  func origins(_ side: Side, _ observation: Observation) -> [Origin] {
    declaration.properties.map { property in
      let positions = side == .source ? property.sourceProperties : property.targetProperties
      let origins = positions.compactMap { observation.origins.indices.contains($0) ? observation.origins[$0] : nil }
      return Origin.newest(origins) ?? Origin(time: nil, system: entity(side).system)
    }
  }
}

extension Origin {
  static func newest(_ origins: [Origin]) -> Origin? {
    origins.max { ($0.time ?? Timestamp(microseconds: .min)) < ($1.time ?? Timestamp(microseconds: .min)) }
  }
}

/// All flows of an engine and what follows from them: which flows use an entity, what is looked up, what is polled.
struct FlowTable: Sendable {
  /// A place where an entity stands in a flow.
  struct Use: Sendable {
    let flow: FlowUnit
    let side: Side
  }

  /// A property through which records of an entity connect others to a flow.
  struct Connected: Sendable {
    let flow: FlowIdentifier
    let connection: FlowDeclaration.Connection
  }

  private(set) var flows: [FlowUnit] = []
  private(set) var places: [FlowIdentifier: Int] = [:]
  private(set) var schemas: [EntityReference: EntitySchema] = [:]
  private(set) var uses: [EntityReference: [Use]] = [:]
  private(set) var lookups: [EntityReference: Set<Int>] = [:]
  private(set) var connections: [EntityReference: [Connected]] = [:]
  private(set) var ignored: [EntityReference: Set<Int>] = [:]

  init(
    _ dataflows: [DataflowDeclaration], systems: Set<String>, parameters: [String: [Value]]
  ) {
    for dataflow in dataflows {
      for schema in dataflow.entities { schemas[schema.reference] = schema }
      for mapping in dataflow.flows {
        let declaration = mapping.declaration
        var held = declaration.held
        let missing = [declaration.source.system, declaration.target.system].first { !systems.contains($0) }
        if held == nil, let missing { held = "no connector is given for \(missing)" }
        if let first = places[declaration.identifier] {
          held = "the pair is declared in \(flows[first].declaration.document) already"
        }
        schemas[declaration.source] = mapping.sourceSchema
        schemas[declaration.target] = mapping.targetSchema
        let values = parameters[dataflow.name] ?? dataflow.parameters.map(\.defaultValue)
        let unit = FlowUnit(
          dataflow: dataflow.name, mapping: mapping, context: MappingContext(parameters: values), held: held)
        if places[unit.identifier] == nil { places[unit.identifier] = flows.count }
        flows.append(unit)
      }
    }
    for (place, flow) in flows.enumerated() where places[flow.identifier] == place { add(flow) }
    for (entity, schema) in schemas {
      var positions: Set<Int> = [schema.changes.cursor]
      if let modified = schema.modified { positions.insert(modified) }
      for use in uses[entity] ?? [] {
        for property in use.flow.declaration.properties {
          positions.subtract(use.side == .source ? property.sourceProperties : property.targetProperties)
        }
      }
      ignored[entity] = positions
    }
  }

  private mutating func add(_ flow: FlowUnit) {
    for side in [Side.source, .target] {
      uses[flow.entity(side), default: []].append(Use(flow: flow, side: side))
    }
    for property in flow.declaration.properties {
      if case .lookup(let entity, let position) = property.translation { lookups[entity, default: []].insert(position) }
    }
    if case .connected(let list) = flow.declaration.creation {
      for connection in list {
        lookups[connection.entity, default: []].insert(connection.property)
        connections[connection.entity, default: []].append(
          Connected(flow: flow.identifier, connection: connection))
      }
    }
  }

  subscript(flow: FlowIdentifier) -> FlowUnit? { places[flow].map { flows[$0] } }

  /// The flows in an order in which those that others refer to come first; in cycles the order of the documents decides.
  func ordered(_ selected: [FlowUnit]) -> [FlowUnit] {
    var done: Set<FlowIdentifier> = []
    var result: [FlowUnit] = []
    let chosen = Dictionary(selected.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    func visit(_ flow: FlowUnit) {
      guard done.insert(flow.identifier).inserted else { return }
      for property in flow.declaration.properties {
        if case .reference(let awaited, _) = property.translation, let next = chosen[awaited] { visit(next) }
      }
      result.append(flow)
    }
    for flow in selected { visit(flow) }
    return result
  }

  /// The entities whose changes have to be read for the given flows, in a stable order.
  func entities(of selected: [FlowUnit]) -> [EntitySchema] {
    var seen: Set<EntityReference> = []
    var result: [EntitySchema] = []
    func add(_ entity: EntityReference) {
      if let schema = schemas[entity], seen.insert(entity).inserted { result.append(schema) }
    }
    for flow in selected {
      add(flow.declaration.source)
      add(flow.declaration.target)
      for property in flow.declaration.properties {
        switch property.translation {
        case .lookup(let entity, _): add(entity)
        case .reference(let other, _):
          if let other = self[other] {
            add(other.declaration.source)
            add(other.declaration.target)
          }
        case nil: break
        }
      }
      if case .connected(let list) = flow.declaration.creation { list.forEach { add($0.entity) } }
    }
    return result
  }
}

/// The text under which a natural key is found: trimmed, the same for a number and its digits; `nil` when empty.
func naturalText(_ value: Value) -> String? {
  switch value {
  case .absent, .null: return nil
  case .string(let text):
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = text.utf8.drop(while: isBlank)
    guard let last = bytes.lastIndex(where: { !isBlank($0) }) else { return nil }
    return String(Substring(bytes[...last]))
  case .integer(let number): return String(number)
  case .boolean(let flag): return flag ? "true" : "false"
  case .decimal(let number) where number.scale == 0: return String(number.coefficient)
  default: return ValueCoding.text(of: RecordKey(value))
  }
}
