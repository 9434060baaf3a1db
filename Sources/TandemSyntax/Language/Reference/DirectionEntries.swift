/// In which direction a row works.
enum DirectionEntries {
  private static func entry(_ identifier: String, _ title: String, _ kind: DirectionForm.Kind, _ words: String)
    -> LanguageEntry
  {
    LanguageEntry(
      identifier, title, in: .directions, DirectionForm.all.first { $0.kind == kind }?.summary ?? "",
      [.direction(kind), .key(.row, DirectionForm.key), .column(.direction)],
      .rows("{source: email, target: Email, type: string, direction: \(words)}"))
  }

  static let all: [LanguageEntry] = [
    entry("direction-both", "Both ways", .both, "both"),
    entry("direction-to", "Into one system", .toSystem, "to Ledger"),
    entry("direction-at-creation", "When the record is created", .atCreation, "at creation"),
    entry("direction-only-if-empty", "Only where nothing stands", .onlyIfEmpty, "only if empty"),
    entry(
      "direction-only-if-empty-in", "Only where nothing stands, of a named side", .onlyIfEmptyIn,
      "only if empty in Shop"),
  ]
}
