import TandemSyntax
import TandemValues

/// The properties that rows keep in step, across flows and documents: a node is a property of an entity, an edge a row
/// through which its values travel.
struct ValueGraph {
  /// A row that keeps two properties in step.
  struct Edge: Sendable {
    /// The flow of the row.
    var flow: ResolvedFlow
    /// The row.
    var row: ResolvedRow
    /// The node of the row's source, by its number.
    var source: Int
    /// The node of the row's target.
    var target: Int
    /// True when values travel from the source to the target after creation.
    var travelsForth: Bool
    /// True when they travel back.
    var travelsBack: Bool
  }

  /// An edge by the numbers of its parts, of which there are thousands.
  private struct Connection {
    var flow: Int
    var property: Int
    var source: Int
    var target: Int
    var travelsForth: Bool
    var travelsBack: Bool
    var isPlain: Bool
    /// Equal for rows that do the same to values; found when it is asked for.
    var kind: Int?
  }

  /// Everything that a run depends on in a row: what it does to values, and who wins.
  private struct Kind: Hashable {
    var effect: VerdictKey
    var winner: FlowSide?
  }

  /// The same where two types say what a row does to values.
  private struct KnownKind: Hashable {
    var known: ObjectIdentifier
    var travelsForth: Bool
    var travelsBack: Bool
    var winner: FlowSide?
  }

  private let flows: [ResolvedFlow]
  /// A number for each flow, equal for those of the same two entities.
  private var identities: [Int] = []
  private var connections: [Connection] = []
  private var nodes = NodeNumbers()
  private var kinds: [Kind: Int] = [:]
  private var knownKinds: [KnownKind: Int] = [:]

  /// The rows of the flows.
  init(_ flows: [ResolvedFlow]) {
    self.flows = flows
    var numbers: [String: Int] = [:]
    for flow in flows {
      let number = numbers[flow.head.identifier] ?? numbers.count
      numbers[flow.head.identifier] = number
      identities.append(number)
    }
    var counts = Array(repeating: 0, count: numbers.count)
    for identity in identities { counts[identity] += 1 }

    /// A row as far as another document may say the same.
    struct Identity: Hashable {
      var flow: Int
      var ends: [Int]
    }
    var known: Set<Identity> = []
    for (number, flow) in flows.enumerated() {
      let isRepeated = counts[identities[number]] != 1
      for travel in flow.travels {
        let (source, target) = (nodes.number(of: travel.source), nodes.number(of: travel.target))
        // A second document with the same two entities says the same; where it does not, that is told of the pair.
        if isRepeated {
          let ends = [min(source, target), max(source, target)]
          guard known.insert(Identity(flow: identities[number], ends: ends)).inserted else { continue }
        }
        connections.append(
          Connection(
            flow: number, property: travel.property, source: source, target: target,
            travelsForth: travel.travelsForth, travelsBack: travel.travelsBack, isPlain: travel.isPlain))
      }
    }
  }

  /// The edge with a number.
  func edge(_ number: Int) -> Edge {
    let connection = connections[number]
    let flow = flows[connection.flow]
    return Edge(
      flow: flow, row: flow.properties[connection.property].rows[0], source: connection.source,
      target: connection.target, travelsForth: connection.travelsForth, travelsBack: connection.travelsBack)
  }

  /// A number that is equal for two rows that do the same to values. Few rows stand in a ring that is run, so it is found
  /// when it is asked for.
  private mutating func kind(of number: Int) -> Int {
    if let known = connections[number].kind { return known }
    let edge = edge(number)
    let winner = RingProof.winner(of: edge.row, in: edge.flow)
    let known = edge.row.known.map {
      KnownKind(
        known: ObjectIdentifier($0), travelsForth: edge.travelsForth, travelsBack: edge.travelsBack, winner: winner)
    }
    let found =
      known.flatMap { knownKinds[$0] } ?? kind(of: edge, winner: winner, isPlain: connections[number].isPlain)
    if let known { knownKinds[known] = found }
    connections[number].kind = found
    return found
  }

  private mutating func kind(of edge: Edge, winner: FlowSide?, isPlain: Bool) -> Int {
    let row = edge.row
    // What plain rows refuse follows from their types.
    let trip = RoundTrip(
      sourceType: row.source?.path.type ?? row.type, conversion: isPlain ? nil : row.input.conversion,
      defaultValue: row.defaultValue, normaliser: isPlain ? nil : row.normaliser, targetType: row.target.path.type)
    let kind = Kind(effect: VerdictKey(trip, forth: edge.travelsForth, back: edge.travelsBack), winner: winner)
    let found = kinds[kind] ?? kinds.count
    kinds[kind] = found
    return found
  }

  /// Everything that the outcome of running a ring depends on, so that rings of one kind are run once: for each row what it
  /// does to values, and whether it stands in the ring from left to right.
  mutating func signature(of ring: [Int]) -> [Int] {
    var signature: [Int] = []
    for (index, number) in ring.enumerated() {
      let next = connections[ring[(index + 1) % ring.count]]
      let target = connections[number].target
      let isForth = target == next.source || target == next.target
      signature.append(kind(of: number) * 2 + (isForth ? 1 : 0))
    }
    return signature
  }

  /// True for a ring in which every value is the same everywhere.
  func isPlain(_ ring: [Int]) -> Bool { ring.allSatisfy { connections[$0].isPlain } }

  /// The longest ring that is looked at.
  static let longest = 8

  /// Rings of rows: ways along rows of different flows that come back to the property where they began. Each row that
  /// closes a ring gives one, the shortest that the tree of the rows before it allows. Rows are named by their numbers.
  func rings() -> [[Int]] {
    var incident: [[Int]] = Array(repeating: [], count: nodes.count)
    for (position, edge) in connections.enumerated() {
      incident[edge.source].append(position)
      incident[edge.target].append(position)
    }
    var depths: [Int?] = Array(repeating: nil, count: nodes.count)
    var parents: [Int?] = Array(repeating: nil, count: nodes.count)
    var isInTree = Array(repeating: false, count: connections.count)
    for root in 0..<nodes.count where depths[root] == nil {
      depths[root] = 0
      var queue = [root]
      var next = 0
      while next < queue.count {
        let node = queue[next]
        next += 1
        for position in incident[node] {
          let other = connections[position].source == node ? connections[position].target : connections[position].source
          guard depths[other] == nil else { continue }
          depths[other] = (depths[node] ?? 0) + 1
          parents[other] = position
          isInTree[position] = true
          queue.append(other)
        }
      }
    }
    return connections.indices.compactMap { position in
      isInTree[position] ? nil : ring(closedBy: position, parents: parents, depths: depths)
    }
  }

  /// The way up from both ends of a row to where they meet, and the row itself.
  private func ring(closedBy closing: Int, parents: [Int?], depths: [Int?]) -> [Int]? {
    var (left, right) = (connections[closing].source, connections[closing].target)
    var (up, down): ([Int], [Int]) = ([], [])
    while left != right {
      guard up.count + down.count < Self.longest else { return nil }
      if (depths[left] ?? 0) >= (depths[right] ?? 0) {
        guard let edge = parents[left] else { return nil }
        up.append(edge)
        left = connections[edge].source == left ? connections[edge].target : connections[edge].source
      } else {
        guard let edge = parents[right] else { return nil }
        down.append(edge)
        right = connections[edge].source == right ? connections[edge].target : connections[edge].source
      }
    }
    let ring = [closing] + down + up.reversed()
    guard ring.count >= 3 else { return nil }
    // Each row of another flow.
    for (position, number) in ring.enumerated() {
      let identity = identities[connections[number].flow]
      for other in ring[..<position] where identities[connections[other].flow] == identity { return nil }
    }
    return ring
  }
}
