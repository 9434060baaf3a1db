import Foundation
import TestSupport
import Testing

@Suite("tandem diff")
struct DiffTests {
  private static let document = "Specs/dataflows/customcrm-to-exactonline.yaml"

  /// A folder with a copy of the documents and descriptions of the project.
  private func specs() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try FileManager.default.copyItem(atPath: Program.package + "/Specs", toPath: folder.path + "/Specs")
    return folder
  }

  private func edit(_ folder: TemporaryDirectory, _ path: String, _ old: String, _ new: String) throws {
    let file = folder.path + "/" + path
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try #require(text.contains(old), "\(old) is not in \(path)")
    try text.replacing(old, with: new, maxReplacements: 1).write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func git(_ arguments: String..., in folder: TemporaryDirectory) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments)")
  }

  @Test("a document and its other notation are the same, whatever the file is called")
  func otherNotation() throws {
    let folder = try specs()
    let converted = try Program.tandem(
      "convert", "Specs/dataflows/customerp-to-salesforce.rst", "--to", "yaml", "--output",
      folder.path + "/renamed.yaml")
    #expect(converted.status == 0)
    let outcome = try Program.tandem(
      "diff", "Specs/dataflows/customerp-to-salesforce.rst", folder.path + "/renamed.yaml", "--systems", "Specs/systems"
    )
    #expect(outcome.status == 0 && outcome.output == "no change that means anything\n", "\(outcome)")
  }

  @Test("the exit status tells the worst effect")
  func statuses() throws {
    let folder = try specs()
    func status() throws -> Int32 {
      try Program.tandem("diff", Program.package + "/Specs", "Specs", directory: folder.path).status
    }
    #expect(try status() == 0)
    try edit(folder, Self.document, "join: \" \"}", "join: \"-\"}")
    try edit(folder, Self.document, "join: \" \"}", "join: \"-\"}")
    #expect(try status() == 1)
    try edit(folder, Self.document, "  - {source: privateEmail, target: Email, type: string}\n", "")
    #expect(try status() == 3)
  }

  @Test("a revision of git is a version, named in each of its ways, also of a file that is gone")
  func revisions() throws {
    let folder = try specs()
    try git("init", "-q", in: folder)
    try git("add", ".", in: folder)
    try git("commit", "-q", "-m", "one", in: folder)
    try edit(folder, Self.document, "default: EUR", "default: USD")
    for arguments in [
      ["--revision", "HEAD", "Specs"], ["HEAD:Specs", "Specs"], ["HEAD:\(Self.document)", Self.document],
    ] {
      let outcome = try Program.run("tandem", ["diff"] + arguments + ["--format", "json"], directory: folder.path)
      #expect(outcome.status == 1, "\(arguments): \(outcome.errors)")
      #expect(outcome.output.contains("\"kind\": \"default-changed\""))
      #expect(outcome.output.contains("\"file\": \"HEAD:\(Self.document)\""), "\(outcome.output)")
      #expect(outcome.output.components(separatedBy: "\"kind\": \"").count - 1 == 2, "one change, one state")
    }
    let fromRoot = try Program.tandem(
      "diff", "HEAD:\(Self.document)", "../" + Self.document, directory: folder.path + "/Specs")
    #expect(fromRoot.status == 1, "\(fromRoot.errors)")
    let below = try Program.tandem(
      "diff", "--revision", "HEAD", "../dataflows", directory: folder.path + "/Specs/systems")
    #expect(below.status == 1, "\(below.errors)")
    try FileManager.default.removeItem(atPath: folder.path + "/Specs/dataflows/custom-erp-to-crmoffice.rst")
    let gone = try Program.tandem("diff", "--revision", "HEAD", "Specs", directory: folder.path)
    #expect(gone.status == 3 && gone.output.contains("[flow-removed]"), "\(gone.errors)")
  }

  @Test("what cannot be compared ends with 2 and says why")
  func faults() throws {
    let folder = try specs()
    func run(_ arguments: String..., path: String? = nil) throws -> String {
      let environment = path.map { ["PATH": $0] } ?? [:]
      let outcome = try Program.run("tandem", ["diff"] + arguments, directory: folder.path, environment: environment)
      #expect(outcome.status == 2 && !outcome.wasSignalled, "\(arguments): \(outcome.status)")
      #expect(outcome.output.isEmpty)
      return outcome.errors
    }
    #expect(try run().contains("name the old version and the new one"))
    #expect(try run("Specs").contains("name the old version and the new one"))
    #expect(try run("nowhere", "Specs").contains("there is no file 'nowhere'"))
    #expect(try run("--revision", "HEAD", "Specs").contains("is in no repository of git"))
    #expect(try run("--revision", "HEAD", "Specs", path: "/nonexistent").contains("'git' is not installed"))
    try git("init", "-q", in: folder)
    try git("add", ".", in: folder)
    try git("commit", "-q", "-m", "one", in: folder)
    #expect(try run("--revision", "nothing", "Specs").contains("there is no revision 'nothing'"))
    #expect(try run("--revision=--help", "Specs").contains("'--help' is no revision"))
    #expect(try run("HEAD:nowhere", "Specs").contains("there is no 'nowhere' in the revision 'HEAD'"))
    #expect(try run("--revision", "HEAD", "/etc").contains("is in no repository of git"))
    try edit(folder, Self.document, "target: Description", "target: Descriptoin")
    let errors = try run("--revision", "HEAD", "Specs")
    #expect(errors.contains("Descriptoin") && errors.contains("the new version has errors"), "\(errors)")
  }

  /// The engine compares fingerprints that stand in generated code; a plan follows from them alone.
  @Test("what is said of the state is what the fingerprints of the generated code say")
  func agreesWithGeneratedCode() throws {
    let folder = try specs()
    try edit(folder, Self.document, "default: EUR", "default: USD")
    try edit(folder, Self.document, "join: \" \"}", "join: \"-\"}")
    try edit(folder, Self.document, "join: \" \"}", "join: \"-\"}")
    try edit(folder, Self.document, "german: DE", "german: GE")
    try edit(folder, Self.document, "  - {source: privateEmail, target: Email, type: string}\n", "")
    try edit(
      folder, Self.document, "{source: department, target: Remarks, type: string}",
      "{source: department, target: Remarks, type: string, wins: CustomCRM}")
    try edit(
      folder, "Specs/systems/salesforce.yaml", "AccountNumber: {type: string, max: 40",
      "AccountNumber: {type: string, max: 30")
    try edit(folder, "Specs/systems/exact-online.yaml", "YourRef: {type: string", "YourRef: {type: string, max: 25")
    let before = try fingerprints(Program.package + "/Specs", into: folder.path + "/before")
    let after = try fingerprints(folder.path + "/Specs", into: folder.path + "/after")
    let outcome = try Program.tandem("diff", Program.package + "/Specs", folder.path + "/Specs", "--format", "json")
    #expect(outcome.status == 3, "\(outcome.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    var told: [String: Set<String>] = [:]
    for state in report.states { told[state.flow] = Set(state.firstMerge) }
    var expected: [String: Set<String>] = [:]
    for (flow, properties) in after where before[flow] != properties {
      expected[flow] = Set(properties.filter { before[flow]?[$0.key] != $0.value }.keys)
    }
    #expect(told == expected)
    #expect(told.count >= 5 && told.values.contains { $0.count > 1 }, "\(told)")
    #expect(report.changes.filter { $0.kind == "wins-changed" }.map(\.base) == ["kept"])
  }

  private struct Report: Decodable {
    struct State: Decodable {
      var flow: String
      var firstMerge: [String]
    }
    struct Change: Decodable {
      var kind: String
      var base: String?
    }
    var states: [State]
    var changes: [Change]
  }

  /// The fingerprints that the generated Swift declares: by flow, then by shared property.
  private func fingerprints(_ specs: String, into directory: String) throws -> [String: [String: String]] {
    let outcome = try Program.tandem("generate", specs, "--output", directory, "--quiet")
    try #require(outcome.status == 0, "\(outcome.errors)")
    var result: [String: [String: String]] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: directory).sorted() where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: directory + "/" + file, encoding: .utf8)
      for declaration in text.components(separatedBy: "FlowDeclaration(").dropFirst() {
        let flow = Self.quoted(declaration, behind: "FlowIdentifier(")
        for property in declaration.components(separatedBy: "SharedProperty(").dropFirst() {
          guard let place = property.range(of: "fingerprint: 0x") else { continue }
          result[flow, default: [:]][Self.quoted(property, behind: "name: ")] = String(
            property[place.upperBound...].prefix(16))
        }
      }
    }
    return result
  }

  private static func quoted(_ text: String, behind mark: String) -> String {
    guard let place = text.range(of: mark + "\"") else { return "" }
    return String(text[place.upperBound...].prefix { $0 != "\"" })
  }
}
