import TandemValues

/// Looking at linked records: merging them, or dealing with the deletion of one.
extension Decider {
  mutating func lookAtPair(_ found: Link) throws {
    var link = found
    let keys = [(Side.source, link.source), (Side.target, link.target)]
    var seen: [Side: Observation] = [:]
    for (side, key) in keys {
      try writer.removeWaiting(flow.identifier, side, key: key)
      if books.unreadable.contains(.init(entity: flow.entity(side), key: key)) {
        return try settle(link, keepsTrouble: true)
      }
      seen[side] = try writer.observation(of: flow.entity(side), key: key)
    }
    guard let source = seen[.source], let target = seen[.target] else { return try settle(link) }
    do {
      if source.isDeleted || target.isDeleted { return try lookAtDeletion(link, source, target) }
      if link.status == .tombstone {
        // The deleted record is back. Another source may have been linked with the target meanwhile.
        if let other = try writer.link(flow.identifier, .target, key: link.target), other.source != link.source,
          other.status == .live
        {
          return try settle(.source, link.source)
        }
        link.status = .live
        try writer.setLink(link)
      }
      // Leaving the scope is no deletion: the link stays and nothing is written.
      guard try flow.isInScope(.source, source.record.values), try flow.isInScope(.target, target.record.values) else {
        return try settle(link)
      }
      try merge(link, source, target)
    } catch let error as MappingError {
      try settle(link)
      try quarantine(.source, link.source, "cannot be mapped: \(error)")
    }
  }

  private mutating func merge(_ link: Link, _ source: Observation, _ target: Observation) throws {
    let sourceView = try translator.shared(flow.view(.source, source.record.values), .source, flow).view
    let (targetView, awaited) = try translator.shared(flow.view(.target, target.record.values), .target, flow)
    for record in awaited { try wait(.target, link.target, for: record) }
    let origins = [Side.source: flow.origins(.source, source), Side.target: flow.origins(.target, target)]
    let plan = MergePlanner.plan(
      source: sourceView, target: targetView, base: link.base, sourceOrigins: origins[.source] ?? [],
      targetOrigins: origins[.target] ?? [], declaration: declaration, decide: flow.mapping.decideFunction)
    var action = UpdateAction(
      link: link, plan: plan, views: [.source: sourceView, .target: targetView],
      records: [.source: source.record, .target: target.record])
    try prepareWrites(&action, origins)
    // Before the write is sent: after a kill nobody could tell any more what was overwritten.
    try log(conflicts(action.plan, link, sourceView, targetView, origins), action.deferred)
    if !action.writes.isEmpty {
      decision.updates.append(action)
      return
    }
    let base = action.agreedBase(returned: [:], failed: [])
    if base != link.base {
      var moved = link
      moved.base = base
      try writer.setLink(moved)
    }
    if action.trouble.isEmpty {
      try finish(link, action.plan)
      if action.hasPostponed && base != link.base {
        try writer.addPending(flow.identifier, .source, keys: [link.source])
      }
      return
    }
    try settle(.target, link.target)
    try quarantine(.source, link.source, action.trouble.joined(separator: "; "))
  }

  /// Keeps the losers of conflicts, each once, however often the write has to be tried.
  private mutating func log(_ conflicts: [ConflictEntry], _ deferred: PropertySet) throws {
    guard !conflicts.isEmpty else { return }
    let known = try writer.conflicts(flow.identifier, limit: 200)
    for conflict in conflicts {
      let position = declaration.properties.firstIndex { $0.name == conflict.property }
      if let position, deferred.contains(position) { continue }
      let isKnown = known.contains { entry in
        var same = entry
        same.run = conflict.run
        return same == conflict
      }
      if isKnown { continue }
      try writer.addConflict(conflict)
      decision.notes.counts.conflicts += 1
    }
  }

  /// The pair is done with, unless a person has to decide on a property.
  mutating func finish(_ link: Link, _ plan: MergePlan) throws {
    guard let asked = plan.steps.firstIndex(of: .ask) else { return try settle(link) }
    try settle(.target, link.target)
    try queue(.source, link.source, .conflict(property: declaration.properties[asked].name))
  }

  /// What is to be sent to a side: only what differs from the record as it stands there.
  mutating func prepare(
    _ action: inout UpdateAction, _ side: Side, _ origins: [Origin], own: [Origin]
  ) throws {
    let planned = action.plan.changed(into: side)
    guard !planned.isEmpty, let record = action.records[side] else { return }
    let key = side == .source ? action.link.source : action.link.target
    let partner = side == .source ? action.link.target : action.link.source
    let schema = flow.mapping.schema(side)
    var changed = PropertySet()
    var outgoing = action.views[side] ?? SharedView(count: declaration.properties.count)
    for index in planned.indices {
      let property = declaration.properties[index]
      switch try translator.outgoing(action.value(of: index, into: side), property, to: side) {
      case .value(let value):
        outgoing[index] = value
        changed.insert(index)
      case .awaits(let awaited):
        action.deferred.insert(index)
        try wait(side.opposite, partner, for: awaited)
      case .notFound(let awaited, let reason):
        action.deferred.insert(index)
        try wait(side.opposite, partner, for: awaited)
        if property.isRequiredByTarget {
          let trouble = "\(property.name): \(reason)"
          if !action.trouble.contains(trouble) { action.trouble.append(trouble) }
        } else {
          decision.notes.say("\(flow.title): \(property.name) is left out where \(reason)")
        }
      }
    }
    let functions = flow.mapping.functions(side)
    let values = try functions.put(outgoing, changed, record.values, flow.context)
    var write = UpdateAction.SideWrite(
      values: [], origins: [:],
      write: PlannedWrite(
        flow: flow.identifier, entity: schema.reference, side: side, key: key, partner: partner,
        title: schema.title.flatMap { naturalText(record.values[$0]) }, action: .update, changes: []))
    for (position, value) in values.enumerated() where value != record.values[position] {
      let property = schema.properties[position]
      guard property.access == .readWrite, position != schema.key else {
        decision.notes.say("\(schema.reference) \(property.name) cannot be changed and is not written")
        continue
      }
      write.values.append(PropertyValue(property: position, value: value))
      let shared = changed.indices.first { index in
        let place = declaration.properties[index]
        return (side == .source ? place.sourceProperties : place.targetProperties).contains(position)
      }
      let fallback = Origin(time: nil, system: flow.entity(side.opposite).system)
      var origin = self.origin(of: position, side, changed, origins) ?? fallback
      if let shared, case .union = action.plan.steps[shared] {
        origin = Origin.newest([origin, own[shared]]) ?? origin
      }
      write.origins[position] = origin
      write.write.changes.append(
        .init(
          property: property.name, from: record.values[position], to: value,
          why: shared.map { why(action.plan.steps[$0], $0, action.link) } ?? "declared"))
    }
    if !write.values.isEmpty { action.writes[side] = write }
  }

  private func conflicts(
    _ plan: MergePlan, _ link: Link, _ source: SharedView, _ target: SharedView, _ origins: [Side: [Origin]]
  ) -> [ConflictEntry] {
    plan.steps.enumerated().compactMap { index, step in
      guard case .conflict(let winner, let reason) = step, let left = origins[.source]?[index],
        let right = origins[.target]?[index]
      else { return nil }
      let sourceWins = winner == .source
      return ConflictEntry(
        flow: flow.identifier, source: link.source, target: link.target, property: declaration.properties[index].name,
        winner: winner, winningValue: sourceWins ? source[index] : target[index],
        losingValue: sourceWins ? target[index] : source[index], winningOrigin: sourceWins ? left : right,
        losingOrigin: sourceWins ? right : left, reason: reason.rawValue, run: run)
    }
  }
}

extension UpdateAction {
  /// The value that goes into a side, in the shared form.
  func value(of index: Int, into side: Side) -> Value {
    if case .union(let value, _) = plan.steps[index] { return value }
    return views[side.opposite]?[index] ?? .absent
  }

  /// What both sides agree on once the writes are done, except where a write failed or had to wait.
  ///
  /// What came back from a side counts only for the properties that were written there: whatever the system made of such
  /// a value is what it stands for. Any other difference, also one that another property's write in the same pass has
  /// made, is an edit that was not planned with; its base stays with what the plan saw, so that the next pass sees it.
  func agreedBase(returned: [Side: SharedView], failed: Set<Side>) -> Base {
    var base = link.base
    for (index, step) in plan.steps.enumerated() where !deferred.contains(index) {
      if case .nothing = step { continue }
      if case .ask = step { continue }
      if failed.contains(where: { step.writes(into: $0) }) { continue }
      for side in [Side.source, .target] {
        var shown = views[side]?[index] ?? .absent
        if step.writes(into: side) {
          shown = returned[side]?[index] ?? shown
          // A side that does not tell what it holds is taken to hold what was sent.
          if shown == .absent { shown = value(of: index, into: side) }
        }
        if side == .source { base.source[index] = shown } else { base.target[index] = shown }
      }
    }
    return base
  }
}
