import TandemRuntime
import TandemValues

extension SystemConformance {
  static let pages: Check = { system, report in
    var keys = Set<RecordKey>()
    for number in 0..<23 { keys.insert(try await system.insert(system.sample(number))) }
    var seen = Set<RecordKey>()
    var cursor: ChangeCursor?
    var count = 0
    while count < 1_000 {
      let page = try await system.connector.changes(of: system.entity, after: cursor, limit: 4)
      report.expect(page.changes.count <= 4, "a page of 4 holds \(page.changes.count) changes")
      seen.formUnion(page.changes.outcome.keys)
      cursor = page.next
      count += 1
      if page.isLast { break }
    }
    report.expect(count < 1_000, "the feed does not end")
    report.expect(seen, is: keys, "the records of all pages")
  }

  static let quiet: Check = { system, report in
    for number in 0..<5 { _ = try await system.insert(system.sample(number)) }
    let first = try await system.changes(limit: 2)
    let known = first.changes.outcome
    let second = try await system.changes(after: first.cursor, limit: 2)
    for (key, record) in second.changes.outcome {
      report.expect(known[key] == .some(record), "the record \(key.value) came as another")
    }
    let third = try await system.changes(after: second.cursor, limit: 2)
    report.expect(third.cursor, is: second.cursor, "the cursor of a quiet system")
    let empty = try await system.connector.changes(of: system.entity, after: nil, limit: 100)
    report.expect(Set(empty.changes.outcome.keys), is: Set(known.keys), "everything from the beginning")
  }

  static let userEdit: Check = { system, report in
    let key = try await system.insert(system.sample(1))
    let before = try await system.changes()
    try await system.update(key, [system.textValue("edited Ø 北")])
    let after = try await system.changes(after: before.cursor)
    guard let record = after.changes.outcome[key] ?? nil, let old = before.changes.outcome[key] ?? nil else {
      report.fail("the edited record did not arrive")
      return
    }
    report.expect(record.values[system.text], is: .string("edited Ø 北"), "the edited value")
    report.expect(record.version != old.version, "the version did not change")
    report.expect(record.values.count, is: system.entity.properties.count, "values")
    if system.entity.modified != nil {
      report.expect(record.modified != nil, "the time of the edit is missing")
    }
    let new = try await system.insert(system.sample(2))
    let last = try await system.changes(after: after.cursor)
    report.expect((last.changes.outcome[new] ?? nil) != nil, "a record that a user created did not arrive")
  }

  static let editsBetweenPages: Check = { system, report in
    var keys: [RecordKey] = []
    for number in 0..<9 { keys.append(try await system.insert(system.sample(number))) }
    let first = try await system.connector.changes(of: system.entity, after: nil, limit: 3)
    for (number, key) in keys.enumerated() { try await system.update(key, [system.textValue("edit \(number)")]) }
    let new = try await system.insert(system.sample(20))
    try await system.delete(keys[0])
    let rest = try await system.changes(after: first.next, limit: 3)
    let again = try await system.changes(after: rest.cursor, limit: 3)
    let outcome = (first.changes + rest.changes + again.changes).outcome
    for (number, key) in keys.enumerated().dropFirst() {
      let text = (outcome[key] ?? nil)?.values[system.text]
      report.expect(text, is: .string("edit \(number)"), "the record \(number), edited after the first page")
    }
    report.expect((outcome[new] ?? nil) != nil, "a record that was created after the first page did not arrive")
    if system.entity.changes.deletions != .keyListing {
      report.expect((outcome[keys[0]] ?? nil) == nil, "a record that was deleted after the first page is still there")
    }
  }

  static let deletion: Check = { system, report in
    let kept = try await system.insert(system.sample(1))
    let byUser = try await system.insert(system.sample(2))
    let byUs = try await system.insert(system.sample(3))
    let before = try await system.changes()
    try await system.delete(byUser)
    guard case .done = try await system.write(.delete(byUs, ifVersion: nil)) else {
      report.fail("a deletion without a version was refused")
      return
    }
    if system.entity.changes.deletions != .keyListing {
      let deleted = try await system.changes(after: before.cursor).changes.compactMap { change in
        if case .deletion(let key) = change { key } else { nil }
      }
      report.expect(Set(deleted), is: [byUser, byUs], "the deletions in the feed")
    }
    report.expect(try await system.keys(limit: 2), is: [kept], "the keys that are left")
    report.expect(
      try await system.connector.records(of: system.entity, keys: [byUser, kept, byUs]).map(\.key), is: [kept],
      "the records that are left")
  }

  static let keyListing: Check = { system, report in
    report.expect(try await system.keys(limit: 3), is: [], "the keys of an empty entity")
    var keys = Set<RecordKey>()
    for number in 0..<12 { keys.insert(try await system.insert(system.sample(number))) }
    for limit in [1, 5, 12, 100] {
      let listed = try await system.keys(limit: limit)
      report.expect(Set(listed), is: keys, "the keys in pages of \(limit)")
      report.expect(listed.count, is: keys.count, "how many keys are listed in pages of \(limit)")
    }
  }

  static let byKey: Check = { system, report in
    var records: [RecordKey: Record] = [:]
    for number in 0..<3 {
      let record = try await system.create(number)
      records[record.key] = record
    }
    let gone = try await system.create(9).key
    try await system.delete(gone)
    let found = try await system.connector.records(of: system.entity, keys: Array(records.keys) + [gone])
    report.expect(found.count, is: 3, "how many records are found")
    for record in found { report.expect(records[record.key], is: record, "a record that was read by its key") }
    report.expect(try await system.connector.records(of: system.entity, keys: []), is: [], "no keys")
  }
}
