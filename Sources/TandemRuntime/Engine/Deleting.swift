import TandemValues

/// What follows when one of two linked records is deleted.
extension Decider {
  mutating func lookAtDeletion(_ link: Link, _ source: Observation, _ target: Observation) throws {
    guard link.status == .live else { return try settle(link) }
    if source.isDeleted && target.isDeleted { return try bury(link) }
    let goneSide: Side = source.isDeleted ? .source : .target
    let gone = source.isDeleted ? source : target
    let kept = source.isDeleted ? target : source
    let keptSide = goneSide.opposite
    let policy = goneSide == .source ? declaration.sourceDeletion : declaration.targetDeletion
    switch policy {
    case .ignore: return try bury(link)
    case .unlink: return try drop(link, keptSide)
    case .propagate, .archive: break
    }
    // Outside the scope nothing is written.
    let schema = flow.mapping.schema(keptSide)
    guard try flow.isInScope(goneSide, gone.record.values), try flow.isInScope(keptSide, kept.record.values),
      !schema.isReadOnly
    else { return try bury(link) }
    if try isEdited(kept, keptSide, link) {
      decision.notes.counts.editsKept += 1
      decision.notes.say("\(flow.title): a record was deleted on one side and edited on the other; the edit is kept")
      return try bury(link)
    }
    var archive: PropertyValue?
    if case .archive(let property, let value) = policy {
      guard kept.record.values.indices.contains(property), kept.record.values[property] != value else {
        return try bury(link)
      }
      archive = PropertyValue(property: property, value: value)
    }
    let partner = keptSide == .source ? link.target : link.source
    decision.deletes.append(
      DeleteAction(
        link: link, side: keptSide, version: kept.record.version, archive: archive,
        write: PlannedWrite(
          flow: flow.identifier, entity: schema.reference, side: keptSide, key: kept.record.key, partner: partner,
          title: schema.title.flatMap { naturalText(kept.record.values[$0]) },
          action: archive == nil ? .delete : .archive,
          changes: archive.map {
            [
              .init(
                property: schema.properties[$0.property].name, from: kept.record.values[$0.property], to: $0.value,
                why: "its partner was deleted")
            ]
          } ?? [])))
  }

  /// The link goes; its mark keeps the source from being created again. Another partner may be waiting for the survivor.
  private mutating func drop(_ link: Link, _ keptSide: Side) throws {
    try settle(link)
    var dropped = link
    dropped.status = .tombstone
    dropped.isDropped = true
    try writer.setLink(dropped)
    try writer.addPending(flow.identifier, keptSide, keys: [keptSide == .source ? link.source : link.target])
  }

  private mutating func bury(_ link: Link) throws {
    try settle(link)
    if link.status == .tombstone { return }
    var buried = link
    buried.status = .tombstone
    try writer.setLink(buried)
  }

  /// True when the record shows something else than what was agreed on.
  private func isEdited(_ kept: Observation, _ side: Side, _ link: Link) throws -> Bool {
    let view = try translator.shared(flow.view(side, kept.record.values), side, flow).view
    let base = side == .source ? link.base.source : link.base.target
    return declaration.properties.indices.contains { index in
      view[index] != .absent && base[index] != .absent && view[index] != base[index]
    }
  }
}
