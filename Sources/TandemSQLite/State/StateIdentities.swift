import TandemRuntime

/// The small numbers of flows, entities and indexes, so that they are looked up once.
///
/// Only touched on the serial queue of the database that it belongs to, which is what makes it safe to share.
final class StateIdentities: @unchecked Sendable {
  var flows: [FlowIdentifier: Int64] = [:]
  var flowsByNumber: [Int64: FlowIdentifier] = [:]
  var entities: [EntityReference: Int64] = [:]
  var indexes: [IndexName: Int64] = [:]

  /// Forgets everything, because a transaction that may have given numbers was rolled back.
  func forget() {
    flows.removeAll()
    flowsByNumber.removeAll()
    entities.removeAll()
    indexes.removeAll()
  }
}
