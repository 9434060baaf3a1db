/// What stands open in a flow, each record counted in one place only.
struct FlowStanding: Sendable {
  /// Records that wait for nothing but another record.
  var waiting: Int
  /// Records for which a person must choose.
  var queued: Int
  /// Records that are set aside.
  var quarantined: Int

  /// A record with an entry in the queue or the quarantine may also wait for what would help it; it is no second case for
  /// a person, and neither is its partner.
  init(_ flow: FlowIdentifier, _ reader: any StateReader) throws {
    let queue = try reader.queue(flow)
    let quarantine = try reader.quarantine(flow)
    queued = queue.count
    quarantined = quarantine.count
    waiting = try reader.waitingCount(flow)
    if waiting == 0 { return }
    var troubled: Set<FlowRecord> = []
    for place in queue.map({ FlowRecord(flow, $0.side, $0.key) })
      + quarantine.map({ FlowRecord(flow, $0.side, $0.key) })
    {
      troubled.insert(place)
      guard let link = try reader.link(flow, place.side, key: place.key), link.status == .live else { continue }
      troubled.insert(FlowRecord(flow, .source, link.source))
      troubled.insert(FlowRecord(flow, .target, link.target))
    }
    for place in troubled where try reader.isWaiting(flow, place.side, key: place.key) { waiting -= 1 }
  }
}
