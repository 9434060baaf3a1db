import TandemRuntime
import TandemValues

extension SystemConformance {
  static let create: Check = { system, report in
    let sent = system.sample(1)
    guard case .done(let answer) = try await system.write(.create(sent)) else {
      report.fail("the create was refused")
      return
    }
    guard let record = answer else {
      report.fail("the answer holds no record")
      return
    }
    for pair in sent {
      let name = system.entity.properties[pair.property].name
      report.expect(record.values[pair.property], is: pair.value, "'\(name)'")
    }
    report.expect(record.values[system.entity.key], is: record.key.value, "the key among the values")
    report.expect(try await system.read(record.key), is: record, "the record when it is read")
    report.expect(
      try await system.changes().changes.outcome[record.key] ?? nil, is: record, "the record in the feed")
    report.expect(system.connector.batchLimit(for: system.entity) >= 1, "the limit of a batch is below 1")
  }

  static let update: Check = { system, report in
    let record = try await system.create(1)
    let answer = try await system.write(.update(record.key, [system.textValue("new")], ifVersion: record.version))
    guard let updated = answer.record else {
      report.fail("an update of the current version was not done: \(answer)")
      return
    }
    report.expect(updated.values[system.text], is: .string("new"), "the value that was set")
    report.expect(updated.version != record.version, "the version did not change")
    let set = [system.text, system.entity.changes.cursor, system.entity.modified]
    for (position, property) in system.entity.properties.enumerated() where !set.contains(position) {
      report.expect(updated.values[position], is: record.values[position], "'\(property.name)', which was not set")
    }
    report.expect(try await system.read(record.key), is: updated, "the record when it is read")
    let unconditional = try await system.write(.update(record.key, [system.textValue("newer")], ifVersion: nil))
    report.expect(unconditional.record?.values[system.text], is: .string("newer"), "an update of whatever version")
  }

  static let clearing: Check = { system, report in
    let record = try await system.create(1)
    _ = try await system.write(.update(record.key, [system.textValue("")], ifVersion: nil))
    report.expect(try await system.read(record.key)?.values[system.text], is: .string(""), "an empty text")
    let null = PropertyValue(property: system.text, value: .null)
    let answer = try await system.write(.update(record.key, [null], ifVersion: nil))
    report.expect(answer.record?.values[system.text], is: .null, "a cleared property in the answer")
    report.expect(try await system.read(record.key)?.values[system.text], is: .null, "a cleared property")
  }

  static let staleUpdate: Check = { system, report in
    let record = try await system.create(1)
    try await system.update(record.key, [system.textValue("the user's")])
    let answer = try await system.write(.update(record.key, [system.textValue("ours")], ifVersion: record.version))
    report.expect(answer.rejection, is: .stale, "the answer")
    report.expect(try await system.read(record.key)?.values[system.text], is: .string("the user's"), "the user's edit")
  }

  static let race: Check = { system, report in
    let record = try await system.create(1)
    let answers = try await withThrowingTaskGroup(of: WriteOutcome.self) { group in
      for number in 0..<4 {
        group.addTask {
          try await system.write(
            .update(record.key, [system.textValue("attempt \(number)")], ifVersion: record.version), 10 + number)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    report.expect(answers.count { $0.record != nil }, is: 1, "updates that were done")
    report.expect(answers.count { $0.rejection == .stale }, is: 3, "updates that were stale")
  }

  static let staleDeletion: Check = { system, report in
    let record = try await system.create(1)
    try await system.update(record.key, [system.textValue("edited")])
    report.expect(
      try await system.write(.delete(record.key, ifVersion: record.version)).rejection, is: .stale, "the answer")
    guard let current = try await system.read(record.key) else {
      report.fail("the record is gone")
      return
    }
    if case .done = try await system.write(.delete(record.key, ifVersion: current.version)) {
      report.expect(try await system.read(record.key), is: nil, "the record after its deletion")
    } else {
      report.fail("a deletion of the current version was refused")
    }
  }

  static let gone: Check = { system, report in
    let record = try await system.create(1)
    try await system.delete(record.key)
    for version in [record.version, nil] {
      let update = try await system.write(.update(record.key, [system.textValue("x")], ifVersion: version))
      report.expect(update.rejection, is: .gone, "an update of version \(version?.token ?? "any")")
      let deletion = try await system.write(.delete(record.key, ifVersion: version))
      report.expect(deletion.rejection, is: .gone, "a deletion of version \(version?.token ?? "any")")
    }
  }

  static let batch: Check = { system, report in
    let kept = try await system.create(1)
    let gone = try await system.create(2)
    try await system.delete(gone.key)
    let requests: [WriteRequest] = [
      WriteRequest(operation: SystemFixture.operation(11), action: .create(system.sample(11))),
      WriteRequest(
        operation: SystemFixture.operation(12),
        action: .update(gone.key, [system.textValue("x")], ifVersion: gone.version)),
      WriteRequest(
        operation: SystemFixture.operation(13), action: .create(system.sample(13) + [system.textValueOfWrongType])),
      WriteRequest(
        operation: SystemFixture.operation(14),
        action: .update(kept.key, [system.textValue("in a batch")], ifVersion: kept.version)),
    ]
    let limit = system.connector.batchLimit(for: system.entity)
    var outcomes: [WriteOutcome] = []
    for start in stride(from: 0, to: requests.count, by: max(limit, 1)) {
      let part = requests[start..<min(start + max(limit, 1), requests.count)]
      outcomes += try await system.connector.write(Array(part), to: system.entity)
    }
    guard outcomes.count == requests.count else {
      report.fail("\(requests.count) writes had \(outcomes.count) outcomes")
      return
    }
    report.expect(outcomes[0].record != nil, "the first create was not done")
    report.expect(outcomes[1].rejection, is: .gone, "the update of a record that is gone")
    if case .invalid? = outcomes[2].rejection {
    } else {
      report.fail("a value of the wrong type was not refused as invalid")
    }
    report.expect(outcomes[3].record?.values[system.text], is: .string("in a batch"), "the last update")
    report.expect(try await system.keys(limit: 50).count, is: 2, "the records that exist afterwards")
  }

  static let repetition: Check = { system, report in
    let guarantee = system.connector.createGuarantee(for: system.entity)
    guard guarantee == .externalKey || guarantee == .idempotencyKey else { return }
    let first = try await system.create(1)
    let second = try await system.write(.create(system.sample(1)), 1)
    switch second {
    case .done(let record): report.expect(record?.key, is: first.key, "the record of the repetition")
    case .rejected(.duplicate(let key)): report.expect(key, is: first.key, "the record that the repetition meets")
    default: report.fail("the repetition was answered with \(second)")
    }
    report.expect(try await system.keys(limit: 50), is: [first.key], "the records that exist")
    let other = try await system.write(.create(system.sample(2)), 2)
    report.expect(other.record != nil && other.record?.key != first.key, "another create was taken for a repetition")
  }

  static let resolution: Check = { system, report in
    let guarantee = system.connector.createGuarantee(for: system.entity)
    guard guarantee == .externalKey || guarantee == .idempotencyKey else { return }
    let record = try await system.create(1)
    let happened = try await system.connector.resolve(
      SystemFixture.operation(1), values: system.sample(1), in: system.entity)
    if case .created(let found) = happened {
      report.expect(found, is: record, "the record of an earlier create")
    } else {
      report.fail("a create that happened was resolved as \(happened)")
    }
    let never = try await system.connector.resolve(
      SystemFixture.operation(2), values: system.sample(2), in: system.entity)
    if case .notCreated = never {} else { report.fail("a create that did not happen was resolved as \(never)") }
    try await system.delete(record.key)
    let deleted = try await system.connector.resolve(
      SystemFixture.operation(1), values: system.sample(1), in: system.entity)
    if case .notCreated = deleted, guarantee == .idempotencyKey {
      report.fail("a create that happened and was deleted was resolved as never made")
    }
  }
}

extension SystemFixture {
  /// A value that no system takes for the text property.
  var textValueOfWrongType: PropertyValue { PropertyValue(property: text, value: .boolean(true)) }
}
