import Foundation
import TestSupport
import Testing

@Suite("Generated files are those that the documents give")
struct GeneratedFreshnessTests {
  /// Compares a directory with what a command writes now.
  private func compare(_ directory: String, _ arguments: [String], fileExtension: String) throws {
    let folder = try TemporaryDirectory()
    let outcome = try Program.run("tandem", arguments + ["--output", folder.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let committed = Program.package + "/" + directory
    let names = { (path: String) in
      Set(try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(fileExtension) })
    }
    let expected = try names(folder.path)
    #expect(try names(committed) == expected, "run 'make generate' and commit \(directory)")
    for name in expected.sorted() {
      let fresh = FileManager.default.contents(atPath: "\(folder.path)/\(name)")
      let old = FileManager.default.contents(atPath: "\(committed)/\(name)")
      #expect(fresh == old, "\(directory)/\(name) is not what Specs/ gives; run 'make generate' and commit it")
    }
    #expect(!expected.isEmpty)
  }

  @Test("Generated/Swift")
  func swift() throws {
    try compare("Generated/Swift", ["generate", "Specs"], fileExtension: ".swift")
  }

  @Test("Generated/Tests, with a law for every group of rows that the check knows")
  func laws() throws {
    let folder = try TemporaryDirectory()
    let swift = try TemporaryDirectory()
    let arguments = ["generate", "Specs", "--output", swift.path, "--tests", "--tests-output", folder.path]
    let outcome = try Program.run("tandem", arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let committed = Program.package + "/Generated/Tests"
    // Beside the tests stands what the generation remembers.
    let names = { (path: String) in
      try FileManager.default.contentsOfDirectory(atPath: path).filter { $0 != ".tandem" }.sorted()
    }
    let expected = try names(folder.path)
    #expect(try names(committed) == expected)
    var laws = 0
    for name in expected {
      let fresh = try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
      let old = try? String(contentsOfFile: "\(committed)/\(name)", encoding: .utf8)
      #expect(fresh == old, "Generated/Tests/\(name) is not what Specs/ gives; run 'make generate' and commit it")
      laws += fresh.components(separatedBy: " RowLaw(").count - 1
    }
    let report = try JSONSerialization.jsonObject(
      with: Data(try Program.tandem("check", "Specs", "--format", "json").output.utf8))
    let dataflows = (report as? [String: Any])?["dataflows"] as? [[String: Any]] ?? []
    let rows = dataflows.flatMap { $0["flows"] as? [[String: Any]] ?? [] }.flatMap { $0["rows"] as? [Any] ?? [] }
    #expect(rows.count > 200)
    #expect(laws == rows.count, "\(laws) laws for \(rows.count) groups of rows")
  }

  @Test("tests import the module that --module names, and a name that is none is refused")
  func module() throws {
    let folder = try TemporaryDirectory()
    let output = "\(folder.path)/Swift"
    let generate = { (module: String) in
      try Program.run("tandem", ["generate", "Specs", "--output", output, "--tests", "--module", module])
    }
    #expect(try generate("Flows").status == 0)
    let name = "\(folder.path)/Tests/CustompmsToCustomerpLawTests.swift"
    #expect(try String(contentsOfFile: name, encoding: .utf8).contains("\nimport Flows\n"))
    for bad in ["", "9lives", "My-Flows", "a\nimport Foundation", "Flows; import Foundation", "`a`"] {
      #expect(try generate(bad).status == 2, "\(bad)")
    }
  }

  @Test("Generated/Checklists")
  func checklists() throws {
    try compare("Generated/Checklists", ["checklist", "Specs", "--format", "markdown"], fileExtension: ".md")
  }

  @Test("Documentation/Diagnostics.md")
  func diagnostics() throws {
    let page = try Program.tandem("explain", "diagnostics").output
    let committed = try String(contentsOfFile: Program.package + "/Documentation/Diagnostics.md", encoding: .utf8)
    #expect(page == committed, "run 'make generate' and commit Documentation/Diagnostics.md")
  }

  @Test("no two diagnostics share a code or a name")
  func codes() throws {
    let rows = try Program.tandem("explain").output.split(separator: "\n").map { $0.split(separator: " ") }
    let codes = rows.map { $0[0] }
    let names = rows.map { $0[2] }
    #expect(codes.count > 60)
    #expect(Set(codes).count == codes.count)
    #expect(Set(names).count == names.count, "\(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys)")
  }

  @Test("Documentation/Language.md, whose documents check clean")
  func language() throws {
    let page = try Program.tandem("explain", "language").output
    let committed = try String(contentsOfFile: Program.package + "/Documentation/Language.md", encoding: .utf8)
    #expect(page == committed, "run 'make generate' and commit Documentation/Language.md")
    let folder = try TemporaryDirectory()
    for notation in ["rst", "yaml"] {
      let parts = page.components(separatedBy: "```\(notation)\n")
      // The first document in both notations, and the one with comments.
      let examples = parts.dropFirst().compactMap { $0.components(separatedBy: "\n```").first }.filter {
        $0.contains("Custom CRM to Salesforce")
      }
      #expect(examples.count == (notation == "rst" ? 1 : 2))
      for example in examples {
        let path = try folder.write("example.\(notation)", example + "\n")
        let outcome = try Program.tandem("check", path, "--systems", "Specs/systems")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("0 errors, 0 warnings"), "\(outcome.errors)")
      }
    }
  }

  @Test("a second generation touches no file, an edited output is written anew, a stale one is removed")
  func untouched() throws {
    let folder = try TemporaryDirectory()
    let arguments = ["generate", "Specs", "--output", folder.path]
    #expect(try Program.run("tandem", arguments).status == 0)
    let second = try Program.run("tandem", arguments)
    #expect(second.errors.contains("0 written"))
    let file = "\(folder.path)/Dataflows.swift"
    try Data("// Generated by tandem. Edited.\n".utf8).write(to: URL(filePath: file))
    try folder.write("OldDataflow.swift", "// Generated by tandem from old.rst. Edits are lost.\n")
    try folder.write("Mine.swift", "// Written by hand.\n")
    let third = try Program.run("tandem", arguments)
    #expect(third.errors.contains("1 written"))
    #expect(third.errors.contains("1 removed"))
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/Mine.swift"))
  }
}
