/// The lines of a document, with what faults are planted in.
struct DocumentLines: Sendable {
  let bytes: [UInt8]
  let isRST: Bool
  /// The bytes of each line, without its end.
  let ranges: [Range<Int>]
  /// The index of the first line behind the head and the introduction, which hold free text.
  let body: Int

  init(_ bytes: [UInt8], isRST: Bool) {
    self.bytes = bytes
    self.isRST = isRST
    var ranges: [Range<Int>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() where byte == 0x0A {
      ranges.append(start..<place)
      start = place + 1
    }
    ranges.append(start..<bytes.count)
    self.ranges = ranges
    var body = 0
    if isRST {
      let rules = ranges.indices.filter { Self.isRule(bytes[ranges[$0]]) }
      // Two rules around the title, one under the introduction, and then those of the sections.
      body = rules.count > 3 ? rules[3] - 1 : ranges.count
    }
    self.body = body
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 3 && (line.allSatisfy { $0 == UInt8(ascii: "-") } || line.allSatisfy { $0 == UInt8(ascii: "=") })
  }

  var indices: Range<Int> { ranges.indices }
  func line(_ index: Int) -> ArraySlice<UInt8> { bytes[ranges[index]] }
  func text(_ index: Int) -> String { String(decoding: line(index), as: UTF8.self) }
  func indentation(_ index: Int) -> Int { line(index).prefix { $0 == 0x20 }.count }
  func isBlank(_ index: Int) -> Bool { line(index).allSatisfy { $0 == 0x20 } }
  func isRule(_ index: Int) -> Bool { Self.isRule(line(index)) }

  /// The bytes of a line with its end.
  func whole(_ index: Int) -> Range<Int> {
    ranges[index].lowerBound..<min(bytes.count, ranges[index].upperBound + 1)
  }

  /// The number, from 1, of the line that holds the byte.
  func number(at place: Int) -> Int { (ranges.lastIndex { $0.lowerBound <= place } ?? 0) + 1 }

  /// The bytes of the lines that hold a run of bytes, and of so many before and after.
  func lines(around place: Range<Int>, further: Int) -> Range<Int> {
    let first = max(0, number(at: place.lowerBound) - 1 - further)
    let last = min(ranges.count - 1, number(at: max(place.lowerBound, place.upperBound - 1)) - 1 + further)
    return ranges[first].lowerBound..<ranges[last].upperBound
  }

  /// Lines that say something, except free text.
  var filled: [Int] {
    indices.filter { index in
      guard !isBlank(index), !isComment(index) else { return false }
      return isRST ? index >= body || index < 6 : !text(index).hasPrefix("introduction:")
    }
  }

  private func isComment(_ index: Int) -> Bool {
    let content = line(index).drop { $0 == 0x20 }
    return isRST
      ? content.starts(with: ".. ".utf8) && !content.starts(with: ".. list-table".utf8) : content.first == 0x23
  }

  /// A sentence of a section (RST).
  var sentences: [Int] {
    indices.filter { index in
      guard index >= body, !isBlank(index), indentation(index) == 0, !isRule(index) else { return false }
      return line(index).last == UInt8(ascii: ".") || line(index).last == UInt8(ascii: ":") && line(index).first != 0x2E
    }
  }

  /// The words of a run of bytes: letters, digits and `_`.
  func words(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for place in range {
      let byte = bytes[place]
      let isWord =
        byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte == 0x5F
      if isWord, start == nil { start = place }
      if !isWord, let begin = start {
        result.append(begin..<place)
        start = nil
      }
    }
    if let begin = start { result.append(begin..<range.upperBound) }
    return result
  }

  func word(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where a text stands as a whole word in a run of bytes.
  func places(of name: String, in range: Range<Int>) -> [Range<Int>] {
    let wanted = Array(name.utf8)
    guard !wanted.isEmpty, range.count >= wanted.count else { return [] }
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F
    }
    return (range.lowerBound...(range.upperBound - wanted.count)).compactMap { start in
      let end = start + wanted.count
      guard bytes[start..<end].elementsEqual(wanted) else { return nil }
      if start > range.lowerBound, isWord(bytes[start - 1]) { return nil }
      if end < range.upperBound, isWord(bytes[end]) { return nil }
      return start..<end
    }
  }
}
