/// All flows of the checked documents, found by their entities: what references and connections are resolved through.
struct FlowIndex {
  private var heads: [EntityPair: [FlowHead]] = [:]

  /// Adds a section.
  mutating func add(_ head: FlowHead) { heads[head.pair, default: []].append(head) }

  /// The flow that keeps the two entities in step, in either direction; a flow in the asked direction comes first, and
  /// a whole record before an element of a list.
  func flow(from source: CatalogEntity, to target: CatalogEntity) -> (head: FlowHead, reversed: Bool)? {
    let forward = heads[EntityPair(source: source.identifier, target: target.identifier)]
    if let head = forward?.first(where: { !$0.isSplit }) ?? forward?.first { return (head, false) }
    let backward = heads[EntityPair(source: target.identifier, target: source.identifier)]
    if let head = backward?.first(where: { !$0.isSplit }) ?? backward?.first { return (head, true) }
    return nil
  }

  /// All flows with the source entity on the left and an entity of the other system on the right.
  func flows(from source: CatalogEntity, into system: CatalogSystem) -> [FlowHead] {
    system.entities.compactMap { heads[EntityPair(source: source.identifier, target: $0.identifier)]?.first }
  }
}
