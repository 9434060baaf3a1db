import Testing

@testable import TandemSyntax

@Suite("Changing one value of the YAML that was made from an RST document")
struct SingleValueTests {
  /// The values that stand once in the RST: all but names, which sentences repeat, and the layout.
  private func values(of node: YAMLNode, under key: String = "") -> [YAMLScalar] {
    switch node.content {
    case .mapping(let entries):
      return entries.flatMap { entry -> [YAMLScalar] in
        let names = ["layout", "dataflow", "flow", "direction", "conflict", "wins", "values", "reference", "create"]
        let inMaps = key == "values" && entry.key.text != "otherwise"
        if names.contains(entry.key.text), !inMaps, !(entry.key.text == "values" && key.isEmpty) { return [] }
        return values(of: entry.value, under: entry.key.text == "values" ? "values" : key.isEmpty ? "-" : key)
      }
    case .sequence(let items): return items.flatMap { values(of: $0, under: key) }
    case .scalar(let scalar): return [scalar]
    case .broken: return []
    }
  }

  @Test("changes only its bytes in the RST")
  func onlyItsBytes() throws {
    var changed = 0
    for file in try WrittenDocuments.own(".rst") + WrittenDocuments.supplied() {
      let dataflow = try #require(RSTReader.read(file).product)
      let yaml = SourceFile(path: file.path + ".yaml", text: YAMLWriter.write(dataflow))
      let before = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      let scalars = values(of: try #require(YAMLDocument.parse(yaml).root))
      // Of a long document some values of each part will do.
      for (number, scalar) in scalars.enumerated() where scalars.count < 60 || number % (scalars.count / 40) == 0 {
        guard case .exact(let range) = scalar.places, let last = scalar.text.unicodeScalars.last,
          last.properties.isAlphabetic
        else { continue }
        var bytes = yaml.bytes
        bytes.insert(UInt8(ascii: "z"), at: range.upperBound)
        let reading = YAMLReader.read(SourceFile(path: "changed.yaml", bytes: bytes))
        // Some values are one of several words.
        guard let product = reading.product, reading.diagnostics.isEmpty else { continue }
        let after = RSTWriter.write(product).split(separator: "\n", omittingEmptySubsequences: false)
        guard after.count == before.count else {
          Issue.record("\(file.path): \(scalar.text) changes the number of lines")
          continue
        }
        let differences = zip(before, after).filter { $0 != $1 }
        changed += 1
        #expect(differences.count == 1, "\(file.path): \(scalar.text) \(differences)")
        guard let difference = differences.first else { continue }
        let old = Array(difference.0.utf8)
        let new = Array(difference.1.utf8)
        // One byte more, and nothing else.
        let common = zip(old, new).prefix { $0 == $1 }.count
        #expect(
          new.count == old.count + 1 && common < new.count && old[common...] == new[(common + 1)...].map { $0 }[...],
          "\(file.path): \(difference)")
      }
    }
    #expect(changed > 100)
  }
}
