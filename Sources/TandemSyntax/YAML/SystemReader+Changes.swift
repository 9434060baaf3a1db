extension SystemReader {
  /// How changes and deletions are found: `changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}`.
  static func changes(_ outer: inout MappingReader) -> ChangesDescription? {
    guard var keys = outer.mapping(DescriptionKey.changes) else { return nil }
    keys.require(.cursor)
    keys.require(.cursorKind)
    keys.require(.deletions)
    let cursor = keys.text(DescriptionKey.cursor)
    let kind = keys.word(DescriptionKey.kind, ChangesDescription.Kind.self)
    let lookback = duration(
      DescriptionKey.lookback, &keys, units: ["s": 1, "m": 60, "h": 3_600, "d": 86_400], form: "`5m`")
    let deletions = deletions(&keys)
    keys.finish()
    guard let cursor, let kind, let deletions else { return nil }
    return ChangesDescription(cursor: cursor, kind: kind, lookbackSeconds: lookback, deletions: deletions)
  }

  private static func deletions(_ outer: inout MappingReader) -> Located<ChangesDescription.Deletions>? {
    guard var keys = outer.mapping(DescriptionKey.deletions) else { return nil }
    keys.require(.deletionKind)
    let kind = keys.word(DescriptionKey.kind, DeletionKind.self)
    var result: ChangesDescription.Deletions?
    switch kind?.value {
    case .feed:
      result = .feed(retentionDays: duration(DescriptionKey.retention, &keys, units: ["d": 1], form: "`60d`")?.value)
    case .flag:
      keys.require(.deletionProperty)
      result = keys.text(DescriptionKey.property).map { .flag(property: $0.value) }
    case .keys: result = .keys
    case nil:
      // Which keys belong there depends on the kind; without it none is wrong.
      _ = keys.entry(DescriptionKey.retention)
      _ = keys.entry(DescriptionKey.property)
    }
    keys.finish()
    return result.map { Located($0, at: keys.node.span) }
  }

  /// A whole number with a unit, in the unit whose factor is 1.
  private static func duration(
    _ key: String, _ keys: inout MappingReader, units: [String: Int], form: String
  ) -> Located<Int>? {
    guard let scalar = keys.scalar(key) else { return nil }
    let digits = scalar.text.prefix { $0.isASCII && $0.isNumber }
    let unit = scalar.text.dropFirst(digits.count)
    if let value = Int(digits), let factor = units[String(unit)] {
      let (product, overflow) = value.multipliedReportingOverflow(by: factor)
      if !overflow { return Located(product, at: scalar.contentSpan) }
    }
    keys.context.report(MalformedDuration.diagnostic(scalar, of: key, form: form))
    return nil
  }
}
