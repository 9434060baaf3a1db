import Foundation
import TestSupport
import Testing

@Suite("tandem new")
struct NewTests {
  private let document = """
    dataflow: Left to Right
    parameters:
      greeting: {type: string}
    flows:
    - flow: Left Person to Right Client
      where: status != "gone"
      match:
      - {mail: EMail}
      properties:
      - {source: mail, target: EMail, type: string}
      - {source: age, target: Age, type: integer}
      - {source: employerId, target: Company, type: string, reference: Firm to Company}
      - {source: phones.number, target: Phone, type: string, source dependencies: [{value: work, path: phones.kind}]}
      - {target: Salutation, type: string, parameter: greeting}
    - flow: Left Firm to Right Company
      properties:
      - {source: name, target: Name, type: string}

    """

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func files(below directory: String) throws -> Set<String> {
    let all = try FileManager.default.subpathsOfDirectory(atPath: directory)
    var isDirectory: ObjCBool = false
    return Set(
      all.filter {
        FileManager.default.fileExists(atPath: "\(directory)/\($0)", isDirectory: &isDirectory)
          && !isDirectory.boolValue
      })
  }

  @Test("makes an example whose documents need nothing, and names the release")
  func example() throws {
    let folder = try TemporaryDirectory()
    let outcome = try Program.tandem("new", "shop-sync", directory: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("next: cd shop-sync && swift run samples && swift run sync plan\n"))
    let package = folder.path + "/shop-sync"
    #expect(
      try files(below: package) == [
        ".dockerignore", ".gitignore", "Dockerfile", "Package.swift", "README.md", "Sources/samples/Samples.swift",
        "Sources/sync/Sync.swift", "Specs/Extensions.swift", "Specs/dataflows/webshop-to-bookkeeping.rst",
        "Specs/systems/bookkeeping.yaml", "Specs/systems/webshop.yaml", "environments/default.yaml",
      ])
    let version = try Program.tandem("--version").output.split(separator: "\n")[0]
    #expect(try text(package + "/Package.swift").contains("from: \"\(version)\")"))
    #expect(try text(package + "/Package.swift").contains(".package(url: \"https://github.com/"))
    let check = try Program.tandem("check", directory: package)
    #expect(check.errors.hasSuffix("2 systems of Specs/systems: 0 errors, 0 warnings, 0 notes\n"), "\(check.errors)")
    let format = try Program.tandem("format", "Specs", "--check", directory: package)
    #expect(format.status == 0, "\(format.output)")
  }

  @Test("makes descriptions of what the documents tell, which are enough for a check without errors")
  func assumptions() throws {
    let folder = try TemporaryDirectory()
    try folder.write("left-to-right.yaml", document)
    let outcome = try Program.tandem("new", "people", "--from", "left-to-right.yaml", directory: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("Specs/systems/left.yaml is made up from what the documents tell"))
    let package = folder.path + "/people"
    #expect(
      try text(package + "/Specs/systems/left.yaml").hasSuffix(
        """
        system: Left
        protocol: sql
        modified: modifiedAt
        changes: {cursor: rowVersion, kind: rowversion, deletes: {kind: feed}}
        entities:
          Person:
            properties:
              id: {type: string, key: true, readOnly: true} # ASSUMPTION: no document names the key
              mail: {type: string} # ASSUMPTION: the type of the other side
              age: {type: integer} # ASSUMPTION: the type of the other side
              employerId: {type: string, ref: Firm} # ASSUMPTION: of the type of the key
              phones:
                type: list
                of: object
                properties:
                  number: {type: string} # ASSUMPTION: the type of the other side
                  kind: {type: string} # ASSUMPTION: no document tells the type
              status: {type: string} # ASSUMPTION: no document tells the type
              modifiedAt: {type: datetime, readOnly: true} # ASSUMPTION
              rowVersion: {type: integer, readOnly: true} # ASSUMPTION
          Firm:
            properties:
              id: {type: string, key: true, readOnly: true} # ASSUMPTION: no document names the key
              name: {type: string} # ASSUMPTION: the type of the other side
              modifiedAt: {type: datetime, readOnly: true} # ASSUMPTION
              rowVersion: {type: integer, readOnly: true} # ASSUMPTION

        """))
    #expect(
      try text(package + "/Specs/systems/right.yaml").contains("      Age: {type: integer} # as a document says\n"))
    #expect(try text(package + "/Specs/dataflows/left-to-right.yaml") == document)
    // The value that the document wants and does not have.
    #expect(
      try text(package + "/environments/default.yaml").hasSuffix(
        """
        parameters:
          left-to-right:
            greeting: value # string

        """))
    let check = try Program.tandem("check", directory: package)
    #expect(check.status == 0, "\(check.errors)")
    #expect(try text(package + "/README.md").contains("`Specs/systems/left.yaml` is made up"))
  }

  @Test("takes over the descriptions that documents name, and fills empty tables where that gives no error")
  func filled() throws {
    let folder = try TemporaryDirectory()
    let empty = """
      dataflow: Custompms to Customerp
      flows:
      - flow: Custompms Customer to Customerp Customer
        properties: []
      - flow: Custompms Project to Customerp Project
        properties: []

      """
    try folder.write("pms.yaml", empty)
    let arguments = ["--from", "pms.yaml", "--systems", Program.package + "/Specs/systems", "--quiet"]
    let outcome = try Program.run("tandem", ["new", "filled"] + arguments, directory: folder.path)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let systems = folder.path + "/filled/Specs/systems"
    #expect(try files(below: systems) == ["custom-erp.yaml", "custom-pms.yaml"])
    #expect(
      try text(systems + "/custom-pms.yaml") == text(Program.package + "/Specs/systems/custom-pms.yaml"))
    let filled = try text(folder.path + "/filled/Specs/dataflows/pms.yaml")
    #expect(filled.contains("{source: name, target: name, type: string}"), "\(filled)")
    // An ERP project needs a level, which no project of the other system has.
    #expect(filled.hasSuffix("- flow: Custompms Project to Customerp Project\n  properties: []\n"), "\(filled)")
    #expect(try Program.tandem("check", directory: folder.path + "/filled").status == 0)

    #expect(
      try Program.run("tandem", ["new", "plain", "--no-suggest"] + arguments, directory: folder.path).status == 0)
    #expect(try text(folder.path + "/plain/Specs/dataflows/pms.yaml") == empty)
  }

  @Test("refuses what cannot become a package, and writes nothing then")
  func refusals() throws {
    let folder = try TemporaryDirectory()
    try folder.write("full/notes.txt", "mine")
    try folder.write("a/flow.yaml", document)
    try folder.write("b/flow.yaml", document)
    for (arguments, message) in [
      (["new", "Tandem"], "the name of the one that it uses"), (["new", "9lives"], "cannot be a package's name"),
      (["new", "a b"], "cannot be a package's name"), (["new", "full"], "'full' is there already"),
      (["new", "x", "--from", "none.rst"], "there is no file 'none.rst'"),
      (["new", "x", "--from", "a/flow.yaml", "b/flow.yaml"], "two documents would be 'Specs/dataflows/flow.yaml'"),
      (["new", "x", "--tandem", "a"], "does not hold the package Tandem"),
      (["new", "x", "--systems", "a"], "--systems belongs to documents"),
    ] {
      let outcome = try Program.run("tandem", arguments, directory: folder.path)
      #expect(outcome.status != 0 && outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
    }
    #expect(try files(below: folder.path) == ["full/notes.txt", "a/flow.yaml", "b/flow.yaml"])
  }

  @Test("tells the errors of a document that a package cannot be built with")
  func faulty() throws {
    let folder = try TemporaryDirectory()
    try folder.write("left-to-right.yaml", document.replacing("type: integer", with: "type: integr"))
    let outcome = try Program.tandem("new", "people", "--from", "left-to-right.yaml", directory: folder.path)
    #expect(outcome.errors.contains("--> Specs/dataflows/left-to-right.yaml:11:"), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("correct its documents or descriptions\n"))
  }
}
