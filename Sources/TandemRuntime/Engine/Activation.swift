import TandemValues

/// The first run of a flow, and the first after its mapping changed: every observed record is looked at, and bases follow
/// their properties to the new layout.
extension SyncRun {
  func activate(_ flow: FlowUnit) async throws {
    let layout = flow.layout
    let old = try await store.read { try $0.flowState(flow.identifier) }
    if let old, old.layout == layout {
      books.active.insert(flow.identifier)
      return
    }
    for property in flow.declaration.properties {
      if case .lookup(let entity, let position) = property.translation {
        try await forEachPage(of: entity) { books, seen, writer in
          try books.indexLookup(seen.record.key, old: nil, new: seen.record.values, entity, position, writer)
        }
      }
    }
    if case .connected(let connections) = flow.declaration.creation {
      for connection in connections {
        try await forEachPage(of: connection.entity) { books, seen, writer in
          try books.indexLookup(
            seen.record.key, old: nil, new: seen.record.values, connection.entity, connection.property, writer)
        }
      }
    }
    let marks = old == nil && flow.declaration.firstRun != .full
    let isSeeded = old != nil || flow.declaration.firstRun != .newRecordsOnly
    for side in [Side.source, .target] {
      try await forEachPage(of: flow.entity(side)) { books, seen, writer in
        let key = seen.record.key
        try books.indexMatch(key, old: nil, new: seen.record.values, flow, side, writer)
        if marks {
          let index = IndexName.match(flow.identifier, alternative: Bookkeeper.existingAlternative, side)
          try writer.setIndexed(index, key: key, text: ValueCoding.text(of: key))
        }
        if isSeeded { try writer.addPending(flow.identifier, side, keys: [key]) }
      }
    }
    let state = FlowState(
      flow: flow.identifier, title: flow.title, layout: layout, activatedByRun: old?.activatedByRun ?? number)
    let limit = options.pageSize
    try await write { writer in
      if let old { try Self.migrate(flow, from: old, limit: limit, writer) }
      try writer.setFlowState(state)
    }
    books.active.insert(flow.identifier)
  }

  private func forEachPage(
    of entity: EntityReference, _ body: @Sendable @escaping (Bookkeeper, Observation, any StateWriter) throws -> Void
  ) async throws {
    var after: RecordKey?
    while true {
      let start = after
      let limit = options.pageSize
      let keys = try await store.read { try $0.observedKeys(of: entity, after: start, limit: limit) }
      guard let last = keys.last else { return }
      after = last
      let books = books
      try await write { writer in
        for key in keys {
          if let seen = try writer.observation(of: entity, key: key) { try body(books, seen, writer) }
        }
      }
    }
  }

  /// All bases move in one transaction, because a base in a layout that the state does not name could not be read.
  private static func migrate(
    _ flow: FlowUnit, from old: FlowState, limit: Int, _ writer: any StateWriter
  ) throws {
    let places = flow.declaration.properties.map { property in
      old.layout.firstIndex { $0.name == property.name && $0.fingerprint == property.fingerprint }
    }
    func moved(_ view: SharedView) -> SharedView {
      SharedView(values: places.map { $0.flatMap { view.values.indices.contains($0) ? view[$0] : nil } ?? .absent })
    }
    var after: RecordKey?
    while true {
      let links = try writer.links(flow.identifier, after: after, limit: limit)
      guard let last = links.last else { return }
      after = last.source
      for var link in links {
        let base = Base(source: moved(link.base.source), target: moved(link.base.target))
        if base == link.base { continue }
        link.base = base
        try writer.setLink(link)
      }
    }
  }
}
