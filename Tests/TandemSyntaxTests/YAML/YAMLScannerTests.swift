import TandemSyntax
import Testing

private func parse(_ text: String) -> YAMLDocument { YAMLDocument.parse(SourceFile(path: "test.yaml", text: text)) }

@Test func `valid texts read as libyaml reads them`() throws {
  for text in YAMLSamples.all {
    let document = parse(text)
    #expect(document.diagnostics.isEmpty, "\(text): \(document.diagnostics.map { "\($0.rule.code) \($0.message)" })")
    let expected = try #require(libYAMLEvents(Array(text.utf8)), "libyaml refuses \(text)")
    #expect(events(of: document) == expected, "\(text)")
    #expect(document.tree.bytes == Array(text.utf8))
  }
}

@Test func `mutants keep every byte and what is accepted reads as libyaml reads it`() {
  var random = SeededGenerator(seed: 20_241_121)
  var compared = 0
  for round in 0..<3_000 {
    let original = Array(YAMLSamples.all[round % YAMLSamples.all.count].utf8)
    let bytes = random.mutate(round % 3 == 0 ? Array(YAMLSamples.sketch.utf8) : original)
    let file = SourceFile(path: "mutant.yaml", bytes: bytes)
    let document = YAMLDocument.parse(file)
    #expect(document.tree.bytes == bytes)
    var end = 0
    for token in document.tree.tokens {
      if token.range.lowerBound != end || token.range.isEmpty { Issue.record("tokens must touch: \(bytes)") }
      end = token.range.upperBound
    }
    for diagnostic in document.diagnostics { _ = (diagnostic.span.text, diagnostic.span.start, diagnostic.span.end) }
    guard document.diagnostics.isEmpty, String(validating: bytes, as: UTF8.self) != nil,
      !bytes.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }), !hasLoneReturn(bytes),
      !hasTabAtLineEnd(bytes), !hasInnerMark(bytes)
    else { continue }
    compared += 1
    let expected = libYAMLEvents(bytes)
    // A document mark without content is a null to libyaml, and no document to us.
    #expect(
      (expected == ["---", "="] ? [] : expected) == events(of: document),
      "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }
  #expect(compared > 200, "only \(compared) mutants were still valid")
}

private func hasLoneReturn(_ bytes: [UInt8]) -> Bool {
  bytes.indices.contains { bytes[$0] == 0x0D && (bytes.index(after: $0) == bytes.endIndex || bytes[$0 + 1] != 0x0A) }
}

/// YAML allows tabs at the end of lines, also of empty ones and before comments; libyaml refuses some of them.
private func hasTabAtLineEnd(_ bytes: [UInt8]) -> Bool {
  bytes.split(separator: 0x0A).contains { line in
    let text = line.prefix { $0 != UInt8(ascii: "#") }
    return text.reversed().prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.contains(0x09)
  }
}

/// A mark of the byte order means something at the very start only; libyaml skips further ones in some places.
private func hasInnerMark(_ bytes: [UInt8]) -> Bool { bytes.dropFirst(3).contains(0xEF) }
