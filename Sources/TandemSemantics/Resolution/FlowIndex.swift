import TandemSyntax

/// All flows of the checked documents, found by their entities: what references and connections are resolved through.
struct FlowIndex: Sendable {
  private var heads: [EntityPair: [FlowHead]] = [:]
  /// Entities of sections whose other entity is not known.
  private var unresolved: Set<Int> = []
  /// Pairs of systems about which a document could not be read as a whole.
  private var unread: Set<Set<ObjectIdentifier>> = []

  /// Adds a section.
  mutating func add(_ head: FlowHead) {
    heads[head.pair, default: []].append(head)
  }

  /// Remembers what of a document could not be understood: a flow that seems to be missing may stand there.
  mutating func noteUnread(_ context: DocumentContext, heads: [FlowHead?]) {
    if context.document.hasUnreadParts {
      unread.insert([ObjectIdentifier(context.source), ObjectIdentifier(context.target)])
    }
    for (flow, head) in zip(context.document.flows, heads) where head == nil {
      for (name, system) in [(flow.source, context.source), (flow.target, context.target)] {
        if let entity = system.entity(named: name.entity.value) {
          unresolved.insert(entity.identifier)
        } else if let near = SpellingDistance.nearest(to: name.entity.value, in: system.entities.map(\.model.name)),
          let entity = system.entity(named: near)
        {
          // A misspelt entity is told where it stands, and not where its flow is missing.
          unresolved.insert(entity.identifier)
        }
      }
    }
  }

  /// True when a flow of one of the entities, between the systems of the document, may stand in what could not be
  /// understood.
  func mayHide(_ entities: [CatalogEntity], in context: DocumentContext) -> Bool {
    unread.contains([ObjectIdentifier(context.source), ObjectIdentifier(context.target)])
      || entities.contains { unresolved.contains($0.identifier) }
  }

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
