import TandemRuntime
import TandemValues

/// Carries values through the generated mapping of a flow, as the engine does it, and says what became of them.
struct TripRun {
  let mapping: FlowMapping
  let context: MappingContext
  /// The position of the property in the shared view.
  let property: Int

  /// What became of a value.
  enum Ending: Hashable {
    case same, settles, changes
    case refused(String)
    /// The rows do not apply to the record.
    case standsAside
    /// Something was written that the rows' direction forbids.
    case wroteBack
  }

  /// A way with its stations.
  struct Report {
    var stations: [LawExample.Station] = []
    var ending = Ending.same
  }

  /// A value on its way.
  func run(_ value: Value, _ trip: LawTrip) -> Report {
    var report = Report()
    do throws(MappingError) {
      report.ending = try end(value, trip, &report, isSecond: false)
    } catch {
      report.ending = .refused(error.reason)
    }
    return report
  }

  private func end(
    _ value: Value, _ trip: LawTrip, _ report: inout Report, isSecond: Bool
  ) throws(MappingError) -> Ending {
    switch trip.way {
    case .sourceAndBack, .intoTarget, .intoFurtherTarget, .constant, .parameter:
      return try forth(value, trip, &report, isSecond)
    case .targetAndBack, .intoSource: return try back(value, trip, &report, isSecond)
    case .withinSource: return try within(value, trip.source, .source, &report)
    case .withinTarget: return try within(value, trip.target, .target, &report)
    }
  }

  private func forth(
    _ value: Value, _ trip: LawTrip, _ report: inout Report, _ isSecond: Bool
  ) throws(MappingError) -> Ending {
    var context = context
    if case .parameter(let position) = trip.way, context.parameters.indices.contains(position) {
      context.parameters[position] = value
    }
    let record = try record(.source, trip.source, value)
    let start = trip.source.positions.isEmpty ? value : self.value(in: record, .source, trip.source)
    report.stations.append(LawExample.Station(.source, start))
    let view = try mapping.view(of: record, .source, context)
    let shared = view[property]
    if shared == .absent, !trip.source.given.isEmpty { return .standsAside }
    report.stations.append(LawExample.Station(.shared, shared))
    if trip.way != .sourceAndBack {
      let untouched = try mapping.putting(view, changed: changed, into: record, .source, context)
      if differs(untouched, record, .source, trip.source) { return .wroteBack }
    }
    let target = try mapping.putting(
      view, changed: changed, into: try empty(.target, trip.target), .target, context)
    let written = self.value(in: target, .target, trip.target)
    report.stations.append(LawExample.Station(.target, written))
    if let misfit = misfit(written, .target, trip.target) { return .refused(misfit) }
    if trip.way == .intoFurtherTarget { return written.isMissing && !shared.isEmpty ? .changes : .same }

    let again = try mapping.view(of: target, .target, context)
    if !LawText.isSame(again[property], shared) {
      report.stations.append(LawExample.Station(.shared, again[property]))
    }
    guard trip.way == .sourceAndBack else {
      return try echo(view, again, of: target, .target, context)
    }
    let returned = try mapping.putting(again, changed: changed, into: record, .source, context)
    let end = self.value(in: returned, .source, trip.source)
    report.stations.append(LawExample.Station(.source, end))
    if let misfit = misfit(end, .source, trip.source) { return .refused(misfit) }
    if LawText.isSame(end, start) { return .same }
    guard LawText.isSame(again[property], shared) else { return .changes }
    return try settled(end, trip, isSecond)
  }

  private func back(
    _ value: Value, _ trip: LawTrip, _ report: inout Report, _ isSecond: Bool
  ) throws(MappingError) -> Ending {
    let record = try record(.target, trip.target, value)
    let start = self.value(in: record, .target, trip.target)
    report.stations.append(LawExample.Station(.target, start))
    let view = try mapping.view(of: record, .target, context)
    let shared = view[property]
    if shared == .absent, !trip.target.given.isEmpty { return .standsAside }
    report.stations.append(LawExample.Station(.shared, shared))
    if trip.way == .intoSource {
      let untouched = try mapping.putting(view, changed: changed, into: record, .target, context)
      if differs(untouched, record, .target, trip.target) { return .wroteBack }
    }
    let source = try mapping.putting(
      view, changed: changed, into: try empty(.source, trip.source), .source, context)
    let written = self.value(in: source, .source, trip.source)
    report.stations.append(LawExample.Station(.source, written))
    if let misfit = misfit(written, .source, trip.source) { return .refused(misfit) }
    let again = try mapping.view(of: source, .source, context)
    if !LawText.isSame(again[property], shared) {
      report.stations.append(LawExample.Station(.shared, again[property]))
    }
    guard trip.way == .targetAndBack else { return try echo(view, again, of: source, .source, context) }
    let returned = try mapping.putting(again, changed: changed, into: record, .target, context)
    let end = self.value(in: returned, .target, trip.target)
    report.stations.append(LawExample.Station(.target, end))
    if let misfit = misfit(end, .target, trip.target) { return .refused(misfit) }
    if LawText.isSame(end, start) { return .same }
    guard LawText.isSame(again[property], shared) else { return .changes }
    return try settled(end, trip, isSecond)
  }

  /// A record that is looked at and put back unchanged.
  private func within(
    _ value: Value, _ path: LawPath, _ side: Side, _ report: inout Report
  ) throws(MappingError) -> Ending {
    let record = try record(side, path, value)
    let start = self.value(in: record, side, path)
    let place: LawExample.Place = side == .source ? .source : .target
    report.stations.append(LawExample.Station(place, start))
    let view = try mapping.view(of: record, side, context)
    if view[property] == .absent, !path.given.isEmpty { return .standsAside }
    report.stations.append(LawExample.Station(.shared, view[property]))
    let returned = try mapping.putting(view, changed: changed, into: record, side, context)
    let end = self.value(in: returned, side, path)
    report.stations.append(LawExample.Station(place, end))
    if LawText.isSame(end, start) { return .same }
    let again = try mapping.view(of: returned, side, context)
    return LawText.isSame(again[property], view[property]) ? .settles : .changes
  }

  /// What was written is read again: it is what was meant, or it is at the second time.
  private func echo(
    _ view: SharedView, _ again: SharedView, of record: [Value], _ side: Side, _ context: MappingContext
  ) throws(MappingError) -> Ending {
    if LawText.isSame(again[property], view[property]) { return .same }
    let written = try mapping.putting(again, changed: changed, into: record, side, context)
    let third = try mapping.view(of: written, side, context)
    return LawText.isSame(third[property], again[property]) ? .settles : .changes
  }

  /// Another form settles where its own trip ends with itself.
  private func settled(_ value: Value, _ trip: LawTrip, _ isSecond: Bool) throws(MappingError) -> Ending {
    guard !isSecond else { return .settles }
    var unseen = Report()
    return try end(value, trip, &unseen, isSecond: true) == .same ? .settles : .changes
  }

  // MARK: Records

  var changed: PropertySet {
    var changed = PropertySet()
    changed.insert(property)
    return changed
  }

  /// A record with the value, as the typed entity holds it.
  func record(_ side: Side, _ path: LawPath, _ value: Value) throws(MappingError) -> [Value] {
    var record = mapping.emptyRecord(side)
    let schema = mapping.schema(side)
    for given in path.given {
      RecordPath(schema: schema, positions: given.positions).set(given.value, in: &record)
    }
    RecordPath(schema: schema, positions: path.positions).set(value, in: &record)
    return try mapping.record(record, side)
  }

  /// A record without the value. The mapping makes an element of a list with its marks itself; what the rows ask of the
  /// rest of the record must be there.
  func empty(_ side: Side, _ path: LawPath) throws(MappingError) -> [Value] {
    var record = mapping.emptyRecord(side)
    for given in path.given where given.positions.first != path.positions.first {
      RecordPath(schema: mapping.schema(side), positions: given.positions).set(given.value, in: &record)
    }
    return try mapping.record(record, side)
  }

  /// True where the value is not what it was. Another row of the same group may well write to another property.
  private func differs(_ one: [Value], _ other: [Value], _ side: Side, _ path: LawPath) -> Bool {
    path.positions.isEmpty ? one != other : value(in: one, side, path) != value(in: other, side, path)
  }

  func value(in record: [Value], _ side: Side, _ path: LawPath) -> Value {
    RecordPath(schema: mapping.schema(side), positions: path.positions).value(in: record)
  }

  func type(_ side: Side, _ path: LawPath) -> ValueType? {
    RecordPath(schema: mapping.schema(side), positions: path.positions).type
  }

  /// What a property cannot hold is refused, by the engine where the mapping lets it through.
  func misfit(_ value: Value, _ side: Side, _ path: LawPath) -> String? {
    type(side, path).flatMap { value.conforms(to: $0) }
  }
}
