import TandemEmit
import TandemSemantics
import TandemValues

/// The rows of a flow in two versions. Connected rows are compared as the one property that they form.
struct PropertyDifference {
  private(set) var changes: [Change] = []
  /// Groups that a changed description changes, by the described property.
  private(set) var explained: [PropertyKey: [SchemaDifference.Consequence]] = [:]
  private let pair: FlowPairing.Pair
  private let oldNames: [String: UInt64]
  private let newNames: [String: UInt64]

  init(_ pair: FlowPairing.Pair, schemas: SchemaDifference) {
    self.pair = pair
    func names(_ version: FlowVersion) -> [String: UInt64] {
      Dictionary(version.layout.properties.map { ($0.name, $0.fingerprint) }, uniquingKeysWith: { first, _ in first })
    }
    oldNames = names(pair.old)
    newNames = names(pair.new)
    // What a row of a flow that changed its direction was before, nobody compares row by row.
    guard !pair.isReversed else { return }
    let (groups, removed, added) = Self.paired(pair.old.flow.properties, pair.new.flow.properties)
    for (old, new) in groups { compare(old, new, schemas) }
    for property in removed { remove(property) }
    for property in added { add(property) }
  }

  // MARK: - Identity

  /// The groups of both versions that write one property, and those that stand alone.
  private static func paired(
    _ old: [CheckedProperty], _ new: [CheckedProperty]
  ) -> (pairs: [(CheckedProperty, CheckedProperty)], removed: [CheckedProperty], added: [CheckedProperty]) {
    // A target belongs to one group; where it stands in several, the first one that is left counts.
    var places: [String: [Int]] = [:]
    for (index, property) in old.enumerated() {
      for output in property.outputs { places[MappingWords.path(output.path), default: []].append(index) }
    }
    var taken: Set<Int> = []
    var pairs: [(CheckedProperty, CheckedProperty)] = []
    var added: [CheckedProperty] = []
    for property in new {
      let candidates = property.outputs.flatMap { places[MappingWords.path($0.path)] ?? [] }
      if let place = candidates.filter({ !taken.contains($0) }).min() {
        taken.insert(place)
        pairs.append((old[place], property))
      } else {
        added.append(property)
      }
    }
    let open = old.indices.filter { !taken.contains($0) }
    return (pairs, open.map { old[$0] }, added)
  }

  // MARK: - Groups of one version

  private mutating func remove(_ property: CheckedProperty) {
    let words = pair.old.words
    let sources = property.inputs.map { words.origin($0.origin) }.joined(separator: ", ")
    let targets = property.outputs.map { MappingWords.path($0.path) }.joined(separator: ", ")
    var change = Change(
      .rowRemoved, .dataLoss, of: pair.new.title,
      """
      `\(sources)` and `\(targets)` are not kept in step any more: later values do not reach the other side, and new \
      records are created without them.
      """, before: pair.old.places(of: property), remedy: .review,
      "Make sure that nobody needs the values; both sides keep what they hold.")
    change.base = .dropped
    changes.append(change)
  }

  private mutating func add(_ property: CheckedProperty) {
    let words = pair.new.words
    let sources = property.inputs.map { words.origin($0.origin) }.joined(separator: ", ")
    let targets = property.outputs.map { MappingWords.path($0.path) }.joined(separator: ", ")
    let loses = property.verdict.kind == .lossy
    let losses = VerdictExample.losses(property.verdict).joined(separator: "; ")
    var change = Change(
      .rowAdded, loses ? .dataLoss : .behaviour, of: pair.new.title,
      "`\(sources)` and `\(targets)` are kept in step: \(RowConsequences.firstMerge(property, pair.new))"
        + (loses ? " The row is lossy: it loses \(losses)." : ""),
      after: pair.new.places(of: property), remedy: RowConsequences.fillsExisting(property) ? .review : .backfill,
      RowConsequences.fillsExisting(property)
        ? "The next run brings all existing records up to date; look at `sync plan` first."
        : "Records that exist already are not filled in; edit them, or fill the property once by hand.")
    change.base = .firstMerge
    change.example = VerdictExample.text(property, pair.new)
    changes.append(change)
  }

  // MARK: - Groups of both versions

  private mutating func compare(_ old: CheckedProperty, _ new: CheckedProperty, _ schemas: SchemaDifference) {
    let touched = schemas.changed(among: new.keys(in: pair.new).union(old.keys(in: pair.old)))
    var found = RowFacets(pair, old, new, isSchemaChanged: !touched.isEmpty).changes
    let isSame = old.name == new.name && oldNames[old.name] == newNames[new.name]
    let base: Change.BaseConsequence = isSame && !pair.isRenamed ? .kept : .firstMerge
    let worse = VerdictExample.isWorse(old.verdict, new.verdict)
    let example = worse ? VerdictExample.text(old, new, pair.new) : nil
    let losses = VerdictExample.newLosses(old.verdict, new.verdict).joined(separator: "; ")
    if worse, let first = found.firstIndex(where: { $0.kind.decidesValues }) {
      found[first].effect = .dataLoss
      found[first].example = example
      found[first].sentence += " " + Self.worsening(old.verdict, new.verdict)
    } else if !touched.isEmpty {
      let consequence = SchemaDifference.Consequence(
        rows: pair.new.places(of: new), example: example,
        loss: worse ? losses : nil, base: base)
      for key in touched { explained[key, default: []].append(consequence) }
    } else if worse {
      found.append(
        change(
          .verdictChanged, .dataLoss,
          Self.worsening(old.verdict, new.verdict), old, new, example: example))
    }
    if found.isEmpty, base == .firstMerge, touched.isEmpty, !pair.isRenamed {
      found.append(
        change(
          .baseRebuilt, .none,
          "`\(new.name)` means the same, but the state knows it in another form: \(RowConsequences.rebuilt)", old, new,
          example: nil))
    }
    for index in found.indices { found[index].base = base }
    changes += found
  }

  private static func worsening(_ old: Verdict, _ new: Verdict) -> String {
    let losses = VerdictExample.newLosses(old, new).joined(separator: "; ")
    return old.kind == new.kind
      ? "It loses more than before: \(losses)."
      : "It was \(old.kind.rawValue) and is \(new.kind.rawValue) now: it loses \(losses)."
  }

  private func change(
    _ kind: ChangeKind, _ effect: DataEffect, _ sentence: String, _ old: CheckedProperty, _ new: CheckedProperty,
    example: String?
  ) -> Change {
    var change = Change(
      kind, effect, of: pair.new.title, sentence, before: pair.old.places(of: old), after: pair.new.places(of: new),
      remedy: effect == .none ? .nothing : .review,
      effect == .none ? "Nothing has to be done." : "Compare what both systems hold for the value that is shown.")
    change.example = example
    return change
  }
}

extension ChangeKind {
  /// True for what decides which values a row writes.
  var decidesValues: Bool {
    switch self {
    case .rowTypeChanged, .conversionChanged, .valueMapChanged, .joinChanged, .precedenceChanged, .directionChanged,
      .defaultChanged, .rowAdded, .referenceChanged, .readBackChanged, .conditionChanged:
      return true
    default: return false
    }
  }
}
