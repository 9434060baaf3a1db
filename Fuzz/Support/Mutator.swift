/// Changes texts at random, as slips of people, broken programs and other people's wishes do.
///
/// It knows lines, words, indentation and brackets, but nothing of the language, so that it finds what nobody thought of.
public struct Mutator: Sendable {
  var generator: SeededGenerator
  /// Texts that parts are taken from.
  let donors: [[UInt8]]

  /// Makes a mutator.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same mutants.
  ///   - donors: The texts that parts are taken from, such as all originals.
  public init(seed: UInt64, donors: [[UInt8]]) {
    generator = SeededGenerator(seed: seed)
    self.donors = donors
  }

  /// A mutant grows to no more than this, in bytes, so that each costs little.
  public static let maximumSize = 20_000

  /// A text with one to four changes.
  public mutating func mutate(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0...generator.number(below: 4) {
      switch generator.number(below: 10) {
      case 0...3: bytes = changeLines(bytes)
      case 4...5: bytes = changeWords(bytes)
      case 6: bytes = splice(bytes)
      default: bytes = changeBytes(bytes)
      }
      if bytes.count > Self.maximumSize { bytes.removeSubrange(Self.maximumSize...) }
    }
    return bytes
  }

  // MARK: - Lines

  private mutating func changeLines(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let line = generator.number(below: lines.count)
    switch generator.number(below: 12) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(lines[line], at: line)
    case 2: lines.insert(lines.remove(at: line), at: generator.number(below: lines.count + 1))
    case 3: lines.swapAt(line, generator.number(below: lines.count))
    case 4: lines[line] += line + 1 < lines.count ? lines.remove(at: line + 1) : []
    case 5:
      let place = generator.number(below: lines[line].count + 1)
      lines.insert(Array(lines[line][place...]), at: line + 1)
      lines[line].removeSubrange(place...)
    case 6: lines[line].insert(contentsOf: [UInt8](repeating: 0x20, count: 1 + generator.number(below: 4)), at: 0)
    case 7: lines[line].removeFirst(min(1 + generator.number(below: 3), lines[line].prefix { $0 == 0x20 }.count))
    case 8: lines[line].replaceSubrange(0..<min(2, lines[line].prefix { $0 == 0x20 }.count), with: [0x09])
    case 9: lines.insert([], at: line)
    case 10:
      let end = min(lines.count, line + 1 + generator.number(below: 8))
      if generator.number(below: 2) == 0 {
        lines.insert(contentsOf: lines[line..<end], at: generator.number(below: lines.count))
      } else {
        lines.removeSubrange(line..<end)
      }
    default:
      // A run of lines goes one step to the right, as editors do it.
      for number in line..<min(lines.count, line + 6) { lines[number].insert(contentsOf: [0x20, 0x20], at: 0) }
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  // MARK: - Words

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      return true
    default: return false
    }
  }

  /// A word of a text; empty when there is none.
  private mutating func word(of bytes: [UInt8]) -> Range<Int> {
    guard !bytes.isEmpty else { return 0..<0 }
    let place = generator.number(below: bytes.count)
    guard var start = bytes[place...].firstIndex(where: Self.isWord) else { return 0..<0 }
    while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
    return start..<(bytes[start...].firstIndex { !Self.isWord($0) } ?? bytes.count)
  }

  private mutating func changeWords(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    let range = word(of: bytes)
    guard !range.isEmpty else { return bytes }
    switch generator.number(below: 7) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: bytes[range] + [0x20], at: range.lowerBound)
    case 2:
      let other = word(of: bytes)
      let (first, second) = range.lowerBound < other.lowerBound ? (range, other) : (other, range)
      guard first.upperBound <= second.lowerBound else { return bytes }
      let words = (Array(bytes[first]), Array(bytes[second]))
      bytes.replaceSubrange(second, with: words.0)
      bytes.replaceSubrange(first, with: words.1)
    case 3:
      let donor = generator.choice(of: donors) ?? []
      let other = word(of: donor)
      bytes.replaceSubrange(range, with: donor[other])
    case 4: bytes.remove(at: range.lowerBound + generator.number(below: range.count))
    case 5 where range.count > 1:
      let place = range.lowerBound + generator.number(below: range.count - 1)
      bytes.swapAt(place, place + 1)
    default:
      bytes.replaceSubrange(range, with: Array((generator.choice(of: Self.strangeWords) ?? "").utf8))
    }
    return bytes
  }

  private static let strangeWords = [
    "0", "-1", "99999999999999999999999999", "1e999", "-0.0", "0x7F", "1_000", "NaN", "true", "null", "~", "no",
    "2024-02-30 25:61:61", "otherwise", "x.y..z", ".", "$", "$$a", "a b c", "\u{1F600}", "e\u{301}", "\u{FEFF}",
    "\u{202E}", "\u{A0}", "ß", "İ", "Every", "to", "dataflow", "flows", "properties", "Values: x", "ninth choice",
  ]

  // MARK: - Parts of other texts

  private mutating func splice(_ bytes: [UInt8]) -> [UInt8] {
    let donor = generator.choice(of: donors) ?? []
    switch generator.number(below: 3) {
    case 0:
      let lines = donor.split(separator: 0x0A, omittingEmptySubsequences: false)
      let start = generator.number(below: lines.count)
      let part = Array(
        lines[start..<min(lines.count, start + 1 + generator.number(below: 10))].joined(separator: [0x0A]))
      var result = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
      result.insert(part, at: generator.number(below: result.count + 1))
      return Array(result.joined(separator: [0x0A]))
    case 1:
      return Array(bytes[..<generator.number(below: bytes.count + 1)] + donor[generator.number(below: donor.count)...])
    default:
      let start = generator.number(below: donor.count)
      var result = bytes
      let part = donor[start..<min(donor.count, start + generator.number(below: 40))]
      result.insert(contentsOf: part, at: generator.number(below: bytes.count + 1))
      return result
    }
  }

  // MARK: - Bytes

  private mutating func changeBytes(_ original: [UInt8]) -> [UInt8] {
    var bytes = original
    let place = generator.number(below: bytes.count + 1)
    let end = min(bytes.count, place + 1 + generator.number(below: 12))
    switch generator.number(below: 10) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: generator.number(below: bytes.count + 1))
    case 4 where generator.number(below: 8) == 0: bytes.removeSubrange(place...)
    case 5:
      // All line ends, or one.
      let isAll = generator.number(below: 2) == 0
      let next = bytes[place...].firstIndex(of: 0x0A)
      return bytes.enumerated().flatMap { isAll && $1 == 0x0A || $0 == next ? [0x0D, $1] : [$1] }
    case 6:
      let sign = generator.choice(of: Self.nesting) ?? ""
      let count = generator.number(below: 4) == 0 ? 200 : 1 + generator.number(below: 4)
      bytes.insert(contentsOf: Array(String(repeating: sign, count: count).utf8), at: place)
    default: bytes.insert(contentsOf: generator.choice(of: Self.fragments) ?? [], at: place)
    }
    return bytes
  }

  private static let nesting = ["[", "{", "(", "- ", "not ", "* ", "{a: ", "\"", "`", "=", "-", "a.", "\n", "  "]

  private static let fragments: [[UInt8]] =
    [
      "\r", "\r\n", "\t", "\u{0}", "\u{1B}[31m", "\u{7F}", "``", "`", "\"", "'", "''", "\\", "\\\"", "\\u12", ": ", ":",
      " #", "#", "---", "\n---\n", "\n...\n", "&a ", "*a", "!x ", "|\n", ">-\n ", "<<: ", "? ", "* - ", "\n   * - ",
      "\n     - ", ".. ", ".. list-table::", "\n====\n", " to ", ";", ",", "%", "@", " = ", " in (", "))", " and ",
      " (Dependant on having x in y)", " is empty", "\n\n", " ", "    ", "{", "}", "[", "]", "{}", "[]", "- ", "~",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80],
    ]
}
