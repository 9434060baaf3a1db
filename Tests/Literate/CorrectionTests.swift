import TandemCompiler
import TandemSyntax
import Testing

@Suite("Corrections that are offered")
struct CorrectionTests {
  @Test(arguments: ["In YAML", "In RST"]) func fiveFaultsHaveFiveAnswersEachWithACorrection(heading: String) throws {
    let chapter = try Chapter(named: "five-faults")
    let example = try #require(chapter.examples.first { $0.heading == heading })
    let found = try ExampleInput(example, of: chapter).check().diagnostics
    #expect(found.count == 5, "\(found.map(\.message))")
    #expect(Set(found.map(\.span.start.line)).count == 5)
    for diagnostic in found {
      #expect(!CorrectedLines(try #require(diagnostic.fixes.first, "\(diagnostic.message)")).list.isEmpty)
    }
  }

  @Test(arguments: Chapter.names) func aCorrectionRemovesWhatItIsOfferedForAndASafeOneBringsNoFault(name: String) throws
  {
    let chapter = try Chapter(named: name)
    for example in chapter.examples {
      let input = try ExampleInput(example, of: chapter)
      let before = input.check().diagnostics
      guard before.count < 50 else { continue }
      for diagnostic in before {
        for fix in diagnostic.fixes {
          let after = input.applying(fix).check().diagnostics
          let place = "\(name).md:\(example.line): \(fix.message)"
          let remains = after.contains { other in
            other.rule.code == diagnostic.rule.code && other.message == diagnostic.message
              && other.span.start.line == diagnostic.span.start.line
          }
          #expect(!remains, "\(place) does not remove \(diagnostic.rule.code) \(diagnostic.message)")
          guard fix.isSafe else { continue }
          let errors = { (list: [Diagnostic]) in list.filter { $0.severity == .error }.count }
          #expect(
            errors(after) <= errors(before),
            "\(place) brings \(after.filter { $0.severity == .error }.map(\.message))")
        }
      }
    }
  }
}

extension ExampleInput {
  /// The same files after a correction.
  func applying(_ fix: Diagnostic.Fix) -> ExampleInput {
    func corrected(_ file: SourceFile) -> SourceFile {
      let edits = fix.edits.filter { $0.span.file.path == file.path }
      guard !edits.isEmpty else { return file }
      var bytes = file.bytes
      for edit in edits.sorted(by: { $0.span.lowerBound > $1.span.lowerBound }) {
        bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
      }
      return SourceFile(path: file.path, bytes: bytes)
    }
    var result = self
    result.documents = documents.map(corrected)
    result.systems = systems.map(corrected)
    result.settings = settings.map(corrected)
    return result
  }
}
