/// When a flow creates records of the target.
enum CreationEntries {
  static let all: [LanguageEntry] = [
    LanguageEntry(
      "create-always", "Always", in: .creation, SentenceForm.of(.createAlways).summary,
      LanguageForm.policy(.createAlways), .flow("create: always")),
    LanguageEntry(
      "create-when", "On a condition", in: .creation,
      SentenceForm.of(.createWhen).summary
        + " A record that fails the condition may still be matched and linked. Mind the two blanks after \"it\".",
      LanguageForm.policy(.createWhen), .flow("create: 'when status = \"active\"'")),
    LanguageEntry(
      "create-connected", "When something else needs it", in: .creation, SentenceForm.of(.createConnected).summary,
      LanguageForm.policy(.createConnected),
      .flow("create: connected to Shop Order", others: ListEntries.orders)),
    LanguageEntry(
      "create-never", "Never", in: .creation, SentenceForm.of(.linkFirst).summary, LanguageForm.policy(.linkFirst),
      .flow("create: never\nmatch:\n- {email: Email}")),
    LanguageEntry(
      "create-remark", "A remark", in: .creation,
      SentenceForm.of(.createRemark).summary + " Nobody guesses what it means: write a condition in its place.",
      [.sentence(.createRemark), .key(.creation, DocumentKey.remark)], isHeld: true,
      .flow("create: {remark: \"Ask the office first\"}")),
    LanguageEntry(
      "create-when-remark", "A condition in prose", in: .creation, SentenceForm.of(.createWhenRemark).summary,
      [.sentence(.createWhenRemark), .key(.creation, DocumentKey.remark)], isHeld: true,
      .flow("create: {remark: \"When the customer has bought something\"}")),
  ]
}
