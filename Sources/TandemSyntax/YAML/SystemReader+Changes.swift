extension SystemReader {
  private enum DeletionKind: String, CaseIterable {
    case feed, flag, keys
  }

  /// How changes and deletions are found: `changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}`.
  static func changes(_ outer: inout MappingReader) -> ChangesDescription? {
    guard var keys = outer.mapping("changes") else { return nil }
    keys.require("cursor", form: "rowVersion")
    keys.require("kind", form: "rowversion")
    keys.require("deletes", form: "{kind: keys}")
    let cursor = keys.text("cursor")
    let kind = keys.word("kind", ChangeKind.self)
    let lookback = duration("lookback", &keys, units: ["s": 1, "m": 60, "h": 3_600, "d": 86_400], form: "`5m`")
    let deletions = deletions(&keys)
    keys.finish()
    guard let cursor, let kind, let deletions else { return nil }
    let meaning: ChangesDescription.Kind = kind.value == .rowversion ? .rowversion : .timestamp
    return ChangesDescription(
      cursor: cursor, kind: Located(meaning, at: kind.span), lookbackSeconds: lookback, deletions: deletions)
  }

  private enum ChangeKind: String, CaseIterable {
    case rowversion, timestamp
  }

  private static func deletions(_ outer: inout MappingReader) -> Located<ChangesDescription.Deletions>? {
    guard var keys = outer.mapping("deletes") else { return nil }
    keys.require("kind", form: "feed")
    let kind = keys.word("kind", DeletionKind.self)
    var result: ChangesDescription.Deletions?
    switch kind?.value {
    case .feed:
      result = .feed(retentionDays: duration("retention", &keys, units: ["d": 1], form: "`60d`")?.value)
    case .flag:
      keys.require("property", form: "IsDeleted")
      result = keys.text("property").map { .flag(property: $0.value) }
    case .keys: result = .keys
    case nil:
      // Which keys belong there depends on the kind; without it none is wrong.
      _ = keys.entry("retention")
      _ = keys.entry("property")
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
