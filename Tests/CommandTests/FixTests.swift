import Foundation
import TestSupport
import Testing

@Suite("tandem check --fix")
struct FixTests {
  private let document = Program.package + "/Specs/dataflows/custompms-to-customerp.rst"

  private func check(_ path: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run("tandem", ["check", path, "--systems", "Specs/systems"] + arguments)
  }

  @Test("mends misspelt sentences, rules and keys, says how many, and changes no other byte")
  func mends() throws {
    let folder = try TemporaryDirectory()
    let text = try String(contentsOfFile: document, encoding: .utf8).replacing("\n", with: "\r\n")
    let broken = text.replacing("Introduction\r\n------------", with: "Introduction\r\n-------")
      .replacing("If both sides have changed, a person decides.", with: "If both sides have changd, a person decides.")
      .replacing("     - projectId\r\n", with: "\t- projectId\r\n")
    #expect(broken != text)
    let path = try folder.write("flow.rst", broken)
    let before = try check(path)
    let outcome = try check(path, "--fix")
    let after = try String(contentsOfFile: path, encoding: .utf8)
    #expect(before.errors != outcome.errors)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("corrections in \(path)"), "\(outcome.errors)")
    #expect(after == text)
    let again = try check(path, "--fix")
    #expect(again.errors.contains("nothing to correct"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test("leaves a document alone that needs a person, and reports it")
  func needsPerson() throws {
    let folder = try TemporaryDirectory()
    let broken = try String(contentsOfFile: document, encoding: .utf8).replacing("- taskNumber", with: "- qqqq")
    let path = try folder.write("flow.rst", broken)
    let outcome = try check(path, "--fix")
    #expect(outcome.status == 1 && outcome.errors.contains("qqqq"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == broken)
  }

  @Test("mends spellings in YAML, keeps the comments, and guesses nothing")
  func yaml() throws {
    let folder = try TemporaryDirectory()
    let text = try String(
      contentsOfFile: Program.package + "/Specs/dataflows/customcrm-to-exactonline.yaml", encoding: .utf8)
    let broken = "# first\n" + text.replacing("  conflict: newest\n", with: "  conflict: newest  # a remark\n")
    #expect(broken.contains("Salesorders"))
    let path = try folder.write("flow.yaml", broken)
    let outcome = try check(path, "--fix")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("1 correction in \(path)\n"), "\(outcome.errors)")
    let mended = broken.replacing("ExactOnline Salesorders", with: "ExactOnline SalesOrders")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == mended)
    let misspelt = mended.replacing("conflict: newest", with: "conflct: newest")
    try folder.write("flow.yaml", misspelt)
    let guess = try check(path, "--fix")
    #expect(guess.status == 1 && guess.errors.contains("did you mean `conflict`"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == misspelt)
  }

  @Test("does not touch what --allow passes over, and prints the report in the form that was asked for")
  func options() throws {
    let folder = try TemporaryDirectory()
    let text = try String(
      contentsOfFile: Program.package + "/Specs/dataflows/customcrm-to-exactonline.yaml", encoding: .utf8)
    let path = try folder.write("flow.yaml", text)
    let outcome = try check(path, "--fix", "--allow", "T5002", "--format", "json")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("{"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }
}
