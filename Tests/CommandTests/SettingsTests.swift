import TestSupport
import Testing

@Suite("The settings of a project")
struct SettingsTests {
  private let document = """
    dataflow: Shop to Ledger
    flows:
    - flow: Shop Item to Ledger Item
      conflict: Shop wins
      properties:
      - {source: made, target: Day, type: date}

    """

  private func system(_ name: String, _ property: String) -> String {
    """
    system: \(name)
    changes: {cursor: version, kind: rowversion, deletes: {kind: keys}}
    entities:
      Item:
        externalKey: tag
        properties:
          id: {type: integer, key: true, readOnly: true}
          tag: {type: string, max: 40, unique: true}
          \(property)
          version: {type: integer, readOnly: true}

    """
  }

  /// A project with one warning, T2002: a moment that becomes a day.
  private func project(settings: String?, systems: String = "systems") throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    try folder.write("project/flows/item.yaml", document)
    try folder.write("project/\(systems)/shop.yaml", system("Shop", "made: {type: datetime}"))
    try folder.write("project/\(systems)/ledger.yaml", system("Ledger", "Day: {type: date}"))
    if let settings { try folder.write("project/tandem.yaml", settings) }
    return folder
  }

  @Test("a file above the document decides, and the summary names it")
  func found() throws {
    let plain = try project(settings: nil)
    let before = try Program.tandem("check", "project/flows/item.yaml", directory: plain.path)
    #expect(before.status == 0 && before.errors.contains("warning[T2002]"), "\(before.errors)")
    #expect(!before.errors.contains("settings"))

    let folder = try project(settings: "severities: {lossy-conversion: error}\n")
    let raised = try Program.tandem("check", "project/flows/item.yaml", directory: folder.path)
    #expect(raised.status == 1 && raised.errors.contains("error[T2002]"), "\(raised.errors)")
    #expect(raised.errors.contains("with the settings of project/tandem.yaml"), "\(raised.errors)")
  }

  @Test("a directory that holds the file is searched without taking it for a document")
  func noDocument() throws {
    let folder = try project(settings: "severities: {T2002: off}\n")
    let outcome = try Program.tandem("check", "project", directory: folder.path)
    #expect(outcome.status == 0 && outcome.errors.contains("1 document checked"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("T2002["), "\(outcome.errors)")
  }

  @Test("the command line comes before the file")
  func commandLine() throws {
    let folder = try project(settings: "severities: {T2002: off}\n")
    let denied = try Program.tandem("check", "project", "--deny", "T2002", directory: folder.path)
    #expect(denied.status == 1 && denied.errors.contains("error[T2002]"), "\(denied.errors)")
    let raised = try project(settings: "severities: {T2002: error}\n")
    let allowed = try Program.tandem("check", "project", "--allow", "T2002", directory: raised.path)
    #expect(allowed.status == 0 && !allowed.errors.contains("T2002"), "\(allowed.errors)")
    let error = try Program.tandem("check", "project", "--allow", "unknown-entity", directory: folder.path)
    #expect(error.errors.contains("T1004 (unknown-entity) is an error and stays one"), "\(error.errors)")
  }

  @Test("generate and checklist refuse what the project calls an error")
  func otherCommands() throws {
    let folder = try project(settings: "severities: {T2002: error}\n")
    for command in ["generate", "checklist"] {
      let outcome = try Program.tandem(command, "project", "--output", "project/out", directory: folder.path)
      #expect(outcome.status == 1 && outcome.errors.contains("error[T2002]"), "\(command): \(outcome.errors)")
    }
  }

  @Test("the file names the directory of the descriptions, relative to itself")
  func systems() throws {
    let folder = try project(settings: "systems: descriptions\n", systems: "descriptions")
    let outcome = try Program.tandem("check", "project/flows/item.yaml", directory: folder.path)
    #expect(outcome.status == 0 && outcome.errors.contains("2 systems of project/descriptions"), "\(outcome.errors)")
  }

  @Test("a directory that is not there is told at the place that names it")
  func missingSystems() throws {
    let folder = try project(settings: "systems: description\n", systems: "descriptions")
    let outcome = try Program.tandem("check", "project/flows/item.yaml", directory: folder.path)
    #expect(outcome.status == 1 && outcome.errors.contains("T0604"), "\(outcome.errors)")
    #expect(outcome.errors.contains("project/tandem.yaml:1:10"), "\(outcome.errors)")
  }

  @Test("faults of the file are diagnostics with their place and what was meant")
  func faults() throws {
    let folder = try project(settings: "severities:\n  lossy-convertion: off\n")
    let outcome = try Program.tandem("check", "project", directory: folder.path)
    #expect(outcome.status == 1 && outcome.errors.contains("project/tandem.yaml:2:3"), "\(outcome.errors)")
    #expect(outcome.errors.contains("Did you mean T2002 (lossy-conversion)?"), "\(outcome.errors)")
  }

  @Test("a code that is allowed for nothing is told, and why")
  func uselessAllowances() throws {
    let folder = try project(settings: nil)
    let nothing = try Program.tandem("check", "project", "--allow", "T2003", directory: folder.path)
    #expect(nothing.status == 0, "\(nothing.errors)")
    #expect(
      nothing.errors.contains("nothing gives T2003 (partial-conversion); --allow has no effect"), "\(nothing.errors)")
    let useful = try Program.tandem("check", "project", "--allow", "T2002", directory: folder.path)
    #expect(!useful.errors.contains("--allow"), "\(useful.errors)")
    let quiet = try Program.tandem("check", "project", "--allow", "T2003", "--quiet", directory: folder.path)
    #expect(!quiet.errors.contains("--allow"), "\(quiet.errors)")
    let both = try Program.tandem(
      "check", "project", "--allow", "T2002", "--deny", "lossy-conversion", directory: folder.path)
    #expect(both.status != 0 && both.errors.contains("both --deny and --allow name T2002"), "\(both.errors)")
  }

  @Test("what is wrong with the settings themselves can be allowed and denied")
  func settingsAboutSettings() throws {
    let text = "severities:\n  T1005: off\n"
    let plain = try project(settings: text)
    let before = try Program.tandem("check", "project", directory: plain.path)
    #expect(before.status == 0 && before.errors.contains("warning[T0602]"), "\(before.errors)")
    let denied = try Program.tandem("check", "project", "--deny", "T0602", directory: plain.path)
    #expect(denied.status == 1 && denied.errors.contains("error[T0602]"), "\(denied.errors)")
    let folder = try project(settings: text + "  T0602: off\n")
    let off = try Program.tandem("check", "project", directory: folder.path)
    #expect(off.status == 0 && !off.errors.contains("T0602"), "\(off.errors)")
  }

  @Test("a directory in the place of the file is told")
  func directory() throws {
    let folder = try project(settings: nil)
    try folder.write("project/tandem.yaml/notes.txt", "nothing")
    let outcome = try Program.tandem("check", "project/flows/item.yaml", directory: folder.path)
    #expect(outcome.status == 1 && outcome.errors.contains("'project/tandem.yaml' is a directory"), "\(outcome.errors)")
  }
}
