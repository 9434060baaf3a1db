import Foundation
import TandemSemantics
import Testing

@testable import TandemSyntax

/// A document that says everything that the language can say, in both notations.
@Suite("The document that uses everything")
struct EverythingTests {
  private static let directory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Documentation/Examples")

  private func file(_ name: String) throws -> SourceFile {
    SourceFile(path: name, bytes: Array(try Data(contentsOf: Self.directory.appending(path: name))))
  }

  private func documents() throws -> (yaml: SourceFile, rst: SourceFile) {
    (try file("nursery-to-bookkeeping.yaml"), try file("nursery-to-bookkeeping.rst"))
  }

  @Test("uses each form of each table")
  func everything() throws {
    let (yaml, rst) = try documents()
    let found = LanguageForms(yaml: yaml.text, rst: rst.text).found
    let missing = LanguageForm.all.filter { form in
      switch form {
      // A remark holds its flow, of which a warning tells; the layout is for documents that are laid out otherwise.
      case .sentence(.createRemark), .sentence(.createWhenRemark), .key(.creation, _), .key(.layout, _),
        .key(.document, LayoutForm.documentKey), .heading(.olderIntroduction):
        return false
      default: return !found.contains(form)
      }
    }
    #expect(missing.isEmpty, "use these in Documentation/Examples: \(missing)")
    let dataflow = Support.dataflow(yaml)
    #expect(dataflow.flows.contains { $0.matching?.alternatives.contains { $0.pairs.count > 1 } ?? false })
    #expect(dataflow.flows.contains { ($0.matching?.alternatives.count ?? 0) > 2 })
    #expect(dataflow.flows.contains { $0.scopes.count == 2 })
    #expect(dataflow.parameters.contains { $0.defaultValue == nil })
  }

  @Test("says the same in both notations, and each converts into the other")
  func notations() throws {
    let (yaml, rst) = try documents()
    let one = Support.dataflow(yaml)
    let other = Support.dataflow(rst)
    #expect(YAMLWriter.content(of: one) == YAMLWriter.content(of: other))
    // Each is what the writer of its notation prints for the other one, comments included.
    #expect(RSTWriter.write(one) == rst.text)
    #expect(YAMLWriter.write(other) == yaml.text)
    #expect(one.comments.count == 5 && other.comments.count == 5)
  }

  @Test("checks without an error or a warning")
  func clean() throws {
    let systems = try ["nursery", "bookkeeping"].map { Support.description(try file("systems/\($0).yaml")) }
    let (yaml, rst) = try documents()
    for document in [yaml, rst] {
      let result = Checker.check([Support.dataflow(document)], systems: systems)
      let lines = Support.lines(result)
      #expect(!result.diagnostics.contains { $0.severity > .note }, "\(lines)")
      // All there is to say: persons are named, old records are not looked for, and what the sync does not carry out yet.
      let split = Array(repeating: "split-flow", count: 4)
      #expect(
        result.diagnostics.map(\.rule.name) == ["personal-data", "personal-data", "create-without-match"] + split,
        "\(lines)")
      let flows = try #require(result.dataflows.first?.flows)
      #expect(flows.count == 9 && flows.count { $0.held != nil } == 4)
    }
  }
}
