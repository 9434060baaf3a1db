import TandemRuntime
import TandemValues

extension StoreConformance {
  static let pending: Check = { store, report in
    let samples = StoreSamples.self
    let keys = [5, 3, 9].map { samples.key($0) }
    try await store.write { state in
      try state.addPending(samples.flow, .source, keys: keys)
      try state.addPending(samples.flow, .target, keys: [samples.key(3)])
      try state.addPending(samples.flow, .source, keys: [samples.key(9), samples.key(5), samples.key(1)])
      try state.addPending(samples.otherFlow, .source, keys: [samples.key(5)])
    }
    let expected = [
      PendingRecord(side: .source, key: keys[0]), PendingRecord(side: .source, key: keys[1]),
      PendingRecord(side: .source, key: keys[2]), PendingRecord(side: .target, key: samples.key(3)),
      PendingRecord(side: .source, key: samples.key(1)),
    ]
    report.expect(try await store.read { try $0.pending(samples.flow, limit: 9) }, is: expected, "oldest entry first")
    report.expect(
      try await store.read { try $0.pending(samples.flow, limit: 2) }, is: Array(expected[..<2]), "the first two")
    report.expect(try await store.read { try $0.pendingCount(samples.flow) }, is: 5, "the count")
    try await store.write { try $0.removePending(samples.flow, .source, keys: [keys[1], samples.key(77)]) }
    report.expect(try await store.read { try $0.pendingCount(samples.flow) }, is: 4, "the count after a removal")
    report.expect(
      try await store.read { try $0.pending(samples.flow, limit: 9) }, is: [expected[0]] + expected[2...],
      "after a removal")
    report.expect(try await store.read { try $0.pendingCount(samples.otherFlow) }, is: 1, "the other flow's count")
  }

  static let waiting: Check = { store, report in
    let samples = StoreSamples.self
    @Sendable func entry(_ key: Int64, awaits awaited: Int64, _ side: Side = .source) -> WaitingRecord {
      WaitingRecord(
        flow: samples.flow, side: .source, key: samples.key(key), awaitedFlow: samples.otherFlow, awaitedSide: side,
        awaitedKey: samples.key(awaited))
    }
    try await store.write { state in
      for _ in 0..<2 { try state.addWaiting(entry(1, awaits: 100)) }
      try state.addWaiting(entry(1, awaits: 200))
      try state.addWaiting(entry(2, awaits: 100))
      try state.addWaiting(entry(3, awaits: 100, .target))
      try state.addWaiting(entry(4, awaits: 300))
    }
    report.expect(try await store.read { try $0.waitingCount(samples.flow) }, is: 4, "each record counts once")
    report.expect(try await store.read { try $0.waitingCount(samples.otherFlow) }, is: 0, "the awaited flow's count")
    let asked = try await store.read { state in
      [
        try state.isWaiting(samples.flow, .source, key: samples.key(1)),
        try state.isWaiting(samples.flow, .target, key: samples.key(1)),
        try state.isWaiting(samples.flow, .source, key: samples.key(9)),
        try state.isWaiting(samples.otherFlow, .source, key: samples.key(100)),
      ]
    }
    report.expect(asked, is: [true, false, false, false], "who waits")
    try await store.write { try $0.wake(samples.otherFlow, .source, key: samples.key(100)) }
    let woken = try await store.read { try $0.pending(samples.flow, limit: 9) }
    report.expect(
      Set(woken), is: [1, 2].map { PendingRecord(side: .source, key: samples.key($0)) }.asSet, "those that were woken")
    report.expect(try await store.read { try $0.waitingCount(samples.flow) }, is: 3, "the count after waking")
    try await store.write { state in
      try state.removePending(samples.flow, .source, keys: [samples.key(1), samples.key(2)])
      try state.wake(samples.otherFlow, .source, key: samples.key(100))
      try state.removeWaiting(samples.flow, .source, key: samples.key(4))
      try state.wake(samples.otherFlow, .source, key: samples.key(300))
    }
    report.expect(try await store.read { try $0.pendingCount(samples.flow) }, is: 0, "nothing is woken twice")
    try await store.write { try $0.wake(samples.otherFlow, .source, key: samples.key(200)) }
    report.expect(try await store.read { try $0.pendingCount(samples.flow) }, is: 1, "the second that it waits for")
    report.expect(try await store.read { try $0.waitingCount(samples.flow) }, is: 1, "the last that waits")
  }

  static let intents: Check = { store, report in
    let samples = StoreSamples.self
    let intents = [9, 2, 5].map { number in
      Intent(
        operation: OperationIdentifier("operation-\(number)"), flow: samples.flow, source: samples.key(Int64(number)),
        entity: samples.otherEntity,
        values: samples.values.enumerated().map { PropertyValue(property: $0.offset * 2, value: $0.element) },
        origins: samples.values.map { _ in Origin(time: samples.moment, system: "First") }, run: number)
    }
    try await store.write { state in
      for intent in intents { try state.openIntent(intent) }
    }
    report.expect(try await store.read { try $0.openIntents() }, is: intents, "open intents, oldest first")
    try await store.write { state in
      try state.closeIntent(intents[1].operation)
      try state.closeIntent(OperationIdentifier("unknown"))
    }
    report.expect(try await store.read { try $0.openIntents() }, is: [intents[0], intents[2]], "after one was closed")
  }

  static let people: Check = { store, report in
    let samples = StoreSamples.self
    @Sendable func quarantined(_ reason: String, _ side: Side, in flow: FlowIdentifier) -> QuarantineEntry {
      QuarantineEntry(
        flow: flow, side: side, key: samples.key(1), reason: reason,
        payload: [PropertyValue(property: 3, value: .string("x"))], run: 4)
    }
    let questions: [QueueEntry.Question] = [
      .ambiguousMatch(alternative: 1, candidates: [samples.key(4), RecordKey(.string("b"))]),
      .conflict(property: "city"),
    ]
    let queued = questions.enumerated().map { number, question in
      QueueEntry(flow: samples.flow, side: .source, key: samples.key(Int64(number)), question: question, run: 2)
    }
    try await store.write { state in
      try state.setQuarantine(quarantined("first", .source, in: samples.flow))
      try state.setQuarantine(quarantined("other side", .target, in: samples.flow))
      try state.setQuarantine(quarantined("other flow", .source, in: samples.otherFlow))
      try state.setQuarantine(quarantined("again", .source, in: samples.flow))
      for entry in queued + queued { try state.setQueue(entry) }
    }
    let entries = try await store.read { try $0.quarantine(samples.flow) }
    let expected = [
      quarantined("again", .source, in: samples.flow), quarantined("other side", .target, in: samples.flow),
    ]
    report.expect(Set(entries), is: Set(expected), "what is set aside in the flow")
    report.expect(entries.count, is: 2, "entries of the flow")
    report.expect(try await store.read { try $0.quarantine(nil).count }, is: 3, "entries of all flows")
    report.expect(try await store.read { try $0.queue(nil) }.asSet, is: Set(queued), "the queue")
    report.expect(try await store.read { try $0.queue(samples.otherFlow) }, is: [], "the other flow's queue")
    try await store.write { state in
      try state.removeQuarantine(samples.flow, .source, key: samples.key(1))
      try state.removeQueue(samples.flow, .source, key: samples.key(0))
    }
    report.expect(
      try await store.read { try $0.quarantine(samples.flow) }, is: [expected[1]], "quarantine after a removal")
    report.expect(try await store.read { try $0.queue(samples.flow) }, is: [queued[1]], "the queue after a removal")
  }

  static let history: Check = { store, report in
    let samples = StoreSamples.self
    let conflicts = (1...3).map { number in
      ConflictEntry(
        flow: number == 2 ? samples.otherFlow : samples.flow, source: samples.key(Int64(number)),
        target: samples.key(9),
        property: "city", winner: number == 1 ? .source : .target, winningValue: .string("Gdańsk"), losingValue: .null,
        winningOrigin: Origin(time: samples.moment, system: "First"), losingOrigin: Origin(time: nil, system: "Second"),
        reason: "newer edit", run: number)
    }
    var run = RunRecord(number: 1, started: samples.moment)
    try await store.write { [run] state in
      for entry in conflicts { try state.addConflict(entry) }
      try state.setRun(run)
      try state.setRun(RunRecord(number: 2, started: samples.moment, finished: samples.moment, summary: "quiet"))
    }
    report.expect(try await store.read { try $0.conflicts(nil, limit: 9) }, is: conflicts.reversed(), "all conflicts")
    report.expect(try await store.read { try $0.conflicts(nil, limit: 1) }, is: [conflicts[2]], "the newest conflict")
    report.expect(
      try await store.read { try $0.conflicts(samples.flow, limit: 9) }, is: [conflicts[2], conflicts[0]],
      "conflicts of a flow")
    run.finished = Timestamp(microseconds: -1)
    run.summary = "3 records"
    try await store.write { [run] state in try state.setRun(run) }
    let runs = try await store.read { try $0.runs(limit: 9) }
    report.expect(runs.map(\.number), is: [2, 1], "runs, newest first")
    report.expect(runs.last, is: run, "a run that was set again")
  }
}

extension Sequence where Element: Hashable {
  var asSet: Set<Element> { Set(self) }
}
