import TandemRuntime
import TandemValues

/// Fills all rows of a flow at once: what each of them writes into a new target record is read from it again, whatever
/// the others write.
struct TogetherRun {
  let lawCase: LawCase
  let seed: UInt64

  /// What did not arrive.
  func messages() -> [String] {
    do throws(MappingError) {
      return try differences()
    } catch {
      return ["a record with a value in every row is refused: \(error.property): the value \(error.reason)"]
    }
  }

  private func differences() throws(MappingError) -> [String] {
    let mapping = lawCase.mapping
    var source = mapping.emptyRecord(.source)
    var target = mapping.emptyRecord(.target)
    var changed = PropertySet()
    var filled: [[Int]: Value] = [:]
    for law in lawCase.rows {
      guard let trip = law.trips.first(where: { $0.way == .sourceAndBack || $0.way == .intoTarget }) else { continue }
      let run = TripRun(mapping: mapping, context: lawCase.context, property: law.property)
      // A property that several rows read holds one value, which all of them must take.
      let values = filled[trip.source.positions].map { [$0] } ?? lawCase.values(of: trip, run, seed: seed, count: 0)
      guard let plain = values.first(where: { run.run($0, trip).ending == .same }), !plain.isMissing else { continue }
      filled[trip.source.positions] = plain
      changed.insert(law.property)
      let schema = mapping.schema(.source)
      for given in trip.source.given {
        RecordPath(schema: schema, positions: given.positions).set(given.value, in: &source)
      }
      RecordPath(schema: schema, positions: trip.source.positions).set(plain, in: &source)
      for given in trip.target.given where given.positions.first != trip.target.positions.first {
        RecordPath(schema: mapping.schema(.target), positions: given.positions).set(given.value, in: &target)
      }
    }
    let view = try mapping.view(of: try mapping.record(source, .source), .source, lawCase.context)
    let written = try mapping.putting(
      view, changed: changed, into: try mapping.record(target, .target), .target, lawCase.context)
    let again = try mapping.view(of: written, .target, lawCase.context)
    return lawCase.rows.compactMap { law in
      guard changed.contains(law.property), view[law.property] != .absent,
        !LawText.isSame(again[law.property], view[law.property])
      else { return nil }
      return "with a value in every row, \(law.rows) writes \(LawText.show(view[law.property])) and reads "
        + LawText.show(again[law.property])
    }
  }
}
