import TandemSyntax

/// The chapters of the language's page on comments and on what they can allow.
enum CommentsSection {
  static func write(to page: inout ReferencePage) {
    page.heading("Comments", "comments")
    page.paragraph(
      "A comment belongs to a part of the document and stays with it in the other notation. In YAML it stands on lines of its",
      "own before the part, or beside it; marks that stand under each other are one comment, and a blank line divides two."
    )
    page.code("yaml", example)
    page.paragraph(
      "In RST a comment begins with two full stops and a blank; what belongs to it is indented below, and blank lines stand",
      "around it:")
    page.paragraph(
      "- before a heading or a sentence it speaks of what follows;",
      "- between an announcement (`The following properties ...:`, a heading) and its table it speaks of the whole table;",
      "- under the text of a row's first cell, indented as that text and behind a blank line, it stands before the row, and",
      "  under the text of the last cell beside it;",
      "- `.. \(RSTCommentText.above): text` speaks of the sentence before it, and behind a table of the end of that table;",
      "- `.. \(DocumentKey.flows): text`, `.. \(DocumentKey.values): text` and `.. \(LayoutForm.documentKey): text` stand for",
      "  comments at keys that only YAML has.")
    page.heading("Findings that a comment allows", "allowed-findings")
    page.paragraph(
      "`\(Suppression.words) CODE, CODE until YYYY-MM-DD: REASON` in a comment allows warnings and notes at the part that the comment",
      "belongs to: a row, a sentence, a section, or at the head of a file the whole document; in a system description the entry.",
      "The reason is required, the last day may be left out. Errors cannot be allowed. A comment that allows nothing is reported,",
      "and `tandem check --fix` removes it. A reason may go on in lines that are indented further; they are removed with it."
    )
  }

  private static let example = """
    # The customers of Custom CRM, also the prospects among them.
    dataflow: Custom CRM to Salesforce
    flows:
    - flow: Custom CRM Customer to Salesforce Account
      create: always  # also for prospects
      match:
      # given by Custom CRM
      - {customerNumber: AccountNumber}
      properties:
      - {source: customerNumber, target: AccountNumber, type: string, direction: to Salesforce}
      - {source: name, target: Name, type: string, wins: Custom CRM}
      # tandem allows type-differs until 2099-12-31: the generator writes integer for every number
      - {source: phone, target: Phone, type: integer}
    """
}
