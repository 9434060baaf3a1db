import Extending
import Foundation
import TandemLaws
import TandemRuntime
import TandemValues
import TestSupport
import Testing

@Suite("Documentation/Extending.md shows code that is compiled and run")
struct ExampleTests {
  private static let folder = Program.package + "/Documentation"

  @Test("every block of Swift stands in a file of the example, word by word")
  func blocks() throws {
    let page = try String(contentsOfFile: Self.folder + "/Extending.md", encoding: .utf8)
    let files = ["Custom.swift", "Policies.swift", "Server.swift", "JournalConnector.swift"].compactMap {
      try? String(contentsOfFile: "\(Self.folder)/Extending/\($0)", encoding: .utf8)
    }
    let blocks = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    #expect(blocks.count >= 3)
    for block in blocks { #expect(files.contains { $0.contains(block) }, "no file of the example has:\n\(block)") }
  }

  @Test("the flow in a server takes ten lines at most")
  func tenLines() throws {
    let file = try String(contentsOfFile: Self.folder + "/Extending/Server.swift", encoding: .utf8)
    let function = try #require(file.components(separatedBy: "public func customersToAccounts").last)
    let body = try #require(function.components(separatedBy: "\n}").first)
    #expect(body.split(separator: "\n").count <= 10)
  }

  @Test("Generated is what the document gives")
  func fresh() throws {
    let folder = try TemporaryDirectory()
    let outcome = try Program.tandem(
      "generate", "Documentation/Extending/Specs", "--output", folder.path + "/Swift", "--tests", "--module",
      "Extending")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for part in ["Swift", "Tests"] {
      // What the generator remembers may stand there too.
      func files(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".swift") }.sorted()
      }
      let names = try files("\(folder.path)/\(part)")
      let committed = "\(Self.folder)/Extending/Generated/\(part)"
      #expect(try files(committed) == names)
      for name in names {
        #expect(
          FileManager.default.contents(atPath: "\(folder.path)/\(part)/\(name)")
            == FileManager.default.contents(atPath: "\(committed)/\(name)"),
          "\(name) is not what the document gives; run 'make generate'")
      }
    }
  }

  /// The check believes what a document declares; the generated test does not.
  @Test("a declared inverse that is none is found by the law's test")
  func falseInverse() throws {
    let law = RowLaw(
      property: 2, rows: "points to Tier", verdict: .exact, allowed: [.refused],
      trips: [LawTrip(.sourceAndBack, source: LawPath([3]), target: LawPath([3]))])
    let found = FlowLaws(ShopToLedgerDataflow.dataflow, flow: 0, rows: [law]).cases.flatMap { $0.violations(seed: 1) }
    #expect(found.first?.message.contains("comes back in another form") == true, "\(found)")
    #expect(found.first?.message.contains("source 7 > shared \"Bronze\"") == true, "\(found)")
  }
}
