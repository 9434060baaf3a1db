import TandemSyntax

/// The chapters of the language's page on the files beside a document: the descriptions of systems, and the settings of a
/// project.
enum FilesSection {
  static func write(_ topic: FileEntry.Topic, to page: inout ReferencePage) {
    page.heading(title(of: topic), topic.rawValue)
    page.paragraph(introduction(of: topic))
    for entry in FileEntry.entries(of: topic) { write(entry, to: &page) }
    if topic == .descriptions { writeTypes(to: &page) }
    for place in topic.places {
      page.paragraph("Keys of \(place.title):")
      page.table(["key", "says", "for example", "entry"], KeyForm.keys(of: place).map { row(of: $0, topic) })
    }
  }

  static func write(_ entry: FileEntry, to page: inout ReferencePage) {
    page.heading(entry.title, entry.identifier, level: 3)
    page.paragraph(entry.summary)
    page.code("yaml", entry.example)
    for key in entry.keys {
      let words = WordForm.words(of: key.key, in: key.place)
      if !words.isEmpty {
        page.paragraph("What may stand under `\(key.key)`:")
        page.table(["word", "says"], words.map { ["`\($0.word)`", $0.summary] })
      }
    }
  }

  /// The entry that some words mean: its heading, or a key.
  static func entries(for words: String) -> [FileEntry] {
    let byName = FileEntry.all.filter {
      LanguageSearch.isSame($0.title, words) || LanguageSearch.isSame($0.identifier, words)
    }
    if !byName.isEmpty { return byName }
    let byKey = FileEntry.all.filter { $0.keys.contains { LanguageSearch.isSame($0.key, words) } }
    return byKey
  }

  static func title(of topic: FileEntry.Topic) -> String {
    topic == .settings ? "The settings of a project" : "Descriptions of systems"
  }

  /// The words that people look for.
  static func names(of topic: FileEntry.Topic) -> [String] {
    switch topic {
    case .descriptions: return ["system description", "system descriptions", "descriptions", title(of: topic)]
    case .settings: return ["settings", SettingsReader.fileName, title(of: topic)]
    }
  }

  private static func introduction(of topic: FileEntry.Topic) -> [String] {
    switch topic {
    case .descriptions:
      return [
        "Each system is described once, in a file in YAML of a directory `systems` that stands beside or above the documents.",
        "It says which entities the system has, which properties, and of which types; everything that `tandem check` knows of a",
        "system stands there. Faults in it are reported with those of the documents.",
      ]
    case .settings:
      return [
        "A file `\(SettingsReader.fileName)` beside the documents, or in a directory above, says what a project decides for all of",
        "them. The options of a command count more.",
      ]
    }
  }

  /// How each type is written under `type`, with the keys that belong to it.
  private static func writeTypes(to page: inout ReferencePage) {
    page.paragraph("The types, with the keys that only they have:")
    let keys = KeyForm.keys(of: .property)
    page.table(
      ["type", "a value is", "keys"],
      TypeForm.all.map { form in
        let own = keys.filter { $0.types.contains(form.word) }
        let written = own.map { "`\($0.key)`" + ($0.isRequired ? " (needed)" : "") }
        return ["`\(form.word)`", form.summary, written.joined(separator: ", ")]
      })
  }

  private static func row(of key: KeyForm, _ topic: FileEntry.Topic) -> [String] {
    let types = key.types.map { "`\($0)`" }.joined(separator: ", ")
    let needed = !key.isRequired ? "" : key.types.isEmpty ? " Needed." : " Needed there."
    let entry = FileEntry.entries(of: topic).first { entry in
      entry.keys.contains { $0.place == key.place && $0.key == key.key }
    }
    return [
      "`\(key.key)`", key.summary + (types.isEmpty ? "" : " With \(types).") + needed,
      "`\(key.key): \(key.form)`", entry.map { "[\($0.title)](#\($0.identifier))" } ?? "",
    ]
  }
}
