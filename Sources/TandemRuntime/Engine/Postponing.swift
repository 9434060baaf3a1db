import TandemValues

/// Properties of one flow may share a property of a record: an address that is kept in step with one place and copied to
/// another. One pass writes each record once, so a value that another property's write is about to replace must not
/// travel in the same pass: it would arrive where the write that replaces it is not seen as an edit any more.
extension Decider {
  /// Prepares the writes to both sides, and leaves those to the next pass whose value another one replaces.
  mutating func prepareWrites(_ action: inout UpdateAction, _ origins: [Side: [Origin]]) throws {
    for side in [Side.source, .target] { try prepareWrites(&action, into: side, origins) }
    // The writes into the source come first; those into the target see what they leave behind.
    guard try postpone(&action, from: .source) else {
      if try postpone(&action, from: .target) { try prepareWrites(&action, into: .source, origins) }
      return
    }
    try prepareWrites(&action, into: .target, origins)
    if try postpone(&action, from: .target) { try prepareWrites(&action, into: .source, origins) }
  }

  private mutating func prepareWrites(
    _ action: inout UpdateAction, into side: Side, _ origins: [Side: [Origin]]
  ) throws {
    try keepFirstOfRivals(&action, side)
    action.writes[side] = nil
    try prepare(&action, side, origins[side.opposite] ?? [], own: origins[side] ?? [])
    if action.writes[side] != nil, flow.mapping.schema(side).isReadOnly {
      action.writes[side] = nil
      decision.notes.say("\(flow.entity(side)) is read-only; edits do not travel there")
    }
  }

  /// Takes steps out of the plan whose value on the side `from` is about to be replaced; true when there were any.
  private func postpone(_ action: inout UpdateAction, from side: Side) throws -> Bool {
    guard let write = action.writes[side], let record = action.records[side], let view = action.views[side] else {
      return false
    }
    let written = Set(write.values.map(\.property))
    let candidates = action.plan.changed(into: side.opposite).indices.filter { index in
      !action.plan.steps[index].writes(into: side) && positions(index, side).contains { written.contains($0) }
    }
    if candidates.isEmpty { return false }
    var values = record.values
    for pair in write.values { values[pair.property] = pair.value }
    let shown = try translator.shared(flow.view(side, values), side, flow).view
    var didPostpone = false
    for index in candidates where shown[index] != view[index] {
      action.postpone(index)
      didPostpone = true
    }
    return didPostpone
  }

  /// Two properties that put different values into one place: the first goes ahead, the other meets it in the next pass
  /// as an edit of that side, and the conflict policy decides.
  private func keepFirstOfRivals(_ action: inout UpdateAction, _ side: Side) throws {
    let planned = action.plan.changed(into: side).indices
    let schema = flow.mapping.schema(side)
    guard let record = action.records[side], !schema.isReadOnly else { return }
    var places: [Int: Int] = [:]
    for position in planned.flatMap({ positions($0, side) })
    where schema.properties[position].access == .readWrite && position != schema.key {
      places[position, default: 0] += 1
    }
    guard places.values.contains(where: { $0 > 1 }) else { return }
    let functions = flow.mapping.functions(side)
    var together = record.values
    var wanted: [Int: Value] = [:]
    for index in planned {
      var form = action.views[side] ?? SharedView(count: declaration.properties.count)
      guard
        case .value(let value) = try translator.outgoing(
          action.value(of: index, into: side), declaration.properties[index], to: side)
      else { continue }
      form[index] = value
      var single = PropertySet()
      single.insert(index)
      let alone = try flow.view(side, functions.put(form, single, record.values, flow.context))[index]
      let next = try functions.put(form, single, together, flow.context)
      let shown = try flow.view(side, next)
      guard shown[index] == alone, wanted.allSatisfy({ shown[$0.key] == $0.value }) else {
        action.postpone(index)
        continue
      }
      wanted[index] = alone
      together = next
    }
  }

  private func positions(_ index: Int, _ side: Side) -> [Int] {
    let property = declaration.properties[index]
    return side == .source ? property.sourceProperties : property.targetProperties
  }
}

extension UpdateAction {
  /// Leaves a property to the next pass: it is neither written nor agreed on.
  mutating func postpone(_ index: Int) {
    plan.steps[index] = .nothing
    hasPostponed = true
  }
}
