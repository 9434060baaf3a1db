/// How existing records are recognised.
enum MatchingEntries {
  private static let table: [LanguageForm] = [
    .sentence(.mergeTable), .key(.flow, DocumentKey.match), .column(.source), .column(.target),
  ]

  static let all: [LanguageEntry] = [
    LanguageEntry(
      "match", "Look for a match first", in: .matching,
      "Before a record is created, the other system is searched for one that is the same. Each row is an "
        + "alternative, in order of preference.",
      [.sentence(.mergeWithMatch), .sentence(.createWithoutMatch)] + table,
      .flow("match:\n- {email: Email}\n- {name: Name}")),
    LanguageEntry(
      "match-combination", "Several properties together", in: .matching,
      "All pairs of one combination must be equal. In RST rows with one number form a combination.",
      table + [.column(.combination)], .flow("match:\n- {name: Name, address.city: Address.City}\n- {email: Email}")),
    LanguageEntry(
      "match-condition", "One element of a list", in: .matching,
      "A cell may say which element of a list it means. In YAML such pairs are rows in a list.",
      table + [.dependency, .key(.row, DependencyForm.keys.source)],
      .flow(
        "match:\n- [{source: phones.number, target: Mobile, source dependencies: [{value: mobile, path: phones.kind}]}]"
      )),
  ]
}
