import TandemValues

/// Runs a ring of rows as the engine runs its flows, until nothing is written any more: each link compares both sides with
/// what it last agreed on, and carries over what has changed.
struct SettlingRun {
  /// A row between two properties of the ring. A class, because every step of a run looks at one.
  final class Link: Sendable {
    /// The property on the left, by its number in the ring.
    let source: Int
    /// The property on the right.
    let target: Int
    /// The type of the property on the left.
    let sourceType: ValueType
    /// Source to shared view; `nil` where nothing is to be done.
    let conversion: (any Conversion)?
    /// What the shared view holds where the source has no value.
    let defaultValue: Value?
    /// Target to shared view; `nil` where nothing is to be done.
    let normaliser: (any Conversion)?
    /// The type of the property on the right.
    let targetType: ValueType
    /// True when values travel from left to right.
    let travelsForth: Bool
    /// True when they travel back.
    let travelsBack: Bool
    /// The side that wins where both have changed; the source where nothing is declared, because all changes of a run
    /// come from one edit and are equally old. `nil` where a person decides.
    let winner: FlowSide?

    init(_ edge: ValueGraph.Edge, from source: Int, to target: Int) {
      let row = edge.row
      (self.source, self.target) = (source, target)
      sourceType = row.source?.path.type ?? row.type
      conversion = row.input.conversion
      defaultValue = row.defaultValue
      normaliser = row.normaliser
      targetType = row.target.path.type
      travelsForth = edge.travelsForth
      travelsBack = edge.travelsBack
      winner = RingProof.winner(of: row, in: edge.flow)
    }

    /// The link as it would be if it only wrote one side.
    init(_ link: Link, onlyInto side: FlowSide) {
      (source, target) = (link.source, link.target)
      (sourceType, targetType) = (link.sourceType, link.targetType)
      (conversion, normaliser) = (link.conversion, link.normaliser)
      defaultValue = link.defaultValue
      travelsForth = side == .target
      travelsBack = side == .source
      winner = link.winner
    }
  }

  /// A value that a link wrote.
  struct Write: Equatable {
    /// The property, by its number.
    var place: Int
    /// The value.
    var value: Value
  }

  /// How a run ended.
  enum Ending {
    /// Nothing is written any more.
    case rest
    /// Writes go on past the bound.
    case never
    /// A value was refused, or waits for a person.
    case setAside
  }

  private let links: [Link]
  private var values: [Value]
  private var bases: [(source: Value, target: Value)]
  private var isSetAside = false
  /// What was written since the last edit, in order.
  private(set) var writes: [Write] = []

  /// A ring at rest, in which no property has a value.
  init(links: [Link], places: Int) {
    self.links = links
    values = Array(repeating: .null, count: places)
    bases = Array(repeating: (.null, .null), count: links.count)
  }

  /// The value that a property has.
  subscript(place: Int) -> Value { values[place] }

  /// How many passes over all links a run may take: twice their number, as the engine's rounds.
  static func bound(links: Int) -> Int { 2 * links + 1 }

  /// A user writes a value into a property; the links then work in the order, again and again.
  mutating func edit(_ place: Int, to value: Value, order: [Int]) -> Ending {
    values[place] = value
    writes = []
    isSetAside = false
    for _ in 0..<Self.bound(links: links.count) {
      let before = writes.count
      for number in order {
        step(number)
        if isSetAside { return .setAside }
      }
      if writes.count == before { return .rest }
    }
    return .never
  }

  private mutating func step(_ number: Int) {
    let link = links[number]
    do {
      let source = try Self.shared(link, source: values[link.source])
      let target = try Self.shared(link, target: values[link.target])
      let isEqual = source == target || source.isEmpty && target.isEmpty
      let hasSourceChanged = source != bases[number].source
      let hasTargetChanged = target != bases[number].target
      guard hasSourceChanged || hasTargetChanged else { return }
      if isEqual {
        bases[number] = (source, target)
        return
      }
      let forth = link.travelsForth && hasSourceChanged
      let back = link.travelsBack && hasTargetChanged
      if forth, back {
        guard let winner = link.winner else {
          isSetAside = true
          return
        }
        try winner == .source ? carry(source, into: .target, number) : carry(target, into: .source, number)
      } else if forth {
        try carry(source, into: .target, number)
      } else if back {
        try carry(target, into: .source, number)
      }
    } catch {
      isSetAside = true
    }
  }

  /// Writes a value of the shared view into a side. What that side makes of it is what was agreed on there.
  private mutating func carry(_ value: Value, into side: FlowSide, _ number: Int) throws(ConversionError) {
    let link = links[number]
    let place = side == .target ? link.target : link.source
    let written: Value
    if side == .target {
      written = try link.normaliser?.backward(value) ?? value
    } else {
      written = try link.conversion?.backward(value) ?? value
    }
    if written.conforms(to: side == .target ? link.targetType : link.sourceType) != nil {
      isSetAside = true
      return
    }
    if values[place] != written { writes.append(Write(place: place, value: written)) }
    values[place] = written
    bases[number] =
      side == .target
      ? (value, try Self.shared(link, target: written)) : (try Self.shared(link, source: written), value)
  }

  private static func shared(_ link: Link, source value: Value) throws(ConversionError) -> Value {
    let shared = try link.conversion?.forward(value) ?? value
    if shared.isMissing, let defaultValue = link.defaultValue { return defaultValue }
    return shared
  }

  private static func shared(_ link: Link, target value: Value) throws(ConversionError) -> Value {
    try link.normaliser?.forward(value) ?? value
  }
}
