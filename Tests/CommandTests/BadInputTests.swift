import Foundation
import TestSupport
import Testing

@Suite("Bad input gets a clear message and never a trap")
struct BadInputTests {
  /// Runs `tandem check` on a file with the given bytes and gives what a user sees.
  private func check(_ name: String, _ bytes: some DataProtocol) throws -> Program.Outcome {
    let folder = try TemporaryDirectory()
    let path = try folder.write(name, bytes)
    return try Program.tandem("check", path, "--systems", "Specs/systems")
  }

  @Test("a file that is not there is named, and the status is 1")
  func missingFile() throws {
    let outcome = try Program.tandem("check", "no-such-file.rst", "--systems", "Specs/systems")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("there is no file 'no-such-file.rst'"))
  }

  @Test("a directory without documents says what documents end in")
  func emptyDirectory() throws {
    let folder = try TemporaryDirectory()
    let outcome = try Program.tandem("check", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(".rst or .yaml"))
  }

  @Test("a pipe in a directory is no document, and nobody waits for it")
  func pipeInDirectory() throws {
    let folder = try TemporaryDirectory()
    _ = try folder.write("a.rst", Data("x\n".utf8))
    #expect(mkfifo(folder.path + "/pipe.rst", 0o600) == 0)
    let outcome = try Program.tandem("check", folder.path, "--systems", "Specs/systems")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("a.rst:1:1") && !outcome.errors.contains("pipe.rst"))
  }

  @Test("an unknown option is wrong usage, status 2")
  func unknownOption() throws {
    let outcome = try Program.tandem("check", "--no-such-option")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--no-such-option"))
  }

  @Test("an empty file, in either notation, is an error at its first line", arguments: ["a.rst", "a.yaml"])
  func emptyFile(name: String) throws {
    let outcome = try check(name, Data())
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(name):1:1"))
  }

  @Test("a binary file is an error with a position", arguments: ["a.rst", "a.yaml"])
  func binaryFile(name: String) throws {
    var state: UInt64 = 7
    let bytes = (0..<4096).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    let outcome = try check(name, bytes)
    #expect(outcome.status == 1)
    #expect(!outcome.wasSignalled)
    #expect(outcome.errors.contains("\(name):"))
  }

  @Test("invalid UTF-8 is shown at the first bad byte", arguments: ["a.rst", "a.yaml"])
  func invalidText(name: String) throws {
    let outcome = try check(name, Data("abc: 1\nde".utf8) + Data([0xFF, 0xFE]) + Data("\n".utf8))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("\(name):2:3"))
  }

  @Test("a line of 50 MB is refused in a few seconds", arguments: ["a.rst", "a.yaml"])
  func longLine(name: String) throws {
    let outcome = try check(name, Data(repeating: UInt8(ascii: "x"), count: 50_000_000))
    #expect(outcome.status == 1)
    #expect(!outcome.wasSignalled)
    #expect(outcome.errors.utf8.count < 20_000)
  }

  @Test("YAML that Tandem does not take is refused at its place: anchors, tabs, duplicate keys")
  func refusedYAML() throws {
    let anchor = try check("a.yaml", Data("dataflow: &a Custom CRM to Customerp\nflows: []\n".utf8))
    #expect(anchor.status == 1)
    #expect(anchor.errors.contains("a.yaml:1:11"))
    let tab = try check("a.yaml", Data("dataflow: Custom CRM to Customerp\nflows:\n\t- flow: x\n".utf8))
    #expect(tab.status == 1)
    #expect(tab.errors.contains("a.yaml:3:1"))
    let duplicate = try check("a.yaml", Data("dataflow: Custom CRM to Customerp\ndataflow: b\nflows: []\n".utf8))
    #expect(duplicate.status == 1)
    #expect(duplicate.errors.contains("a.yaml:2:1"))
  }
}
