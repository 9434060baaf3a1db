import TandemSemantics
import TandemSyntax
import TandemValues

/// The description of one entity in two versions.
struct EntityDifference {
  /// A change with the property that it is about.
  struct Finding {
    var change: Change
    /// `address.city`; empty for the entity.
    var path = ""
    /// True when it concerns whoever uses the entity.
    var concernsEntity = true
  }

  private(set) var findings: [Finding] = []
  private let old: EntityModel
  private let oldSystem: SystemModel
  private let new: EntityModel
  private let newSystem: SystemModel
  private var subject: String { "\(newSystem.name) \(new.name)" }

  init(_ old: EntityModel, _ oldSystem: SystemModel, _ new: EntityModel, _ newSystem: SystemModel) {
    self.old = old
    self.oldSystem = oldSystem
    self.new = new
    self.newSystem = newSystem
    compareAccess()
    compareChanges()
    comparePositions()
    compare(old.properties, new.properties, prefix: "")
  }

  private mutating func add(
    _ kind: ChangeKind, _ effect: DataEffect, _ sentence: String, before: String, after: String,
    _ remedy: Change.Remedy, _ advice: String
  ) {
    findings.append(
      Finding(
        change: Change(
          kind, effect, of: subject, sentence,
          before: [Change.Place(file: oldSystem.path, line: old.span.start.line, text: before)],
          after: [Change.Place(file: newSystem.path, line: new.span.start.line, text: after)], remedy: remedy, advice)))
  }

  private mutating func compareAccess() {
    if old.resource != new.resource {
      add(
        .resourceChanged, .dataLoss,
        "The records are read from and written to `\(new.resource)`, where it was `\(old.resource)`.",
        before: "resource: \(old.resource)", after: "resource: \(new.resource)", .review,
        "Records that are not there under the same key are taken for deleted; make sure that they are the same ones.")
    }
    if old.isReadOnly != new.isReadOnly {
      add(
        .writeAccessChanged, new.isReadOnly ? .dataLoss : .behaviour,
        new.isReadOnly
          ? "Nothing is written any more; edits of the other side do not arrive."
          : "Records are written, where they were only read.",
        before: old.isReadOnly ? "readOnly: true" : "readOnly: false",
        after: new.isReadOnly ? "readOnly: true" : "readOnly: false", .review, "Make sure that this is meant.")
    }
    let (before, after) = (old.properties[old.key].name, new.properties[new.key].name)
    if before != after {
      add(
        .keyChanged, .dataLoss, "The key is `\(after)`, where it was `\(before)`: no link of the state is found by it.",
        before: "key: \(before)", after: "key: \(after)", .rematch,
        "Run the flows of the entity with a new state, in which a match table finds the pairs again.")
    }
  }

  private mutating func compareChanges() {
    let (before, after) = (Self.changes(old), Self.changes(new))
    if before != after {
      add(
        .cursorChanged, .behaviour, "Changes are found by \(after), where it was \(before).", before: before,
        after: after, .review,
        "The cursor of the last run may not fit; look at the number of records that are read next.")
    }
    if old.deletions != new.deletions {
      let (before, after) = (Self.deletions(old.deletions), Self.deletions(new.deletions))
      add(
        .deletionsChanged, .behaviour, "Deletions are found \(after), where it was \(before).", before: before,
        after: after, .review, "Deletions between the last run and the next one may be told twice or not at all.")
    }
    let (edited, now) = (Self.name(old.modified, old), Self.name(new.modified, new))
    if edited != now {
      add(
        .modifiedChanged, .behaviour, "The time of the last edit is read from \(now), where it was \(edited).",
        before: "modified: \(edited)", after: "modified: \(now)", .review, "It decides where the newest edit wins.")
    }
    let (marker, other) = (Self.name(old.externalKey, old), Self.name(new.externalKey, new))
    if marker != other {
      add(
        .externalKeyChanged, .behaviour,
        "The identifier of a create is kept in \(other), where it was \(marker): it tells after a failure whether a record was created.",
        before: "externalKey: \(marker)", after: "externalKey: \(other)", .review,
        "Let no create be open when this comes into use; `sync status` shows them.")
    }
  }

  private static func name(_ position: Int?, _ entity: EntityModel) -> String {
    position.map { "`\(entity.properties[$0].name)`" } ?? "no property"
  }

  private static func changes(_ entity: EntityModel) -> String {
    let lookback = entity.lookbackSeconds == 0 ? "" : ", \(entity.lookbackSeconds) seconds back"
    return "`\(entity.properties[entity.cursor].name)` (\(entity.cursorKind.rawValue)\(lookback))"
  }

  private static func deletions(_ deletions: ChangesDescription.Deletions) -> String {
    switch deletions {
    case .feed(let days): return "in a feed" + (days.map { " of \($0) days" } ?? "")
    case .flag(let property): return "by the flag `\(property)`"
    case .keys: return "by listing all keys"
    }
  }

  /// The state keeps what it has read of a record by the positions of the description.
  private mutating func comparePositions() {
    let names = old.properties.map(\.name)
    guard let first = zip(names, new.properties.map(\.name)).first(where: { $0 != $1 })?.0 else { return }
    add(
      .positionsMoved, .dataLoss,
      """
      From `\(first)` on the properties have other places in the description. The state keeps the records that it has read \
      by these places, so that they would be taken for values of other properties.
      """, before: names.joined(separator: ", "), after: new.properties.map(\.name).joined(separator: ", "), .review,
      "Add properties at the end and keep the order of the others, or run with a new state.")
  }

  // MARK: - Properties

  private mutating func compare(_ old: [PropertyModel], _ new: [PropertyModel], prefix: String) {
    let former = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.map(\.name))
    for property in new {
      let path = prefix + property.name
      guard let earlier = former[property.name] else {
        let isNeeded = property.isRequired && property.defaultValue == nil
        findings.append(
          Finding(
            change: Change(
              .propertyAdded, isNeeded ? .behaviour : .none, of: subject,
              "`\(path)` is described now" + (isNeeded ? ", and no record can be created without it." : "."),
              after: [place(property, newSystem)], remedy: isNeeded ? .review : .nothing,
              isNeeded ? "Give it a row, a constant or a default." : "Nothing has to be done."), path: path,
            concernsEntity: isNeeded))
        continue
      }
      let comparison = DescribedPropertyDifference(earlier, property, path: path)
      for finding in comparison.findings {
        findings.append(
          Finding(
            change: Change(
              finding.kind, finding.effect, of: subject, finding.sentence, before: [place(earlier, oldSystem)],
              after: [place(property, newSystem)], remedy: finding.remedy, finding.advice), path: path,
            concernsEntity: finding.kind == .requiredChanged))
      }
      compare(earlier.members, property.members, prefix: path + ".")
    }
    for property in old where !names.contains(property.name) {
      findings.append(
        Finding(
          change: Change(
            .propertyRemoved, .dataLoss, of: subject, "`\(prefix + property.name)` is not described any more.",
            before: [place(property, oldSystem)], remedy: .review, "Make sure that its rows are meant to go."),
          path: prefix + property.name, concernsEntity: false))
    }
  }

  private func place(_ property: PropertyModel, _ system: SystemModel) -> Change.Place {
    var text = "\(property.name): \(MappingWords.type(property.type))"
    if property.isRequired { text += ", required" }
    if property.isReadOnly { text += ", readOnly" }
    if property.isCreateOnly { text += ", createOnly" }
    if property.isUnique { text += ", unique" }
    return Change.Place(file: system.path, line: property.span.start.line, text: text)
  }
}
