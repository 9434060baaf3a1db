import TandemRuntime
import TandemValues

extension StoreConformance {
  static let rollback: Check = { store, report in
    let samples = StoreSamples.self
    let newFlow = FlowIdentifier("a.b~c.d")
    let newEntity = EntityReference(system: "New", entity: "Thing")
    try await store.write { try $0.setObservation(samples.observation(samples.key(1)), of: samples.entity) }
    do {
      try await store.write { state in
        try state.setObservation(samples.observation(samples.key(1), isDeleted: true), of: samples.entity)
        try state.setObservation(samples.observation(samples.key(2)), of: newEntity)
        try state.setLink(samples.link(samples.key(1), samples.key(2), in: newFlow))
        try state.addPending(newFlow, .source, keys: [samples.key(1)])
        try state.setIndexed(.match(newFlow, alternative: 0, .source), key: samples.key(1), text: "x")
        throw Abandoned()
      }
      report.fail("the body's error did not arrive")
    } catch is Abandoned {}
    report.expect(
      try await store.read { try $0.observation(of: samples.entity, key: samples.key(1))?.isDeleted }, is: false,
      "the observation before")
    report.expect(try await store.read { try $0.observationCount(of: samples.entity) }, is: 1, "the count before")
    report.expect(try await store.read { try $0.pendingCount(newFlow) }, is: 0, "records to look at")
    // What the transaction had begun to know must be usable again.
    try await store.write { state in
      try state.setLink(samples.link(samples.key(5), samples.key(6), in: samples.otherFlow))
      try state.setLink(samples.link(samples.key(1), samples.key(2), in: newFlow))
      try state.setObservation(samples.observation(samples.key(2)), of: newEntity)
      try state.setIndexed(.match(newFlow, alternative: 0, .source), key: samples.key(1), text: "y")
    }
    report.expect(
      try await store.read { try $0.link(newFlow, .target, key: samples.key(2))?.source }, is: samples.key(1),
      "a link of the flow that was new in the abandoned transaction")
    report.expect(
      try await store.read { try $0.link(samples.otherFlow, .source, key: samples.key(5))?.target }, is: samples.key(6),
      "a link of a flow that came after it")
    report.expect(
      try await store.read { try $0.indexed(.match(newFlow, alternative: 0, .source), text: "x") }, is: [],
      "the abandoned index entry")
  }

  static let emptiness: Check = { store, report in
    let samples = StoreSamples.self
    try await store.read { state in
      report.expect(try state.flowState(samples.flow) == nil, "a flow state")
      report.expect(try state.flowStates().isEmpty, "flow states")
      report.expect(try state.cursor(of: samples.entity) == nil, "a cursor")
      report.expect(try state.observation(of: samples.entity, key: samples.key(1)) == nil, "an observation")
      report.expect(try state.observedKeys(of: samples.entity, after: nil, limit: 5).isEmpty, "observed keys")
      report.expect(try state.observationCount(of: samples.entity) == 0, "an observation count")
      report.expect(try state.link(samples.flow, .target, key: samples.key(1)) == nil, "a link")
      report.expect(try state.links(samples.flow, after: nil, limit: 5).isEmpty, "links")
      report.expect(try state.linkCounts(samples.flow).values.allSatisfy { $0 == 0 }, "link counts")
      report.expect(try state.pending(samples.flow, limit: 5).isEmpty, "pending records")
      report.expect(try state.pendingCount(samples.flow) == 0, "a pending count")
      report.expect(try state.waitingCount(samples.flow) == 0, "a waiting count")
      report.expect(try state.indexed(.lookup(samples.entity, property: 1), text: "x").isEmpty, "an index entry")
      report.expect(try state.openIntents().isEmpty, "intents")
      report.expect(try state.quarantine(nil).isEmpty && state.quarantine(samples.flow).isEmpty, "quarantine")
      report.expect(try state.queue(nil).isEmpty && state.queue(samples.flow).isEmpty, "a queue")
      report.expect(try state.conflicts(nil, limit: 5).isEmpty, "conflicts")
      report.expect(try state.runs(limit: 5).isEmpty, "runs")
    }
  }

  static let overlay: Check = { store, report in
    let samples = StoreSamples.self
    let link = samples.link(samples.key(1), samples.key(10))
    try await store.write { state in
      try state.setLink(link)
      try state.setObservation(samples.observation(samples.key(1)), of: samples.entity)
    }
    let copy = try await store.overlay()
    report.expect(try await copy.read { try $0.links(samples.flow, after: nil, limit: 5) }, is: [link], "the copy")
    try await copy.write { state in
      try state.removeLink(samples.flow, source: samples.key(1))
      try state.setCursor(ChangeCursor("copy"), of: samples.entity)
      try state.setRun(RunRecord(number: 1, started: samples.moment))
    }
    try await store.write { try $0.setObservation(samples.observation(samples.key(2)), of: samples.entity) }
    report.expect(try await store.read { try $0.links(samples.flow, after: nil, limit: 5) }, is: [link], "the original")
    report.expect(try await store.read { try $0.cursor(of: samples.entity) }, is: nil, "the original's cursor")
    report.expect(try await store.read { try $0.runs(limit: 5) }, is: [], "the original's runs")
    report.expect(try await copy.read { try $0.observationCount(of: samples.entity) }, is: 1, "the copy's observations")
    let second = try await copy.overlay()
    report.expect(try await second.read { try $0.runs(limit: 5).count }, is: 1, "a copy of the copy")
  }

  static let concurrency: Check = { store, report in
    let samples = StoreSamples.self
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for number in 0..<10 {
            try await store.write { state in
              let count = try state.observationCount(of: samples.entity)
              let key = samples.key(Int64(worker * 100 + number))
              try state.setObservation(samples.observation(key), of: samples.entity)
              guard try state.observationCount(of: samples.entity) == count + 1 else { throw Abandoned() }
            }
          }
        }
      }
      try await group.waitForAll()
    }
    report.expect(try await store.read { try $0.observationCount(of: samples.entity) }, is: 80, "all observations")
  }
}
