/// Generated Swift taken apart as far as it must be to see that no text became code: comments to the end of their line,
/// literals on one line, and words.
public struct SwiftText {
  /// The words outside of literals and comments.
  public private(set) var words: Set<String> = []
  /// What the literals say, in UTF-8: two spellings of one letter are equal as strings and must be kept apart here.
  public private(set) var literals: Set<[UInt8]> = []
  /// The first thing that must not be there; `nil` when all is well.
  public private(set) var fault: String?

  /// Takes a file apart.
  public init(_ text: String) {
    for (number, line) in text.split(separator: "\n" as Unicode.Scalar, omittingEmptySubsequences: false).enumerated() {
      read(Array(line), number + 1)
    }
  }

  private mutating func read(_ line: [Unicode.Scalar], _ number: Int) {
    if let invisible = line.first(where: Self.isInvisible) {
      fail("U+\(String(invisible.value, radix: 16)) stands as it is", line, number)
    }
    var index = 0
    var word = ""
    func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || !scalar.isASCII
    }
    while index < line.count {
      let scalar = line[index]
      if isWordPart(scalar) {
        word.unicodeScalars.append(scalar)
        index += 1
        continue
      }
      if !word.isEmpty { words.insert(word) }
      word = ""
      if scalar == "/", index + 1 < line.count, line[index + 1] == "/" { return }
      if scalar == "/", index + 1 < line.count, line[index + 1] == "*" { fail("a block comment begins", line, number) }
      index += 1
      if scalar == "\"" { literal(line, &index, number) }
    }
    if !word.isEmpty { words.insert(word) }
  }

  /// Reads a literal whose quotation mark was read.
  private mutating func literal(_ line: [Unicode.Scalar], _ index: inout Int, _ number: Int) {
    var text = String.UnicodeScalarView()
    while index < line.count {
      let scalar = line[index]
      index += 1
      if scalar == "\"" {
        literals.insert(Array(String(text).utf8))
        return
      }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard index < line.count else { break }
      let escaped = line[index]
      index += 1
      switch escaped {
      case "\"", "\\": text.append(escaped)
      case "n": text.append("\n")
      case "r": text.append("\r")
      case "t": text.append("\t")
      case "u":
        let digits = line[index...].dropFirst().prefix { $0 != "}" }
        index += digits.count + 2
        guard let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16),
          let scalar = Unicode.Scalar(value)
        else { return fail("an escape is none", line, number) }
        text.append(scalar)
      default: return fail("`\\\(escaped)` stands in a literal", line, number)
      }
    }
    fail("a literal has no end", line, number)
  }

  private mutating func fail(_ text: String, _ line: [Unicode.Scalar], _ number: Int) {
    guard fault == nil else { return }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: line.prefix(200))
    fault = "line \(number): \(text) in \(String(shown).debugDescription)"
  }

  /// True for what nobody sees, or what changes the order of what they see.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}

extension String {
  /// The parts between occurrences of a scalar; characters would join a line end with what follows it.
  fileprivate func split(separator: Unicode.Scalar, omittingEmptySubsequences: Bool) -> [Substring.UnicodeScalarView] {
    unicodeScalars.split(separator: separator, omittingEmptySubsequences: omittingEmptySubsequences)
  }
}
