import Generated
import TandemRuntime
import Testing

@Suite("The order of flows does not matter", .serialized)
struct OrderTests {
  /// All orders of up to five flows; of more, the reverse and a seeded selection.
  private func orders(_ count: Int, selection: Int) -> [[Int]] {
    if count <= 5 { return permutations(Array(0..<count)) }
    var generator = SeededGenerator(state: 20_261_121)
    return [Array((0..<count).reversed())] + (0..<selection).map { _ in Array(0..<count).shuffled(using: &generator) }
  }

  private func permutations(_ elements: [Int]) -> [[Int]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { index in
      var rest = elements
      let first = rest.remove(at: index)
      return permutations(rest).map { [first] + $0 }
    }
  }

  private func reordered(_ dataflow: DataflowDeclaration, _ order: [Int]) -> DataflowDeclaration {
    DataflowDeclaration(
      name: dataflow.name, title: dataflow.title, parameters: dataflow.parameters,
      flows: order.map { dataflow.flows[$0] }, entities: dataflow.entities)
  }

  @Test("every order of the flows of a document ends in the same records", arguments: 0..<5)
  func flows(document: Int) async throws {
    try #require(Dataflows.all.count == 5)
    let dataflow = Dataflows.all[document]
    let template = try SampleSystems(.small)
    let expected = try SampleSystems(copying: template)
    try await expected.run(.apply, MemoryStore(), [dataflow])
    let world = try await CanonicalWorld(expected)
    for order in orders(dataflow.flows.count, selection: 10) {
      let systems = try SampleSystems(copying: template)
      let store = MemoryStore()
      try await systems.run(.apply, store, [reordered(dataflow, order)])
      let found = try await CanonicalWorld(systems)
      let difference = found.difference(from: world)
      #expect(difference.isEmpty, "\(dataflow.name) in the order \(order):\n\(difference)")
      let again = try await systems.run(.apply, store, [reordered(dataflow, order)])
      #expect(again.writeCount == 0, "\(dataflow.name) in the order \(order) is not quiet")
    }
  }

  @Test("every order of the documents, and of the flows in them, ends in the same records, also after edits")
  func documents() async throws {
    let template = try SampleSystems(.small)
    let expected = try SampleSystems(copying: template)
    let store = MemoryStore()
    try await expected.run(.apply, store)
    try expected.edit()
    try await expected.run(.apply, store)
    let world = try await CanonicalWorld(expected)
    var generator = SeededGenerator(state: 7)
    for round in 0..<12 {
      let dataflows = (round == 0 ? Dataflows.all.reversed() : Dataflows.all.shuffled(using: &generator)).map {
        reordered($0, Array($0.flows.indices).shuffled(using: &generator))
      }
      let systems = try SampleSystems(copying: template)
      let store = MemoryStore()
      try await systems.run(.apply, store, dataflows)
      try systems.edit()
      try await systems.run(.apply, store, dataflows)
      let found = try await CanonicalWorld(systems)
      let difference = found.difference(from: world)
      #expect(difference.isEmpty, "\(dataflows.map(\.name)):\n\(difference)")
      let verified = try systems.verify()
      #expect(verified.status == 0, "\(verified.output)")
    }
  }
}

/// A generator whose orders are the same in every run.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
  }
}
