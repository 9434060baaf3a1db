import TandemSemantics
import TandemValues

/// What a group of connected rows says, in two versions, point by point.
struct RowFacets {
  private(set) var changes: [Change] = []
  private let pair: FlowPairing.Pair
  private let old: CheckedProperty
  private let new: CheckedProperty

  init(_ pair: FlowPairing.Pair, _ old: CheckedProperty, _ new: CheckedProperty, isSchemaChanged: Bool) {
    self.pair = pair
    self.old = old
    self.new = new
    compareMembers()
    compareTranslation()
    // The conversion of a key follows from what it is looked up in.
    if !changes.contains(where: { $0.kind == .referenceChanged }) {
      compareConversions(isSchemaChanged: isSchemaChanged)
    }
    compareCombination()
    compareDirection()
    compareDefaults()
    compareWins()
  }

  private mutating func add(
    _ kind: ChangeKind, _ effect: DataEffect, _ sentence: String, _ before: [Change.Place], _ after: [Change.Place],
    _ remedy: Change.Remedy, _ advice: String
  ) {
    changes.append(
      Change(kind, effect, of: pair.new.title, sentence, before: before, after: after, remedy: remedy, advice))
  }

  /// The places of the group in both versions.
  private var places: (before: [Change.Place], after: [Change.Place]) {
    (pair.old.places(of: old), pair.new.places(of: new))
  }

  private var target: String { new.outputs.first.map { MappingWords.path($0.path) } ?? new.name }

  // MARK: - Which properties are connected

  private typealias Member = (text: String, line: Int)

  private func sources(_ version: FlowVersion, _ property: CheckedProperty) -> [Member] {
    property.inputs.map { (version.words.origin($0.origin), $0.line) }
  }

  private mutating func compareMembers() {
    let (oldInputs, newInputs) = (sources(pair.old, old), sources(pair.new, new))
    // One constant in the place of another is a changed value, not another row.
    if oldInputs.count == 1, newInputs.count == 1, oldInputs[0].text != newInputs[0].text,
      !Self.isProperty(old.inputs[0]), !Self.isProperty(new.inputs[0])
    {
      add(
        .constantChanged, .behaviour,
        "`\(target)` gets the \(newInputs[0].text), where it was the \(oldInputs[0].text).",
        places.before, places.after, .backfill,
        RowConsequences.existing(new))
    } else {
      compare(oldInputs, newInputs, side: .source, others: target)
    }
    let outputs = { (property: CheckedProperty) in property.outputs.map { (MappingWords.path($0.path), $0.line) } }
    compare(outputs(old), outputs(new), side: .target, others: newInputs.map(\.text).joined(separator: ", "))
  }

  private static func isProperty(_ input: CheckedProperty.Input) -> Bool {
    if case .property = input.origin { return true }
    return false
  }

  private mutating func compare(_ old: [Member], _ new: [Member], side: FlowSide, others: String) {
    let (before, after) = (Set(old.map(\.text)), Set(new.map(\.text)))
    for member in old where !after.contains(member.text) {
      let place = pair.old.place(of: self.old, line: member.line)
      add(
        .rowRemoved, .dataLoss,
        side == .source
          ? "`\(member.text)` does not feed `\(others)` any more; its values do not reach \(pair.new.system(.target))."
          : "`\(member.text)` is not written from `\(others)` any more; it keeps what it holds.",
        [place], [], .review, "Make sure that nobody needs the values.")
    }
    for member in new where !before.contains(member.text) {
      let place = pair.new.place(of: self.new, line: member.line)
      add(
        .rowAdded, .behaviour,
        side == .source
          ? "`\(member.text)` feeds `\(others)` too." : "`\(member.text)` is written from `\(others)` too.",
        [], [place], .review, "The next run looks at all existing records; look at `sync plan` first.")
    }
    if side == .target { compareReader(old, new) } else { compareOrder(old, new) }
  }

  /// Of several targets only the first is read on the way back.
  private mutating func compareReader(_ old: [Member], _ new: [Member]) {
    guard let former = old.first?.text, let reader = new.first?.text, former != reader,
      new.contains(where: { $0.text == former }), self.new.direction.travels(into: .source)
    else { return }
    add(
      .readBackChanged, .behaviour, "On the way back `\(reader)` is read, where it was `\(former)`.", places.before,
      places.after, .review,
      "Where the two hold different values, \(pair.new.system(.source)) gets those of `\(reader)` now.")
  }

  private mutating func compareOrder(_ old: [Member], _ new: [Member]) {
    let (before, after) = (Set(old.map(\.text)), Set(new.map(\.text)))
    let (left, right) = (old.map(\.text).filter(after.contains), new.map(\.text).filter(before.contains))
    guard left != right, self.new.combination != .single else { return }
    add(
      .precedenceChanged, .behaviour,
      "The order of `\(target)` is \(right.joined(separator: ", ")), where it was \(left.joined(separator: ", ")).",
      places.before, places.after, .review,
      "Records with a value in several of them get another one; look at `sync plan` first.")
  }

  // MARK: - What is done to values

  private mutating func compareConversions(isSchemaChanged: Bool) {
    let written = RowWording.conversionClauses
    let oldClauses = old.lines.flatMap { written(pair.old.row(at: $0)) }
    let newClauses = new.lines.flatMap { written(pair.new.row(at: $0)) }
    // A conversion may follow from the described types alone; then the description has changed, not the row.
    let isOwn = oldClauses != newClauses
    if old.type.word != new.type.word, isOwn || !isSchemaChanged {
      add(
        .rowTypeChanged, .behaviour,
        "`\(target)` is compared as \(MappingWords.type(new.type)), where it was \(MappingWords.type(old.type)).",
        places.before, places.after, .review, "The next run projects all records anew; look at `sync plan` first.")
      return
    }
    for (before, after) in conversions {
      if let map = ValueMapDifference(from: before, to: after) {
        add(
          .valueMapChanged, map.effect, "The value map of `\(target)` changed: \(map.sentence)",
          pair.old.mapPlaces(of: old), pair.new.mapPlaces(of: new), map.effect == .widening ? .nothing : .review,
          map.effect == .widening
            ? "Records that were set aside because of a missing value are tried again when they are edited."
            : "Look at the records that hold these values.")
        return
      }
      guard isOwn || !isSchemaChanged else { continue }
      let (left, right) = (MappingWords.conversion(before), MappingWords.conversion(after))
      guard left != right else { continue }
      add(
        .conversionChanged, .behaviour,
        "`\(target)` goes through \(right ?? "no conversion"), where it was \(left ?? "none").", places.before,
        places.after, .review, "The next run projects all records anew; look at `sync plan` first.")
      return
    }
  }

  /// The conversions of the inputs and outputs that both versions have.
  private var conversions: [(before: (any Conversion)?, after: (any Conversion)?)] {
    var pairs: [(before: (any Conversion)?, after: (any Conversion)?)] = []
    for input in new.inputs {
      let origin = pair.new.words.origin(input.origin)
      guard let former = old.inputs.first(where: { pair.old.words.origin($0.origin) == origin }) else { continue }
      pairs.append((former.conversion, input.conversion))
    }
    for output in new.outputs {
      let path = MappingWords.path(output.path)
      guard let former = old.outputs.first(where: { MappingWords.path($0.path) == path }) else { continue }
      pairs.append((former.normaliser, output.normaliser))
    }
    return pairs
  }

  private mutating func compareCombination() {
    if case .join(let after) = new.combination, case .join(let before) = old.combination, before != after {
      add(
        .joinChanged, .behaviour,
        "The parts of `\(target)` are joined with \(MappingWords.value(.string(after))), where it was \(MappingWords.value(.string(before))).",
        places.before, places.after, .backfill, RowConsequences.existing(new))
    } else if old.combination != new.combination, old.inputs.count > 1, new.inputs.count > 1 {
      add(
        .precedenceChanged, .behaviour,
        "Of several values `\(target)` gets \(Self.words(new.combination)), where it was \(Self.words(old.combination)).",
        places.before, places.after, .review, "Look at `sync plan` first.")
    }
    for input in new.inputs {
      let origin = pair.new.words.origin(input.origin)
      guard let former = old.inputs.first(where: { pair.old.words.origin($0.origin) == origin }) else { continue }
      let before = pair.old.words.condition(former.condition)
      let after = pair.new.words.condition(input.condition)
      guard before != after else { continue }
      add(
        .conditionChanged, .behaviour,
        "`\(origin)` counts \(after.map { "where \($0)" } ?? "for every record"), where it was \(before ?? "every record").",
        [pair.old.place(of: old, line: former.line)], [pair.new.place(of: new, line: input.line)], .review,
        "Look at `sync plan` first.")
    }
  }

  private static func words(_ combination: CheckedProperty.Combination) -> String {
    switch combination {
    case .single: return "the only one"
    case .firstNonEmpty: return "the first that is not empty"
    case .join: return "all of them joined"
    case .byCondition: return "the first whose condition holds"
    }
  }

  private mutating func compareTranslation() {
    let (before, after) = (pair.old.words.translation(old.translation), pair.new.words.translation(new.translation))
    guard before != after else { return }
    add(
      .referenceChanged, after == nil ? .dataLoss : .behaviour,
      after.map {
        "The key in `\(target)` is found by \($0)"
          + (before.map { ", where it was \($0)." } ?? ", where it was copied.")
      }
        ?? "The key in `\(target)` is copied, where it was found by \(before ?? ""): the other system does not know it.",
      places.before, places.after, .review, "Look at the references of some records in `sync plan`.")
  }

  // MARK: - Who gets and who wins

  private mutating func compareDirection() {
    let (before, after) = (RowWording.direction(old.direction, pair.old), RowWording.direction(new.direction, pair.new))
    guard before != after else {
      return compareWriteBack()
    }
    var lost: [String] = []
    for side in FlowSide.both where old.direction.travels(into: side) && !new.direction.travels(into: side) {
      lost.append(
        "Edits in \(pair.new.system(side.other)) do not reach \(pair.new.system(side)) any more, and are overwritten by the next edit there."
      )
    }
    let gained = FlowSide.both.filter { new.direction.travels(into: $0) && !old.direction.travels(into: $0) }
    add(
      .directionChanged, .behaviour,
      "`\(target)` travels \(after ?? "both ways"), where it was \(before ?? "both ways")."
        + lost.map { " " + $0 }.joined()
        + gained.map { " Edits in \(pair.new.system($0.other)) reach \(pair.new.system($0)) now." }.joined(),
      places.before, places.after, .review,
      gained.isEmpty
        ? "Tell the people who edit the side that is not read any more."
        : "Both sides may differ since long; an edit of the next days decides, record by record.")
  }

  private mutating func compareWriteBack() {
    for input in new.inputs {
      let origin = pair.new.words.origin(input.origin)
      guard let former = old.inputs.first(where: { pair.old.words.origin($0.origin) == origin }),
        former.isWrittenBack != input.isWrittenBack
      else { continue }
      add(
        .readBackChanged, .behaviour,
        input.isWrittenBack
          ? "Values on the way back are written to `\(origin)` now."
          : "Nothing is written back to `\(origin)` any more.",
        [pair.old.place(of: old, line: former.line)], [pair.new.place(of: new, line: input.line)], .review,
        "Look at `sync plan` first.")
    }
  }

  private mutating func compareDefaults() {
    let (before, after) = (old.defaultValue.map(MappingWords.value), new.defaultValue.map(MappingWords.value))
    guard before != after else { return }
    add(
      .defaultChanged, .behaviour,
      after.map { "`\(target)` gets \($0) where the source has no value, where it was \(before ?? "left empty")." }
        ?? "`\(target)` stays empty where the source has no value, where it got \(before ?? "a default").",
      places.before, places.after, .backfill,
      RowConsequences.existing(new))
  }

  private mutating func compareWins() {
    let (before, after) = (old.wins.map(pair.old.system), new.wins.map(pair.new.system))
    guard before != after else { return }
    let section = "what the section says"
    add(
      .winsChanged, .behaviour,
      "Where both sides changed `\(target)`, \(after.map { "\($0) wins" } ?? "\(section) holds"), where it was \(before ?? section).",
      places.before, places.after, .review, "The losing value of each conflict stands in `sync conflicts`.")
  }
}
