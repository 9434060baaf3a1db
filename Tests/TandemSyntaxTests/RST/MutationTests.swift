import Foundation
import Testing

@testable import TandemSyntax

@Suite struct MutationTests {
  static let document = richDocument()

  /// A document with nearly every form.
  static func richDocument() -> String {
    let merge = """
      Every Shopbase Order will be synchronized with a Ledger Invoice.

      If a matching Ledger Invoice already exists, the Shopbase Order will be merged with the existing one.
      If no matching Ledger Invoice is found, a new Ledger Invoice will be created.

      A Shopbase Order will merge with a Ledger Invoice if one of the following property combinations match:


      """
      + RSTText.table(
        ["Shopbase Order Property", "Ledger Invoice Property", "Combination"],
        [["number", "Number", "1"], ["shop", "Branch", "1"], ["id", "Key", "2"]])
    let further = """
      Only a Shopbase Order with ``kind = "final"`` takes part.

      If both sides have changed, the newest edit wins.

      When a Shopbase Order is deleted, the Ledger Invoice will be archived with ``State = "Void"``.

      On the first run, existing records are only linked.


      """
    return RSTText.title() + ".. kept by hand\n\n" + RSTText.section() + "\n"
      + RSTText.section(
        "Shopbase Order", "Ledger Invoice", policy: merge, further: further, extraColumns: ["Direction", "Rule"],
        rows: [
          ["total", "Amount", "\"decimal\"", "to Ledger", "default \"0\""],
          ["phones.number (Dependant on having work in phones.type)", "Phone", "\"string\"", "", "first choice"],
          ["", "Currency", "\"string\"", "at creation", "constant \"EUR\""],
        ]) + "\n"
      + RSTText.section("Shopbase Article", "Ledger Item", rows: [["sku", "Code", "N/A"]])
      + "\nValues: Order status\n--------------------\n\n"
      + RSTText.table(["Shopbase Value", "Ledger Value"], [["open", "Draft"], ["otherwise", "error"]])
  }

  @Test func theDocumentItselfHasNoFault() {
    let reading = readRST(Self.document)
    #expect(reading.diagnostics.isEmpty, "\(listed(reading))")
    #expect(reading.product?.flows.count == 3)
    #expect(reading.product?.valueMaps.count == 1)
  }

  /// Lines changed one at a time: the rest of the document is read, and the fault is not told over and over.
  @Test func aMutantOfOneLineCostsFewDiagnosticsAndFewSections() {
    var generator = SeededGenerator(seed: 11)
    let lines = Self.document.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    for number in 0..<2_000 {
      var mutated = lines
      let line = number % lines.count
      let what: String
      switch number / lines.count % 5 {
      case 0:
        what = "without"
        mutated.remove(at: line)
      case 1:
        what = "empty"
        mutated[line] = []
      case 2:
        what = "twice"
        mutated.insert(lines[line], at: line)
      case 3:
        what = "garbled"
        for _ in 0..<2 where !mutated[line].isEmpty {
          mutated[line][Int.random(in: 0..<mutated[line].count, using: &generator)] = UInt8(ascii: "q")
        }
      default:
        what = "cut"
        mutated[line] = Array(mutated[line].prefix(mutated[line].count / 2))
      }
      let bytes = Array(mutated.joined(separator: [0x0A]))
      let reading = RSTReader.readOnce(SourceFile(path: "line-\(number).rst", bytes: bytes))
      #expect(isLossless(reading, bytes))
      let flows = reading.product?.flows.count ?? 0
      #expect(flows >= 2, "\(what) line \(line + 1): \(flows) sections, \(listed(reading))")
      #expect(
        reading.diagnostics.count <= 2,
        "\(what) line \(line + 1) `\(String(decoding: lines[line], as: UTF8.self))`: \(listed(reading))")
    }
  }

  @Test func nonsenseIsReadInLinearTimeAndWithABoundedNumberOfDiagnostics() {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 50_000_000)
    let reading = RSTReader.readOnce(SourceFile(path: "long.rst", bytes: long))
    #expect(reading.diagnostics.count == 1, "\(listed(reading))")
    #expect(reading.diagnostics.first?.rule.code == LineTooLong.rule.code)
    #expect(reading.tree.tokens.map(\.range) == [0..<50_000_000])

    for text in [
      "A b to C d\n\n", "Every a b will be sinchronized with a c d.\n", "* - a\n", ".. list-table::\n", "- b\n",
      "----\n",
      "A b to C d\n----\n", "   * - a (Dependant on having \n\n\n\n", "\u{FEFF}\t", "a\u{0}b\n", "When a is b, it \n",
      ".. x\n   * - a\n", "``", "Values: x\n---\n", "The following properties\n\n", "é to é\n",
    ] {
      let bytes = Array((RSTText.title() + RSTText.section()).utf8) + Array(String(repeating: text, count: 5_000).utf8)
      let reading = RSTReader.readOnce(SourceFile(path: "nonsense.rst", bytes: bytes))
      #expect(isLossless(reading, bytes), "\(text)")
      #expect(reading.diagnostics.count <= TooManyFaults.maximum + 1, "\(text)")
      #expect(!reading.diagnostics.isEmpty || text.hasPrefix("A b to C d\n--"), "\(text)")
    }
  }
}
