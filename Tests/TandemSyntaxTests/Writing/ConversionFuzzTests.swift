import Testing

@testable import TandemSyntax

@Suite("Documents with random changes")
struct ConversionFuzzTests {
  private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let place = Int.random(in: 0..<result.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: result.insert([0x20, 0x09, 0x0A].randomElement(using: &generator) ?? 0x20, at: place)
      case 1: result.insert(contentsOf: [0x0D, 0x0A], at: place)
      case 2:
        let blanks = result.indices.filter { result[$0] == 0x20 || result[$0] == 0x0A }
        if let blank = blanks.randomElement(using: &generator) { result.remove(at: blank) }
      case 3:
        let ends = result.indices.filter { result[$0] == 0x0A }
        if let end = ends.randomElement(using: &generator) {
          result.insert(contentsOf: [[0x20], [0x09], [0x0A], [0x0D]].randomElement(using: &generator) ?? [], at: end)
        }
      case 4: result[place] = Array("\"`_(=-,;. a".utf8).randomElement(using: &generator) ?? 0x20
      default: result.removeSubrange(place..<min(result.count, place + 1))
      }
    }
    return result
  }

  private let rst =
    RSTText.title()
    + RSTText.section(
      further: "Only a Shopbase Client with ``a = 1 and (b = \"x\" or c is empty)`` takes part.\n\n",
      extraColumns: ["Direction", "Rule"],
      rows: [
        ["a.b (Dependant on having v in a.k)", "A", "\"string\"", "to Ledger", "``when a = 1``; first choice"],
        ["c", "B_", "N/A", "both", "default \"x\"; values Order status"],
      ]
    ).replacing("     - \n", with: "     -\n")
    + "\nValues: Order status\n--------------------\n\n"
    + RSTText.table(["Shopbase Value", "Ledger Value"], [["Shipped", "Posted"], ["``a_``", "\"\""]]) + "\n"

  @Test("come back from YAML with the same bytes, or the conversion says that they do not; nothing traps")
  func rstDocuments() {
    var generator = SeededGenerator(seed: 7)
    var (converted, kept) = (0, 0)
    for _ in 0..<2_000 {
      let bytes = mutated(Array(rst.utf8), &generator)
      let reading = RSTReader.read(SourceFile(path: "mutant.rst", bytes: bytes))
      guard let dataflow = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
        continue
      }
      converted += 1
      let yaml = YAMLWriter.write(dataflow)
      let check = ConversionCheck(reading, dataflow, text: yaml, isYAML: true)
      let again = YAMLReader.read(SourceFile(path: "mutant.yaml", text: yaml)).product.map(RSTWriter.write)
      let isSame = again?.utf8.elementsEqual(bytes) ?? false
      #expect(
        isSame == (check.fault == nil && check.losses.isEmpty), "\(check): \(String(decoding: bytes, as: UTF8.self))")
      if isSame { kept += 1 }
      // The canonical form of a document is that of its canonical form.
      let canonical = RSTWriter.write(dataflow)
      let second = RSTReader.read(SourceFile(path: "canonical.rst", text: canonical))
      if let product = second.product, !second.diagnostics.contains(where: { $0.severity == .error }) {
        #expect(RSTWriter.write(product) == canonical)
      }
    }
    #expect(converted > 400)
    #expect(kept * 10 > converted * 9)
  }

  @Test("go from YAML to RST without a trap, and say the same there or are refused")
  func yamlDocuments() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<1_000 {
      let bytes = mutated(Array(YAMLSamples.sketch.utf8), &generator)
      let reading = YAMLReader.read(SourceFile(path: "mutant.yaml", bytes: bytes))
      guard let dataflow = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
        continue
      }
      let rst = RSTWriter.write(dataflow)
      let check = ConversionCheck(reading, dataflow, text: rst, isYAML: false)
      guard check.fault == nil else { continue }
      let product = RSTReader.read(SourceFile(path: "mutant.rst", text: rst)).product
      #expect(product.map(describe) == describe(dataflow))
    }
  }
}
