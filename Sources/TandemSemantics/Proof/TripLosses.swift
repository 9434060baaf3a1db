import TandemValues

extension RoundTrip {
  /// A conversion on the way of a value, run in one of its two directions.
  private struct Leg {
    var conversion: any Conversion
    var isForward: Bool

    func there(_ value: Value) -> Value? {
      try? isForward ? conversion.forward(value) : conversion.backward(value)
    }

    func back(_ value: Value) -> Value? {
      try? isForward ? conversion.backward(value) : conversion.forward(value)
    }
  }

  /// What a value lost that came back as another one, found by running every conversion of its way there and back by
  /// itself.
  ///
  /// - Parameters:
  ///   - value: The value as it left.
  ///   - start: The side that it left.
  ///   - back: The value as it came back.
  func losses(of value: Value, from start: FlowSide, comingBackAs back: Value) -> [Verdict.Evidence] {
    var found: [Verdict.Evidence] = []
    func add(_ loss: Loss, isLossy: Bool) {
      if !found.contains(where: { $0.loss == loss }) {
        found.append(Verdict.Evidence(loss: loss, isLossy: isLossy, trip: nil))
      }
    }
    var current = value
    func walk(_ legs: [Leg]) {
      for leg in legs {
        guard let next = leg.there(current) else { return }
        let undone = leg.back(next)
        if undone != current {
          if !current.isMissing, current.isEmpty, undone?.isMissing ?? true {
            add(.emptiness, isLossy: false)
          } else {
            let laws = leg.conversion.effectiveLaws
            let loss = leg.conversion.loss(of: current, comingBackAs: undone)
            if case .normalising = laws {
              add(loss ?? Self.unnamed, isLossy: false)
            } else {
              add(loss ?? Self.unnamed, isLossy: true)
            }
          }
        }
        current = next
      }
    }
    let source = Self.parts(conversion)
    let target = Self.parts(normaliser)
    if start == .source {
      walk(source.map { Leg(conversion: $0, isForward: true) })
      if current.isMissing, let defaultValue {
        if value.isMissing { add(value == .absent ? .silence : .missingValue, isLossy: false) }
        current = defaultValue
      }
      walk(target.reversed().map { Leg(conversion: $0, isForward: false) })
    } else {
      walk(target.map { Leg(conversion: $0, isForward: true) })
      walk(source.reversed().map { Leg(conversion: $0, isForward: false) })
      if value.isMissing, defaultValue != nil {
        add(value == .absent ? .silence : .missingValue, isLossy: false)
      }
    }
    if found.isEmpty { add(Self.unnamed, isLossy: true) }
    return found.filter(\.isLossy) + found.filter { !$0.isLossy }
  }

  private static let unnamed = Loss(.distinction, "some values")

  private static func parts(_ conversion: (any Conversion)?) -> [any Conversion] {
    guard let conversion else { return [] }
    return conversion.parts.isEmpty ? [conversion] : conversion.parts
  }
}
