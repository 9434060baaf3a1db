import TandemSemantics
import TandemSyntax
import TandemValues

/// The descriptions of systems in two versions. What no flow uses has no effect on data.
struct SchemaDifference {
  /// What a changed description does to a group of rows.
  struct Consequence {
    /// The rows.
    var rows: [Change.Place]
    /// A value that shows a new loss.
    var example: String?
    /// What the rows lose that they did not lose before.
    var loss: String?
    /// What happens to their base.
    var base: Change.BaseConsequence
  }

  /// The properties whose description changed, by their entities.
  private var changedProperties: [PropertyKey: Set<PropertyKey>] = [:]
  private var found: [Finding] = []
  private let uses: SchemaUses
  private let oldUses: SchemaUses

  /// A change, and the property that it is about.
  private struct Finding {
    var change: Change
    /// The property, or the entity where the path is empty.
    var key: PropertyKey?
    /// True when the change concerns whoever uses the entity, not only rows of the property.
    var concernsEntity = false
  }

  init(from old: DifferenceSide, to new: DifferenceSide) {
    uses = SchemaUses([new])
    oldUses = SchemaUses([old])
    for system in new.systems {
      guard let former = old.systems.first(where: { Self.isSame($0, system) }) else { continue }
      compare(former, system, renamed: Self.renamed(old, new))
    }
  }

  /// The changes, with what the comparison of rows found out about them.
  func changes(with explained: [PropertyKey: [Consequence]]) -> [Change] {
    Self.joined(found.map { finding in told(finding, explained) })
  }

  /// What a system says for all of its entities is one change, not one for each.
  private static func joined(_ changes: [Change]) -> [Change] {
    var result: [Change] = []
    for change in changes {
      guard [.modifiedChanged, .cursorChanged, .deletionsChanged, .writeAccessChanged].contains(change.kind),
        let place = result.firstIndex(where: {
          $0.kind == change.kind && $0.sentence == change.sentence && $0.effect == change.effect
            && $0.after.first?.file == change.after.first?.file
        })
      else {
        result.append(change)
        continue
      }
      result[place].subject += ", \(change.subject)"
      result[place].before += change.before
      result[place].after += change.after
    }
    return result
  }

  private func told(_ finding: Finding, _ explained: [PropertyKey: [Consequence]]) -> Change {
    var change = finding.change
    guard let key = finding.key else { return change }
    let entity = PropertyKey(key, path: "")
    let now = uses.places(of: key)
    let rows = now.isEmpty ? oldUses.places(of: key) : now
    let isUsed =
      finding.concernsEntity
      ? uses.entities.contains(entity) || oldUses.entities.contains(entity) : !rows.isEmpty
    change.rows = key.path.isEmpty ? [] : rows
    if !isUsed {
      change.effect = .none
      change.remedy = .nothing
      change.advice = "No flow uses it; nothing has to be done."
      return change
    }
    let consequences = explained[key] ?? []
    if let worse = consequences.first(where: { $0.loss != nil }) {
      change.effect = max(change.effect, .dataLoss)
      change.example = worse.example
      change.sentence += " A row that uses it loses \(worse.loss ?? "") now."
      if change.remedy == .nothing { (change.remedy, change.advice) = (.review, "Look at the value that is shown.") }
    }
    if consequences.contains(where: { $0.base == .firstMerge }) {
      change.base = .firstMerge
    } else if !consequences.isEmpty {
      change.base = .kept
    }
    return change
  }

  /// Those of the properties whose description changed, or that of a member.
  func changed(among keys: Set<PropertyKey>) -> [PropertyKey] {
    if changedProperties.isEmpty { return [] }
    let entities = Set(keys.map { PropertyKey($0, path: "") })
    return entities.flatMap { changedProperties[$0] ?? [] }.filter { key in
      keys.contains(key) || keys.contains(where: key.isInside)
    }
  }

  // MARK: - Identity

  private static func isSame(_ old: SystemModel, _ new: SystemModel) -> Bool {
    let names = Set(([old.name] + old.aliases).map { NormalizedName($0) })
    return names.contains(NormalizedName(new.name))
      || new.aliases.contains { NormalizedName($0) == NormalizedName(old.name) }
  }

  /// Entities that flows say had another name, by the new one.
  private static func renamed(_ old: DifferenceSide, _ new: DifferenceSide) -> [PropertyKey: [String]] {
    var result: [PropertyKey: [String]] = [:]
    for flow in new.flows {
      for side in FlowSide.both {
        result[PropertyKey(flow.entity(side), ""), default: []] += FormerEntityName.names(of: flow, side)
      }
    }
    return result
  }

  // MARK: - Systems

  private mutating func compare(_ old: SystemModel, _ new: SystemModel, renamed: [PropertyKey: [String]]) {
    if old.protocolName != new.protocolName {
      add(
        Change(
          .protocolChanged, .dataLoss, of: new.name,
          "\(new.name) is reached through `\(new.protocolName)`, where it was `\(old.protocolName)`: another connector reads and writes the records.",
          before: [Change.Place(file: old.path, line: 1, text: "protocol: \(old.protocolName)")],
          after: [Change.Place(file: new.path, line: 1, text: "protocol: \(new.protocolName)")], remedy: .review,
          "Rehearse against a copy: keys and times may have another form, by which no link is found again."))
    }
    var open = old.entities
    for entity in new.entities {
      let names = [entity.name] + entity.aliases + (renamed[PropertyKey(entity, "")] ?? [])
      let place =
        open.firstIndex { NormalizedName($0.name) == NormalizedName(entity.name) }
        ?? open.firstIndex { former in
          !new.entities.contains { NormalizedName($0.name) == NormalizedName(former.name) }
            && names.contains { NormalizedName($0) == NormalizedName(former.name) }
        }
      guard let place else {
        add(
          Change(
            .entityAdded, .none, of: "\(new.name) \(entity.name)", "The entity is described now.",
            after: [Self.place(entity, new)], remedy: .nothing, "Nothing has to be done."))
        continue
      }
      EntityDifference(open.remove(at: place), old, entity, new).findings.forEach { finding in
        add(finding.change, about: PropertyKey(entity, finding.path), concernsEntity: finding.concernsEntity)
        if !finding.path.isEmpty {
          changedProperties[PropertyKey(entity, ""), default: []].insert(PropertyKey(entity, finding.path))
        }
      }
    }
    for entity in open {
      add(
        Change(
          .entityRemoved, .dataLoss, of: "\(old.name) \(entity.name)",
          "The entity is not described any more; no flow can reach its records.", before: [Self.place(entity, old)],
          remedy: .review, "Make sure that its flows are meant to go."), about: PropertyKey(entity, ""),
        concernsEntity: true)
    }
  }

  private mutating func add(_ change: Change, about key: PropertyKey? = nil, concernsEntity: Bool = false) {
    found.append(Finding(change: change, key: key, concernsEntity: concernsEntity))
  }

  private static func place(_ entity: EntityModel, _ system: SystemModel) -> Change.Place {
    Change.Place(file: system.path, line: entity.span.start.line, text: entity.name)
  }
}
