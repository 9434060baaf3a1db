import Foundation
import TandemCompiler
import TandemSemantics
import TandemSyntax
import Testing

@Suite("The report in SARIF")
struct SARIFTests {
  /// What the tests read of a log.
  private struct Log: Decodable {
    struct Run: Decodable {
      var columnKind: String
      var results: [Result]
    }
    struct Result: Decodable {
      var ruleId: String
      var level: String
      var locations: [Location]
      var relatedLocations: [Location]?
      var fixes: [Fix]?
      var partialFingerprints: [String: String]
    }
    struct Location: Decodable {
      struct Physical: Decodable {
        var artifactLocation: Artifact
        var region: Region
      }
      var id: Int?
      var physicalLocation: Physical
    }
    struct Artifact: Decodable { var uri: String }
    struct Region: Decodable { var startLine, startColumn, endLine, endColumn: Int }
    struct Fix: Decodable {
      struct Change: Decodable {
        var artifactLocation: Artifact
        var replacements: [Replacement]
      }
      struct Replacement: Decodable {
        struct Content: Decodable { var text: String }
        var deletedRegion: Region
        var insertedContent: Content
      }
      var artifactChanges: [Change]
    }
    var version: String
    var runs: [Run]
  }

  private static let oddPaths = [
    "Specs/my flow.yaml", "Specs/Müller & Söhne.yaml", "/var/über/x y.yaml", "a:b.yaml", "日本/流れ.yaml", "100%/#1?.yaml",
    "..\\up.yaml", "./x.yaml",
  ]

  private static let misspelt = """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Custmer to Ledger Account  # Ünïcödé
      properties:
      - {source: name, target: Name, type: string}

    """

  private static func diagnostics(path: String, text: String = misspelt) -> [Diagnostic] {
    Compiler.check(documents: [SourceFile(path: path, text: text)], systems: ExampleSystems.all).diagnostics
  }

  private static func decode(_ diagnostics: [Diagnostic]) throws -> Log.Run {
    let log = try JSONDecoder().decode(Log.self, from: Data(SARIFReport.render(diagnostics).utf8))
    #expect(log.version == "2.1.0")
    return try #require(log.runs.first)
  }

  @Test func itValidatesAgainstTheOfficialSchema() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let python = package.path + "/.tandem/validators/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else {
      print("SARIF was not validated against its schema: run Scripts/validators.sh first")
      return
    }
    let everything = RuleRegistry.all.flatMap { RuleExamples.diagnostics($0, $0.failing) }
    #expect(everything.contains { !$0.labels.isEmpty } && everything.contains { !$0.fixes.isEmpty })
    let logs = [
      "nothing": SARIFReport.render([]),
      "everything": SARIFReport.render(everything),
      "paths": SARIFReport.render(Self.oddPaths.flatMap { Self.diagnostics(path: $0) }),
    ]
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sarif-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func validate(_ text: String, _ name: String) throws -> (status: Int32, output: String) {
      let file = folder.appending(path: name + ".sarif")
      try Data(text.utf8).write(to: file)
      let process = Process()
      process.executableURL = URL(filePath: python)
      process.arguments = [
        URL(filePath: #filePath).deletingLastPathComponent().path + "/validate-sarif.py", file.path,
      ]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return (process.terminationStatus, String(decoding: output.prefix(4_000), as: UTF8.self))
    }
    for (name, text) in logs {
      let outcome = try validate(text, name)
      #expect(outcome.status == 0, "\(name): \(outcome.output)")
    }
    // The validator finds what is wrong.
    let broken = SARIFReport.render(everything).replacing("\"unicodeCodePoints\"", with: "\"letters\"")
    let outcome = try validate(broken, "broken")
    #expect(outcome.status == 1 && outcome.output.contains("columnKind"), "\(outcome.output)")
  }

  @Test func pathsAreURIsThatLeadBackToThem() throws {
    for path in Self.oddPaths {
      let run = try Self.decode(Self.diagnostics(path: path))
      let uri = try #require(run.results.first?.locations.first?.physicalLocation.artifactLocation.uri)
      #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(uri)")
      let back = uri.hasPrefix("file:///") ? uri.dropFirst("file://".count) : uri[...]
      #expect(String(back).removingPercentEncoding == path, "\(uri)")
      #expect(path.hasPrefix("/") == uri.hasPrefix("file:///"), "\(uri)")
      // A colon in the first part of a relative path would look like a scheme.
      #expect(path.hasPrefix("/") || !uri.contains(":"), "\(uri)")
    }
  }

  @Test func aCorrectionAppliedAsSARIFHasItIsTheCorrection() throws {
    // Characters before the fault that take several bytes, several UTF-16 units, or none at all on a screen.
    let text = """
      dataflow: Shop to Ledger
      values:
        Ärger 😀 e\u{301}: {active: Active}
      flows:
      - flow: Shop Customer to Ledger Account
        properties:
        - {source: name, target: Name, type: string}
        - {target: Status, constant: "😀é\u{301}", source: emial, values: Ärger 😀 e\u{301}}

      """
    let found = Self.diagnostics(path: "flow.yaml", text: text)
    let run = try Self.decode(found)
    #expect(run.columnKind == "unicodeCodePoints")
    var count = 0
    for (diagnostic, result) in zip(found, run.results) {
      #expect(result.ruleId == diagnostic.rule.code && result.relatedLocations?.count ?? 0 == diagnostic.labels.count)
      for (fix, change) in zip(diagnostic.fixes, result.fixes ?? []) {
        var bytes = diagnostic.span.file.bytes
        for edit in fix.edits.reversed() { bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8)) }
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        for replacement in try #require(change.artifactChanges.first).replacements.reversed() {
          let region = replacement.deletedRegion
          #expect(region.startLine == region.endLine)
          lines[region.startLine - 1].replaceSubrange(
            (region.startColumn - 1)..<(region.endColumn - 1),
            with: Array(replacement.insertedContent.text.unicodeScalars))
        }
        let applied = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
        #expect(Array(applied.utf8) == bytes, "\(diagnostic.rule.code): \(fix.message)")
        count += 1
      }
    }
    #expect(count > 0, "\(found.map(\.message))")
  }

  @Test func aResultIsRecognisedWhenLinesArePutInAboveIt() throws {
    func fingerprints(_ text: String) throws -> [String] {
      try Self.decode(Self.diagnostics(path: "flow.yaml", text: text)).results.flatMap { $0.partialFingerprints.values }
    }
    let twice =
      Self.misspelt + """
        - flow: Shop Custmer to Ledger Account  # Ünïcödé
          properties:
          - {source: nam, target: Name, type: string}
        - flow: Shop Country to Ledger Account
          properties:
          - {source: nam, target: Name, type: string}
          - {source: nam, target: Name, type: string}

        """
    let before = try fingerprints(twice)
    let after = try fingerprints("# A remark.\n\n" + twice)
    #expect(before == after)
    #expect(Set(before).count == before.count, "\(before)")
  }

  @Test func theFirstColumnIsBehindAByteOrderMark() throws {
    let text = "\u{FEFF}dataflow: Shopp to Ledger\nflows: []\n"
    let found = Self.diagnostics(path: "flow.yaml", text: text)
    let first = try #require(found.first)
    #expect(first.span.start.line == 1 && first.span.start.column == 11)
    #expect(
      TextReport(usesColour: false).render(first).contains("1 | dataflow: Shopp to Ledger\n  |           ^^^^^\n"))
  }
}
