import TandemSemantics
import Testing

@testable import TandemSyntax

/// Every key of a system description and of the settings has an entry in the reference, and every example there is run.
@Suite("The reference of system descriptions and settings")
struct FileReferenceTests {
  private static let descriptions = FileEntry.entries(of: .descriptions).map(\.identifier)

  private func entry(_ identifier: String) throws -> FileEntry {
    try #require(FileEntry.all.first { $0.identifier == identifier })
  }

  private struct Key: Hashable {
    var place: KeyForm.Place
    var key: String
  }

  /// The keys that a description uses, and the words under those that know some.
  private func used(in text: String) -> (keys: Set<Key>, words: Set<String>) {
    var keys: Set<Key> = []
    var words: Set<String> = []
    func visit(_ node: YAMLNode, _ place: KeyForm.Place) {
      guard case .mapping(let entries) = node.content else { return }
      for entry in entries {
        keys.insert(Key(place: place, key: entry.key.text))
        if let word = entry.value.scalar?.text { words.insert("\(place) \(entry.key.text) \(word)") }
        switch (place, entry.key.text) {
        case (.system, "changes"), (.entity, "changes"): visit(entry.value, .changes)
        case (.changes, "deletes"): visit(entry.value, .deletions)
        case (.system, "entities"): each(entry.value, .entity)
        case (.entity, "properties"), (.property, "properties"): each(entry.value, .property)
        case (.settings, "severities"):
          if case .mapping(let levels) = entry.value.content {
            for level in levels { words.insert("\(place) severities \(level.value.scalar?.text ?? "")") }
          }
        default: break
        }
      }
    }
    func each(_ node: YAMLNode, _ place: KeyForm.Place) {
      if case .mapping(let entries) = node.content { for entry in entries { visit(entry.value, place) } }
    }
    if let root = YAMLDocument.parse(SourceFile(path: "a.yaml", text: text)).root {
      visit(root, text.contains("entities:") ? .system : .settings)
    }
    return (keys, words)
  }

  @Test("has an entry for each key, and each entry shows its keys")
  func complete() {
    let known = Set((KeyForm.ofDescriptions + KeyForm.ofSettings).map { Key(place: $0.place, key: $0.key) })
    let explained = Set(FileEntry.all.flatMap { $0.keys.map { Key(place: $0.place, key: $0.key) } })
    #expect(known.subtracting(explained).isEmpty, "give these an entry: \(known.subtracting(explained))")
    for entry in FileEntry.all {
      let keys = used(in: entry.file).keys
      #expect(!entry.keys.isEmpty && entry.summary.hasSuffix("."), "\(entry.identifier)")
      for key in entry.keys {
        #expect(keys.contains(Key(place: key.place, key: key.key)), "\(key.key) is not in \(entry.file)")
        #expect(entry.example.contains("\(key.key):"), "\(key.key) is not shown by \(entry.example)")
        #expect(entry.topic.places.contains(key.place))
      }
    }
    let identifiers = FileEntry.all.map(\.identifier) + LanguageEntry.all.map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test("has examples that read and check clean", arguments: descriptions)
  func clean(identifier: String) throws {
    let entry = try entry(identifier)
    let result = Support.check(Rule.Example(notation: .systemDescription, text: entry.file))
    #expect(result.diagnostics.isEmpty, "\(Support.lines(result))\n\(entry.file)")
    #expect(result.systems.count == 1)
  }

  @Test("knows the words that the readers take, and shows them")
  func words() throws {
    let shown = FileEntry.all.reduce(into: Set<String>()) { $0.formUnion(used(in: $1.file).words) }
    for form in WordForm.all where form.key != "protocol" {
      #expect(shown.contains("\(form.place) \(form.key) \(form.word)"), "\(form.key): \(form.word)")
    }
    let entry = try entry("description-names")
    for form in WordForm.words(of: "protocol", in: .system) {
      let text =
        String(
          entry.file.split(separator: "\n").map { $0 == "protocol: sql" ? "protocol: \(form.word)" : $0 }.joined(
            separator: "\n")) + "\n"
      #expect(text.contains("protocol: \(form.word)"))
      #expect(Support.description(SourceFile(path: "a.yaml", text: text)).protocolName?.value == form.word)
    }
    let reading = SystemReader.read(SourceFile(path: "a.yaml", text: entry.file + "protocol: smoke\n"))
    #expect(!reading.diagnostics.isEmpty)
  }

  @Test("names the types as the reader knows them")
  func types() {
    for form in KeyForm.ofDescriptions { #expect(Set(form.types).isSubset(of: TypeForm.all.map(\.word))) }
  }
}
