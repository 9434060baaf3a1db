import Generated
import TandemValues
import Testing

@testable import TandemRuntime

/// Looks at every link of a state with the generated mappings: what both sides say, against what they last agreed on.
struct LinkCheck {
  /// A link whose sides are not in step and which nothing excuses, for people.
  var broken: [String] = []
  /// How many properties of how many links were compared.
  var properties = 0
  var links = 0
  /// Links that a queue or quarantine entry names.
  var excused = 0

  init(_ systems: SampleSystems, _ store: any StateStore) async throws {
    let table = FlowTable(Dataflows.all, systems: Set(SampleSystems.systems.map(\.name)), parameters: [:])
    var records: [EntityReference: [RecordKey: Record]] = [:]
    for entity in SampleSystems.entities {
      for record in try await systems.records(of: entity) {
        records[entity.reference, default: [:]][record.key] = record
      }
    }
    let world = records
    self = try await store.read { reader in
      var check = LinkCheck()
      for flow in table.flows { try check.look(at: flow, table, reader, world) }
      return check
    }
  }

  private init() {}

  private mutating func look(
    at flow: FlowUnit, _ table: FlowTable, _ reader: any StateReader,
    _ world: [EntityReference: [RecordKey: Record]]
  ) throws {
    let named = Set(
      try reader.quarantine(flow.identifier).map { PendingRecord(side: $0.side, key: $0.key) }
        + reader.queue(flow.identifier).map { PendingRecord(side: $0.side, key: $0.key) })
    let translator = Translator(table: table, reader: reader)
    for link in try reader.links(flow.identifier, after: nil, limit: .max) where link.status == .live {
      links += 1
      if named.contains(PendingRecord(side: .source, key: link.source))
        || named.contains(PendingRecord(side: .target, key: link.target))
      {
        excused += 1
        continue
      }
      let place = "\(flow.title), \(link.source.value.displayText) and \(link.target.value.displayText)"
      guard let source = world[flow.entity(.source)]?[link.source],
        let target = world[flow.entity(.target)]?[link.target]
      else {
        broken.append("\(place): a live link to a record that is gone")
        continue
      }
      // Outside the scope nothing is kept in step.
      guard try flow.isInScope(.source, source.values), try flow.isInScope(.target, target.values) else { continue }
      let left = try translator.shared(flow.view(.source, source.values), .source, flow).view
      let right = try translator.shared(flow.view(.target, target.values), .target, flow).view
      for (index, property) in flow.declaration.properties.enumerated() where property.direction == .both {
        properties += 1
        if left[index] != link.base.source[index] || right[index] != link.base.target[index] {
          broken.append("\(place): \(property.name) is not what both last agreed on")
        } else if left[index] != right[index] && !(left[index].isEmpty && right[index].isEmpty) {
          broken.append("\(place): \(property.name) differs")
        }
      }
    }
  }
}
