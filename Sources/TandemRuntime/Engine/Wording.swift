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
      case .handWritten: return "\(beginning): \(name(winner)) wins, as hand-written code decides"
      }
    case .ask: return "a person decides"
    }
  }

  /// Which record a system refuses, and where the value came from.
  func refusal(_ side: Side, _ key: RecordKey?, of source: RecordKey, _ reason: String) -> String {
    let record = key.map { "\(flow.entity(side)) \(Self.text($0))" } ?? "\(flow.entity(side))"
    return "\(record) refuses what \(flow.entity(side.opposite)) \(Self.text(source)) says: \(reason)"
  }

  /// The target holds such a record already, but it cannot be linked.
  func duplicateText(_ action: CreateAction, _ record: Record?) -> String {
    let schema = flow.mapping.targetSchema
    let source = "\(flow.entity(.source)) \(Self.text(action.source))"
    guard let record else {
      return "\(schema.reference) already holds such a record as \(source) asks for, which cannot be linked"
    }
    let same = action.values.filter { pair in
      schema.properties[pair.property].isUnique && record.values[pair.property] == pair.value
    }.map { "'\(schema.properties[$0.property].name)'" }
    let what =
      same.isEmpty
      ? "is such a record as \(source) asks for" : "has the same \(same.joined(separator: ", ")) as \(source)"
    let link = try? writer.link(flow.identifier, .target, key: record.key)
    let why = link.map { "is linked with \(flow.entity(.source)) \(Self.text($0.source))" } ?? "cannot be linked"
    return "\(schema.reference) \(Self.text(record.key)) \(what), but \(why)"
  }

  /// A key as people know it.
  static func text(_ key: RecordKey) -> String { naturalText(key.value) ?? ValueCoding.text(of: key) }

  /// A side by the name of its system; by its entity where both sides are in one system.
  private func name(_ side: Side) -> String {
    let entity = flow.entity(side)
    return entity.system == flow.entity(side.opposite).system ? entity.description : entity.system
  }
}
