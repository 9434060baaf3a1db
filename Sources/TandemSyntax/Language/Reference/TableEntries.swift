/// The columns of the property table, and what its cells may hold.
enum TableEntries {
  static let all: [LanguageEntry] = [
    LanguageEntry(
      "properties", "Rows", in: .table,
      "Each row keeps two properties in step. A path walks into a part of a property (`address.city`) or "
        + "into the elements of a list (`phones.number`). The type is that of the target's property.",
      [
        .sentence(.propertyTable), .key(.flow, DocumentKey.properties), .column(.source), .column(.target),
        .column(.type), .key(.row, DocumentKey.source), .key(.row, DocumentKey.target), .key(.row, DocumentKey.type),
      ], .part(.table)),
    LanguageEntry(
      "further-columns", "Further columns", in: .table,
      "Two more columns stand in a table that needs them: in which direction a row works, and its rules, "
        + "with `;` between them.",
      [.column(.direction), .column(.rule), .key(.row, DocumentKey.direction)],
      .rows("{source: status, target: Rank, type: enum, direction: to Ledger, when: 'vip = true', default: Ordinary}")),
    LanguageEntry(
      "source-element", "An element of the source's list", in: .table,
      "The row means the element whose property has the value; on the way back the value goes into that "
        + "element. Several clauses stand behind each other; different values of one property are alternatives.",
      [
        .dependency, .key(.row, DependencyForm.keys.source), .key(.condition, DocumentKey.value),
        .key(.condition, DocumentKey.path),
      ],
      .rows(
        "{source: phones.number, target: Mobile, type: string, source dependencies: [{value: mobile, path: phones.kind}]}"
      )),
    LanguageEntry(
      "target-element", "An element of the target's list", in: .table, "The same for a list of the target.",
      [.dependency, .key(.row, DependencyForm.keys.target)],
      .rows(
        in: "Ledger Account to Shop Customer", "{source: Name, target: name, type: string}",
        "{source: Mobile, target: phones.number, type: string, target dependencies: [{value: mobile, path: phones.kind}]}"
      )),
  ]
}
