import Foundation
import Testing

@testable import TandemSyntax

@Suite("Comments at random lines")
struct CommentGeneratorTests {
  private let texts = [
    "a remark", "", "  indented", "name:: x", "_x: y", "[1] z", "|x|", "above: x", "flows: x", "# twice", "* - a",
    "- b",
    "tandem", "ünïcode ✓", ".. x", "list-table", "=====", "Every A will be synchronized with a B.",
  ]

  /// Puts comments before and behind lines of a YAML text.
  private func commented(_ text: String, _ generator: inout SeededGenerator, count: Int) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for _ in 0..<count {
      let place = Int.random(in: 0...lines.count, using: &generator)
      let mark = "#" + (Bool.random(using: &generator) ? " " : "")
      let comment = mark + (texts.randomElement(using: &generator) ?? "")
      if Bool.random(using: &generator), place < lines.count, !lines[place].contains("#") {
        lines[place] += "  " + comment
        continue
      }
      let next = place < lines.count ? lines[place].prefix { $0 == " " }.count : 0
      let column = max(0, [next, next, next, next + 2, next - 2, 0, 7].randomElement(using: &generator) ?? 0)
      lines.insert(String(repeating: " ", count: column) + comment, at: place)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test("of YAML documents stand at their parts again after the way to RST and back")
  func yamlDocuments() throws {
    var generator = SeededGenerator(seed: 3)
    let documents =
      try WrittenDocuments.own(".yaml").map(\.text)
      + (WrittenDocuments.own(".rst") + WrittenDocuments.supplied()).compactMap { RSTReader.read($0).product }
      .map(YAMLWriter.write)
      + [YAMLSamples.sketch, CommentSamples.yaml]
    for (number, document) in documents.enumerated() {
      let rounds = document.utf8.count > 8_000 ? 2 : 12
      for _ in 0..<rounds {
        let text = commented(document, &generator, count: Int.random(in: 1...12, using: &generator))
        // The two small documents have everything in them; the sketch holds what RST has no words for.
        if number == documents.count - 2, RSTWriterRefuses.text(text) { continue }
        try expectKeptComments(text)
      }
    }
  }

  @Test("of RST documents come back from YAML with the same bytes, or the conversion says that they do not")
  func rstDocuments() throws {
    var generator = SeededGenerator(seed: 5)
    let own = try WrittenDocuments.own(".rst").map(\.text)
    let rich = RSTWriter.write(
      try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: CommentSamples.yaml)).product))
    var (kept, all) = (0, 0)
    for document in own + [rich, rich, rich, rich, rich, rich] {
      for _ in 0..<6 {
        var paragraphs = document.components(separatedBy: "\n\n")
        let place = Int.random(in: 0..<paragraphs.count, using: &generator)
        let isTable = paragraphs[place].hasPrefix("   * -")
        if isTable { continue }
        // Labels and other markup have a meaning in RST.
        let text =
          texts.filter { !$0.contains(":") && !"|.l".contains($0.first ?? " ") }
          .randomElement(using: &generator) ?? ""
        paragraphs.insert(text.isEmpty ? ".." : ".. " + text, at: place)
        let bytes = Array(paragraphs.joined(separator: "\n\n").utf8)
        let reading = RSTReader.read(SourceFile(path: "commented.rst", bytes: bytes))
        guard let dataflow = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
          continue
        }
        all += 1
        let yaml = YAMLWriter.write(dataflow)
        let check = ConversionCheck(reading, dataflow, text: yaml, isYAML: true)
        let again = YAMLReader.read(SourceFile(path: "commented.yaml", text: yaml)).product.map(RSTWriter.write)
        let isSame = again?.utf8.elementsEqual(bytes) ?? false
        #expect(isSame == (check.fault == nil && check.losses.isEmpty), "\(check) \(paragraphs[place])")
        if isSame { kept += 1 }
      }
    }
    #expect(all > 40 && kept * 10 > all * 9, "\(kept) of \(all)")
  }

  @Test("of documents with random changes are kept, or the conversion says that they are not; nothing traps")
  func mutants() throws {
    var generator = SeededGenerator(seed: 9)
    let rich = try #require(YAMLReader.read(SourceFile(path: "a.yaml", text: CommentSamples.yaml)).product)
    let texts = [("yaml", Array(CommentSamples.yaml.utf8)), ("rst", Array(RSTWriter.write(rich).utf8))]
    var kept = 0
    for round in 0..<400 {
      let (notation, original) = texts[round % 2]
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(Array(" #\n.:-*\t\r".utf8).randomElement(using: &generator) ?? 0x20, at: place)
        case 2: bytes.insert(contentsOf: "\n.. x\n".utf8, at: place)
        default: bytes.insert(contentsOf: "  # x\n".utf8, at: place)
        }
      }
      let file = SourceFile(path: "mutant.\(notation)", bytes: bytes)
      let reading = notation == "yaml" ? YAMLReader.read(file) : RSTReader.read(file)
      guard let dataflow = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
        continue
      }
      let text = notation == "yaml" ? RSTWriter.write(dataflow) : YAMLWriter.write(dataflow)
      let check = ConversionCheck(reading, dataflow, text: text, isYAML: notation == "rst")
      guard check.fault == nil, check.losses.isEmpty else { continue }
      kept += 1
      let other = SourceFile(path: "other", text: text)
      let product = try #require(notation == "yaml" ? RSTReader.read(other).product : YAMLReader.read(other).product)
      #expect(describeComments(product) == describeComments(dataflow), "\(file.text)")
      if notation == "rst" { #expect(RSTWriter.write(product).utf8.elementsEqual(bytes)) }
    }
    #expect(kept > 40, "\(kept)")
  }

  @Test("of thousands of rows all stand at their rows, in both notations")
  func manyComments() {
    let rows = (0..<3_000).map { "  # remark \($0)\n  - {source: a\($0), target: B\($0), type: string}  # \($0)\n" }
    let yaml = "dataflow: A to B\nflows:\n- flow: A X to B Y\n  properties:\n" + rows.joined()
    let dataflow = YAMLReader.read(SourceFile(path: "a.yaml", text: yaml)).product
    #expect(dataflow?.comments.count == 6_000)
    let rst = dataflow.map(RSTWriter.write) ?? ""
    #expect(RSTReader.read(SourceFile(path: "a.rst", text: rst)).product?.comments.count == 6_000)
  }
}

/// What the sample of the language says that RST cannot.
private enum RSTWriterRefuses {
  static func text(_ text: String) -> Bool {
    let reading = YAMLReader.read(SourceFile(path: "a.yaml", text: text))
    guard let dataflow = reading.product else { return true }
    return ConversionCheck(reading, dataflow, text: RSTWriter.write(dataflow), isYAML: false).fault != nil
  }
}
