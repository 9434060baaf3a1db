import TandemSemantics
import TandemSyntax

/// What a flow says besides its rows, in two versions.
struct FlowDifference {
  private(set) var changes: [Change] = []
  private let old: FlowVersion
  private let new: FlowVersion
  /// True when the next run looks at every record, because the mapping or the match table changed.
  private let looksAtAll: Bool

  init(_ pair: FlowPairing.Pair) {
    old = pair.old
    new = pair.new
    looksAtAll = pair.old.layout != pair.new.layout || pair.isRenamed
    if pair.isReversed { addReversal() }
    if pair.isRenamed { addRename() }
    compareHeld()
    compareCreation()
    if !pair.isReversed {
      compareScopes()
      compareMatching()
      compareConflict()
      compareDeletions()
    }
    compareFirstRun()
    compareLinksOnly()
  }

  private mutating func add(
    _ kind: ChangeKind, _ effect: DataEffect, _ sentence: String, _ before: Change.Place, _ after: Change.Place,
    _ remedy: Change.Remedy, _ advice: String
  ) {
    changes.append(
      Change(kind, effect, of: new.title, sentence, before: [before], after: [after], remedy: remedy, advice))
  }

  // MARK: - Identity

  private mutating func addReversal() {
    add(
      .flowReversed, .dataLoss,
      """
      The two entities changed sides: records are now created from \(new.title(.source)). The state keeps the keys of a \
      link by side, so that its links would be read the wrong way round.
      """, old.place(nil, old.title), new.place(nil, new.title), .rematch,
      "Run the flow with a new state, in which a match table finds the pairs again, or keep the order of the entities.")
  }

  private mutating func addRename() {
    let matching = new.flow.matching.isEmpty
    add(
      .flowRenamed, matching ? .dataLoss : .behaviour,
      "The flow has another identity in the state (it was \(old.flow.identifier), it is \(new.flow.identifier)): its links are "
        + (matching
          ? "not found under it, and without a match table records are created a second time."
          : "made again by the match table, and its bases begin anew."),
      old.place(nil, old.title), new.place(nil, new.title), .rematch,
      "Compare the counts of matched and created records in `sync plan` before `sync apply --yes`.")
  }

  private mutating func compareHeld() {
    guard (old.flow.held == nil) != (new.flow.held == nil) else { return }
    let places = (old.place(nil, old.title), new.place(nil, new.title))
    if let held = new.flow.held {
      add(
        .heldChanged, .dataLoss, "The flow is held now and writes nothing: \(held).", places.0, places.1, .review,
        "Correct what holds it, unless it is meant to stop.")
    } else {
      add(
        .heldChanged, .behaviour, "The flow was held and writes now.", places.0, places.1, .rematch,
        "Look at `sync plan` first; edits of the time in which it was held travel now.")
    }
  }

  // MARK: - Policies

  private mutating func compareCreation() {
    let (before, after) = (creation(old), creation(new))
    guard before != after else { return }
    let sentence: String
    switch (old.flow.creation, new.flow.creation) {
    case (_, .never):
      sentence = "No \(new.title(.target)) is created any more; records that are linked stay in step."
    case (.never, .always): sentence = "A \(new.title(.target)) is created for each record without a partner."
    default: sentence = "A \(new.title(.target)) is created \(after), where it was \(before)."
    }
    add(
      .creationChanged, .behaviour, sentence, old.place(old.written?.creation?.span, "created \(before)"),
      new.place(new.written?.creation?.span, "created \(after)"), .backfill,
      looksAtAll
        ? "The next run looks at every record again; look at `sync plan` first."
        : "Records that were looked at before are decided on again when they are edited; look at those without a partner."
    )
  }

  private func creation(_ version: FlowVersion) -> String {
    switch version.flow.creation {
    case .always: return "always"
    case .never: return "never"
    case .when(let condition): return "when \(version.words.condition(condition) ?? "")"
    case .connected(let connections):
      let names = connections.map { connection in
        "\(connection.entity.name).\(connection.entity.properties[connection.property].name)"
      }
      return "when connected by \(names.sorted().joined(separator: " or "))"
    }
  }

  private mutating func compareScopes() {
    for side in FlowSide.both {
      let (before, after) = (scope(old, side), scope(new, side))
      guard before != after else { continue }
      let which =
        after.map { "Only \(new.title(side)) records with \($0) take part" }
        ?? "All \(new.title(side)) records take part"
      let sentence = "\(which)\(before.map { ", where it was \($0)" } ?? ", where it was all of them")."
      let leaving = "records that no longer do keep their link, and their edits do not travel"
      add(
        .scopeChanged, after == nil ? .widening : .behaviour,
        sentence + (after == nil ? "" : " Of those that took part, \(leaving)."),
        old.place(scopeSpan(old, side), before ?? "all records"),
        new.place(scopeSpan(new, side), after ?? "all records"),
        .backfill,
        looksAtAll
          ? "The next run looks at every record again; look at `sync plan` first."
          : "Records that come in are looked at when they are edited next, not before.")
    }
  }

  private func scope(_ version: FlowVersion, _ side: FlowSide) -> String? {
    version.words.condition(side == .source ? version.flow.sourceScope : version.flow.targetScope)
  }

  private func scopeSpan(_ version: FlowVersion, _ side: FlowSide) -> SourceSpan? {
    let model = side == .source ? version.dataflow.source : version.dataflow.target
    let names = ([model.name] + model.aliases).map { NormalizedName($0) }
    return version.written?.scopes.first { scope in
      guard let system = scope.system else { return side == .source }
      return names.contains(NormalizedName(system.value))
    }?.condition.span
  }

  private mutating func compareMatching() {
    let (before, after) = (matching(old), matching(new))
    guard before != after else { return }
    let sentence: String
    if after.isEmpty {
      sentence =
        "Records that exist on both sides are not recognised any more: each one without a link gets a new partner."
    } else if before.isEmpty {
      sentence = "Records without a link are matched on \(after.joined(separator: ", else on ")) before one is created."
    } else {
      sentence =
        "Records without a link are matched on \(after.joined(separator: ", else on ")), where it was "
        + "\(before.joined(separator: ", else on ")). Links that exist stay."
    }
    add(
      .matchChanged, .behaviour, sentence,
      old.place(old.written?.matching?.span, "match on \(Self.alternatives(before))"),
      new.place(new.written?.matching?.span, "match on \(Self.alternatives(after))"), .rematch,
      (looksAtAll ? "The next run looks at every record again" : "Records are matched when they are looked at next")
        + ": compare the counts of matched, ambiguous and created in `sync plan`.")
  }

  private static func alternatives(_ texts: [String]) -> String {
    texts.isEmpty ? "nothing" : texts.joined(separator: ", else ")
  }

  /// The alternatives. What brings the two sides to one form follows from the described types.
  private func matching(_ version: FlowVersion) -> [String] {
    version.flow.matching.map { match in
      match.pairs.map { "\(MappingWords.path($0.source)) = \(MappingWords.path($0.target))" }.sorted()
        .joined(separator: " and ")
    }
  }

  private mutating func compareConflict() {
    let (before, after) = (conflict(old), conflict(new))
    guard before != after else { return }
    add(
      .conflictChanged, .behaviour, "Where both sides changed one property, \(after), where it was: \(before).",
      old.place(old.written?.conflict?.span, before), new.place(new.written?.conflict?.span, after), .review,
      "The losing value of each conflict stands in `sync conflicts`.")
  }

  private func conflict(_ version: FlowVersion) -> String {
    switch version.flow.conflict {
    case .newest: return "the newest edit wins"
    case .ask: return "a person decides"
    case .handWritten(let function): return "the hand-written `\(function)` decides"
    case .wins(let side): return "\(version.system(side)) wins"
    }
  }

  private mutating func compareDeletions() {
    for side in FlowSide.both {
      let (before, after) = (deletion(old, side), deletion(new, side))
      guard before != after else { continue }
      let policy = side == .source ? new.flow.sourceDeletion : new.flow.targetDeletion
      add(
        .deletionChanged, policy == .propagate ? .dataLoss : .behaviour,
        "When a \(new.title(side)) is deleted, its \(new.title(side.other)) is \(after), where it was \(before).",
        old.place(deletionSpan(old, side), before), new.place(deletionSpan(new, side), after), .review,
        policy == .propagate
          ? "Records are deleted that were kept before; make sure that this is meant."
          : "Records whose partner was deleted before stay as they are.")
    }
  }

  private func deletion(_ version: FlowVersion, _ side: FlowSide) -> String {
    switch side == .source ? version.flow.sourceDeletion : version.flow.targetDeletion {
    case .ignore: return "kept"
    case .unlink: return "kept without a link"
    case .propagate: return "deleted"
    case .archive(let property, let value):
      return "archived with \(version.entity(side.other).properties[property].name) = \(MappingWords.value(value))"
    }
  }

  private func deletionSpan(_ version: FlowVersion, _ side: FlowSide) -> SourceSpan? {
    let model = side == .source ? version.dataflow.source : version.dataflow.target
    let names = ([model.name] + model.aliases).map { NormalizedName($0) }
    return version.written?.deletions.first { names.contains(NormalizedName($0.system.value)) }?.policy.span
  }

  private mutating func compareFirstRun() {
    let (before, after) = (old.flow.firstRun, new.flow.firstRun)
    guard before != after else { return }
    add(
      .firstRunChanged, .behaviour,
      """
      The first run \(Self.words(after)), where it was: \(Self.words(before)). A flow that has run already does not notice.
      """, old.place(old.written?.firstRun?.span, before.rawValue),
      new.place(new.written?.firstRun?.span, after.rawValue), .review,
      "Look at `sync status` whether the flow has run.")
  }

  private static func words(_ firstRun: FirstRun) -> String {
    switch firstRun {
    case .full: return "links, creates and merges"
    case .newRecordsOnly: return "leaves existing records alone"
    case .linkOnly: return "only links existing records"
    }
  }

  private mutating func compareLinksOnly() {
    guard old.flow.linksOnly != new.flow.linksOnly else { return }
    add(
      .linksOnlyChanged, .behaviour,
      new.flow.linksOnly
        ? "The flow links and creates, and keeps no property in step." : "The flow keeps properties in step.",
      old.place(nil, old.flow.linksOnly ? "links only" : "properties"),
      new.place(nil, new.flow.linksOnly ? "links only" : "properties"), .review, "Make sure that this is meant.")
  }
}
