import Foundation
import TestSupport
import Testing

@Suite("What the compiler writes is neither lost nor overwritten")
struct OutputTests {
  private let document = Program.package + "/Specs/dataflows/custompms-to-customerp.rst"

  @Test("generating from one document leaves the code of the others alone, and says how to remove it")
  func oneDocument() throws {
    let folder = try TemporaryDirectory()
    #expect(try Program.tandem("generate", "Specs", "--output", folder.path).status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let outcome = try Program.tandem("generate", document, "--systems", "Specs/systems", "--output", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("--prune"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == names)
    let pruned = try Program.tandem(
      "generate", document, "--systems", "Specs/systems", "--output", folder.path, "--prune")
    #expect(pruned.status == 0)
    #expect(pruned.errors.contains("4 removed"))
  }

  @Test("two documents whose names give one output are an error that names both")
  func sameName() throws {
    let folder = try TemporaryDirectory()
    let text = try String(contentsOfFile: document, encoding: .utf8)
    try folder.write("flow.rst", text)
    try folder.write("more/Flow.rst", text)
    let outcome = try Program.tandem("check", folder.path, "--systems", "Specs/systems")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("both give `FlowDataflow.swift`"))
  }

  @Test("two systems whose names give one type are an error that names both")
  func sameType() throws {
    let folder = try TemporaryDirectory()
    for (file, name) in [("one", "Shop"), ("two", "Shop ²"), ("three", "²"), ("four", "½")] {
      try folder.write(
        "systems/\(file).yaml",
        """
        system: "\(name)"
        changes: {cursor: version, kind: rowversion, deletes: {kind: keys}}
        entities:
          Item:
            properties:
              id: {type: integer, key: true, readOnly: true}
              version: {type: integer, readOnly: true}

        """)
    }
    try folder.write("flow.yaml", "dataflow: Shop to Shop\nflows: []\n")
    let outcome = try Program.tandem("check", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the systems `Shop ²` and `Shop` both give the type `Shop`"), "\(outcome.errors)")
    #expect(outcome.errors.contains("both give the type `Unnamed`"), "\(outcome.errors)")
  }

  @Test("links that lead back are followed once")
  func links() throws {
    let folder = try TemporaryDirectory()
    try folder.write("flow.rst", try String(contentsOfFile: document, encoding: .utf8))
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/again", withDestinationPath: folder.path)
    let outcome = try Program.tandem("check", folder.path, folder.path + "/again", "--systems", "Specs/systems")
    #expect(outcome.errors.contains("1 document checked"), "\(outcome.errors.suffix(200))")
  }

  @Test("a report that cannot be written is a failure")
  func fullDisk() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" check Specs --format json > /dev/full 2> /dev/null", Program.path(of: "tandem")]
    process.currentDirectoryURL = URL(filePath: Program.package)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
  }

  @Test("an output that is a file, and descriptions that are one, are named")
  func wrongKinds() throws {
    let folder = try TemporaryDirectory()
    let file = try folder.write("file", "x")
    let output = try Program.tandem("generate", "Specs", "--output", file)
    #expect(output.status == 1)
    #expect(output.errors.contains("is a file, a directory is expected"))
    let systems = try Program.tandem("check", "Specs", "--systems", "Specs/systems/custom-pms.yaml")
    #expect(systems.status == 1)
    #expect(systems.errors.contains("--systems takes the directory"))
  }
}
