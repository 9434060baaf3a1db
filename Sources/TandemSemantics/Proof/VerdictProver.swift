import TandemValues

/// Finds the verdicts of groups of connected rows. Few combinations of types and conversions occur in thousands of rows,
/// so each is proven once per check.
final class VerdictProver {
  private var proven: [VerdictKey: Verdict] = [:]
  private var fresh: [VerdictKey] = []

  /// What was proven since the last call, so that what several threads prove is counted once.
  func takeFresh() -> [VerdictKey] {
    defer { fresh = [] }
    return fresh
  }

  /// The verdict of a property of the shared view: the worst of what its inputs and outputs do, with the losses of all.
  ///
  /// - Parameters:
  ///   - property: The property; what stands as its verdict is not looked at.
  ///   - isFoundByUniqueKey: True when a lookup finds records by a natural key that no two of them share.
  func verdict(of property: CheckedProperty, isFoundByUniqueKey: Bool = false) -> Verdict {
    let inputs = property.inputs.enumerated().compactMap {
      position, input -> (Int, CheckedProperty.Input, ResolvedPath)? in
      guard case .property(let path) = input.origin else { return nil }
      return (position, input, path)
    }
    // Constants and parameters have no side to come back to.
    guard !inputs.isEmpty else { return Verdict(kind: .oneWay, isExhaustive: true) }
    if property.translation != nil { return translated(property, isFoundByUniqueKey: isFoundByUniqueKey) }
    var worst: Verdict?
    for (position, input, path) in inputs {
      for (place, output) in property.outputs.enumerated() {
        // Only the first output is read back.
        let isReadBackElsewhere = place > 0 && property.direction.reaches(.source)
        let back = place == 0 && input.isWrittenBack && !property.isJoined && property.direction.reaches(.source)
        let trip = RoundTrip(
          sourceType: path.type, conversion: input.conversion, defaultValue: property.defaultValue,
          normaliser: output.normaliser, targetType: output.path.type)
        var verdict = verdict(
          of: trip, forth: property.direction.reaches(.target), back: back || isReadBackElsewhere)
        if position > 0 || place > 0 { verdict.place(input: position, output: place) }
        worst = worst.map { Self.joined($0, verdict) } ?? verdict
      }
    }
    return worst ?? .unknown
  }

  /// The verdict of one input and one output.
  func verdict(of trip: RoundTrip, forth: Bool, back: Bool) -> Verdict {
    let key = VerdictKey(trip, forth: forth, back: back)
    if let known = proven[key] { return known }
    let verdict =
      trip.declared(forth: forth, back: back)
      ?? VerdictProof(trip: trip, travelsForth: forth, travelsBack: back).verdict
    proven[key] = verdict
    fresh.append(key)
    return verdict
  }

  /// A key that is translated through links comes back as it was: links join exactly two records. One that is looked up
  /// comes back as its natural key does where no two records share one; where they may, only the data can tell.
  private func translated(_ property: CheckedProperty, isFoundByUniqueKey: Bool) -> Verdict {
    guard case .lookup = property.translation else {
      return property.direction == .both ? Verdict(kind: .exact, isExhaustive: true) : Verdict(kind: .oneWay)
    }
    guard isFoundByUniqueKey, let input = property.inputs.first, case .property(let path) = input.origin else {
      return property.direction == .both ? .unknown : Verdict(kind: .oneWay)
    }
    let trip = RoundTrip(
      sourceType: path.type, conversion: input.conversion, defaultValue: property.defaultValue, normaliser: nil,
      targetType: property.type)
    var verdict = verdict(
      of: trip, forth: property.direction.reaches(.target), back: property.direction.reaches(.source))
    // The way leads through the natural key of a record that only the system knows, so no value can show it.
    for index in verdict.evidence.indices { verdict.evidence[index].trip = nil }
    return verdict
  }

  /// The worse of two verdicts, with the losses of both.
  private static func joined(_ one: Verdict, _ other: Verdict) -> Verdict {
    let (first, better) = rank(one.kind) >= rank(other.kind) ? (one, other) : (other, one)
    var worse = first
    worse.evidence += better.evidence.filter { further in !worse.evidence.contains { $0.loss == further.loss } }
    worse.isExhaustive = one.isExhaustive && other.isExhaustive
    return worse
  }

  private static func rank(_ kind: Verdict.Kind) -> Int {
    switch kind {
    case .exact: return 0
    case .normalising: return 1
    case .oneWay: return 2
    case .lossy: return 3
    case .unknown: return 4
    }
  }
}

/// All that a verdict of one input and one output depends on.
struct VerdictKey: Hashable, Sendable {
  private var sourceType: ValueType
  private var conversion: [Part]
  private var defaultValue: Value?
  private var normaliser: [Part]
  private var targetType: ValueType
  private var travelsForth: Bool
  private var travelsBack: Bool

  init(_ trip: RoundTrip, forth: Bool, back: Bool) {
    sourceType = trip.sourceType
    conversion = Self.parts(trip.conversion)
    defaultValue = trip.defaultValue
    normaliser = Self.parts(trip.normaliser)
    targetType = trip.targetType
    travelsForth = forth
    travelsBack = back
  }

  /// A conversion without parts, by all that tells it from others.
  private struct Part: Hashable {
    var name: String
    var arguments: [ConversionArgument]
  }

  private static func parts(_ conversion: (any Conversion)?) -> [Part] {
    guard let conversion else { return [] }
    let parts = conversion.parts.isEmpty ? [conversion] : conversion.parts
    return parts.map { Part(name: type(of: $0).name, arguments: $0.arguments) }
  }
}

extension Verdict {
  /// Says of all evidence through which input and output it leads.
  fileprivate mutating func place(input: Int, output: Int) {
    for index in evidence.indices {
      evidence[index].trip?.input = input
      evidence[index].trip?.output = output
    }
  }
}
