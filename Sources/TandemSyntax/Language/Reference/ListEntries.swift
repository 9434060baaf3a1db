/// Flows that make records of the elements of a list.
enum ListEntries {
  private static let title = "Shop Order.lines to Ledger Receipt"
  private static let rows = ["{source: text, target: Text, type: string}"]
  private static let parent = "parent: Order to Invoice via Invoice"

  /// The flows that orders need.
  static let orders = """
    - flow: Shop Order to Ledger Invoice
      create: always
      properties:
      - {source: number, target: Number, type: string}
      - {source: customerId, target: Account, type: guid, reference: Customer to Account}
    """
  private static let others =
    orders + """

      - flow: Shop Customer to Ledger Account
        create: always
        properties:
        - \(LanguageExample.name)
      """

  private static func example(_ text: String) -> LanguageExample {
    .flow(text, title: title, rows: rows, others: others)
  }

  /// A flow of elements with nothing else to say.
  static let plain = LanguageExample.part(.heading, title: title, rows: rows, others: others)

  static let all: [LanguageEntry] = [
    LanguageEntry(
      "parent", "One element, one record", in: .lists,
      SentenceForm.of(.parent).summary
        + " The heading names the list behind its entity. Such flows are read and checked, and held for now.",
      LanguageForm.policy(.parent), isHeld: true, example(parent)),
    LanguageEntry(
      "removed-delete", "Delete the record of a lost element", in: .lists, SentenceForm.of(.removalDeletes).summary,
      LanguageForm.policy(.removalDeletes), isHeld: true, example("removed: delete")),
    LanguageEntry(
      "removed-archive", "Archive the record of a lost element", in: .lists,
      SentenceForm.of(.removalArchives).summary, LanguageForm.policy(.removalArchives), isHeld: true,
      example("removed: 'archive with Text = \"gone\"'")),
    LanguageEntry(
      "removed-unlink", "Drop the link of a lost element", in: .lists, SentenceForm.of(.removalUnlinks).summary,
      LanguageForm.policy(.removalUnlinks), isHeld: true, example("removed: unlink")),
    LanguageEntry(
      "removed-ignore", "Keep the record of a lost element", in: .lists, SentenceForm.of(.removalIgnored).summary,
      LanguageForm.policy(.removalIgnored), isHeld: true, example("removed: ignore")),
  ]
}
