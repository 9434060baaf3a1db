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

  /// A trip with its stations. What converted each value is said when the trip is shown, since few trips are.
  struct Trip {
    /// A value and where it is.
    struct Station {
      var place: ValueTrip.Place
      var value: Value

      init(_ place: ValueTrip.Place, _ value: Value) {
        self.place = place
        self.value = value
      }
    }

    var stations: [Station]
    var ending: Ending
  }

  /// The stations of a trip as evidence, each with the conversion that led there.
  func shown(_ trip: Trip, from start: FlowSide) -> ValueTrip {
    var previous: ValueTrip.Place?
    let steps = trip.stations.map { station in
      defer { previous = station.place }
      guard let previous else { return ValueTrip.Step(place: station.place, value: station.value) }
      // Between the source and the shared view stands the conversion, between it and the target the normaliser.
      let isBySource = station.place == .source || station.place == .shared && previous == .source
      return ValueTrip.Step(
        place: station.place, value: station.value, conversion: (isBySource ? conversion : normaliser)?.summary)
    }
    guard case .refused(let reason) = trip.ending else { return ValueTrip(start: start, steps: steps) }
    return ValueTrip(start: start, steps: steps, refusal: reason)
  }

  /// A value of the source travels to the target; where `andBack`, it comes back as well.
  func fromSource(_ value: Value, andBack: Bool) -> Trip {
    var stations = [Trip.Station(.source, value)]
    stations.reserveCapacity(5)
    do {
      let shared = try intoShared(value)
      stations.append(Trip.Station(.shared, shared))
      let written = try normaliser?.backward(shared) ?? shared
      stations.append(Trip.Station(.target, written))
      if let reason = written.conforms(to: targetType) { return Trip(stations: stations, ending: .refused(reason)) }
      let again = try normaliser?.forward(written) ?? written
      guard andBack else { return Trip(stations: stations, ending: again == shared ? .same : .changed) }
      if again != shared {
        stations.append(Trip.Station(.shared, again))
      }
      let back = try conversion?.backward(again) ?? again
      stations.append(Trip.Station(.source, back))
      if let reason = back.conforms(to: sourceType) { return Trip(stations: stations, ending: .refused(reason)) }
      return Trip(stations: stations, ending: back == value ? .same : again == shared ? .settled : .changed)
    } catch let error {
      return Trip(stations: stations, ending: .refused(error.reason))
    }
  }

  /// A value of the target travels to the source; where `andForth`, it goes to the target again.
  func fromTarget(_ value: Value, andForth: Bool = true) -> Trip {
    var stations = [Trip.Station(.target, value)]
    stations.reserveCapacity(5)
    do {
      let shared = try normaliser?.forward(value) ?? value
      stations.append(Trip.Station(.shared, shared))
      let written = try conversion?.backward(shared) ?? shared
      stations.append(Trip.Station(.source, written))
      if let reason = written.conforms(to: sourceType) { return Trip(stations: stations, ending: .refused(reason)) }
      guard andForth else { return Trip(stations: stations, ending: .same) }
      let again = try intoShared(written)
      if again != shared {
        stations.append(Trip.Station(.shared, again))
      }
      let back = try normaliser?.backward(again) ?? again
      stations.append(Trip.Station(.target, back))
      if let reason = back.conforms(to: targetType) { return Trip(stations: stations, ending: .refused(reason)) }
      return Trip(stations: stations, ending: back == value ? .same : again == shared ? .settled : .changed)
    } catch let error {
      return Trip(stations: stations, ending: .refused(error.reason))
    }
  }

  private func intoShared(_ value: Value) throws(ConversionError) -> Value {
    let shared = try conversion?.forward(value) ?? value
    if shared.isMissing, let defaultValue { return defaultValue }
    return shared
  }
}
