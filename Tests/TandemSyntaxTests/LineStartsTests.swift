import Testing

@testable import TandemSyntax

/// The lines of a text, found byte by byte.
private func expected(_ bytes: [UInt8]) -> [Int] {
  [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
}

@Test func lineStartsAreThoseOfAByteByByteSearch() {
  var generator = SeededGenerator(seed: 7)
  // Bytes that a search of eight at a time could take for an LF, in every place of a word.
  let bytes: [UInt8] = [0x0A, 0x0B, 0x09, 0x8A, 0x00, 0x0A, 0x41, 0xFF, 0x0D, 0x0A, 0x01, 0x80]
  for length in 0..<200 {
    let text = (0..<length).map { _ in bytes[generator.number(below: bytes.count)] }
    #expect(SourceFile(path: "t", bytes: text).lineStarts == expected(text))
  }
}

@Test func aTextOfLineEndsAloneHasALineBehindEach() {
  let text = [UInt8](repeating: 0x0A, count: 1_001)
  #expect(SourceFile(path: "t", bytes: text).lineStarts == Array(0...1_001))
}
