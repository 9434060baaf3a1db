import TandemRuntime
import TandemValues
import Testing

/// Random histories of users, faults and kills from a seed; when the faults have stopped and the systems are quiet, the
/// invariants of a correct sync hold.
@Suite struct SimulationTests {
  struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = state
      bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((bits ^ (bits >> 31)) % UInt64(bound))
    }
  }

  /// An entity that users edit: its system and the properties that hold names.
  struct Place {
    var system: MemorySystem
    var schema: EntitySchema
    var properties: [Int]
  }

  struct Edit {
    var entity: EntityReference
    var key: RecordKey
    /// The name of the property, the same in all systems: 1 name, 3 city.
    var property: Int
    var value: Value
    var time: Int64
  }

  @Test(arguments: 0..<150) func historyEndsInOrder(seed: Int) async throws {
    var random = Generator(state: UInt64(seed))
    let deletion: FlowDeclaration.Deletion = seed.isMultiple(of: 2) ? .ignore : .propagate
    let flows = [
      mapping(
        CustomerFlow.self,
        CustomerFlow.makeDeclaration(
          sourceDeletion: deletion, targetDeletion: deletion, translations: CustomerFlow.parent)),
      mapping(BuyerFlow.self, BuyerFlow.makeDeclaration(sourceDeletion: deletion, targetDeletion: deletion)),
      mapping(OrderFlow.self),
    ]
    var world = World(seed.isMultiple(of: 3) ? flows.reversed() : flows, batchLimit: 1 + random.next(4))
    world.options.chunkSize = 1 + random.next(5)
    world.options.pageSize = 1 + random.next(5)
    let places = [
      Place(system: world.crm, schema: Customer.schema, properties: [1, 3]),
      Place(system: world.erp, schema: Account.schema, properties: [1, 3]),
      Place(system: world.shop, schema: Buyer.schema, properties: [1, 3]),
      Place(system: world.crm, schema: Order.schema, properties: [1]),
    ]
    var edits: [Edit] = []
    var byUsers: Set<RecordKey> = []
    var time: Int64 = 10_000
    var count = 0

    for _ in 0..<(4 + random.next(4)) {
      for _ in 0..<(1 + random.next(6)) {
        time += Int64(random.next(3))
        count += 1
        let place = places[random.next(places.count)]
        let existing = await place.system.contents(of: place.schema)
        let name = text("v\(count)")
        if existing.isEmpty || random.next(3) == 0 {
          var values: [Int: Value] = [1: name]
          if place.properties.count > 1 {
            if random.next(2) == 0 { values[2] = text("m\(random.next(12))@x") }
            if random.next(2) == 0 { values[3] = text("c\(count)") }
          }
          let customers = await world.customers()
          if !customers.isEmpty && random.next(2) == 0 {
            let parent = customers[random.next(customers.count)].key.value
            if place.schema.reference == Customer.schema.reference { values[5] = parent }
            if place.schema.reference == Order.schema.reference { values[2] = parent }
          }
          let key = await place.system.create(values, in: place.schema, at: time)
          if place.schema.reference == Account.schema.reference { byUsers.insert(key) }
          for property in place.properties {
            if let value = values[property] {
              edits.append(Edit(entity: place.schema.reference, key: key, property: property, value: value, time: time))
            }
          }
        } else {
          let record = existing[random.next(existing.count)]
          switch random.next(8) {
          case 0 where place.schema.reference != Order.schema.reference:
            await place.system.delete(record.key, in: place.schema)
          default:
            let property = place.properties[random.next(place.properties.count)]
            let value = property == 3 && random.next(5) == 0 ? .null : name
            await place.system.edit(record.key, [property: value], in: place.schema, at: time)
            edits.append(
              Edit(entity: place.schema.reference, key: record.key, property: property, value: value, time: time))
          }
        }
      }
      let trouble = random.next(4)
      let phase = random.next(5)
      let counter = Counter()
      for system in [world.crm, world.erp, world.shop] {
        await system.setFault { _, _ in
          if trouble != 1 || counter.next() % 5 != phase { return nil }
          return [.loseAnswer, .loseRequest, .reject(.invalid(reason: "not today"))][phase % 3]
        }
      }
      if trouble == 2 {
        _ = try await KillTests().runKilled(world, at: 1 + random.next(60))
      } else if trouble != 3 {
        try await world.run()
      }
    }
    for system in [world.crm, world.erp, world.shop] { await system.setFault(nil) }
    // Records that were refused are tried again when they change.
    for entry in try await world.quarantine() {
      let declaration = world.flows.first { $0.declaration.identifier == entry.flow }?.declaration
      let entity = entry.side == .source ? declaration?.source : declaration?.target
      for place in places where place.schema.reference == entity {
        count += 1
        time += 1
        let value = text("v\(count)")
        await place.system.edit(entry.key, [1: value], in: place.schema, at: time)
        edits.append(Edit(entity: place.schema.reference, key: entry.key, property: 1, value: value, time: time))
      }
    }
    for _ in 1...3 { try await world.run() }
    let last = try await world.run()
    #expect(last.writeCount == 0, "quiet systems are not written to")
    #expect(!last.isUnsettled && last.unresolved.isEmpty)
    try await check(world, edits, byUsers)
  }

  func check(_ world: World, _ edits: [Edit], _ byUsers: Set<RecordKey>) async throws {
    var excused: Set<RecordKey> = []
    for entry in try await world.queue() { excused.insert(entry.key) }
    // A refused deletion has no record left that could change; a person looks at it.
    let quarantine = try await world.quarantine().filter { !$0.reason.contains("be deleted or archived") }
    #expect(quarantine == [], "what was refused once is tried again")
    let customers = await world.customers()
    let accounts = await world.accounts()
    let buyers = await world.shop.contents(of: Buyer.schema)
    let records = [
      Customer.schema.reference: customers, Account.schema.reference: accounts, Buyer.schema.reference: buyers,
    ]

    var linkedAccounts: Set<RecordKey> = []
    var cluster: [[EntityReference: RecordKey]] = []
    for flow in world.flows where flow.declaration.target == Account.schema.reference {
      let links = try await world.store.read { try $0.links(flow.declaration.identifier, after: nil, limit: 10_000) }
      let live = links.filter { $0.status == .live }
      #expect(
        Set(live.map(\.target)).count == live.count && Set(links.map(\.source)).count == links.count, "exclusivity")
      for link in links {
        linkedAccounts.insert(link.target)
        cluster.append([flow.declaration.source: link.source, flow.declaration.target: link.target])
      }
      for link in live where !excused.contains(link.source) && !excused.contains(link.target) {
        guard let source = records[flow.declaration.source]?.first(where: { $0.key == link.source }),
          let target = accounts.first(where: { $0.key == link.target })
        else { continue }
        for property in 1...3 {
          #expect(
            source[property] == target[property] || (source[property].isEmpty && target[property].isEmpty),
            "\(flow.declaration.identifier) \(property) converges: \(source.values[1...3]) \(target.values[1...3]) base \(link.base) \(link.made) run \(link.run)"
          )
        }
        if flow.declaration.source == Customer.schema.reference, source[5] != .null,
          let parent = try await world.link(of: RecordKey(source[5])), parent.status == .live
        {
          #expect(target[5] == parent.target.value, "references are translated")
        }
      }
    }
    for account in accounts where !byUsers.contains(account.key) {
      #expect(linkedAccounts.contains(account.key), "\(account.key) was created twice")
    }
    // Every edit is there, or a later one of the same person is, or the log names it.
    let losers = Set(try await world.conflicts().map(\.losingValue))
    for edit in edits where edit.value != .null && edit.entity != Order.schema.reference {
      let visible = records.values.joined().contains { $0[edit.property] == edit.value }
      if visible || losers.contains(edit.value) { continue }
      var family: Set<[String]> = [["\(edit.entity)", ValueCoding.text(of: edit.key)]]
      for _ in 1...4 {
        for pair in cluster {
          let names = pair.map { ["\($0.key)", ValueCoding.text(of: $0.value)] }
          if names.contains(where: family.contains) { family.formUnion(names) }
        }
      }
      let later = edits.contains {
        $0.time >= edit.time && $0.value != edit.value && $0.property == edit.property
          && family.contains(["\($0.entity)", ValueCoding.text(of: $0.key)])
      }
      let exists = records[edit.entity]?.contains { $0.key == edit.key } ?? false
      #expect(later || !exists, "the edit \(edit) is lost")
    }
  }
}
