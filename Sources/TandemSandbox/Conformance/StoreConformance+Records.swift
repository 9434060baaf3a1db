import TandemRuntime
import TandemValues

extension StoreConformance {
  static let flowStates: Check = { store, report in
    let samples = StoreSamples.self
    let first = FlowState(
      flow: samples.otherFlow, title: "First Order to Second Invoice",
      layout: [.init(name: "amount", fingerprint: .max), .init(name: "name", fingerprint: 0)], activatedByRun: 2)
    var second = FlowState(flow: samples.flow, title: "Customers", layout: [], activatedByRun: 1)
    try await store.write { [second] state in
      try state.setFlowState(first)
      try state.setFlowState(second)
    }
    report.expect(try await store.read { try $0.flowStates() }, is: [second, first], "states, by identifier")
    second.title = "Customers again"
    second.layout = [.init(name: "email", fingerprint: 42)]
    try await store.write { [second] state in try state.setFlowState(second) }
    report.expect(try await store.read { try $0.flowState(samples.flow) }, is: second, "a state that was set again")
    report.expect(try await store.read { try $0.flowStates().count }, is: 2, "states after one was set again")
  }

  static let cursors: Check = { store, report in
    let samples = StoreSamples.self
    try await store.write { state in
      try state.setCursor(ChangeCursor("17"), of: samples.entity)
      try state.setCursor(ChangeCursor(""), of: samples.otherEntity)
      try state.setCursor(ChangeCursor("18"), of: samples.entity)
    }
    report.expect(try await store.read { try $0.cursor(of: samples.entity) }, is: ChangeCursor("18"), "the last cursor")
    report.expect(try await store.read { try $0.cursor(of: samples.otherEntity) }, is: ChangeCursor(""), "an empty one")
    let unknown = EntityReference(system: "First", entity: "Account")
    report.expect(try await store.read { try $0.cursor(of: unknown) }, is: nil, "the cursor of an unknown entity")
  }

  static let observations: Check = { store, report in
    let samples = StoreSamples.self
    let key = samples.key(1)
    var observation = Observation(
      record: samples.record(key, samples.values, version: "v \u{0} ä"), isDeleted: false,
      origins: samples.values.indices.map { index in
        Origin(time: index.isMultiple(of: 3) ? nil : samples.moment, system: index < 4 ? "First" : "Second")
      }, createdBy: samples.otherFlow)
    try await store.write { [observation] state in try state.setObservation(observation, of: samples.entity) }
    report.expect(
      try await store.read { try $0.observation(of: samples.entity, key: key) }, is: observation, "an observation")
    report.expect(
      try await store.read { try $0.observation(of: samples.otherEntity, key: key) }, is: nil,
      "the same key in another entity")
    observation.record.modified = nil
    observation.record.values = []
    observation.origins = []
    observation.createdBy = nil
    observation.isDeleted = true
    try await store.write { [observation] state in try state.setObservation(observation, of: samples.entity) }
    report.expect(
      try await store.read { try $0.observation(of: samples.entity, key: key) }, is: observation,
      "one that was replaced")
  }

  static let keys: Check = { store, report in
    let samples = StoreSamples.self
    let keys: [RecordKey] = [
      samples.key(-5), samples.key(0), samples.key(.max), RecordKey(.string("")), RecordKey(.string("7")),
      RecordKey(.string("a\u{0}b")), RecordKey(.string("é")),
      RecordKey(.guid(GUID(bits: 0))), RecordKey(.guid(GUID(bits: .max))),
      RecordKey(.decimal(DecimalNumber("1.5") ?? .zero)), RecordKey(.date(CalendarDate(daysSinceEpoch: 1))),
    ]
    try await store.write { state in
      for (number, key) in keys.enumerated() {
        let value = Value.integer(Int64(number))
        try state.setObservation(Observation(record: samples.record(key, [value]), origins: []), of: samples.entity)
      }
    }
    for (number, key) in keys.enumerated() {
      let found = try await store.read { try $0.observation(of: samples.entity, key: key)?.record }
      report.expect(found?.key, is: key, "a key")
      report.expect(found?.values, is: [.integer(Int64(number))], "the record with the key \(key.value)")
    }
    report.expect(
      try await store.read { try $0.observedKeys(of: samples.entity, after: nil, limit: 99) }, is: keys.sorted(),
      "all keys in ascending order")
  }

  static let observedKeys: Check = { store, report in
    let samples = StoreSamples.self
    let all = (0..<25).map { samples.key(Int64($0 * 7 % 25)) } + [RecordKey(.string("x")), RecordKey(.string("y"))]
    try await store.write { state in
      for key in all { try state.setObservation(samples.observation(key), of: samples.entity) }
      for number in [Int64(3), 9, 24] {
        try state.setObservation(samples.observation(samples.key(number), isDeleted: true), of: samples.entity)
      }
      try state.setObservation(samples.observation(samples.key(100)), of: samples.otherEntity)
    }
    let expected = all.filter { ![samples.key(3), samples.key(9), samples.key(24)].contains($0) }.sorted()
    var listed: [RecordKey] = []
    while listed.count < 1_000 {
      let page = try await store.read { [last = listed.last] state in
        try state.observedKeys(of: samples.entity, after: last, limit: 4)
      }
      if page.isEmpty { break }
      report.expect(page.count <= 4, "a page of 4 holds \(page.count) keys")
      listed += page
    }
    report.expect(listed, is: expected, "the keys in ascending order")
    report.expect(try await store.read { try $0.observationCount(of: samples.entity) }, is: expected.count, "the count")
    try await store.write { state in
      try state.setObservation(samples.observation(samples.key(3)), of: samples.entity)
      try state.setObservation(samples.observation(samples.key(0)), of: samples.entity)
    }
    report.expect(
      try await store.read { try $0.observationCount(of: samples.entity) }, is: expected.count + 1,
      "the count after one came back")
  }

  static let indexes: Check = { store, report in
    let samples = StoreSamples.self
    let name = IndexName.match(samples.flow, alternative: 0, .source)
    let others: [IndexName] = [
      .match(samples.flow, alternative: 1, .source), .match(samples.flow, alternative: 0, .target),
      .match(samples.otherFlow, alternative: 0, .source), .lookup(samples.entity, property: 0),
    ]
    try await store.write { state in
      for number in [Int64(2), 1, 3] { try state.setIndexed(name, key: samples.key(number), text: "a@x") }
      try state.setIndexed(name, key: samples.key(3), text: "b@x")
      try state.setIndexed(name, key: samples.key(4), text: nil)
      try state.setIndexed(name, key: samples.key(5), text: "c\u{0}x")
      try state.setIndexed(name, key: samples.key(6), text: "c\u{0}y")
      for other in others { try state.setIndexed(other, key: samples.key(9), text: "a@x") }
    }
    report.expect(
      try await store.read { try $0.indexed(name, text: "a@x") }, is: [samples.key(1), samples.key(2)],
      "two records with one text")
    report.expect(try await store.read { try $0.indexed(name, text: "b@x") }, is: [samples.key(3)], "one that moved")
    report.expect(try await store.read { try $0.indexed(name, text: "A@x") }, is: [], "a text in another case")
    report.expect(
      try await store.read { try $0.indexed(name, text: "c\u{0}x") }, is: [samples.key(5)], "a text with NUL")
    for other in others {
      report.expect(try await store.read { try $0.indexed(other, text: "a@x") }, is: [samples.key(9)], "index \(other)")
    }
    try await store.write { try $0.setIndexed(name, key: samples.key(1), text: nil) }
    report.expect(
      try await store.read { try $0.indexed(name, text: "a@x") }, is: [samples.key(2)], "after one was taken out")
  }
}
