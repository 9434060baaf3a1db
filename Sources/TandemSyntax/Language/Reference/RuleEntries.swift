/// The clauses of the Rule column.
enum RuleEntries {
  private static func entry(
    _ identifier: String, _ title: String, _ kind: ClauseForm.Kind, then further: String = "",
    and forms: [LanguageForm] = [], _ example: LanguageExample
  ) -> LanguageEntry {
    let summary = ClauseForm.of(kind).summary
    return LanguageEntry(
      identifier, title, in: .rules, further.isEmpty ? summary : summary + " " + further,
      LanguageForm.rule(kind) + forms, example)
  }

  static let all: [LanguageEntry] = [
    entry(
      "choice", "Which value comes first", .choice,
      then: "The first row that has a value gives it; on the way back the value goes into the property that gave it.",
      .rows(
        "{source: phones.number, target: Mobile, type: string, choice: 1, source dependencies: [{value: mobile, path: phones.kind}]}",
        "{source: phones.number, target: Mobile, type: string, choice: 2, source dependencies: [{value: work, path: phones.kind}]}"
      )),
    entry(
      "join", "Several values in one", .join, then: "Nothing can take them apart again, so nothing travels back.",
      .rows(
        "{source: address.street, target: Email2, type: string, direction: to Ledger, join: \", \"}",
        "{source: address.city, target: Email2, type: string, direction: to Ledger, join: \", \"}")),
    entry(
      "when", "A row on a condition", .when, then: "The condition speaks of the source's record.",
      .rows("{source: email, target: Email, type: string, when: 'status = \"active\"'}")),
    entry(
      "values", "Through a value map", .values,
      .rows(
        "{source: status, target: Status, type: enum, values: Customer status}",
        document: "values:\n  Customer status: {active: Active, blocked: Blocked}")),
    entry(
      "reference", "A reference through links", .reference,
      then: "A reference that is copied as it is would name a record of the other system.",
      .rows(
        in: "Shop Order to Ledger Invoice", "{source: number, target: Number, type: string}",
        "{source: customerId, target: Account, type: guid, reference: Customer to Account}",
        others: "- flow: Shop Customer to Ledger Account\n  create: always\n  properties:\n  - \(LanguageExample.name)")
    ),
    entry(
      "lookup", "A reference by natural keys", .lookup,
      then:
        "A property of the source's record is compared with one of the looked-up entity. Where the row's source is that "
        + "property too, the key comes back; where it is the reference that the lookup stands for, the row works towards "
        + "the target only.",
      and: [.key(.row, DocumentKey.lookupPairs)],
      .rows("{source: countryId, target: Country, type: guid, lookup: Country, by: {address.country: Iso}}")),
    entry(
      "constant", "A fixed value", .constant, then: "Such a row has no source.",
      .rows("{target: Rank, type: enum, direction: at creation, constant: Preferred}")),
    entry(
      "parameter", "A value of the environment", .parameter, then: "Such a row has no source.",
      .rows(
        "{target: Rank, type: enum, direction: at creation, parameter: rank}",
        document: "parameters:\n  rank: {type: string}")),
    entry(
      "default", "A value where there is none", .defaultValue,
      .rows("{source: email, target: Email, type: string, default: nobody@example.com}")),
    entry(
      "format", "A date as text", .format,
      then: "Its letters are `yyyy`, `MM`, `dd`, `HH`, `mm`, `ss`; other text stands between `'`.",
      .rows("{source: since, target: Email2, type: string, format: yyyyMMdd}")),
    entry(
      "conversion", "A named conversion", .conversion,
      .rows("{source: email, target: Email, type: string, conversion: lowerCase}")),
    entry(
      "conversion-by-hand", "A conversion that is written by hand", .conversion,
      then:
        "`custom` names a function in Swift, with the types that it takes and gives; left out, they are those of the row. The "
        + "generated code asks for it, and `Documentation/Extending.md` shows one. What a round trip does is unknown, unless "
        + "`inverse: true` declares that the way back undoes the way there.",
      .rows(
        "{source: email, target: Email, type: string, conversion: 'custom(name: \"mailbox\", takes: \"string\", gives: \"string\", inverse: true)'}"
      )),
    entry(
      "read-back", "Which one is read on the way back", .readBack,
      .rows(
        "{source: email, target: Email, type: string, read back: true}",
        "{source: email, target: Email2, type: string}")),
    entry(
      "wins", "Who wins conflicts of a row", .wins, then: "It counts more than what the flow says.",
      .rows("{source: email, target: Email, type: string, wins: Shop}")),
  ]
}
