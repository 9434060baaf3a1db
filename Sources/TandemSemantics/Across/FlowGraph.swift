import TandemSyntax

/// The flows of all checked documents as a graph: entities are its nodes, and each flow leads from the entity on its left
/// to the one on its right. Rules over several flows or documents walk along it.
public struct FlowGraph: Sendable {
  /// The flows, document by document, in their order. Flows of list elements are not among them: they keep no whole records
  /// in step.
  let flows: [ResolvedFlow]
  private let bySource: [Int: [Int]]
  private let byTarget: [Int: [Int]]
  private let byIdentity: [String: [Int]]

  /// Joins the flows of all documents.
  init(_ flows: [ResolvedFlow]) {
    self.flows = flows.filter { !$0.head.isSplit }
    var bySource: [Int: [Int]] = [:]
    var byTarget: [Int: [Int]] = [:]
    var byIdentity: [String: [Int]] = [:]
    for (position, flow) in self.flows.enumerated() {
      bySource[flow.head.source.identifier, default: []].append(position)
      byTarget[flow.head.target.identifier, default: []].append(position)
      byIdentity[flow.head.identifier, default: []].append(position)
    }
    self.bySource = bySource
    self.byTarget = byTarget
    self.byIdentity = byIdentity
  }

  /// The flows with the entity on the left.
  func flows(from entity: CatalogEntity) -> [ResolvedFlow] { (bySource[entity.identifier] ?? []).map { flows[$0] } }

  /// The flows with the entity on the right.
  func flows(into entity: CatalogEntity) -> [ResolvedFlow] { (byTarget[entity.identifier] ?? []).map { flows[$0] } }

  /// The flows of one identity, in either direction.
  func flows(named identifier: String) -> [ResolvedFlow] { (byIdentity[identifier] ?? []).map { flows[$0] } }

  /// The entities that flows lead into, each once, in the order of the flows.
  var targets: [CatalogEntity] {
    var seen: Set<Int> = []
    return flows.map(\.head.target).filter { seen.insert($0.identifier).inserted }
  }

  /// The flows on a way that comes back to where it began without using a flow twice: all others are left out, one entity
  /// after the other, as leaves.
  var cyclic: [ResolvedFlow] {
    var neighbours: [Int: Set<Int>] = [:]
    for flow in flows {
      let pair = flow.head.pair
      neighbours[pair.source, default: []].insert(pair.target)
      neighbours[pair.target, default: []].insert(pair.source)
    }
    var leaves = neighbours.filter { $0.value.count < 2 }.map(\.key)
    while let leaf = leaves.popLast() {
      for neighbour in neighbours.removeValue(forKey: leaf) ?? [] {
        neighbours[neighbour]?.remove(leaf)
        if neighbours[neighbour]?.count == 1 { leaves.append(neighbour) }
      }
    }
    guard !neighbours.isEmpty else { return [] }
    return flows.filter { neighbours[$0.head.pair.source] != nil && neighbours[$0.head.pair.target] != nil }
  }
}
