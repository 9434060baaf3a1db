import Foundation
import TestSupport
import Testing

@Suite("tandem verify")
struct VerifyTests {
  private static let description = """
    system: Crm
    changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
    entities:
      Account:
        properties:
          id: {type: integer, key: true, readOnly: true}
          name: {type: string, max: 80}  # as printed on letters
          state: {type: enum, values: [open, shut]}
          version: {type: integer, readOnly: true}

    """

  private static let shop = """
    system: Shop
    changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
    entities:
      Customer:
        properties:
          id: {type: integer, key: true, readOnly: true}
          name: {type: string, max: 40}
          version: {type: integer, readOnly: true}

    """

  private static let document = """
    dataflow: Shop to Crm
    flows:
    - flow: Shop Customer to Crm Account
      match: [{name: name}]
      properties:
      - {source: name, target: name, type: string}

    """

  private func project() throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write("Specs/systems/crm.yaml", Self.description)
    try folder.write("Specs/systems/shop.yaml", Self.shop)
    try folder.write("Specs/flow.yaml", Self.document)
    return folder
  }

  private static func export(name: String, state: String = "{\"values\": [\"open\", \"shut\"], \"type\": \"enum\"}")
    -> String
  {
    """
    {"entities": {"Account": {"fields": {"id": {"type": "integer"}, "name": \(name), "state": \(state),
    "version": {"type": "integer"}}}}}
    """
  }

  @Test("an export that says the same ends with 0, one that does not with 1 and the row that uses it")
  func statuses() throws {
    let folder = try project()
    try folder.write("same.json", Self.export(name: "{\"type\": \"string\", \"max\": 80}"))
    let same = try Program.tandem("verify", "--schema", "same.json", directory: folder.path)
    #expect(same.status == 0 && same.errors.hasSuffix("0 errors, 0 warnings, 0 notes\n"), "\(same.errors)")
    try folder.write("shorter.json", Self.export(name: "{\"type\": \"string\", \"max\": 30}"))
    let shorter = try Program.tandem("verify", "Specs", "--schema", "same.json", "shorter.json", directory: folder.path)
    #expect(shorter.status == 1 && shorter.errors.contains("error[T2902]"), "\(shorter.errors)")
    #expect(shorter.errors.contains("6 |   - {source: name, target: name, type: string}"), "\(shorter.errors)")
    // What no row uses is a warning.
    let unused = Self.export(
      name: "{\"type\": \"string\", \"max\": 80}", state: "{\"values\": [\"open\"], \"type\": \"enum\"}")
    try folder.write("unused.json", unused)
    let warned = try Program.tandem("verify", "Specs", "--schema", "unused.json", directory: folder.path)
    #expect(warned.status == 0 && warned.errors.contains("warning[T2903]"), "\(warned.errors)")
  }

  @Test("--fix writes what the export says, keeps the comments, and reports what is left for a person")
  func fixes() throws {
    let folder = try project()
    try folder.write(
      "export.json",
      Self.export(
        name: "{\"type\": \"string\", \"max\": 30, \"readOnly\": true}",
        state: "{\"values\": [\"open\", \"paused\"], \"type\": \"enum\", \"required\": true}"))
    let outcome = try Program.tandem("verify", "Specs", "--schema", "export.json", "--fix", directory: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("4 corrections in Specs/systems/crm.yaml"), "\(outcome.errors)")
    let text = try String(contentsOfFile: folder.path + "/Specs/systems/crm.yaml", encoding: .utf8)
    #expect(
      text.contains("name: {type: string, max: 30, readOnly: true}  # as printed on letters\n")
        && text.contains("state: {type: enum, values: [open, paused], required: true}\n"), "\(text)")
    let again = try Program.tandem("verify", "Specs", "--schema", "export.json", "--fix", directory: folder.path)
    #expect(again.status == 0 && again.errors.contains("nothing to correct"))
    // What the corrected description means for the documents is for the check to say.
    let check = try Program.tandem("check", "Specs", directory: folder.path)
    #expect(check.errors.contains("flow.yaml:6"), "\(check.errors)")
  }

  @Test("each form of the report holds the finding with its place")
  func formats() throws {
    let folder = try project()
    try folder.write("export.json", Self.export(name: "{\"type\": \"integer\"}"))
    func output(_ format: String) throws -> String {
      let outcome = try Program.tandem(
        "verify", "Specs", "--schema", "export.json", "--format", format, directory: folder.path)
      #expect(outcome.status == 1)
      return outcome.output
    }
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(try output("json").utf8)) as? [String: Any])
    let found = try #require((object["diagnostics"] as? [[String: Any]])?.first)
    #expect(found["code"] as? String == "T2901" && found["file"] as? String == "Specs/systems/crm.yaml")
    #expect(try output("github").hasPrefix("::error file=Specs/systems/crm.yaml,line=7,"))
    #expect(try output("sarif").contains("\"ruleId\": \"T2901\""))
  }

  @Test("bad input is told in a sentence, with the place where there is one")
  func badInput() throws {
    let folder = try project()
    func run(_ arguments: String..., status: Int32 = 1) throws -> String {
      let outcome = try Program.run("tandem", ["verify", "Specs"] + arguments, directory: folder.path)
      #expect(outcome.status == status && !outcome.wasSignalled, "\(arguments): \(outcome.errors)")
      return outcome.errors
    }
    #expect(try run(status: 2).contains("name an exported schema"))
    #expect(try run("--schema", "nowhere.json").contains("there is no file 'nowhere.json'"))
    try folder.write("cut.json", "{\"entities\": {\n  \"Account\": ")
    #expect(try run("--schema", "cut.json").contains("cut.json:2:14"))
    try folder.write("empty.json", "")
    #expect(try run("--schema", "empty.json").contains("the file holds no JSON"))
    try folder.write("page.json", "<html>not logged in</html>")
    #expect(try run("--schema", "page.json").contains("this is a page of HTML"))
    try folder.write("list.json", "entities: Account")
    #expect(try run("--schema", "list.json").contains("a value is expected here"))
    try folder.write("deep.json", String(repeating: "[", count: 100_000))
    #expect(try run("--schema", "deep.json").contains("nested more than"))
    try folder.write("bytes.json", [0xFF, 0x00, 0x7B])
    #expect(try run("--schema", "bytes.json").contains("T0901"))
    try folder.write(
      "huge.json",
      Self.export(
        name:
          "{\"type\": \"decimal\", \"precision\": -9223372036854775808, \"scale\": 9223372036854775807, \"max\": 1e99}")
    )
    #expect(try run("--schema", "huge.json").contains("T2901"))
    try folder.write("other.json", "{\"entities\": {\"Planet\": {\"fields\": {\"moons\": \"integer\"}}}}")
    #expect(try run("--schema", "other.json").contains("none of the described systems"))
    #expect(try run("--schema", "other.json", "--system", "Moon").contains("no described system is called `Moon`"))
    try folder.write("broken.yaml", "system: Crm\nentities: [\n")
    #expect(try run("--schema", "broken.yaml").contains("broken.yaml"))
    try folder.write("Specs/systems/shop.yaml", Self.shop.replacing("type: string", with: "type: strng"))
    #expect(try run("--schema", "other.json").contains("the descriptions have errors"))
  }

  /// Every prefix of an export, and every text with one byte left out, is told or read; nothing traps.
  @Test("no text makes the reader trap")
  func mutants() throws {
    let folder = try project()
    let text = Array(Self.export(name: "{\"type\": \"string\", \"max\": 1e400, \"label\": \"\\ud83d\\u00e9\\n\"}").utf8)
    var names: [String] = []
    for length in stride(from: 0, to: text.count, by: 3) {
      try folder.write("prefix\(length).json", text.prefix(length))
      var without = text
      without.remove(at: length)
      try folder.write("without\(length).json", without)
      names += ["prefix\(length).json", "without\(length).json"]
    }
    let outcome = try Program.run("tandem", ["verify", "Specs", "--schema"] + names, directory: folder.path)
    #expect(!outcome.wasSignalled && outcome.status == 1)
    #expect(outcome.errors.components(separatedBy: "error[T0901]").count > 50)
  }
}
