/// What stands in a document besides its flows.
enum DocumentEntries {
  static let all: [LanguageEntry] = [
    LanguageEntry(
      "dataflow", "The two systems", in: .document,
      "The system on the left is the source: new records are made from its records. Edits travel both ways.",
      [.heading(.title), .key(.document, DocumentKey.dataflow)], .part(.title)),
    LanguageEntry(
      "generated", "When the document was made", in: .document,
      "A date and a time. Nothing depends on it.",
      [.heading(.generated), .key(.document, DocumentKey.generated)],
      .document("\(DocumentKey.generated): \"2026-11-01 09:00:00\"")),
    LanguageEntry(
      "introduction", "Introduction", in: .document,
      "A paragraph for the reader, on one line.",
      [.heading(.introduction), .key(.document, DocumentKey.introduction)],
      .document("\(DocumentKey.introduction): \"The customers of the shop are the accounts of the ledger.\"")),
    LanguageEntry(
      "flow", "Two entities", in: .document,
      "Each pair of entities is a section of its own. Behind an entity may stand the list property whose "
        + "elements are meant (`Order.lines`), or a qualifier in small letters or parentheses (`Contact (human "
        + "data)`).",
      [.heading(.section), .key(.document, DocumentKey.flows), .key(.flow, DocumentKey.flow)], .part(.heading)),
    LanguageEntry(
      "parameters", "Parameters", in: .document,
      "Typed values that each environment sets. A condition writes `$rank`, a row `parameter rank`.",
      [
        .heading(.parameters), .key(.document, DocumentKey.parameters), .key(.parameter, DocumentKey.type),
        .key(.parameter, DocumentKey.defaultValue), .column(.parameter), .column(.parameterType),
        .column(.parameterDefault),
      ],
      .document(
        "parameters:\n  rank: {type: string, default: Ordinary}",
        rows: "{target: Rank, type: enum, direction: at creation, parameter: rank}")),
  ]
}
