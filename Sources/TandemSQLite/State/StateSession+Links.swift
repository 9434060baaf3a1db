import GRDB
import TandemRuntime
import TandemValues

extension StateSession {
  private static let columns = "source, target, status, made, run, source_base, target_base, dropped"

  func link(_ flow: FlowIdentifier, _ side: Side, key: RecordKey) throws -> Link? {
    guard let number = try number(of: flow) else { return nil }
    let arguments = [number.databaseValue, key.databaseValue]
    switch side {
    case .source:
      return try first("SELECT \(Self.columns) FROM link WHERE flow = ? AND source = ?", arguments) {
        try link($0, of: flow)
      }
    case .target:
      // A target has one live link at most, and a tombstone for each source that it was linked with before.
      let live = try first("SELECT \(Self.columns) FROM link WHERE flow = ? AND target = ? AND status = 0", arguments) {
        try link($0, of: flow)
      }
      if let live { return live }
      return try first(
        "SELECT \(Self.columns) FROM link WHERE flow = ? AND target = ? AND status = 1 ORDER BY id DESC LIMIT 1",
        arguments
      ) { try link($0, of: flow) }
    }
  }

  func links(_ flow: FlowIdentifier, after: RecordKey?, limit: Int) throws -> [Link] {
    guard let number = try number(of: flow) else { return [] }
    guard let after else {
      return try all(
        "SELECT \(Self.columns) FROM link WHERE flow = ? ORDER BY source LIMIT ?",
        [number.databaseValue, limit.databaseValue], { try link($0, of: flow) })
    }
    return try all(
      "SELECT \(Self.columns) FROM link WHERE flow = ? AND source > ? ORDER BY source LIMIT ?",
      [number.databaseValue, after.databaseValue, limit.databaseValue], { try link($0, of: flow) })
  }

  func linkCounts(_ flow: FlowIdentifier) throws -> [Link.Status: Int] {
    guard let number = try number(of: flow) else { return [:] }
    let counts = try first("SELECT live_links, tombstones FROM flow WHERE id = ?", [number.databaseValue]) { row in
      [Link.Status.live: row[0] as Int, .tombstone: row[1] as Int].filter { $0.value > 0 }
    }
    return counts ?? [:]
  }

  func setLink(_ link: Link) throws {
    let number = try numberAdding(link.flow)
    // A live link keeps its target until it is removed; anything else would lose a link without a word.
    do {
      try execute(
        """
        INSERT INTO link (flow, source, target, status, made, run, source_base, target_base, dropped)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (flow, source) DO UPDATE SET target = excluded.target, status = excluded.status,
          made = excluded.made, run = excluded.run, source_base = excluded.source_base,
          target_base = excluded.target_base, dropped = excluded.dropped
          WHERE link.status = 1 OR link.target = excluded.target
        """,
        [
          number.databaseValue, link.source.databaseValue, link.target.databaseValue,
          link.status.rawValue.databaseValue, link.made.number.databaseValue, link.run.databaseValue,
          blob(ValueCoding.encode(link.base.source)),
          link.base.target == link.base.source ? .null : blob(ValueCoding.encode(link.base.target)),
          link.isDropped.databaseValue,
        ])
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE {
      throw StateError.linkTaken(link.flow, .target, link.target)
    }
    if database.changesCount == 0 { throw StateError.linkTaken(link.flow, .source, link.source) }
  }

  func removeLink(_ flow: FlowIdentifier, source: RecordKey) throws {
    guard let number = try number(of: flow) else { return }
    try execute("DELETE FROM link WHERE flow = ? AND source = ?", [number.databaseValue, source.databaseValue])
  }

  private func link(_ row: Row, of flow: FlowIdentifier) throws -> Link {
    guard let status = Link.Status(rawValue: row[2] as UInt8), let made = Link.Made(number: row[3]) else {
      throw StateError.unreadable("a link is damaged")
    }
    let source = try ValueCoding.decodeView(row.bytes(5))
    let target = row.hasNull(atIndex: 6) ? source : try ValueCoding.decodeView(row.bytes(6))
    return Link(
      flow: flow, source: try row.key(0), target: try row.key(1), base: Base(source: source, target: target),
      made: made,
      status: status, run: row[4], isDropped: row[7])
  }
}

extension Link.Made {
  /// How the manner stands in the database: an alternative is its own number.
  fileprivate var number: Int {
    switch self {
    case .created: return -1
    case .byHand: return -2
    case .matched(let alternative): return alternative
    }
  }

  fileprivate init?(number: Int) {
    switch number {
    case -1: self = .created
    case -2: self = .byHand
    case 0...: self = .matched(alternative: number)
    default: return nil
    }
  }
}
