import Foundation
import TandemCompiler
import TandemSyntax
import Testing

@Suite("Every chapter says what is reported")
struct ChapterTests {
  /// With `TANDEM_RECORD=1` the expectations are written instead of compared. Read what was written.
  static let isRecording = ProcessInfo.processInfo.environment["TANDEM_RECORD"] == "1"

  @Test(arguments: Chapter.names)
  func everyDiagnosticOfAChapterIsExpectedAndNoOther(name: String) throws {
    let chapter = try Chapter(named: name)
    #expect(!chapter.examples.isEmpty, "\(name).md has no example")
    if Self.isRecording { return try record(chapter) }
    for example in chapter.examples {
      if !example.expectations.contains(where: { $0.words[0] == "diagnostics" }) {
        Issue.record(
          "\(name).md:\(example.line): no block `diagnostics` follows; write one, or run with TANDEM_RECORD=1")
      }
      let input = try ExampleInput(example, of: chapter)
      for block in example.expectations {
        let found = try Self.found(block.words, input)
        if found == block.lines { continue }
        let difference = Self.difference(expected: block.lines, found: found)
        Issue.record(
          """
          \(name).md:\(block.line): \(example.heading)
          \(difference)
          (TANDEM_RECORD=1 writes what was found into the chapter.)
          """)
      }
    }
  }

  /// What a block of an expectation should hold.
  static func found(_ words: [String], _ input: ExampleInput) throws -> [String] {
    let compilation = input.check()
    let text: String
    switch words[0] {
    case "diagnostics": return DiagnosticListing.lines(compilation.diagnostics, documents: input.documents)
    case "text":
      let renderer = TextReport(usesColour: words.contains("colour"))
      text = compilation.diagnostics.map(renderer.render).joined(separator: "\n").replacing("\u{1B}", with: "␛")
    case "github": text = GitHubReport.render(compilation.diagnostics)
    case "sarif": text = SARIFReport.render(compilation.diagnostics)
    case "json": text = JSONReport.render(compilation)
    default: throw ChapterFault(description: "`\(words[0])` is no kind of expectation")
    }
    var lines = text.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private func record(_ chapter: Chapter) throws {
    var lines = chapter.lines
    for example in chapter.examples.reversed() {
      let input = try ExampleInput(example, of: chapter)
      for block in example.expectations.reversed() {
        lines.replaceSubrange(block.line..<(block.line + block.lines.count), with: try Self.found(block.words, input))
      }
      if !example.expectations.contains(where: { $0.words[0] == "diagnostics" }) {
        let found = try Self.found(["diagnostics"], input)
        lines.insert(contentsOf: ["", "```diagnostics"] + found + ["```"], at: example.endOfInputs)
      }
    }
    guard lines != chapter.lines else { return }
    try lines.joined(separator: "\n").write(toFile: chapter.path, atomically: true, encoding: .utf8)
  }

  /// The lines of both, those that differ marked as in a patch.
  private static func difference(expected: [String], found: [String]) -> String {
    let changes = found.difference(from: expected)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [String] = []
    var (left, right) = (0, 0)
    while left < expected.count || right < found.count {
      if left < expected.count, removed.contains(left) {
        lines.append("- " + expected[left])
        left += 1
      } else if right < found.count, inserted.contains(right) {
        lines.append("+ " + found[right])
        right += 1
      } else {
        lines.append("  " + expected[min(left, expected.count - 1)])
        left += 1
        right += 1
      }
    }
    return lines.joined(separator: "\n")
  }
}
