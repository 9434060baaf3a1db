/// What holds a flow: it is read, checked and generated, and writes nothing.
enum HeldEntries {
  static let all: [LanguageEntry] = [
    LanguageEntry(
      "held-empty", "An empty property table", in: .held,
      "As in the supplied documents. The warning names the rows that the two descriptions suggest; who "
        + "means it so writes that the flow only links.",
      [], isHeld: true, .part(.table, rows: [])),
    LanguageEntry(
      "held-type", "A type that nothing resolves", in: .held,
      "`N/A` stands where an old document could not print a conversion any more. A type, or a rule that "
        + "names the conversion, resolves it.",
      [], isHeld: true, .rows("{source: email, target: Email, type: N/A}")),
    LanguageEntry(
      "held-prose", "A condition in prose", in: .held,
      "A person understands it, a program does not. An expression resolves it.", [], isHeld: true,
      .flow("create: {remark: \"When the customer is a good one\"}")),
    LanguageEntry(
      "held-elements", "Elements of a list as records", in: .held,
      "The form is understood and kept; the sync does not carry such flows out yet.", [], isHeld: true,
      ListEntries.plain),
  ]
}
