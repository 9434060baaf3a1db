import TandemSemantics
import TandemSyntax
import TandemValues

/// The language on one page, made from the tables that the readers use; `tandem explain language` prints it.
///
/// A chapter is a function below; the entries with their examples stand in `TandemSyntax/Language/Reference`.
public enum LanguagePage {
  /// The page, in Markdown.
  public static var text: String {
    var page = MarkdownPage()
    page.line("<!-- Written by 'make generate' from the tables of the language. Edits are lost. -->")
    page.line("# The language of dataflow documents")
    page.paragraph(
      "A document keeps the entities of two systems in step. It is written in RST or in YAML; both say the same.",
      "Everything that a document may say stands on this page, with an example in each notation. The examples are run: they",
      "read to the same, they are what `tandem convert` prints, and `tandem check` finds nothing to correct in them.",
      "`Documentation/Examples` has one document that uses all of it, and `Documentation/Authoring.md` shows how to write one.",
      "`tandem explain WORDS` prints a single entry: `tandem explain lookup`, `tandem explain \"first run\"`.")
    writeContents(to: &page)
    writeFirstDocument(to: &page)
    for topic in LanguageEntry.Topic.allCases { write(topic, to: &page) }
    writeExpressions(to: &page)
    writeTypes(to: &page)
    writeOldTransforms(to: &page)
    CommentsSection.write(to: &page)
    writeSentences(to: &page)
    writeKeys(to: &page)
    return page.text
  }

  /// The chapter or the entries that some words of an author mean, as `tandem explain WORDS` prints them; `nil` when
  /// there is none.
  public static func explain(_ words: String) -> String? {
    var page = MarkdownPage(hasAnchors: false)
    if let chapter = chapters.first(where: { $0.names.contains { LanguageSearch.isSame($0, words) } }) {
      chapter.write(&page)
      return page.text
    }
    let entries = LanguageSearch.entries(for: words)
    guard !entries.isEmpty else { return nil }
    for entry in entries { write(entry, to: &page) }
    return page.text
  }

  /// The chapters by the words that people look for.
  private static var chapters: [(names: [String], write: (inout MarkdownPage) -> Void)] {
    [
      (["first document", "a first document"], writeFirstDocument),
      (["expression", "expressions", "condition", "conditions"], writeExpressions),
      (["type", "types", "conversions", "types and conversions"], writeTypes),
      (["old transforms", "transforms", "transforms of the oldest documents"], writeOldTransforms),
      (["comment", "comments", "suppression", "suppressions", "allow", "allows"], CommentsSection.write),
      (["sentences", "all sentences"], writeSentences), (["keys", "all keys"], writeKeys),
    ]
      + LanguageEntry.Topic.allCases.map { topic in
        ([topic.rawValue, topic.title] + topic.otherNames, { write(topic, to: &$0) })
      }
  }

  /// What words that mean nothing were probably meant to be.
  public static func nearest(to words: String) -> String? { LanguageSearch.nearest(to: words) }

  // MARK: - Chapters

  private static func writeContents(to page: inout MarkdownPage) {
    page.heading("Contents", "contents")
    var lines = ["- [A first document](#a-first-document)"]
    for topic in LanguageEntry.Topic.allCases {
      let links = LanguageEntry.entries(of: topic).map { "[\($0.title)](#\($0.identifier))" }
      lines.append("- [\(topic.title)](#\(topic.anchor)):")
      lines.append("  " + links.joined(separator: " · "))
    }
    lines += [
      "- [Expressions](#expressions)", "- [Types and conversions](#types)",
      "- [Transforms of the oldest documents](#old-transforms)", "- [Comments](#comments)",
      "- [Findings that a comment allows](#allowed-findings)", "- [All sentences](#all-sentences)",
      "- [All keys](#all-keys)",
    ]
    page.paragraph(lines)
  }

  private static func writeFirstDocument(to page: inout MarkdownPage) {
    page.heading("A first document", "a-first-document")
    page.paragraph("In RST, every sentence to the letter, headings underlined over their whole length:")
    page.code("rst", exampleRST)
    page.paragraph("The same in YAML:")
    page.code("yaml", exampleYAML)
    page.paragraph(
      "Check it with `tandem check FILE`; the systems are described in a directory `systems` beside or above it.",
      "The examples below keep a shop and a ledger in step. In the forms above each of them, a name in braces stands for",
      "what an author fills in: `{source}` and `{target}` are the entities of the heading, `{expression}` is a condition,",
      "between double back quotes in RST and between quotation marks in YAML.")
  }

  private static func write(_ topic: LanguageEntry.Topic, to page: inout MarkdownPage) {
    page.heading(topic.title, topic.anchor)
    page.paragraph(topic.introduction)
    for entry in LanguageEntry.entries(of: topic) { write(entry, to: &page) }
  }

  private static func write(_ entry: LanguageEntry, to page: inout MarkdownPage) {
    page.heading(entry.title, entry.identifier, level: 3)
    page.paragraph(entry.summary)
    // Forms without anything to fill in are seen in the example.
    let rst = entry.patternsInRST.map { "- RST: " + MarkdownPage.code($0) }
    let yaml = entry.patternsInYAML.map { "- YAML: " + MarkdownPage.code($0) }
    page.paragraph(rst + yaml)
    if !entry.shownRST.isEmpty { page.code("rst", entry.shownRST) }
    if !entry.shownYAML.isEmpty { page.code("yaml", entry.shownYAML) }
  }

  private static func writeExpressions(to page: inout MarkdownPage) {
    page.heading("Expressions", "expressions")
    page.paragraph(
      "A condition speaks of the properties of one record. In RST it stands between double back quotes, in YAML between",
      "quotation marks. `or` binds most loosely, then `and`, `not`, and the comparisons. The property decides the type of",
      "what it is compared with.")
    page.table(
      ["form", "says", "example"],
      ExpressionForm.all.map { [MarkdownPage.code($0.form), $0.summary, MarkdownPage.code($0.example)] })
    page.code("rst", "Only a Shop Customer with ``vip or points > 100 and email is not empty`` takes part.")
    page.code("yaml", "where: 'vip or points > 100 and email is not empty'")
  }

  private static func writeTypes(to page: inout MarkdownPage) {
    page.heading("Types and conversions", "types")
    page.paragraph(
      "The Data Type column, or the key `type`, names the type of the target's property. The type of the source stands in",
      "the description of its system, and the conversion between the two follows. `string` stands for everything that has",
      "a text form, since the supplied documents know no other word for it.")
    page.table(
      ["type", "a value is", "of parameters"],
      TypeForm.all.map { ["`\($0.word)`", $0.summary, $0.isPlain ? "yes" : ""] })
    page.paragraph(
      "A row that wants another conversion names it: \(ConversionCatalog.withoutArguments.map { "`\($0)`" }.joined(separator: ", "))."
    )
    page.paragraph("Text keeps its type in YAML: `NO`, `on` and `0123` are text wherever text is meant.")
  }

  private static func writeOldTransforms(to page: inout MarkdownPage) {
    page.heading("Transforms of the oldest documents", "old-transforms")
    page.paragraph(
      "The oldest documents print transforms in the Data Type column, with every opening bracket lost. They are understood,",
      "and a note says what an author writes today.")
    page.table(
      ["in the cell", "means", "today in the Rule column"],
      OldTransformForm.all.map { form in
        [MarkdownPage.code(form.text), form.summary, form.clause.map(MarkdownPage.code) ?? "nothing: the types say it"]
      })
  }

  private static func writeSentences(to page: inout MarkdownPage) {
    page.heading("All sentences", "all-sentences")
    page.paragraph(
      "The sentences of a section in RST, in their order. Each is a paragraph of its own, except that the first stands",
      "directly under the heading and the two sentences on matches follow each other.")
    page.table(
      ["sentence", "entry"],
      SentenceForm.all.map { [MarkdownPage.code($0.template.text), link(to: .sentence($0.kind))] })
  }

  private static func writeKeys(to page: inout MarkdownPage) {
    page.heading("All keys", "all-keys")
    page.paragraph("The keys of the YAML notation, in the order in which `tandem convert` writes them.")
    for place in KeyForm.Place.allCases {
      page.paragraph("Keys of \(place.title):")
      page.table(
        ["key", "says", "entry"],
        KeyForm.keys(of: place).map { form in
          let needed = form.isRequired ? " Needed." : ""
          return ["`\(form.key)`", form.summary + needed, link(to: .key(form.place, form.key))]
        })
    }
  }

  private static func link(to form: LanguageForm) -> String {
    let entries = LanguageEntry.all.filter { $0.forms.contains(form) }
    let topics = LanguageEntry.Topic.allCases.map { topic in (topic, entries.count { $0.topic == topic }) }
    // What a whole chapter speaks of has no entry of its own.
    if let (topic, count) = topics.max(by: { $0.1 < $1.1 }), count > 3 { return "[\(topic.title)](#\(topic.anchor))" }
    return entries.first.map { "[\($0.title)](#\($0.identifier))" } ?? ""
  }
}
