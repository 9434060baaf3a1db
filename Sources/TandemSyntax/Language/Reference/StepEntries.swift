/// Which records take part, which edits travel, and who wins.
enum StepEntries {
  static let all: [LanguageEntry] = [
    LanguageEntry(
      "keep-in-step", "Both ways", in: .step,
      SentenceForm.of(.keepInStep).summary + " Nothing has to be written for it in YAML.", [.sentence(.keepInStep)],
      .flow("")),
    LanguageEntry(
      "one-way", "One way", in: .step, SentenceForm.of(.keepInStepOneWay).summary,
      LanguageForm.policy(.keepInStepOneWay), .flow("direction: to Ledger")),
    LanguageEntry(
      "where", "Only some records", in: .step,
      SentenceForm.of(.scope).summary + " Such a record is neither linked nor written.",
      LanguageForm.policy(.scope), .flow("where: 'vip = true'")),
    LanguageEntry(
      "where-both", "Only some records of each side", in: .step,
      "Each side has a condition on its own records.",
      LanguageForm.policy(.scope), .flow("where: {Shop: 'vip = true', Ledger: 'Status = \"Active\"'}")),
    LanguageEntry(
      "conflict-newest", "The newest edit wins", in: .step,
      SentenceForm.of(.conflictNewest).summary
        + " So it is where nothing is said.", LanguageForm.policy(.conflictNewest), .flow("conflict: newest")),
    LanguageEntry(
      "conflict-system", "One system wins", in: .step, SentenceForm.of(.conflictSystem).summary,
      LanguageForm.policy(.conflictSystem), .flow("conflict: Ledger wins")),
    LanguageEntry(
      "conflict-ask", "A person decides", in: .step, SentenceForm.of(.conflictPerson).summary,
      LanguageForm.policy(.conflictPerson), .flow("conflict: ask")),
    LanguageEntry(
      "conflict-hand-written", "Hand-written code decides", in: .step,
      SentenceForm.of(.conflictHandWritten).summary
        + " The generated code asks for the function; `Documentation/Extending.md` shows one.",
      LanguageForm.policy(.conflictHandWritten), .flow("conflict: hand-written laterStage")),
    LanguageEntry(
      "first-run-full", "A full first run", in: .step,
      SentenceForm.of(.firstRunFull).summary, LanguageForm.policy(.firstRunFull),
      .flow("first run: full")),
    LanguageEntry(
      "first-run-link", "Only link on the first run", in: .step, SentenceForm.of(.firstRunLinks).summary,
      LanguageForm.policy(.firstRunLinks), .flow("match:\n- {email: Email}\nfirst run: link only")),
    LanguageEntry(
      "first-run-new", "Leave old records alone", in: .step, SentenceForm.of(.firstRunSkips).summary,
      LanguageForm.policy(.firstRunSkips), .flow("first run: new records only")),
    LanguageEntry(
      "links-only", "Links, and nothing else", in: .step,
      SentenceForm.of(.linksOnly).summary
        + " In RST such a section says nothing of edits, and has no property table. Without the sentence an empty table holds the flow. "
        + "Rows beside it work at creation only.",
      LanguageForm.policy(.linksOnly), .flow("create: never\nmatch:\n- {email: Email}\nlinks only: true", rows: [])),
    LanguageEntry(
      "was", "A former name", in: .step, SentenceForm.of(.formerName).summary, LanguageForm.policy(.formerName),
      .flow("was: Client")),
    LanguageEntry(
      "was-target", "A former name on the other side", in: .step,
      "A former name of the target's entity stands under its system; of several names each is an item of a list.",
      LanguageForm.policy(.formerName), .flow("was: {Ledger: Debtor}")),
  ]
}
