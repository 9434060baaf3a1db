import TandemSyntax
import TandemValues

/// Tries values on a ring of rows, from each of its properties and with the flows in every order, until one of them does
/// not come to rest as it was written.
struct RingProof: Sendable {
  /// The rows of the ring, each beside the next.
  let ring: [ValueGraph.Edge]
  private var places: [Int] = []
  private var links: [SettlingRun.Link] = []

  /// What was found.
  struct Finding {
    /// The property that was edited, by its number.
    var start: Int
    /// What was written there.
    var value: Value
    /// What the property held afterwards, one after the other.
    var seen: [Value]
    /// All writes after the edit, in order.
    var writes: [SettlingRun.Write]
    /// True when the ring never comes to rest; otherwise it rests on another value than the user wrote.
    var isEndless: Bool
  }

  init(_ ring: [ValueGraph.Edge]) {
    self.ring = ring
    for edge in ring where edge.row.source != nil {
      links.append(SettlingRun.Link(edge, from: number(edge.source), to: number(edge.target)))
    }
  }

  private mutating func number(_ node: Int) -> Int {
    if let known = places.firstIndex(of: node) { return known }
    places.append(node)
    return places.count - 1
  }

  /// The side that wins a conflict of the row; `nil` where a person decides.
  static func winner(of row: ResolvedRow, in flow: ResolvedFlow) -> FlowSide? {
    if let wins = row.wins { return wins }
    switch flow.head.flow.conflict?.value {
    case .wins(let system): return flow.context.side(named: system) ?? .source
    case .ask, .handWritten: return nil
    case .newest, nil: return .source
    }
  }

  /// The property of a place, for messages: `Shop Customer.joined`.
  func title(of place: Int) -> String {
    for edge in ring {
      if edge.source == places[place], let source = edge.row.source { return source.title }
      if edge.target == places[place] { return edge.row.target.title }
    }
    return ""
  }

  private func type(of place: Int) -> ValueType {
    for link in links {
      if link.source == place { return link.sourceType }
      if link.target == place { return link.targetType }
    }
    return .string(maximumLength: nil)
  }

  /// The number of the row that loses the most, to which the finding is pinned; the last where none loses by itself.
  var weakest: Int {
    links.firstIndex { Self.isLossy($0.conversion) || Self.isLossy($0.normaliser) } ?? ring.count - 1
  }

  private static func isLossy(_ conversion: (any Conversion)?) -> Bool {
    if case .lossy? = conversion?.effectiveLaws { return true }
    return false
  }

  private static func isNormalising(_ conversion: (any Conversion)?) -> Bool {
    if case .normalising? = conversion?.effectiveLaws { return true }
    return false
  }

  /// A value that shows that the ring does not settle; one that flips for ever is preferred to one that is replaced once.
  func finding() -> Finding? {
    guard links.count == ring.count else { return nil }
    let isLossy = links.contains { Self.isLossy($0.conversion) || Self.isLossy($0.normaliser) }
    let isNormalising = links.contains { Self.isNormalising($0.conversion) || Self.isNormalising($0.normaliser) }
    var replaced: Finding?
    for start in places.indices {
      // An absent value is no edit. Of long enumerations the first values stand for the others.
      let trials = TrialValues.of(type(of: start)).values.lazy.filter { $0 != .absent }.prefix(40)
      for order in Self.orders(of: links.count) {
        var rest = SettlingRun(links: links, places: places.count)
        // Defaults fill in first what nobody has written.
        guard case .rest = rest.edit(start, to: .null, order: order) else { continue }
        for value in trials {
          var run = rest
          let ending = run.edit(start, to: value, order: order)
          let seen = run.writes.filter { $0.place == start }.map(\.value)
          switch ending {
          case .setAside: continue
          case .never:
            return Finding(start: start, value: value, seen: seen, writes: run.writes, isEndless: true)
          case .rest:
            // Bringing a value to its normal form is what such rows are for.
            let isReplaced = run[start] != value && !(run[start].isEmpty && value.isEmpty)
            if isReplaced, replaced == nil, isLossy || !isNormalising {
              replaced = Finding(start: start, value: value, seen: seen, writes: run.writes, isEndless: false)
            }
          }
        }
      }
    }
    return replaced
  }

  /// The row that may work in one direction only so that every value comes to rest, with the side that it then writes;
  /// `nil` where no single row helps. Found by trying.
  func remedy() -> (edge: ValueGraph.Edge, into: FlowSide)? {
    let order = [weakest] + ring.indices.filter { $0 != weakest }
    for number in order where links[number].travelsForth && links[number].travelsBack {
      for side in [FlowSide.source, .target] {
        var changed = self
        changed.links[number] = SettlingRun.Link(links[number], onlyInto: side)
        if changed.finding() == nil { return (ring[number], side) }
      }
    }
    return nil
  }

  /// Orders of the links: all of them where they are few, else there and back.
  private static func orders(of count: Int) -> [[Int]] {
    guard count <= 4 else { return [Array(0..<count), (0..<count).reversed()] }
    var orders: [[Int]] = [[]]
    for next in 0..<count {
      orders = orders.flatMap { order in
        (0...order.count).map { Array(order[..<$0]) + [next] + Array(order[$0...]) }
      }
    }
    return orders
  }
}
