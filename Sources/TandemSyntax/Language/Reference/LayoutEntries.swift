/// The ways in which an RST document may be laid out, as its YAML says it.
enum LayoutEntries {
  private static func entry(
    _ kind: LayoutForm.Kind, _ value: String, after other: String = "", and forms: [LanguageForm] = [],
    document: String = "", flow: String = "",
    row: String? = LanguageExample.name
  ) -> LanguageEntry {
    let key = LayoutForm.key(kind)
    let summary = LayoutForm.all.first { $0.kind == kind }?.summary ?? ""
    return LanguageEntry(
      "layout-" + key.split(separator: " ").joined(separator: "-"), LayoutEntries.title(of: key), in: .layout, summary,
      [.key(.layout, key), .key(.document, LayoutForm.documentKey)] + forms,
      .layout((other.isEmpty ? "" : other + "\n  ") + "\(key): \(value)", document: document, flow: flow, row: row))
  }

  private static func title(of key: String) -> String { key.prefix(1).uppercased() + key.dropFirst() }

  static let all: [LanguageEntry] = [
    entry(.lineEnds, "crlf"),
    entry(.otherLineEnds, "[2, 3]"),
    entry(.byteOrderMark, FlagForm.on),
    entry(
      .introductionHeading, YAMLText.quoted(HeadingForm.introduction.older), and: [.heading(.olderIntroduction)],
      document: "\(DocumentKey.introduction): \"The customers of the shop are the accounts of the ledger.\""),
    entry(
      .parameters, LayoutForm.first, document: "\(DocumentKey.parameters):\n  rank: {type: string}",
      flow: "where: 'name != $rank'"),
    entry(.emptyParameters, FlagForm.on),
    entry(.finalLineEnd, LayoutForm.missing + "\n  \(LayoutForm.key(.blankLines)): {21: 0}"),
    entry(.comments, "{9: 1}", flow: "# Edits travel both ways."),
    entry(
      .commentLengths, "{13: 1, 15: 1}", after: "\(LayoutForm.key(.comments)): {13: 1, 15: 1}",
      flow: "conflict: newest  # The newest edit\n                  # of both systems."),
    entry(
      .commentMarks, "{11: plain}", after: "\(LayoutForm.key(.comments)): {11: 1}", flow: "# above: all of them"),
    entry(
      .order, "{5: 19 \(LayoutForm.through) 30}",
      document: "\(DocumentKey.values):\n  Names: {Unknown: Nobody, Nobody: Unknown, otherwise: keep}",
      row: "{source: name, target: Name, type: string, values: Names}"),
    entry(.missingLines, "{0: 1}"),
    entry(.spellings, "{7: {1: \"SHOP\"}}"),
    entry(.blankLines, "{3: 2}"),
    entry(.trailingBlanks, "{20: \" \"}"),
    entry(.spacing, "{19: {2: \"  \"}}"),
    entry(
      .innerSpacing, "{23: {18: \"\"}}", row: "{source: name, target: Name, type: string, default: unknown, wins: Shop}"
    ),
    entry(
      .ruleLengths, "{6: 13}", after: "\(LayoutForm.key(.introductionHeading)): \"\(HeadingForm.introduction.older)\"",
      document: "\(DocumentKey.introduction): \"The customers of the shop are the accounts of the ledger.\""),
    entry(.marks, "{21: bare}"),
    entry(.emptyColumns, "{1: [Rule]}"),
    entry(.emptyTables, "[1]", flow: "create: never\nmatch:\n- {email: Email}\nlinks only: true", row: nil),
    entry(.emptyPromises, "[1]", flow: "create: never\nmatch:\n- {email: Email}\nlinks only: true", row: nil),
  ]
}
