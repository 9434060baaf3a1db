/// One entry of the reference of the language: what it says, the forms of the tables that it speaks of, and an example
/// in both notations.
///
/// ``all`` has an entry for each form of each table; a test compares, and runs every example.
public struct LanguageEntry: Sendable {
  /// The name that links to it use: `create-when`.
  public let identifier: String
  /// The chapter that it stands in.
  public let topic: Topic
  /// Its heading.
  public let title: String
  /// What it says, in one or two sentences.
  public let summary: String
  /// The forms that it speaks of; its example uses all of them.
  public let forms: [LanguageForm]
  /// The example.
  public let example: LanguageExample
  /// True when the flow of the example is held, of which a warning or a note tells.
  public let isHeld: Bool

  /// The chapters.
  public enum Topic: String, Sendable, CaseIterable {
    case document, creation, matching, step, deletions, lists, table, directions, rules, valueMaps = "value-maps", held,
      layout
  }

  init(
    _ identifier: String, _ title: String, in topic: Topic, _ summary: String, _ forms: [LanguageForm],
    isHeld: Bool = false, _ example: LanguageExample
  ) {
    self.identifier = identifier
    self.topic = topic
    self.title = title
    self.summary = summary
    self.forms = forms
    self.example = example
    self.isHeld = isHeld
  }

  /// All entries, chapter by chapter.
  public static let all: [LanguageEntry] =
    DocumentEntries.all + CreationEntries.all + MatchingEntries.all + StepEntries.all + DeletionEntries.all
    + ListEntries.all + TableEntries.all + DirectionEntries.all + RuleEntries.all + ValueMapEntries.all
    + HeldEntries.all + LayoutEntries.all

  /// The entries of a chapter.
  public static func entries(of topic: Topic) -> [LanguageEntry] { all.filter { $0.topic == topic } }

  /// What the example shows in YAML: the part that has the forms; of a policy only its own key.
  public var shownYAML: String {
    guard topic == .step else { return example.shownYAML }
    let keys = forms.compactMap { form in
      if case .key(.flow, let key) = form { return key }
      return nil
    }
    let lines = example.shownYAML.split(separator: "\n").map(String.init)
    return lines.filter { line in keys.contains { line.hasPrefix($0 + ":") } }.joined(separator: "\n")
  }

  /// What the example shows in RST: the part that the forms change, of a policy only its sentence; empty for a layout.
  public var shownRST: String {
    let part = topic == .step ? "" : example.shownRST
    if !part.isEmpty || topic == .layout { return part }
    let lines = example.rst.split(separator: "\n").map(String.init)
    return lines.filter { line in
      let bytes = Array(line.utf8)
      return forms.contains { form in
        guard case .sentence(let kind) = form else { return false }
        return SentenceForm.of(kind).template.match(0..<bytes.count, in: bytes) != nil
      }
    }.joined(separator: "\n\n")
  }

  /// How the forms of the entry read in RST, slots in braces.
  public var formsInRST: [String] { forms.compactMap(\.textInRST) }

  /// How the forms of the entry read in YAML, slots in braces.
  public var formsInYAML: [String] { forms.compactMap(\.textInYAML) }

  /// The forms in RST in which an author has something to fill in, without the columns of tables.
  public var patternsInRST: [String] {
    forms.compactMap { form in
      if case .column = form { return nil }
      return form.textInRST.flatMap { Template($0).slots.isEmpty ? nil : $0 }
    }
  }

  /// The same in YAML.
  public var patternsInYAML: [String] { formsInYAML.filter { !Template($0).slots.isEmpty } }
}
