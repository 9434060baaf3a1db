import Foundation
import Testing

@testable import TandemSyntax

/// Each word of the language stands in its table, and nowhere else in the readers and writers.
@Suite struct LanguageSourceTests {
  /// The sources of a directory of the target, except those that have nothing to do with documents.
  private func sources(_ directory: String) throws -> [(name: String, text: String)] {
    let folder = WrittenDocuments.package.appending(path: "Sources/TandemSyntax/\(directory)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("SystemReader") && !$0.hasPrefix("YAMLScanner") }
      .map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
  }

  /// The texts between quotation marks on the lines of a source that are no comments.
  private func literals(in text: String) -> [String] {
    var result: [String] = []
    for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
      var isQuoted = false
      var literal = ""
      var previous: Character = " "
      for character in line {
        if character == "\"", previous != "\\" {
          if isQuoted { result.append(literal) }
          isQuoted.toggle()
          literal = ""
        } else if isQuoted {
          literal.append(character)
        }
        previous = character
      }
    }
    return result
  }

  /// Everything that the tables say: keys, words of policies, directions, headings, sentences.
  private var words: Set<String> {
    var words = Set(KeyForm.all.map(\.key))
    words.formUnion(PolicyForm.all.map(\.words.text))
    words.formUnion(DirectionForm.all.map(\.template.text))
    words.formUnion(ClauseForm.all.map(\.template.text) + ClauseForm.ordinals)
    words.formUnion(SentenceForm.all.map(\.template.text))
    let columns = [ColumnForm.properties, ColumnForm.merge, ColumnForm.values, ColumnForm.parameters]
    words.formUnion(columns.flatMap { ($0.required + $0.optional).map(\.heading.text) })
    let otherwise = ColumnForm.otherwise
    words.formUnion([otherwise.word, otherwise.error, otherwise.keep, otherwise.empty, FlagForm.on, FlagForm.off])
    words.formUnion([HeadingForm.title, HeadingForm.generated, HeadingForm.section, HeadingForm.values].map(\.text))
    words.formUnion([HeadingForm.parameters, HeadingForm.introduction.current, HeadingForm.introduction.older])
    words.formUnion([HeadingForm.tableDirective, HeadingForm.tableOption, DocumentKey.systems.text])
    // The marks of rows and the words of messages are no words of the language by themselves.
    return words.subtracting(["{expression}", "{formerName}"])
  }

  /// Words that readers use for something else.
  private let exceptions = [
    // Which side's cell is empty, in a message.
    "RSTDocumentReader+SectionTables.swift": ["source", "target"],
    // What other readers of YAML take for a flag.
    "YAMLText.swift": ["true", "false"],
  ]

  @Test(arguments: ["RST", "YAML", "Writing"])
  func readersAndWritersHoldNoWordOfTheLanguage(directory: String) throws {
    let words = words
    #expect(words.count > 110)
    for (name, text) in try sources(directory) {
      let found = Set(literals(in: text)).intersection(words).subtracting(exceptions[name] ?? [])
      #expect(found.isEmpty, "\(name) repeats \(found.sorted()); take it from the tables in Language")
    }
  }

  @Test func readersOfDescriptionsAndSettingsHoldNoKey() throws {
    let keys = Set((KeyForm.ofDescriptions + KeyForm.ofSettings).map(\.key)).union(WordForm.all.map(\.word))
    let folder = WrittenDocuments.package.appending(path: "Sources/TandemSyntax/YAML")
    let names = ["SystemReader.swift", "SystemReader+Changes.swift", "SystemReader+Properties.swift"]
    for name in names + ["SettingsReader.swift"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      // The readers decide by the severities, which are cases of a type.
      let found = Set(literals(in: text)).intersection(keys)
      #expect(found.isEmpty, "\(name) repeats \(found.sorted()); take it from the tables in Language")
    }
  }

  @Test func everyKeyStandsInItsPlaceOnce() {
    for place in KeyForm.Place.allCases {
      let keys = KeyForm.keys(of: place).map(\.key)
      #expect(!keys.isEmpty && Set(keys).count == keys.count, "\(place): \(keys)")
    }
    #expect(Set(PolicyForm.all.map(\.key)).isSubset(of: KeyForm.keys(of: .flow).map(\.key)))
    #expect(Set(PolicyForm.all.map(\.sentence)).count == PolicyForm.all.map(\.sentence).count)
  }

  @Test func theKeysOfAMessageAreThoseOfTheTable() throws {
    let cases: [(KeyForm.Place, String)] = [
      (.document, "dataflow: A to B\nqqqqqqqq: x\nflows: []\n"),
      (.flow, "dataflow: A to B\nflows:\n- flow: A X to B Y\n  qqqqqqqq: x\n"),
      (.row, "dataflow: A to B\nflows:\n- flow: A X to B Y\n  properties:\n  - {source: a, target: b, qqqqqqqq: x}\n"),
      (.parameter, "dataflow: A to B\nparameters: {p: {type: string, qqqqqqqq: x}}\nflows: []\n"),
      (.layout, "dataflow: A to B\nlayout: {qqqqqqqq: x}\nflows: []\n"),
      (.system, "system: A\nentities: {}\nqqqqqqqq: x\n"),
      (.changes, "system: A\nchanges: {qqqqqqqq: x}\nentities: {}\n"),
      (.deletions, "system: A\nchanges: {deletes: {qqqqqqqq: x}}\nentities: {}\n"),
      (.entity, "system: A\nentities: {X: {qqqqqqqq: x}}\n"),
      (.property, "system: A\nentities: {X: {properties: {a: {qqqqqqqq: x}}}}\n"),
      (.settings, "qqqqqqqq: x\n"),
    ]
    for (place, text) in cases {
      let file = SourceFile(path: "a.yaml", text: text)
      let diagnostics =
        place == .settings
        ? SettingsReader.read(file).diagnostics
        : text.hasPrefix("system") ? SystemReader.read(file).diagnostics : YAMLReader.read(file).diagnostics
      let diagnostic = try #require(diagnostics.first { $0.rule.code == YAMLUnknownKey.rule.code })
      for form in KeyForm.keys(of: place) {
        #expect(diagnostic.explanation.contains("`\(form.key)`"), "\(place): \(form.key) in \(diagnostic.explanation)")
      }
      let named: [KeyForm.Place: String] = [
        .parameter: "the parameter", .entity: "the entity", .property: "the property",
      ]
      #expect(diagnostic.message.hasPrefix(named[place] ?? place.title))
    }
  }
}
