import TandemRuntime
import TandemValues

/// Carries the evidence of a verdict through the generated mapping: every station must hold what the check says.
struct ExampleRun {
  let trip: TripRun
  let example: LawExample

  /// Says how the mapping differs from the evidence; `nil` where it does not.
  func difference() -> String? {
    guard let first = example.stations.first, first.place != .shared else { return nil }
    var walk = Walk(trip: trip, example: example)
    do throws(MappingError) {
      try walk.start(first)
    } catch {
      return "the record with \(LawText.show(first.value)) cannot be made: it \(error.reason)"
    }
    var previous = first
    for station in example.stations.dropFirst() {
      let found: Value
      do throws(MappingError) {
        found = try walk.arrive(at: station.place, from: previous.place)
      } catch {
        return "the way to \(LawText.show([station])) is refused: the value \(error.reason)"
      }
      if !LawText.isSame(found, station.value) {
        return "\(LawText.show(found)) stands where \(LawText.show([station])) should"
      }
      previous = station
    }
    return example.refusal.flatMap { walk.differs(from: $0, behind: previous) }
  }

  private struct Walk {
    let trip: TripRun
    let example: LawExample
    var view: SharedView
    var records: [Side: [Value]] = [:]

    init(trip: TripRun, example: LawExample) {
      self.trip = trip
      self.example = example
      view = SharedView(count: trip.mapping.declaration.properties.count)
    }

    func path(_ side: Side) -> LawPath { side == .source ? example.source : example.target }

    mutating func start(_ station: LawExample.Station) throws(MappingError) {
      let side: Side = station.place == .source ? .source : .target
      records[side] = try trip.record(side, path(side), station.value)
      records[side.opposite] = try trip.empty(side.opposite, path(side.opposite))
    }

    mutating func arrive(
      at place: LawExample.Place, from previous: LawExample.Place
    ) throws(MappingError) -> Value {
      guard place != .shared else {
        view = try look(at: previous)
        return view[trip.property]
      }
      // The shared view is left out of the evidence where it has not changed.
      if previous != .shared { view = try look(at: previous) }
      let side: Side = place == .source ? .source : .target
      try put(into: side)
      return trip.value(in: records[side] ?? [], side, path(side))
    }

    private func look(at place: LawExample.Place) throws(MappingError) -> SharedView {
      let side: Side = place == .source ? .source : .target
      return try trip.mapping.view(of: records[side] ?? [], side, trip.context)
    }

    private mutating func put(into side: Side) throws(MappingError) {
      records[side] = try trip.mapping.putting(
        view, changed: trip.changed, into: records[side] ?? [], side, trip.context)
    }

    mutating func differs(from refusal: String, behind station: LawExample.Station) -> String? {
      let side: Side
      switch station.place {
      case .source: side = .target
      case .target: side = .source
      case .shared: side = example.stations.first?.place == .source ? .target : .source
      }
      do throws(MappingError) {
        // What does not fit is refused where it stands, whoever made it.
        if station.place != .shared {
          let here = side.opposite
          if trip.misfit(station.value, here, path(here)) == refusal { return nil }
          view = try look(at: station.place)
        }
        try put(into: side)
        let written = trip.value(in: records[side] ?? [], side, path(side))
        if trip.misfit(written, side, path(side)) == refusal { return nil }
      } catch {
        return error.reason == refusal ? nil : "it is refused because it \(error.reason)"
      }
      return "\(LawText.show(station.value)) is not refused, though it \(refusal)"
    }
  }
}
