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
        let place = place(of: entity.entity.value)
        for row in flow.rows {
          guard let cell = isSource ? row.source : row.target else { continue }
          add(cell, type: row.type?.value, to: place)
        }
        for pair in flow.matching?.alternatives.flatMap(\.pairs) ?? [] {
          add(isSource ? pair.source : pair.target, type: nil, to: place)
        }
      }
      if case .connected(let names)? = flow.creation?.value {
        for name in names where isSystem(name.system.value) { _ = place(of: name.entity.value) }
      }
      if isSystem(flow.target.system.value) { addLookups(of: flow) }
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

  private mutating func add(_ cell: PropertyCell, type: String?, to place: Int) {
    let isList = !cell.dependencies.isEmpty
    entities[place].add(cell.path.segments.map(\.value), type: type, isElement: isList)
    for dependency in cell.dependencies {
      entities[place].add(dependency.path.segments.map(\.value), type: nil, isElement: isList)
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
