import Logging
import TandemValues

/// One run of an engine: reads, decides, acts, round after round, until nothing is left to do.
actor SyncRun {
  let engine: SyncEngine
  let store: any StateStore
  let connectors: [String: any SystemConnector]
  let number: Int
  let started: Timestamp
  var report: RunReport
  var counts: [FlowIdentifier: FlowCounts] = [:]
  var books: Bookkeeper
  /// Records with entries in the queue or the quarantine; saves asking the state for each record.
  var troubled: Set<FlowRecord> = []
  /// Records that others cannot be created without.
  var wanted: Set<FlowRecord> = []
  /// Source records with a create whose outcome is not known.
  var blocked: [FlowIdentifier: Set<RecordKey>] = [:]
  /// Systems that failed during this run.
  var down: Set<String> = []
  /// How many records of a flow were looked at.
  var looked: [FlowIdentifier: Int] = [:]
  private var isRecorded = false

  var table: FlowTable { engine.table }
  var options: SyncOptions { engine.options }
  var logger: Logger { engine.logger }

  init(
    engine: SyncEngine, store: any StateStore, connectors: [String: any SystemConnector], mode: RunMode
  ) async throws {
    self.engine = engine
    self.store = store
    self.connectors = connectors
    started = engine.clock.now
    let table = engine.table
    let known = try await store.read { reader in
      (
        run: (try reader.runs(limit: 1).first?.number ?? 0) + 1,
        active: Set(try reader.flowStates().map(\.flow)), quarantine: try reader.quarantine(nil),
        queue: try reader.queue(nil)
      )
    }
    number = known.run
    report = RunReport(run: known.run, isPlan: mode == .plan)
    var unreadable: Set<MemoryState.EntityKey> = []
    for entry in known.quarantine {
      troubled.insert(FlowRecord(entry.flow, entry.side, entry.key))
      if entry.reason.hasPrefix(Self.unreadablePrefix), let flow = table[entry.flow] {
        unreadable.insert(.init(entity: flow.entity(entry.side), key: entry.key))
      }
    }
    for entry in known.queue { troubled.insert(FlowRecord(entry.flow, entry.side, entry.key)) }
    books = Bookkeeper(table: table, active: known.active, unreadable: unreadable)
  }

  static let unreadablePrefix = "cannot be read: "

  func run() async throws -> RunReport {
    let selected = select()
    try await resolveIntents()
    try await poll(table.entities(of: selected))
    for flow in selected where isUsable(flow) { try await activate(flow) }
    let flows = table.ordered(selected)
    for _ in 0..<(2 * flows.count + 2) {
      var didWork = false
      for flow in flows where isUsable(flow) { didWork = try await turn(flow) || didWork }
      if !didWork { break }
    }
    try await finish(flows)
    return report
  }

  // MARK: What runs

  private func select() -> [FlowUnit] {
    var selected: [FlowUnit] = []
    for flow in table.flows {
      if let names = options.dataflows, !names.contains(flow.dataflow) { continue }
      if let flows = options.flows, !flows.contains(flow.identifier) { continue }
      if let reason = flow.held {
        report.held.append(.init(flow: flow.identifier, title: flow.title, reason: reason))
      } else {
        selected.append(flow)
      }
    }
    return selected
  }

  func isUsable(_ flow: FlowUnit) -> Bool {
    !down.contains(flow.entity(.source).system) && !down.contains(flow.entity(.target).system)
  }

  /// A system cannot be used: its flows stop, the others go on.
  func fail(_ error: SystemError) {
    if down.insert(error.system).inserted { report.failures.append(error) }
    logger.warning("\(error)", metadata: ["run": "\(number)"])
  }

  // MARK: The state

  /// Changes the state. The first change of a run records the run, so that a run without work leaves no trace.
  func write<Result: Sendable>(_ body: @Sendable @escaping (any StateWriter) throws -> Result) async throws -> Result {
    let record = isRecorded ? nil : RunRecord(number: number, started: started)
    let result = try await store.write { writer in
      if let record { try writer.setRun(record) }
      return try body(writer)
    }
    isRecorded = true
    return result
  }

  func absorb(_ notes: RunNotes, _ flow: FlowIdentifier) {
    counts[flow, default: FlowCounts()] += notes.counts
    for var write in notes.writes {
      report.writeCount += 1
      if write.action == .create {
        createdCount += 1
        write.symbol = "to be created #\(createdCount)"
      }
      if report.writes.count < options.detailLimit { report.writes.append(write) }
    }
    for text in notes.texts { say(text) }
  }

  private var createdCount = 0

  func say(_ text: String) {
    if !report.notes.contains(text) { report.notes.append(text) }
  }

  // MARK: The end

  private func finish(_ flows: [FlowUnit]) async throws {
    for flow in flows {
      let identifier = flow.identifier
      let blocked = blocked[identifier] ?? []
      let standing = try await store.read { reader in
        (
          isPending: try reader.pending(identifier, limit: blocked.count + 1)
            .contains { $0.side == .target || !blocked.contains($0.key) },
          open: try FlowStanding(identifier, reader)
        )
      }
      var entry = RunReport.FlowReport(flow: identifier, title: flow.title, dataflow: flow.dataflow)
      entry.counts = counts[identifier] ?? FlowCounts()
      entry.looked = looked[identifier] ?? 0
      entry.waiting = standing.open.waiting
      entry.queued = standing.open.queued
      entry.quarantined = standing.open.quarantined
      let isLimited = options.limitPerFlow.map { looked[identifier, default: 0] >= $0 } ?? false
      entry.isUnsettled = isUsable(flow) && !isLimited && standing.isPending
      report.flows.append(entry)
    }
    report.unresolved = try await store.read { try $0.openIntents() }
    if isRecorded {
      let record = RunRecord(
        number: number, started: started, finished: engine.clock.now, summary: "\(report.writeCount) writes")
      try await store.write { try $0.setRun(record) }
    }
    logger.debug("run finished", metadata: ["run": "\(number)", "writes": "\(report.writeCount)"])
  }
}
