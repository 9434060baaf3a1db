/// The lines of a document, with what faults are planted in.
struct DocumentLines {
  let isRST: Bool
  /// The lines without their ends.
  var lines: [[UInt8]]
  /// The index of the first line behind the head and the introduction, which hold free text.
  let body: Int

  init(_ bytes: [UInt8], isRST: Bool) {
    self.isRST = isRST
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var body = 0
    if isRST {
      let rules = lines.indices.filter { Self.isRule(lines[$0]) }
      // Two rules around the title, one under the introduction, and then those of the sections.
      body = rules.count > 3 ? rules[3] - 1 : lines.count
    }
    self.lines = lines
    self.body = body
  }

  var bytes: [UInt8] { Array(lines.joined(separator: [0x0A])) }

  static func isRule(_ line: [UInt8]) -> Bool {
    line.count > 3 && (line.allSatisfy { $0 == UInt8(ascii: "-") } || line.allSatisfy { $0 == UInt8(ascii: "=") })
  }

  func text(_ index: Int) -> String { String(decoding: lines[index], as: UTF8.self) }
  func indentation(_ index: Int) -> Int { lines[index].prefix { $0 == 0x20 }.count }
  func isBlank(_ index: Int) -> Bool { lines[index].allSatisfy { $0 == 0x20 } }
  func isRule(_ index: Int) -> Bool { Self.isRule(lines[index]) }

  /// Lines that say something, except free text.
  var filled: [Int] {
    lines.indices.filter { index in
      guard !isBlank(index) else { return false }
      return isRST ? index >= body || index < 6 : !text(index).hasPrefix("introduction:")
    }
  }

  /// A sentence of a section (RST).
  var sentences: [Int] {
    lines.indices.filter { index in
      guard index >= body, !isBlank(index), indentation(index) == 0, !isRule(index) else { return false }
      return lines[index].last == UInt8(ascii: ".")
        || lines[index].last == UInt8(ascii: ":") && lines[index].first != 0x2E
    }
  }

  /// The words of a line: letters, digits and `_`.
  func words(_ index: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for (place, byte) in lines[index].enumerated() {
      let isWord =
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte == 0x5F
      if isWord, start == nil { start = place }
      if !isWord, let begin = start {
        result.append(begin..<place)
        start = nil
      }
    }
    if let begin = start { result.append(begin..<lines[index].count) }
    return result
  }

  func word(_ index: Int, _ range: Range<Int>) -> String { String(decoding: lines[index][range], as: UTF8.self) }

  /// Where a text stands as a whole word in a line.
  func places(of name: String, in index: Int) -> [Range<Int>] {
    let wanted = Array(name.utf8)
    let line = lines[index]
    guard !wanted.isEmpty, line.count >= wanted.count else { return [] }
    return (0...(line.count - wanted.count)).compactMap { start in
      guard line[start..<(start + wanted.count)].elementsEqual(wanted) else { return nil }
      let isWord = { (byte: UInt8) in byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F }
      if start > 0, isWord(line[start - 1]) { return nil }
      if start + wanted.count < line.count, isWord(line[start + wanted.count]) { return nil }
      return start..<(start + wanted.count)
    }
  }
}
