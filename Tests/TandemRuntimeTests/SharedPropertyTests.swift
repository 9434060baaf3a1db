import TandemRuntime
import TandemValues
import Testing

/// The mail address goes to two places of the account: both ways to one, one way to the other.
enum OneToManyFlow: TestFlow {
  typealias Source = Customer
  typealias Target = Account
  static let rows = [(1, 1), (2, 2), (2, 6)]
  static let matchRows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration(directions: [2: .into(.target)]) }
}

/// The same with the one-way row before the other.
enum OneToManyReversedFlow: TestFlow {
  typealias Source = Customer
  typealias Target = Account
  static let rows = [(1, 1), (2, 6), (2, 2)]
  static let matchRows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration(directions: [1: .into(.target)]) }
}

/// The account's mail address goes to two places of the customer.
enum ManyToOneFlow: TestFlow {
  typealias Source = Customer
  typealias Target = Account
  static let rows = [(1, 1), (2, 2), (6, 2)]
  static let matchRows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration(directions: [2: .into(.source)]) }
}

/// Both places of the customer write to the account's one.
enum RivalsFlow: TestFlow {
  typealias Source = Customer
  typealias Target = Account
  static let rows = [(1, 1), (2, 2), (6, 2)]
  static let matchRows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration() }
}

/// One way there and another way back: each overwrites what the other reads.
enum CircleFlow: TestFlow {
  typealias Source = Customer
  typealias Target = Account
  static let rows = [(1, 1), (2, 2), (2, 2)]
  static let matchRows = [(1, 1)]
  static var standard: FlowDeclaration { makeDeclaration(directions: [1: .into(.target), 2: .into(.source)]) }
}

/// Properties of one flow that share a property of a record.
@Suite struct SharedPropertyTests {
  func pair(_ world: World) async throws -> (RecordKey, RecordKey) {
    let zoe = await world.customer("Zoë", "zoe@x", at: 1)
    try await world.run()
    return (zoe, try #require(await world.accounts().first?.key))
  }

  @Test(arguments: [mapping(OneToManyFlow.self), mapping(OneToManyReversedFlow.self)])
  func theLoserOfAConflictDoesNotTravelOnAnotherRow(_ flow: FlowMapping) async throws {
    let world = World([flow])
    let (zoe, account) = try await pair(world)
    await world.crm.edit(zoe, [2: text("a@x")], in: Customer.schema, at: 100)
    await world.erp.edit(account, [2: text("b@x")], in: Account.schema, at: 200)
    let report = try await world.run()
    #expect(await world.customers()[0][2] == text("b@x"))
    #expect(await world.accounts().map { [$0[2], $0[6]] } == [[text("b@x"), text("b@x")]])
    #expect(report.writeCount == 2 && !report.isUnsettled, "the loser is written nowhere on the way")
    #expect(try await world.conflicts().map(\.losingValue) == [text("a@x")])
    #expect(try await world.run().writeCount == 0)
  }

  @Test(arguments: [mapping(OneToManyFlow.self), mapping(OneToManyReversedFlow.self)])
  func theWinnerOfAConflictTravelsOnBothRows(_ flow: FlowMapping) async throws {
    let world = World([flow])
    let (zoe, account) = try await pair(world)
    await world.crm.edit(zoe, [2: text("a@x")], in: Customer.schema, at: 200)
    await world.erp.edit(account, [2: text("b@x")], in: Account.schema, at: 100)
    #expect(try await world.run().writeCount == 1)
    #expect(await world.accounts().map { [$0[2], $0[6]] } == [[text("a@x"), text("a@x")]])
    #expect(try await world.run().writeCount == 0)
  }

  @Test func aValueThatTheFirstMergeBringsTravelsOnAndOverwritesNothingSilently() async throws {
    for second in [Value.null, text("old@x")] {
      let world = World([mapping(OneToManyFlow.self)])
      await world.customer("Zoë")
      await world.account("Zoë", "zoe@x", more: [6: second])
      let report = try await world.run()
      #expect(!report.isUnsettled && report.counts(OneToManyFlow.declaration.identifier).linked == 1)
      #expect(await world.customers()[0][2] == text("zoe@x"))
      #expect(await world.accounts()[0][6] == text("zoe@x"))
      #expect(try await world.conflicts().map(\.losingValue) == (second == .null ? [] : [second]))
      #expect(try await world.run().writeCount == 0)
    }
  }

  @Test func anotherPropertysWriteIsAnEditAndNoNormalisation() async throws {
    // The mail changes in the account, the one-way place was edited to the same: its base has to follow what was planned.
    let world = World([mapping(OneToManyFlow.self)])
    let (zoe, account) = try await pair(world)
    await world.crm.edit(zoe, [2: text("a@x")], in: Customer.schema, at: 100)
    await world.erp.edit(account, [2: text("b@x"), 6: text("a@x")], in: Account.schema, at: 200)
    try await world.run()
    #expect(await world.customers()[0][2] == text("b@x"))
    #expect(await world.accounts().map { [$0[2], $0[6]] } == [[text("b@x"), text("b@x")]])
    #expect(try await world.run().writeCount == 0)
  }

  @Test func whatASystemMakesOfAValueIsStillNoEdit() async throws {
    let world = World([mapping(OneToManyFlow.self)])
    await world.crm.setNormalisation { _, values in
      var values = values
      if case .string(let mail) = values[2] { values[2] = text(mail.lowercased()) }
      return values
    }
    let (_, account) = try await pair(world)
    await world.erp.edit(account, [2: text("Zoe@X.example")], in: Account.schema)
    try await world.run()
    #expect(await world.customers()[0][2] == text("zoe@x.example"))
    #expect(await world.accounts().map { [$0[2], $0[6]] } == [[text("Zoe@X.example"), text("zoe@x.example")]])
    #expect(try await world.run().writeCount == 0)
  }

  @Test func aRefusedWriteDoesNotLoopAndTheRestArrivesWhenItIsMended() async throws {
    let world = World([mapping(OneToManyFlow.self)])
    let (zoe, account) = try await pair(world)
    await world.crm.edit(zoe, [2: text("a@x")], in: Customer.schema, at: 100)
    await world.erp.edit(account, [2: text("b@x")], in: Account.schema, at: 200)
    await world.crm.setFault { _, _ in .reject(.invalid(reason: "not today")) }
    let report = try await world.run()
    #expect(!report.isUnsettled && report.needsPerson)
    await world.crm.setFault(nil)
    await world.erp.edit(account, [2: text("c@x")], in: Account.schema, at: 300)
    try await world.run()
    #expect(await world.customers()[0][2] == text("c@x"))
    #expect(await world.accounts().map { [$0[2], $0[6]] } == [[text("c@x"), text("c@x")]])
  }

  @Test func theSideThatAlwaysWinsReachesBothPlaces() async throws {
    let world = World([
      mapping(
        OneToManyFlow.self,
        OneToManyFlow.makeDeclaration(
          conflict: .wins(.target), directions: [2: .into(.target)]))
    ])
    let (zoe, account) = try await pair(world)
    await world.crm.edit(zoe, [2: text("a@x")], in: Customer.schema)
    await world.erp.edit(account, [2: text("zoe@y"), 3: text("Ghent")], in: Account.schema)
    let report = try await world.run()
    #expect(!report.isUnsettled)
    #expect(await world.accounts().map { [$0[2], $0[6]] } == [[text("zoe@y"), text("zoe@y")]])
  }

  /// Edits of both sides in every order of time, kills between them, several flows on the record: in the end all
  /// places that are connected say the same, and nothing is written any more.
  @Test(arguments: [
    mapping(OneToManyFlow.self), mapping(OneToManyReversedFlow.self), mapping(ManyToOneFlow.self),
    mapping(RivalsFlow.self), mapping(CircleFlow.self),
  ])
  func allConnectedPlacesAgreeInTheEnd(_ flow: FlowMapping) async throws {
    let customerPlaces = Set(flow.declaration.properties.flatMap(\.sourceProperties)).subtracting([1]).sorted()
    let accountPlaces = Set(flow.declaration.properties.flatMap(\.targetProperties)).subtracting([1]).sorted()
    let oneWay = flow.declaration.properties.compactMap { property -> [Int]? in
      switch property.direction {
      case .into(.target): return property.targetProperties
      case .into(.source): return property.sourceProperties.map { $0 + 100 }
      default: return nil
      }
    }.joined()
    let twoWay = flow.declaration.properties.filter { $0.direction == .both }
      .flatMap { $0.targetProperties + $0.sourceProperties.map { $0 + 100 } }
    for seed in 1...60 {
      var random = SeededNumbers(UInt64(seed))
      let world = World(seed % 2 == 0 ? [flow] : [flow, mapping(CustomerBuyerFlow.self)])
      await world.customer("Zoë", seed % 3 == 0 ? nil : "zoe@x", at: 1)
      if seed % 3 == 0 { await world.account("Zoë", "old@x", at: 2) }
      try await world.run()
      let zoe = await world.customers()[0].key
      let account = await world.accounts()[0].key
      for round in 1...4 {
        for number in 1...(1 + random.next(3)) {
          let value = text("v\(round).\(number)@x")
          let time = Int64(round * 100 + random.next(50))
          // Only places whose edits may travel; those that are written one way belong to the sync.
          let isCustomer = random.next(2) == 0
          let places = (isCustomer ? customerPlaces : accountPlaces).filter { place in
            !oneWay.contains(isCustomer ? place + 100 : place) || twoWay.contains(isCustomer ? place + 100 : place)
              || flow.declaration.properties.allSatisfy { $0.direction != .both || $0.targetProperties == [1] }
          }
          guard !places.isEmpty else { continue }
          let place = places[random.next(places.count)]
          if isCustomer {
            await world.crm.edit(zoe, [place: value], in: Customer.schema, at: time)
          } else {
            await world.erp.edit(account, [place: value], in: Account.schema, at: time)
          }
        }
        if random.next(3) == 0 {
          _ = try await KillTests().runKilled(world, at: 1 + random.next(12))
        } else if random.next(3) > 0 {
          #expect(!(try await world.run().isUnsettled))
        }
      }
      for _ in 1...2 { #expect(!(try await world.run().isUnsettled)) }
      let last = try await world.run()
      let customer = await world.customers()[0]
      let final = await world.accounts()[0]
      #expect(last.writeCount == 0, "seed \(seed)")
      let shown = Set(customerPlaces.map { customer[$0] } + accountPlaces.map { final[$0] })
      #expect(shown.count == 1, "seed \(seed): \(customer.values) \(final.values)")
    }
  }
}

/// Numbers that are the same for one seed.
struct SeededNumbers {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }
  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }
}
