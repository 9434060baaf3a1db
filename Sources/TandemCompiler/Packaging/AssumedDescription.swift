import TandemSyntax

/// A system description made of what documents tell of the system. Everything in it is an assumption, and says so.
struct AssumedDescription {
  /// The system, as the first document spells it.
  let system: String
  private var entities: [AssumedEntity] = []

  init(system: String) { self.system = system }

  /// Adds the entities and properties that a document names.
  mutating func add(_ dataflow: Dataflow) {
    for flow in dataflow.flows {
      for (entity, isSource) in [(flow.source, true), (flow.target, false)] where isSystem(entity.system.value) {
        add(flow, of: entity, isSource: isSource)
      }
      if case .connected(let names)? = flow.creation?.value {
        for name in names where isSystem(name.system.value) { _ = place(of: name.entity.value) }
      }
      if isSystem(flow.target.system.value) { addLookups(of: flow) }
    }
  }

  /// Adds what a section says of one side.
  private mutating func add(_ flow: Flow, of entity: EntityName, isSource: Bool) {
    let place = place(of: entity.entity.value)
    // The rows of a section about list elements speak of the element.
    let list = entity.element.map { [$0.value] } ?? []
    for row in flow.rows {
      guard let cell = isSource ? row.source : row.target else { continue }
      // The column says the type of the right side.
      add(cell, below: list, type: row.type.map { AssumedType(word: $0.value, isTold: !isSource) }, to: place)
      for case .reference(let source, let target) in row.clauses.map(\.value) {
        entities[place].refer(cell.path.segments.map(\.value), to: isSource ? source : target)
      }
    }
    for path in flow.namedPaths(of: entity, isSource: isSource) {
      entities[place].add(list + path.segments.map(\.value), type: nil, isElement: !list.isEmpty)
    }
    for pair in flow.matching?.alternatives.flatMap(\.pairs) ?? [] {
      add(isSource ? pair.source : pair.target, below: list, type: nil, to: place)
    }
    if !isSource, let parent = flow.parent {
      // `Order to Invoice`: what the element's own record belongs to.
      let words = parent.flow.value.split(separator: " ")
      if let word = words.firstIndex(of: "to"), word + 1 < words.count {
        let partner = words[(word + 1)...].joined(separator: " ")
        entities[place].refer([parent.via.value], to: partner)
      }
    }
  }

  /// The description, at the path that it has in a package.
  var file: SourceFile {
    let stem = system.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return SourceFile(path: "Specs/systems/\(stem.isEmpty ? "system" : stem).yaml", text: text)
  }

  private func isSystem(_ name: String) -> Bool { NormalizedName(name) == NormalizedName(system) }

  private mutating func place(of entity: String) -> Int {
    let wanted = NormalizedName(entity)
    if let place = entities.firstIndex(where: { NormalizedName($0.name) == wanted }) { return place }
    entities.append(AssumedEntity(name: entity))
    return entities.count - 1
  }

  private mutating func add(_ cell: PropertyCell, below list: [String], type: AssumedType?, to place: Int) {
    let isList = !cell.dependencies.isEmpty || !list.isEmpty
    entities[place].add(list + cell.path.segments.map(\.value), type: type, isElement: isList)
    for dependency in cell.dependencies {
      entities[place].add(list + dependency.path.segments.map(\.value), type: nil, isElement: isList)
    }
  }

  private mutating func addLookups(of flow: Flow) {
    for clause in flow.rows.flatMap(\.clauses) {
      guard case .lookup(let entity, let pairs) = clause.value else { continue }
      let place = place(of: entity)
      for pair in pairs { entities[place].add(pair.target.segments.map(\.value), type: nil, isElement: false) }
    }
  }

  private var text: String {
    var lines = [
      "# ASSUMPTION: nobody has described this system yet. What follows is what the documents say of it; keys, times, versions",
      "# and all types and lengths have to be compared with the system itself, as with: tandem verify --schema EXPORT",
      "system: \(YAMLText.scalar(system))",
      "protocol: sql",
      "modified: modifiedAt",
      "changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}",
      entities.isEmpty ? "entities: {}" : "entities:",
    ]
    for entity in entities { lines += entity.lines }
    return lines.joined(separator: "\n") + "\n"
  }
}
