import TandemCompiler
import TandemSemantics
import TandemSyntax
import Testing

@Suite("Reports of documents with random changes")
struct MutantTests {
  /// Numbers that are the same in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let pieces: [[UInt8]] = [
    [0x09], [0x20], [0x0A], [0x0D, 0x0A], [0x0D], [0x00], [0x1B, 0x5B], [0xFF], [0xC3], [0x80], [0xEF, 0xBB, 0xBF],
    Array("日本".utf8), Array("😀".utf8), Array("e\u{301}\u{301}".utf8), Array("\u{202E}".utf8), Array("{".utf8),
    Array("]".utf8), Array("'".utf8), Array("\"".utf8), Array("- ".utf8), Array(": ".utf8), Array("#".utf8),
    Array("``".utf8), Array("  * - ".utf8), Array("----\n".utf8), Array(String(repeating: "wide 語 ", count: 60).utf8),
  ]

  private static func mutate(_ bytes: [UInt8], _ random: inout Generator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: place)
      case 1:
        bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
      default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  @Test func everyReportCanBeMadeOfThem() throws {
    var random = Generator(state: 0x9E37_79B9_7F4A_7C15)
    var count = 0
    for name in ["five-faults", "names", "output", "mapping"] {
      let chapter = try Chapter(named: name)
      for example in chapter.examples {
        let input = try ExampleInput(example, of: chapter)
        for _ in 0..<4 {
          var mutant = input
          mutant.documents = input.documents.map { file in
            SourceFile(path: file.path, bytes: Self.mutate(file.bytes, &random))
          }
          let found = mutant.check().diagnostics
          count += found.count
          for diagnostic in found {
            let text = TextReport(usesColour: false).render(diagnostic)
            // Nothing but line ends may move the cursor, and no line may be much wider than a screen.
            for line in text.split(separator: "\n") {
              #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
            }
            #expect(diagnostic.span.start.column >= 1 && diagnostic.span.upperBound <= diagnostic.span.file.bytes.count)
          }
          #expect(!SARIFReport.render(found).isEmpty && found.isEmpty == GitHubReport.render(found).isEmpty)
          #expect(GitHubReport.render(found).split(separator: "\n").count == found.count)
        }
      }
    }
    #expect(count > 300, "the changes hardly matter: \(count) diagnostics")
  }

  @Test func settingsWithRandomChangesAreReadOrReported() {
    var random = Generator(state: 0x1234_5678_9ABC_DEF1)
    let text = "# what matters here\nseverities:\n  T2002: off\n  'partial-conversion': error\nsystems: \"systems\"\n"
    for _ in 0..<400 {
      let file = SourceFile(path: "tandem.yaml", bytes: Self.mutate(Array(text.utf8), &random))
      for diagnostic in ProjectSettings(file).diagnostics {
        #expect(diagnostic.span.upperBound <= file.bytes.count && !diagnostic.explanation.isEmpty)
      }
    }
  }
}
