/// What happens when a record is deleted.
enum DeletionEntries {
  static let all: [LanguageEntry] = [
    LanguageEntry(
      "deletion-ignore", "Keep the partner", in: .deletions,
      SentenceForm.of(.deletionIgnored).summary + " So it is where nothing is said.",
      LanguageForm.policy(.deletionIgnored), .flow("deletion: {Shop: ignore}")),
    LanguageEntry(
      "deletion-unlink", "Drop the link", in: .deletions, SentenceForm.of(.deletionUnlinks).summary,
      LanguageForm.policy(.deletionUnlinks), .flow("deletion: {Ledger: unlink}")),
    LanguageEntry(
      "deletion-propagate", "Delete the partner", in: .deletions, SentenceForm.of(.deletionPropagates).summary,
      LanguageForm.policy(.deletionPropagates), .flow("deletion: {Shop: propagate}")),
    LanguageEntry(
      "deletion-archive", "Archive the partner", in: .deletions, SentenceForm.of(.deletionArchives).summary,
      LanguageForm.policy(.deletionArchives),
      .flow("deletion: {Shop: 'archive with Status = \"Blocked\"', Ledger: ignore}")),
  ]
}
