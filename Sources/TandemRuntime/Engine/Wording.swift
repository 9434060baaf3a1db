import TandemValues

/// What the operator reads about single records and properties.
extension Decider {
  /// Why a property is written, with the systems by their names.
  func why(_ step: MergePlan.Step, _ index: Int, _ link: Link) -> String {
    let isFirst = link.base.source[index] == .absent || link.base.target[index] == .absent
    switch step {
    case .nothing, .moveBase: return "in step"
    case .copy(let into):
      if isFirst { return "first merge: only \(name(into.opposite)) has a value" }
      return into == .target ? "the source changed" : "the target changed"
    case .union: return "first merge of two lists"
    case .conflict(let winner, let reason):
      let beginning = isFirst ? "first merge" : "conflict"
      switch reason {
      case .newerEdit: return "\(beginning): the newer edit, in \(name(winner)), wins"
      case .priority: return "\(beginning): \(name(winner)) wins, as neither edit is newer"
      case .declared: return "\(beginning): \(name(winner)) wins, as the document says"
      }
    case .ask: return "a person decides"
    }
  }

  /// Which record a system refuses, and where the value came from.
  func refusal(_ side: Side, _ key: RecordKey?, of source: RecordKey, _ reason: String) -> String {
    let record = key.map { "\(flow.entity(side)) \(Self.text($0))" } ?? "\(flow.entity(side))"
    return "\(record) refuses what \(flow.entity(side.opposite)) \(Self.text(source)) says: \(reason)"
  }

  /// A key as people know it.
  static func text(_ key: RecordKey) -> String { naturalText(key.value) ?? ValueCoding.text(of: key) }

  /// A side by the name of its system; by its entity where both sides are in one system.
  private func name(_ side: Side) -> String {
    let entity = flow.entity(side)
    return entity.system == flow.entity(side.opposite).system ? entity.description : entity.system
  }
}
