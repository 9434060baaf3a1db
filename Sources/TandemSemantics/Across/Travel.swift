import TandemValues

/// A property of a flow whose values travel as they are after creation, before it is looked at together with those of other
/// flows. Found with the flow, since flows are checked beside each other.
struct Travel: Sendable {
  /// The position of the property in ``ResolvedFlow/properties``.
  var property: Int
  /// Where the values stand on the left.
  var source: PathResolution
  /// Where they stand on the right.
  var target: PathResolution
  /// True when they travel from the source to the target after creation.
  var travelsForth: Bool
  /// True when they travel back.
  var travelsBack: Bool
  /// True for a row that only leaves blanks away, refuses what is too long, or writes a value in another type and back: in
  /// a ring of such rows every value means the same everywhere, so that nothing has to be tried.
  var isPlain: Bool

  /// The way of a property; `nil` for constants, keys that are translated, texts that are joined, rows that fill what is
  /// empty.
  init?(of property: ResolvedProperty, at position: Int) {
    if case .onlyIfEmpty = property.direction { return nil }
    switch property.combination {
    case .join, .byCondition: return nil
    case .single, .firstNonEmpty: break
    }
    guard let row = property.rows.first, let source = row.source, row.sourceKey == source.key,
      row.translation == nil, row.clauses.condition == nil, let output = property.outputs.first
    else { return nil }
    travelsForth = property.direction.updates(.target)
    travelsBack = property.direction.updates(.source) && property.writesBack(row)
    guard travelsForth || travelsBack else { return nil }
    self.property = position
    self.source = source
    target = output.target
    isPlain = Self.isPlain(row)
  }

  private static func isPlain(_ row: ResolvedRow) -> Bool {
    if let known = row.known { return known.isPlain }
    // A value map may exchange values, and be exact for itself.
    if row.clauses.values != nil { return false }
    return row.defaultValue == nil && isPlain(row.input.conversion) && isPlain(row.normaliser)
  }

  /// True for a conversion that keeps what every value means.
  static func isPlain(_ conversion: (any Conversion)?) -> Bool {
    guard let conversion else { return true }
    let parts = conversion.parts.isEmpty ? [conversion] : conversion.parts
    return parts.allSatisfy { part in
      if part is TrimmedString || part is StringLength || part is Identity { return true }
      return part.effectiveLaws == .exact && !(part is TandemValues.ValueMap)
    }
  }
}
