import TandemValues

/// Recognising records through the alternatives of the merge table.
extension Decider {
  enum Match {
    case none
    case record(RecordKey, alternative: Int)
    case ambiguous(alternative: Int, text: String, candidates: [RecordKey])
  }

  /// Looks for the one target of a source: never the first of several, never one that another source matches as well.
  func match(_ source: RecordKey, _ values: [Value]) throws -> Match {
    let texts = try flow.matchKeys(.source, values)
    for (alternative, text) in texts.enumerated() {
      guard let text else { continue }
      var candidates: [RecordKey] = []
      for target in try unlinked(.target, alternative, text) where !claimed.contains(target) {
        if try !belongsToAnother(target, source, before: alternative) { candidates.append(target) }
      }
      if candidates.isEmpty { continue }
      let rivals = try unlinked(.source, alternative, text).contains { $0 != source }
      if let only = candidates.first, candidates.count == 1, !rivals {
        return .record(only, alternative: alternative)
      }
      return .ambiguous(alternative: alternative, text: text, candidates: candidates)
    }
    return .none
  }

  /// The records of a side under a text that have no live link in this flow.
  func unlinked(_ side: Side, _ alternative: Int, _ text: String) throws -> [RecordKey] {
    try writer.indexed(.match(flow.identifier, alternative: alternative, side), text: text).filter { key in
      if let link = try writer.link(flow.identifier, side, key: key) {
        // A source keeps its tombstone unless its link was dropped; a target whose source is gone is free.
        return link.status == .tombstone && (side == .target || link.isDropped)
      }
      return try declaration.firstRun != .newRecordsOnly || !isExisting(side, key)
    }
  }

  /// True when an earlier alternative matches the target with another source, which then has the better claim, whatever
  /// the order in which the two are looked at.
  private func belongsToAnother(_ target: RecordKey, _ source: RecordKey, before alternative: Int) throws -> Bool {
    guard alternative > 0, let seen = try writer.observation(of: flow.entity(.target), key: target) else {
      return false
    }
    let texts = (try? flow.matchKeys(.target, seen.record.values)) ?? []
    for (earlier, text) in texts.prefix(alternative).enumerated() {
      if let text, try unlinked(.source, earlier, text).contains(where: { $0 != source }) { return true }
    }
    return false
  }
}
