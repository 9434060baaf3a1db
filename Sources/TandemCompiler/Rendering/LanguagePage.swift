import TandemSemantics
import TandemSyntax
import TandemValues

/// The language on one page, made from the tables that the readers use; `tandem explain language` prints it.
///
/// A chapter is a function below; the entries with their examples stand in `TandemSyntax/Language/Reference`.
public enum LanguagePage {
  /// The page, in Markdown.
  public static var text: String { text(.markdown) }

  /// The page as a terminal shows it.
  public static var terminalText: String { text(.terminal) }

  private static func text(_ form: ReferencePage.Form) -> String {
    var page = ReferencePage(form)
    page.line("<!-- Written by 'make generate' from the tables of the language. Edits are lost. -->")
    page.title("The language of dataflow documents")
    page.paragraph(
      "A document keeps the entities of two systems in step. It is written in RST or in YAML; both say the same.",
      "Everything that a document may say stands on this page, with an example in each notation. The examples are run: they",
      "read to the same, they are what `tandem convert` prints, and `tandem check` finds nothing to correct in them.",
      "`Documentation/Examples` has one document that uses all of it, and `Documentation/Authoring.md` shows how to write one.",
      "`tandem explain WORDS` prints a single entry: `tandem explain lookup`, `tandem explain \"first run\"`.")
    if form == .markdown { writeContents(to: &page) }
    for chapter in chapters { chapter.write(&page) }
    return page.text
  }

  /// The chapter or the entries that some words of an author mean, as `tandem explain WORDS` prints them; `nil` when
  /// there is none.
  public static func explain(_ words: String) -> String? {
    var page = ReferencePage(.terminal)
    if let chapter = chapters.first(where: { $0.names.contains { LanguageSearch.isSame($0, words) } }) {
      chapter.write(&page)
      return page.text
    }
    let conversions = ConversionEntry.all.filter { LanguageSearch.isSame($0.name, words) }
    let files = FilesSection.entries(for: words)
    let entries = LanguageSearch.entries(for: words, isExact: !files.isEmpty || !conversions.isEmpty)
    guard !entries.isEmpty || !files.isEmpty || !conversions.isEmpty else { return nil }
    for entry in entries { write(entry, to: &page) }
    for entry in conversions { ConversionsSection.write(entry, to: &page) }
    for entry in files { FilesSection.write(entry, to: &page) }
    return page.text
  }

  /// A chapter: its title and anchor for the contents, the words that people look for, and what writes it.
  private struct Chapter {
    var title: String
    var anchor: String
    var names: [String]
    /// Entries or parts that the contents link to.
    var parts: [(title: String, anchor: String)] = []
    var write: (inout ReferencePage) -> Void
  }

  /// The chapters in the order of the page.
  private static var chapters: [Chapter] {
    let topics = LanguageEntry.Topic.allCases.map { topic in
      Chapter(
        title: topic.title, anchor: topic.anchor, names: [topic.rawValue, topic.title] + topic.otherNames,
        parts: LanguageEntry.entries(of: topic).map { ($0.title, $0.identifier) }, write: { write(topic, to: &$0) })
    }
    let files = FileEntry.Topic.allCases.map { topic in
      Chapter(
        title: FilesSection.title(of: topic), anchor: topic.rawValue, names: FilesSection.names(of: topic),
        parts: FileEntry.entries(of: topic).map { ($0.title, $0.identifier) },
        write: { FilesSection.write(topic, to: &$0) })
    }
    // How a document is laid out in RST concerns the fewest, so it stands behind everything else.
    return [
      Chapter(
        title: "A first document", anchor: "a-first-document", names: ["first document", "a first document"],
        write: writeFirstDocument)
    ] + topics.filter { $0.anchor != LanguageEntry.Topic.layout.anchor } + [
      Chapter(
        title: "Expressions", anchor: "expressions",
        names: ["expression", "expressions", "condition", "conditions"], write: writeExpressions),
      Chapter(
        title: "Types and conversions", anchor: "types", names: ["type", "types", "types and conversions"],
        write: writeTypes),
      Chapter(
        title: "What each conversion does", anchor: "conversions",
        names: ["conversions", "what each conversion does"], write: ConversionsSection.write),
      Chapter(
        title: "Transforms of the oldest documents", anchor: "old-transforms",
        names: ["old transforms", "transforms", "transforms of the oldest documents"], write: writeOldTransforms),
      Chapter(
        title: "Comments", anchor: "comments",
        names: ["comment", "comments", "suppression", "suppressions", "allow", "allows"],
        parts: [("Findings that a comment allows", "allowed-findings")], write: CommentsSection.write),
    ] + files + [
      Chapter(
        title: "All sentences", anchor: "all-sentences", names: ["sentences", "all sentences"], write: writeSentences),
      Chapter(title: "All keys", anchor: "all-keys", names: ["keys", "all keys"], write: writeKeys),
    ] + topics.filter { $0.anchor == LanguageEntry.Topic.layout.anchor }
  }

  /// What words that mean nothing were probably meant to be.
  public static func nearest(to words: String) -> String? { LanguageSearch.nearest(to: words) }

  // MARK: - Chapters

  private static func writeContents(to page: inout ReferencePage) {
    page.heading("Contents", "contents")
    var lines: [String] = []
    for chapter in chapters {
      let links = chapter.parts.map { "[\($0.title)](#\($0.anchor))" }
      lines.append("- [\(chapter.title)](#\(chapter.anchor))" + (links.isEmpty ? "" : ":"))
      if !links.isEmpty { lines.append("  " + links.joined(separator: " · ")) }
    }
    page.paragraph(lines)
  }

  private static func writeFirstDocument(to page: inout ReferencePage) {
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

  private static func write(_ topic: LanguageEntry.Topic, to page: inout ReferencePage) {
    page.heading(topic.title, topic.anchor)
    page.paragraph(topic.introduction)
    for entry in LanguageEntry.entries(of: topic) { write(entry, to: &page) }
  }

  private static func write(_ entry: LanguageEntry, to page: inout ReferencePage) {
    page.heading(entry.title, entry.identifier, level: 3)
    page.paragraph(entry.summary)
    // Forms without anything to fill in are seen in the example.
    let rst = entry.patternsInRST.map { "- RST: " + ReferencePage.code($0) }
    let yaml = entry.patternsInYAML.map { "- YAML: " + ReferencePage.code($0) }
    page.paragraph(rst + yaml)
    if !entry.shownRST.isEmpty { page.code("rst", entry.shownRST) }
    if !entry.shownYAML.isEmpty { page.code("yaml", entry.shownYAML) }
  }

  private static func writeExpressions(to page: inout ReferencePage) {
    page.heading("Expressions", "expressions")
    page.paragraph(
      "A condition speaks of the properties of one record. In RST it stands between double back quotes, in YAML between",
      "quotation marks. `or` binds most loosely, then `and`, `not`, and the comparisons. The property decides the type of",
      "what it is compared with.")
    page.table(
      ["form", "says", "example"],
      ExpressionForm.all.map { [ReferencePage.code($0.form), $0.summary, ReferencePage.code($0.example)] })
    page.code("rst", "Only a Shop Customer with ``vip or points > 100 and email is not empty`` takes part.")
    page.code("yaml", "where: 'vip or points > 100 and email is not empty'")
  }

  private static func writeTypes(to page: inout ReferencePage) {
    page.heading("Types and conversions", "types")
    page.paragraph(
      "The Data Type column, or the key `type`, names the type of the target's property. The type of the source stands in",
      "the description of its system, and the conversion between the two follows. `string` stands for everything that has",
      "a text form, since the supplied documents know no other word for it.")
    page.table(
      ["type", "a value is", "of parameters"],
      TypeForm.all.map { ["`\($0.word)`", $0.summary, $0.isPlain ? "yes" : ""] })
    page.paragraph("From which type to which a value can travel without being told how, and by which conversion:")
    page.table(["from", "to"], TypePairs.rows)
    page.paragraph(
      "A row that wants another conversion names it: \(ConversionCatalog.withoutArguments.map { "`\($0)`" }.joined(separator: ", "))."
    )
    page.paragraph("Text keeps its type in YAML: `NO`, `on` and `0123` are text wherever text is meant.")
  }

  private static func writeOldTransforms(to page: inout ReferencePage) {
    page.heading("Transforms of the oldest documents", "old-transforms")
    page.paragraph(
      "The oldest documents print transforms in the Data Type column, with every opening bracket lost. They are understood,",
      "and a note says what an author writes today.")
    page.table(
      ["in the cell", "means", "today in the Rule column"],
      OldTransformForm.all.map { form in
        [
          ReferencePage.code(form.text), form.summary,
          form.clause.map(ReferencePage.code) ?? "nothing: the types say it",
        ]
      })
  }

  private static func writeSentences(to page: inout ReferencePage) {
    page.heading("All sentences", "all-sentences")
    page.paragraph(
      "The sentences of a section in RST, in their order. Each is a paragraph of its own, except that the first stands",
      "directly under the heading and the two sentences on matches follow each other.")
    page.table(
      ["sentence", "entry"],
      SentenceForm.all.map { [ReferencePage.code($0.template.text), link(to: .sentence($0.kind))] })
  }

  private static func writeKeys(to page: inout ReferencePage) {
    page.heading("All keys", "all-keys")
    page.paragraph("The keys of a document in YAML, in the order in which `tandem convert` writes them.")
    for place in KeyForm.Place.ofDocuments {
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
