import TandemValues

/// The way of one value through a row: from the source's property into the shared view and the target's property, and back.
///
/// It does what the engine and the generated code do: the source converts into the shared view and out of it, the target's
/// own value is brought into normal form, and what a property cannot hold is refused.
struct RoundTrip {
  /// The type of the source's property.
  var sourceType: ValueType
  /// Source to shared view; `nil` where nothing is to be done.
  var conversion: (any Conversion)?
  /// What the shared view holds where the source has no value.
  var defaultValue: Value?
  /// Target to shared view; `nil` where nothing is to be done.
  var normaliser: (any Conversion)?
  /// The type of the target's property.
  var targetType: ValueType

  /// How a trip ended.
  enum Ending: Equatable {
    /// With the value that it began with.
    case same
    /// With another value that the shared view takes for the same, so that nothing more happens.
    case settled
    /// With another value in the shared view, so that a further trip would begin.
    case changed
    /// With a value that cannot be taken, for the reason.
    case refused(String)
  }

  /// A trip with its stations.
  struct Trip {
    var steps: [ValueTrip.Step]
    var ending: Ending

    /// The stations as evidence.
    func shown(from start: FlowSide) -> ValueTrip {
      guard case .refused(let reason) = ending else { return ValueTrip(start: start, steps: steps) }
      return ValueTrip(start: start, steps: steps, refusal: reason)
    }
  }

  /// A value of the source travels to the target; where `andBack`, it comes back as well.
  func fromSource(_ value: Value, andBack: Bool) -> Trip {
    var steps = [ValueTrip.Step(place: .source, value: value)]
    do {
      let shared = try intoShared(value)
      steps.append(ValueTrip.Step(place: .shared, value: shared, conversion: conversion?.summary))
      let written = try normaliser?.backward(shared) ?? shared
      steps.append(ValueTrip.Step(place: .target, value: written, conversion: normaliser?.summary))
      if let reason = written.conforms(to: targetType) { return Trip(steps: steps, ending: .refused(reason)) }
      let again = try normaliser?.forward(written) ?? written
      guard andBack else { return Trip(steps: steps, ending: again == shared ? .same : .changed) }
      if again != shared {
        steps.append(ValueTrip.Step(place: .shared, value: again, conversion: normaliser?.summary))
      }
      let back = try conversion?.backward(again) ?? again
      steps.append(ValueTrip.Step(place: .source, value: back, conversion: conversion?.summary))
      if let reason = back.conforms(to: sourceType) { return Trip(steps: steps, ending: .refused(reason)) }
      return Trip(steps: steps, ending: back == value ? .same : again == shared ? .settled : .changed)
    } catch let error {
      return Trip(steps: steps, ending: .refused(error.reason))
    }
  }

  /// A value of the target travels to the source; where `andForth`, it goes to the target again.
  func fromTarget(_ value: Value, andForth: Bool = true) -> Trip {
    var steps = [ValueTrip.Step(place: .target, value: value)]
    do {
      let shared = try normaliser?.forward(value) ?? value
      steps.append(ValueTrip.Step(place: .shared, value: shared, conversion: normaliser?.summary))
      let written = try conversion?.backward(shared) ?? shared
      steps.append(ValueTrip.Step(place: .source, value: written, conversion: conversion?.summary))
      if let reason = written.conforms(to: sourceType) { return Trip(steps: steps, ending: .refused(reason)) }
      guard andForth else { return Trip(steps: steps, ending: .same) }
      let again = try intoShared(written)
      if again != shared {
        steps.append(ValueTrip.Step(place: .shared, value: again, conversion: conversion?.summary))
      }
      let back = try normaliser?.backward(again) ?? again
      steps.append(ValueTrip.Step(place: .target, value: back, conversion: normaliser?.summary))
      if let reason = back.conforms(to: targetType) { return Trip(steps: steps, ending: .refused(reason)) }
      return Trip(steps: steps, ending: back == value ? .same : again == shared ? .settled : .changed)
    } catch let error {
      return Trip(steps: steps, ending: .refused(error.reason))
    }
  }

  private func intoShared(_ value: Value) throws(ConversionError) -> Value {
    let shared = try conversion?.forward(value) ?? value
    if shared.isMissing, let defaultValue { return defaultValue }
    return shared
  }
}
