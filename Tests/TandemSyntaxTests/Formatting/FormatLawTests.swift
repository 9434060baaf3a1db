import Foundation
import Testing

@testable import TandemSyntax

@Suite("Formatting")
struct FormatLawTests {
  @Test("changes nothing in the documents of the project and the supplied ones, with either line end")
  func canonicalDocuments() throws {
    let systems = try WrittenDocuments.files(in: WrittenDocuments.package.appending(path: "Specs/systems"), ".yaml")
    let documents = try WrittenDocuments.own(".rst") + WrittenDocuments.own(".yaml")
    #expect(systems.count == 6 && documents.count == 5)
    for file in try systems + documents + WrittenDocuments.supplied() {
      for text in [file.text, file.text.replacing("\n", with: "\r\n")] {
        let formatted = try expectFormatted(text, path: file.path)
        #expect(formatted == text, "\(file.path)")
      }
    }
  }

  @Test("changes nothing in what the writers of both notations print")
  func writtenDocuments() throws {
    var texts = try (WrittenDocuments.own(".rst") + WrittenDocuments.supplied()).map(\.text)
    texts += [MutationTests.richDocument(), RSTText.title(), RSTText.title("Shopbase", "")]
    for text in texts {
      let dataflow = try #require(readRST(text).product)
      let yaml = YAMLWriter.write(dataflow)
      #expect(try expectFormatted(yaml, path: "written.yaml") == yaml)
      var plain = dataflow
      plain.layout = DocumentLayout()
      let rst = RSTWriter.write(plain)
      #expect(try expectFormatted(rst, path: "written.rst") == rst)
    }
    for text in [YAMLSamples.sketch] + (try WrittenDocuments.own(".yaml").map(\.text)) {
      let dataflow = try #require(YAMLReader.read(SourceFile(path: "sample.yaml", text: text)).product)
      let rst = RSTWriter.write(dataflow)
      #expect(try expectFormatted(rst, path: "written.rst") == rst)
      let yaml = YAMLWriter.write(dataflow)
      #expect(try expectFormatted(yaml, path: "written.yaml") == yaml)
    }
  }

  @Test("keeps its promises for a thousand RST documents with random white space and comments")
  func rstMutants() throws {
    var random = SeededGenerator(seed: 6)
    let samples = [
      MutationTests.richDocument(),
      RSTText.title("Shopbase", "") + RSTText.section("Shopbase Client", " Customer", system: ""),
      RSTText.title() + RSTText.section(rows: [["a", "A", "\"string\""], ["b", "B", "N/A"]]) + "\n"
        + RSTText.section("Shopbase Order", "Ledger Invoice"),
      RSTText.title() + "Parameters\n----------\n\n"
        + RSTText.table(["Parameter", "Type", "Default"], [["p", "string", ""]])
        + "\n\n" + RSTText.section(),
    ]
    var formatted = 0
    for round in 0..<1_000 {
      let odd = changed(samples[round % samples.count], with: "..", &random)
      let text = round.isMultiple(of: 4) ? String(decoding: random.mutate(Array(odd.utf8)), as: UTF8.self) : odd
      guard format(Array(text.utf8), "mutant.rst") != nil else { continue }
      formatted += 1
      try expectFormatted(text, path: "mutant.rst")
    }
    #expect(formatted > 350, "only \(formatted) mutants were without errors")
  }

  @Test("keeps its promises for a thousand YAML texts with random white space and comments, as libyaml sees them too")
  func yamlMutants() throws {
    var random = SeededGenerator(seed: 17)
    var formatted = 0
    for round in 0..<1_500 {
      let sample = round.isMultiple(of: 4) ? YAMLSamples.sketch : YAMLSamples.all[round / 4 % YAMLSamples.all.count]
      let odd = round < YAMLSamples.all.count ? YAMLSamples.all[round] : changed(sample, with: "#", &random)
      let text = round.isMultiple(of: 4) ? String(decoding: random.mutate(Array(odd.utf8)), as: UTF8.self) : odd
      guard format(Array(text.utf8), "mutant.yaml") != nil else { continue }
      formatted += 1
      let result = try expectFormatted(text, path: "mutant.yaml")
      if let before = libYAMLEvents(Array(text.utf8)) {
        #expect(libYAMLEvents(Array(result.utf8)) == before, "\(text.debugDescription)")
      }
    }
    #expect(formatted > 900, "only \(formatted) mutants were without faults")
  }

  /// A text with white space, blank lines, line ends and comments where it had none, and some blanks less.
  private func changed(_ text: String, with comment: String, _ random: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<1 + random.number(below: comment == "#" ? 8 : 4) {
      let ends = bytes.indices.filter { bytes[$0] == 0x0A }
      let blanks = bytes.indices.filter { bytes[$0] == 0x20 }
      guard !ends.isEmpty else { break }
      let end = ends[random.number(below: ends.count)]
      switch random.number(below: 9) {
      case 0: bytes.insert(contentsOf: [[0x20], [0x09], [0x20, 0x20], [0x0D]][random.number(below: 4)], at: end)
      case 1, 2: bytes.insert(contentsOf: Array("\n\n\n".utf8.prefix(1 + random.number(below: 3))), at: end)
      case 3:
        let indentation = String(repeating: " ", count: random.number(below: 5))
        bytes.insert(contentsOf: Array("\n\(indentation)\(comment) remark \(random.number(below: 9))".utf8), at: end)
      case 4: bytes.insert(contentsOf: Array("\n\n\(comment) remark\n".utf8), at: end)
      case 5:
        if comment == "#" {
          bytes.insert(contentsOf: Array("   # remark".utf8.dropFirst(random.number(below: 3))), at: end)
        }
      case 6:
        guard !blanks.isEmpty else { continue }
        let count = 1 + random.number(below: 3)
        bytes.insert(contentsOf: [UInt8](repeating: 0x20, count: count), at: blanks[random.number(below: blanks.count)])
      case 7: if !blanks.isEmpty { bytes.remove(at: blanks[random.number(below: blanks.count)]) }
      default:
        // A whole line moves, with the lines below it that are as deep.
        bytes.insert(contentsOf: [0x20, 0x20], at: end + 1)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
