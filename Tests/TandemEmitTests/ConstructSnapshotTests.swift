import Foundation
import TandemSemantics
import Testing

@testable import TandemEmit
@testable import TandemSyntax

/// Each construct of the language beside the Swift that it gives: `Tests/ConstructSnapshots`.
///
/// `TANDEM_RECORD=1 swift test --filter ConstructSnapshotTests` writes the files instead of comparing them. Read what was
/// written.
@Suite("Constructs and their Swift") struct ConstructSnapshotTests {
  private static let isRecording = ProcessInfo.processInfo.environment["TANDEM_RECORD"] == "1"
  private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "ConstructSnapshots").path

  /// The entries that speak of what documents mean; a layout has no other meaning than the document around it.
  private static let entries = LanguageEntry.all.filter { $0.topic != .layout }

  private static func name(_ entry: LanguageEntry) -> String { "\(entry.topic.rawValue)/\(entry.identifier).md" }

  private func compare(_ name: String, _ text: String) throws {
    let path = "\(Self.directory)/\(name)"
    if Self.isRecording {
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
      return
    }
    let recorded = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard recorded != text else { return }
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
    let difference = LineDifference(from: lines(recorded), to: lines(text)).lines.joined(separator: "\n")
    Issue.record(
      """
      Tests/ConstructSnapshots/\(name) shows other Swift than the construct gives now; TANDEM_RECORD=1 records it.
      \(difference)
      """)
  }

  @Test("the plain document, with which the others are compared")
  func plain() throws {
    let example = LanguageExample.part(.table)
    let swift = try Self.swift(example).joined(separator: "\n")
    try compare("plain.md", "# The plain document\n\n```yaml\n\(example.yaml)```\n\n```swift\n\(swift)\n```\n")
  }

  @Test("what each construct adds", arguments: entries.map(Self.name))
  func construct(name: String) throws {
    let entry = try #require(Self.entries.first { Self.name($0) == name })
    let example = entry.example
    let plain = LanguageExample.part(.table, title: example.title, rows: Array(example.rows.prefix(1)))
    let difference = try LineDifference(from: Self.swift(plain), to: Self.swift(example), key: Self.withoutPlaces).lines
    var text = "# \(entry.title)\n\n\(entry.summary)\n\n```yaml\n\(entry.shownYAML)\n```\n"
    if !entry.shownRST.isEmpty { text += "\n```rst\n\(entry.shownRST)\n```\n" }
    text +=
      difference.isEmpty
      ? "\nThe Swift is that of the plain document.\n" : "\n```diff\n\(difference.joined(separator: "\n"))\n```\n"
    try compare(name, text)
  }

  @Test("what each expression becomes", arguments: [ExpressionForm.all.map(\.example)])
  func expressions(examples: [String]) throws {
    var text = "# Expressions\n"
    for example in examples {
      let parameters = example.contains("$") ? "parameters:\n  rank: {type: string, default: Ordinary}\n" : ""
      let dataflow = try Documents.check(
        """
        dataflow: Shop to Ledger
        \(parameters)flows:
        - flow: Shop Customer to Ledger Account
          where: '\(example)'
          properties:
          - {source: name, target: Name, type: string}

        """)
      let lines = Documents.swift(dataflow).split(separator: "\n").map(String.init)
      let head = try #require(lines.firstIndex { $0.contains("func isInScope(_ source: Source") })
      let end = try #require(lines[head...].firstIndex(of: "    }"))
      let body = lines[(head + 1)..<end].map { $0.drop { $0 == " " } }.joined(separator: "\n")
      text += "\n```\n\(example)\n```\n```swift\n\(body)\n```\n"
    }
    try compare("expressions.md", text)
  }

  @Test("what a description of a system becomes")
  func description() throws {
    let file = SourceFile(path: "systems/nursery.yaml", text: Self.nursery)
    let system = try #require(SystemReader.read(file).product)
    let document = "dataflow: Nursery to Nursery\nflows: []\n"
    let reading = YAMLReader.read(SourceFile(path: "a.yaml", text: document))
    let result = Checker.check([reading.product].compactMap { $0 }, systems: [system])
    let model = try #require(result.systems.first, "\(result.diagnostics.map(\.message))")
    let swift = SystemEmitter.emit(model).contents
    try compare("system.md", "# A description\n\n```yaml\n\(Self.nursery)```\n\n```swift\n\(swift)```\n")
  }

  @Test("no file is left of a construct that is gone")
  func stale() throws {
    let wanted = Set(Self.entries.map(Self.name) + ["plain.md", "expressions.md", "system.md"])
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.directory).filter { $0.hasSuffix(".md") }
    for file in files where !wanted.contains(file) {
      if Self.isRecording {
        try FileManager.default.removeItem(atPath: "\(Self.directory)/\(file)")
      } else {
        Issue.record("Tests/ConstructSnapshots/\(file) belongs to no construct")
      }
    }
  }

  /// The lines that an example gives, without those of further flows, which it only refers to.
  private static func swift(_ example: LanguageExample) throws -> [String] {
    let reading = YAMLReader.read(SourceFile(path: "documents/example.yaml", text: example.yaml))
    let systems = ExampleSystems.all.compactMap { SystemReader.read($0).product }
    let result = Checker.check([try #require(reading.product)], systems: systems)
    let dataflow = try #require(result.dataflows.first, "\(result.diagnostics.map(\.message))")
    var lines = Documents.swift(dataflow).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for flow in dataflow.flows.dropFirst() {
      let name = DataflowEmitter.typeName(ofFlowAt: flow.line, in: dataflow)?.split(separator: ".").last ?? ""
      guard let head = lines.firstIndex(where: { $0.hasPrefix("  public enum \(name):") }),
        let end = lines[head...].firstIndex(of: "  }")
      else { continue }
      // Its documentation stands on the line before it, and an empty line before that.
      let start = lines[..<head].lastIndex(of: "") ?? head
      lines.removeSubrange(start...end)
    }
    return lines.last == "" ? lines.dropLast() : lines
  }

  /// A line without the numbers of the document's lines, which every further line of a document changes.
  private static func withoutPlaces(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    let words = ["line:", "line: ", "lines: [", "example.yaml:", "of line "]
    while let first = rest.first {
      if let word = words.first(where: { rest.hasPrefix($0) && rest.dropFirst($0.count).first?.isNumber == true }) {
        result += word
        rest = rest.dropFirst(word.count).drop { $0.isNumber || $0 == "," || $0 == " " }
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// A description with what descriptions can say.
  private static let nursery = """
    system: Nursery
    about: Plants and those who buy them.
    modified: changedAt
    changes: {cursor: changedAt, kind: timestamp, lookback: 60, deletes: {kind: flag, property: isGone}}
    entities:
      Plant Lot:
        label: Plants of one sowing
        about: What grows in one bed.
        resource: plant_lots
        title: name
        externalKey: sync_id
        properties:
          ID: {type: guid, key: true, readOnly: true}
          name: {type: string, max: 60, required: true, about: How the label reads}
          class: {type: enum, values: [tree, shrub], open: true}
          SownOn: {type: date, createOnly: true}
          WateredAt: {type: time}
          count: {type: integer}
          UnitPrice: {type: decimal, precision: 9, scale: 2}
          height_cm: {type: float}
          photo: {type: binary}
          notes: {type: json}
          origin: {type: object, properties: {nursery: {type: string}, GLN: {type: string, max: 13}}}
          prices: {type: list, of: object, properties: {from: {type: integer}, price: {type: decimal, scale: 2}}}
          tags: {type: list, of: string}
          BuyerId: {type: integer, ref: Buyer}
          isGone: {type: boolean}
          sync_id: {type: string, max: 40, unique: true}
          changedAt: {type: datetime, readOnly: true}
      Buyer:
        readOnly: true
        properties:
          id: {type: integer, key: true, readOnly: true}
          name: {type: string, label: Name of the firm}
          isGone: {type: boolean}
          changedAt: {type: datetime, readOnly: true}

    """
}
