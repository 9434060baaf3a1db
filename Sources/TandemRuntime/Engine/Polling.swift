import TandemValues

/// Reading what changed: page by page, each page one transaction with its cursor.
extension SyncRun {
  /// All feeds come before all listings, and those with row versions come first: a system that turns out to be older than
  /// what was read from it must not have been taken at its word before.
  func poll(_ schemas: [EntitySchema]) async throws {
    var listed: [EntitySchema] = []
    let byVersion = schemas.filter { $0.changes.kind == .rowVersion }
    for schema in byVersion + schemas.filter({ $0.changes.kind != .rowVersion }) {
      let isKnown = try await store.read { try $0.cursor(of: schema.reference) } != nil
      try await poll(schema)
      if schema.changes.deletions == .keyListing, isKnown { listed.append(schema) }
    }
    for schema in listed {
      guard let connector = connectors[schema.reference.system], !down.contains(schema.reference.system) else {
        continue
      }
      try await findDeletions(schema, connector)
    }
  }

  private func poll(_ schema: EntitySchema) async throws {
    guard let connector = connectors[schema.reference.system], !down.contains(schema.reference.system) else { return }
    var cursor = try await store.read { try $0.cursor(of: schema.reference) }
    while true {
      try Task.checkCancellation()
      let page: ChangePage
      do {
        page = try await connector.changes(of: schema, after: cursor, limit: options.pageSize)
      } catch {
        return fail(error)
      }
      report.recordsRead += page.changes.count
      if try await isNews(page, cursor, schema) { try await keep(page, schema) }
      let isStuck = !page.isLast && page.next == cursor
      cursor = page.next
      if page.isLast { break }
      if isStuck {
        return fail(
          SystemError(
            system: schema.reference.system, kind: .schema,
            message: "the changes of \(schema.reference.entity) do not come to an end; the cursor does not move"))
      }
    }
  }

  /// A cursor that reads inclusively delivers the last records again and again; that is no reason to touch the state.
  private func isNews(_ page: ChangePage, _ cursor: ChangeCursor?, _ schema: EntitySchema) async throws -> Bool {
    if page.next != cursor { return true }
    if page.changes.isEmpty { return false }
    let unreadable = books.unreadable
    return try await store.read { reader in
      try page.changes.contains { change in
        switch change {
        case .upsert(let record):
          guard let known = try reader.observation(of: schema.reference, key: record.key) else { return true }
          return known.isDeleted ? known.record.version != record.version : known.record != record
        case .deletion(let key):
          return try reader.observation(of: schema.reference, key: key).map { !$0.isDeleted } ?? false
        case .unreadable(let key, _): return !unreadable.contains(.init(entity: schema.reference, key: key))
        }
      }
    }
  }

  private func keep(_ page: ChangePage, _ schema: EntitySchema) async throws {
    let before = books
    let number = number
    let (books, found) = try await write { writer -> (Bookkeeper, [FlowRecord]) in
      var books = before
      var troubled: [FlowRecord] = []
      for change in page.changes {
        switch change {
        case .upsert(let record):
          try books.observe(record, of: schema, writer)
          books.unreadable.remove(.init(entity: schema.reference, key: record.key))
        case .deletion(let key): try books.observeDeletion(key, of: schema, writer)
        case .unreadable(let key, let reason):
          books.unreadable.insert(.init(entity: schema.reference, key: key))
          for use in books.table.uses[schema.reference] ?? [] where use.flow.held == nil {
            try writer.setQuarantine(
              QuarantineEntry(
                flow: use.flow.identifier, side: use.side, key: key, reason: Self.unreadablePrefix + reason, run: number
              ))
            troubled.append(FlowRecord(use.flow.identifier, use.side, key))
          }
        }
      }
      try writer.setCursor(page.next, of: schema.reference)
      return (books, troubled)
    }
    self.books = books
    for record in found {
      troubled.insert(record)
      counts[record.flow, default: FlowCounts()].quarantined += 1
    }
  }

  /// Compares a complete listing with what is known. Only hashes of the keys are held, so a million records take some
  /// megabytes; two keys with one hash would hide a deletion, never invent one.
  private func findDeletions(_ schema: EntitySchema, _ connector: any SystemConnector) async throws {
    var listed: Set<Int> = []
    var place: ChangeCursor?
    repeat {
      do {
        let page = try await connector.keys(of: schema, after: place, limit: max(options.pageSize, 1_000))
        for key in page.keys { listed.insert(key.hashValue) }
        if page.next != nil && page.next == place { return }
        place = page.next
      } catch {
        // A listing that did not end proves nothing.
        return fail(error)
      }
    } while place != nil
    var after: RecordKey?
    while true {
      let start = after
      let limit = options.pageSize
      let keys = try await store.read { try $0.observedKeys(of: schema.reference, after: start, limit: limit) }
      guard let last = keys.last else { return }
      after = last
      let missing = keys.filter { !listed.contains($0.hashValue) }
      if missing.isEmpty { continue }
      let present: Set<RecordKey>
      do {
        present = Set(try await connector.records(of: schema, keys: missing).map(\.key))
      } catch {
        return fail(error)
      }
      let gone = missing.filter { !present.contains($0) }
      if gone.isEmpty { continue }
      let books = books
      try await write { writer in
        for key in gone { try books.observeDeletion(key, of: schema, writer) }
      }
    }
  }
}
