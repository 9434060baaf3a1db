/// Value maps, and what happens to values that stand in none of their lines.
enum ValueMapEntries {
  private static let lines = "{active: Active, blocked: Blocked"
  private static let row = "{source: status, target: Status, type: enum, values: Customer status}"
  private static let words = ColumnForm.otherwise

  static let all: [LanguageEntry] = [
    LanguageEntry(
      "value-map", "A value map", in: .valueMaps,
      "The values of the source on the left, those of the target on the right. On the way back the first "
        + "line with the value counts. In RST value maps are the last sections.",
      [.heading(.values), .key(.document, DocumentKey.values), .column(.sourceValue), .column(.targetValue)],
      .document("values:\n  Customer status: \(lines)}", rows: row)),
    LanguageEntry(
      "otherwise-error", "Other values are errors", in: .valueMaps,
      "A record with another value waits for a person, as when nothing is said.",
      [.otherwise(words.error)],
      .document("values:\n  Customer status: \(lines), otherwise: error}", rows: row)),
    LanguageEntry(
      "otherwise-keep", "Other values stay", in: .valueMaps, "Another value passes through as it is.",
      [.otherwise(words.keep)],
      .document(
        "values:\n  Town: {Den Haag: The Hague, otherwise: keep}",
        rows: "{source: address.city, target: Address.City, type: string, values: Town}")),
    LanguageEntry(
      "otherwise-empty", "Other values are left out", in: .valueMaps, "For another value the property stays empty.",
      [.otherwise(words.empty)],
      .document("values:\n  Customer status: {active: Active, otherwise: empty}", rows: row)),
    LanguageEntry(
      "otherwise-value", "Other values become one", in: .valueMaps, "Another value becomes the named one.",
      [.otherwise(DocumentKey.value), .key(.otherwise, DocumentKey.value)],
      .document("values:\n  Customer status: {active: Active, otherwise: {value: Blocked}}", rows: row)),
    LanguageEntry(
      "value-twice", "A value that stands twice", in: .valueMaps,
      "Several values of one side may belong to one of the other. A map that has a left value twice is a "
        + "list in YAML; the second line only counts on the way back. In each direction the first line counts.",
      [],
      .document(
        "values:\n  Customer rank: [{vip: Preferred}, {usual: Ordinary}, {usual: Plain}]",
        rows: "{source: email, target: Rank, type: enum, values: Customer rank}")),
  ]
}
