import Generated
import TandemRuntime
import TandemValues

/// The writes of a run as lines that a plan and its execution share: records to be created by their symbols, and
/// references to them left out, because their keys do not exist yet while one plans.
enum WriteText {
  static func all(_ report: RunReport) -> [String] {
    var symbols: [Record: String] = [:]
    for write in report.writes {
      if let symbol = write.symbol { symbols[Record(entity: write.entity, key: write.key)] = symbol }
    }
    let flows = Dataflows.all.flatMap(\.flows)
    return report.writes.map { write in
      let key = symbols[Record(entity: write.entity, key: write.key)] ?? write.key.value.displayText
      let keys = flows.first { $0.declaration.identifier == write.flow }.map { references($0, write.side) } ?? []
      let changes = write.changes.map { change in
        keys.contains(change.property)
          ? "\(change.property) (\(change.why))"
          : "\(change.property): \(change.from.displayText) -> \(change.to.displayText) (\(change.why))"
      }
      return "\(write.flow) \(write.action.rawValue) \(write.entity) \(key): \(changes.joined(separator: "; "))"
    }
  }

  private struct Record: Hashable {
    var entity: EntityReference
    var key: RecordKey
  }

  /// The properties of a side that hold keys of other records.
  private static func references(_ flow: FlowMapping, _ side: Side) -> Set<String> {
    var names: Set<String> = []
    for property in flow.declaration.properties {
      guard property.translation != nil || property.sourceProperties.contains(flow.sourceSchema.key) else { continue }
      for position in side == .source ? property.sourceProperties : property.targetProperties {
        names.insert(flow.schema(side).properties[position].name)
      }
    }
    return names
  }
}
