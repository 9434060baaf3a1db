import TandemSyntax
import TandemValues

/// The properties that rows keep in step, across flows and documents: a node is a property of an entity, an edge a row
/// through which its values travel.
struct ValueGraph {
  /// A property of an entity.
  struct Node: Hashable {
    /// The number of the entity.
    var entity: Int
    /// The place in its records, as ``PropertyPlace/key`` writes it.
    var place: String
  }

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

    /// True for a row that only leaves blanks away, refuses what is too long, or writes a value in another type and back: in
    /// a ring of such rows every value means the same everywhere, so that nothing has to be tried.
    var isPlain: Bool {
      if let known = row.known { return known.isPlain }
      return row.defaultValue == nil && [row.input.conversion, row.normaliser].allSatisfy(ValueGraph.isPlain)
    }
  }

  /// Everything that a run depends on in a row.
  private struct Kind: Hashable {
    var sourceType: ValueType
    var conversion: String?
    var defaultValue: Value?
    var normaliser: String?
    var targetType: ValueType
    var travelsForth: Bool
    var travelsBack: Bool
    var winner: FlowSide?
  }

  /// The same where two types say what a row does to values.
  private struct KnownKind: Hashable {
    var known: ObjectIdentifier
    var travelsForth: Bool
    var travelsBack: Bool
    var winner: FlowSide?
  }

  /// The properties, numbered in the order of the rows.
  private(set) var nodes: [Node] = []
  /// The rows.
  private(set) var edges: [Edge] = []
  private var numbers: [Node: Int] = [:]
  /// The numbers of the places that were met, which are found faster than by their texts.
  private var places: [ObjectIdentifier: Int] = [:]
  private var kinds: [Kind: Int] = [:]
  private var knownKinds: [KnownKind: Int] = [:]
  /// What ``kind(of:)`` and ``isPlain(_:)`` found, by the number of the edge.
  private var kindsOfEdges: [Int?] = []
  private var plainness: [Bool?] = []

  /// The rows of the flows.
  init(_ flows: [ResolvedFlow]) {
    /// A row as far as another document may say the same.
    struct Identity: Hashable {
      var flow: String
      var ends: [Int]
    }
    var known: Set<Identity> = []
    var counts: [String: Int] = [:]
    for flow in flows { counts[flow.head.identifier, default: 0] += 1 }
    for flow in flows {
      let isRepeated = counts[flow.head.identifier] != 1
      for property in flow.properties {
        guard let edge = edge(of: property, in: flow) else { continue }
        // A second document with the same two entities says the same; where it does not, that is told of the pair.
        let ends = isRepeated ? [min(edge.source, edge.target), max(edge.source, edge.target)] : []
        if !isRepeated || known.insert(Identity(flow: flow.head.identifier, ends: ends)).inserted {
          edges.append(edge)
        }
      }
    }
    kindsOfEdges = Array(repeating: nil, count: edges.count)
    plainness = Array(repeating: nil, count: edges.count)
  }

  /// The edge of a property; `nil` where its value does not travel as it is after creation: constants, keys that are
  /// translated, texts that are joined, rows that fill what is empty.
  private mutating func edge(of property: ResolvedProperty, in flow: ResolvedFlow) -> Edge? {
    if case .onlyIfEmpty = property.direction { return nil }
    switch property.combination {
    case .join, .byCondition: return nil
    case .single, .firstNonEmpty: break
    }
    guard let row = property.rows.first, let source = row.source, row.sourceKey == source.key,
      row.translation == nil, row.clauses.condition == nil, let output = property.outputs.first
    else { return nil }
    let forth = property.direction.updates(.target)
    let back = property.direction.updates(.source) && property.writesBack(row)
    guard forth || back else { return nil }
    return Edge(
      flow: flow, row: row, source: self.number(of: source), target: self.number(of: output.target),
      travelsForth: forth, travelsBack: back)
  }

  /// A number that is equal for two rows that do the same to values. Few rows stand in a ring that is run, so it is found
  /// when it is asked for.
  private mutating func kind(of number: Int) -> Int {
    if let known = kindsOfEdges[number] { return known }
    let edge = edges[number]
    let winner = RingProof.winner(of: edge.row, in: edge.flow)
    let known = edge.row.known.map {
      KnownKind(
        known: ObjectIdentifier($0), travelsForth: edge.travelsForth, travelsBack: edge.travelsBack, winner: winner)
    }
    let found = known.flatMap { knownKinds[$0] } ?? kind(of: edge, winner: winner, isPlain: isPlain(number))
    if let known { knownKinds[known] = found }
    kindsOfEdges[number] = found
    return found
  }

  private mutating func kind(of edge: Edge, winner: FlowSide?, isPlain: Bool) -> Int {
    let row = edge.row
    // What plain rows refuse follows from their types.
    let kind = Kind(
      sourceType: row.source?.path.type ?? row.type, conversion: isPlain ? nil : row.input.conversion?.summary,
      defaultValue: row.defaultValue, normaliser: isPlain ? nil : row.normaliser?.summary,
      targetType: row.target.path.type, travelsForth: edge.travelsForth, travelsBack: edge.travelsBack,
      winner: winner)
    let found = kinds[kind] ?? kinds.count
    kinds[kind] = found
    return found
  }

  /// Everything that the outcome of running a ring depends on, so that rings of one kind are run once: for each row what it
  /// does to values, and whether it stands in the ring from left to right.
  mutating func signature(of ring: [Int]) -> [Int] {
    var signature: [Int] = []
    for (index, number) in ring.enumerated() {
      let next = ring[(index + 1) % ring.count]
      let target = edges[number].target
      let isForth = target == edges[next].source || target == edges[next].target
      signature.append(kind(of: number) * 2 + (isForth ? 1 : 0))
    }
    return signature
  }

  /// True for a ring in which every value is the same everywhere.
  mutating func isPlain(_ ring: [Int]) -> Bool { ring.allSatisfy { isPlain($0) } }

  private mutating func isPlain(_ number: Int) -> Bool {
    if let known = plainness[number] { return known }
    let found = edges[number].isPlain
    plainness[number] = found
    return found
  }

  static func isPlain(_ conversion: (any Conversion)?) -> Bool {
    guard let conversion else { return true }
    let parts = conversion.parts.isEmpty ? [conversion] : conversion.parts
    return parts.allSatisfy { part in
      if part is TrimmedString || part is StringLength || part is Identity { return true }
      // A value map may exchange values, and be exact for itself.
      return part.effectiveLaws == .exact && !(part is TandemValues.ValueMap)
    }
  }

  private mutating func number(of path: PathResolution) -> Int {
    let place = ObjectIdentifier(path.place)
    if let number = places[place] { return number }
    let number = numberOfNode(path)
    places[place] = number
    return number
  }

  private mutating func numberOfNode(_ path: PathResolution) -> Int {
    let node = Node(entity: path.entity.identifier, place: path.key)
    if let number = numbers[node] { return number }
    numbers[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  /// The longest ring that is looked at.
  static let longest = 8

  /// Rings of rows: ways along rows of different flows that come back to the property where they began. Each row that
  /// closes a ring gives one, the shortest that the tree of the rows before it allows. Rows are named by their numbers.
  func rings() -> [[Int]] {
    var incident: [[Int]] = Array(repeating: [], count: nodes.count)
    for (position, edge) in edges.enumerated() {
      incident[edge.source].append(position)
      incident[edge.target].append(position)
    }
    var depths: [Int?] = Array(repeating: nil, count: nodes.count)
    var parents: [Int?] = Array(repeating: nil, count: nodes.count)
    var isInTree = Array(repeating: false, count: edges.count)
    for root in nodes.indices where depths[root] == nil {
      depths[root] = 0
      var queue = [root]
      var next = 0
      while next < queue.count {
        let node = queue[next]
        next += 1
        for position in incident[node] {
          let other = edges[position].source == node ? edges[position].target : edges[position].source
          guard depths[other] == nil else { continue }
          depths[other] = (depths[node] ?? 0) + 1
          parents[other] = position
          isInTree[position] = true
          queue.append(other)
        }
      }
    }
    return edges.indices.compactMap { position in
      isInTree[position] ? nil : ring(closedBy: position, parents: parents, depths: depths)
    }
  }

  /// The way up from both ends of a row to where they meet, and the row itself.
  private func ring(closedBy closing: Int, parents: [Int?], depths: [Int?]) -> [Int]? {
    var (left, right) = (edges[closing].source, edges[closing].target)
    var (up, down): ([Int], [Int]) = ([], [])
    while left != right {
      guard up.count + down.count < Self.longest else { return nil }
      if (depths[left] ?? 0) >= (depths[right] ?? 0) {
        guard let edge = parents[left] else { return nil }
        up.append(edge)
        left = edges[edge].source == left ? edges[edge].target : edges[edge].source
      } else {
        guard let edge = parents[right] else { return nil }
        down.append(edge)
        right = edges[edge].source == right ? edges[edge].target : edges[edge].source
      }
    }
    let ring = [closing] + down + up.reversed()
    guard ring.count >= 3 else { return nil }
    // Each row of another flow.
    for (position, number) in ring.enumerated() {
      let flow = edges[number].flow
      for other in ring[..<position]
      where edges[other].flow === flow || edges[other].flow.head.identifier == flow.head.identifier { return nil }
    }
    return ring
  }
}
