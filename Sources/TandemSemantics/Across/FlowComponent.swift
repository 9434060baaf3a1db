import TandemSyntax

/// Entities that flows of all documents join, directly or by way of others, and how a change spreads among them.
public struct FlowComponent: Sendable {
  /// The entities, as `System Entity`, in the order of the documents.
  public var entities: [String]
  /// The titles of the flows.
  public var flows: [String]
  /// After how many rounds at most nothing more is written when one record was edited: the longest way of a change
  /// along the flows, and a round that finds nothing to do. `nil` where a ring of rows does not settle.
  public var rounds: Int?
  /// The rows that may stand in a ring and that the proof of rings does not follow.
  public var unproven: [UnprovenRow] = []
  /// The length beyond which rings are not run; `nil` where the component is too small for longer ones.
  public var longestRing: Int?
}

extension CheckResult {
  /// The components of the graph of flows, in the order of the documents. A flow that is held is among them: it will write
  /// once it is understood.
  public var components: [FlowComponent] {
    let flows = dataflows.flatMap(\.flows)
    var parents: [String: String] = [:]
    func root(of name: String) -> String {
      var name = name
      while let parent = parents[name], parent != name { name = parent }
      return name
    }
    for flow in flows {
      let (left, right) = (root(of: Self.name(flow.source)), root(of: Self.name(flow.target)))
      if parents[left] == nil { parents[left] = left }
      parents[right] = left
    }
    var order: [String] = []
    var members: [String: [CheckedFlow]] = [:]
    for flow in flows {
      let root = root(of: Self.name(flow.source))
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(flow)
    }
    let unsettled = unsettledFlows
    let located = dataflows.flatMap { dataflow in dataflow.flows.map { (file: dataflow.path, flow: $0) } }
    let owners = located.map { root(of: Self.name($0.flow.source)) }
    return order.map { root in
      let own = members[root] ?? []
      var component = Self.component(own, isUnsettled: own.contains { unsettled.contains($0.identifier) })
      component.unproven = UnprovenRow.rows(in: located.indices.filter { owners[$0] == root }.map { located[$0] })
      if component.entities.count > ValueGraph.longest { component.longestRing = ValueGraph.longest }
      return component
    }
  }

  /// The identities of the flows at whose rows a ring was found that does not settle.
  private var unsettledFlows: Set<String> {
    var found: Set<String> = []
    for diagnostic in diagnostics where diagnostic.rule === UnsettledCycle.rule {
      let line = diagnostic.span.start.line
      for dataflow in dataflows where dataflow.path == diagnostic.span.file.path {
        let flow = dataflow.flows.filter { $0.line <= line }.max { $0.line < $1.line }
        if let flow { found.insert(flow.identifier) }
      }
    }
    return found
  }

  private static func name(_ entity: EntityModel) -> String { entity.system + " " + entity.name }

  private static func component(_ flows: [CheckedFlow], isUnsettled: Bool) -> FlowComponent {
    var seen: Set<String> = []
    let entities = flows.flatMap { [name($0.source), name($0.target)] }.filter { seen.insert($0).inserted }
    return FlowComponent(
      entities: entities, flows: flows.map(\.title), rounds: isUnsettled ? nil : longestWay(flows, entities) + 1)
  }

  /// The number of flows on the longest of the shortest ways that a change can take from entity to entity.
  private static func longestWay(_ flows: [CheckedFlow], _ entities: [String]) -> Int {
    var neighbours: [String: Set<String>] = [:]
    for flow in flows {
      let (source, target) = (name(flow.source), name(flow.target))
      if flow.properties.contains(where: { $0.direction.reaches(.target) }) || flow.creates {
        neighbours[source, default: []].insert(target)
      }
      if flow.properties.contains(where: { $0.direction.reaches(.source) }) {
        neighbours[target, default: []].insert(source)
      }
    }
    var longest = 0
    for start in entities {
      var distances = [start: 0]
      var queue = [start]
      var next = 0
      while next < queue.count {
        let entity = queue[next]
        next += 1
        let distance = distances[entity] ?? 0
        longest = max(longest, distance)
        for other in neighbours[entity] ?? [] where distances[other] == nil {
          distances[other] = distance + 1
          queue.append(other)
        }
      }
    }
    return longest
  }
}
