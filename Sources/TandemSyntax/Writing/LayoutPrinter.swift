/// Joins the lines of an RST document as a layout says.
enum LayoutPrinter {
  static func print(_ lines: [WrittenLine], _ layout: DocumentLayout) -> String {
    var output = layout.hasByteOrderMark ? "\u{FEFF}" : ""
    let ends = layout.lineEnds == .lf ? ("\n", "\r\n") : ("\r\n", "\n")
    let otherEnds = Set(layout.otherLineEnds)
    var number = 0
    var end = ""
    func finish(_ text: String, to output: inout String) {
      output += end
      number += 1
      output += text
      end = otherEnds.contains(number) ? ends.1 : ends.0
    }
    func finishBlanks(_ count: Int, to output: inout String) {
      for _ in 0..<count { finish(layout.trailingBlanks[number + 1] ?? "", to: &output) }
    }
    var order = LayoutOrder(lines, layout)
    while let unit = order.next(after: number, blanks: layout.blankLines[number]) {
      for line in unit {
        finishBlanks(layout.blankLines[number] ?? line.blankLinesBefore, to: &output)
        finish(text(of: line, number: number + 1, layout), to: &output)
      }
    }
    // A table at the end has a blank line behind it, as every section.
    finishBlanks(layout.blankLines[number] ?? canonicalBlankLinesAtEnd(lines), to: &output)
    if layout.endsWithLineEnd { output += end }
    return output
  }

  /// A document ends with a blank line unless it has no table.
  static func canonicalBlankLinesAtEnd(_ lines: [WrittenLine]) -> Int {
    lines.contains { $0.text == HeadingForm.tableDirective } ? 1 : 0
  }

  /// A line as the layout has it.
  static func text(of line: WrittenLine, number: Int, _ layout: DocumentLayout) -> String {
    var text = line.text
    if let marks = layout.marks[number], let form = line.forms[marks] { text = form }
    if let length = layout.ruleLengths[number], isRule(text), let mark = text.first {
      text = String(repeating: mark, count: length)
    }
    if let spellings = layout.spellings[number] { text = LineWords(text).spelt(spellings) }
    if let spacing = layout.spacing[number] { text = LineWords(text).joined(with: spacing) }
    if let spacing = layout.innerSpacing[number] { text = LineCharacters(text).joined(with: spacing) }
    return text + (layout.trailingBlanks[number] ?? "")
  }

  /// True for a line of one mark, as it stands under titles.
  static func isRule(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else { return false }
    return text.utf8.count >= 3 && text.utf8.allSatisfy { $0 == first }
  }
}

/// A line taken apart into its words and the blanks before them.
struct LineWords {
  private(set) var words: [String] = []
  /// The blanks before each word.
  private(set) var gaps: [String] = []
  /// The blanks behind the last word.
  private(set) var trailing = ""

  init(_ line: String) {
    var gap: [UInt8] = []
    var word: [UInt8] = []
    for byte in line.utf8 {
      if SourceLine.isBlank(byte) {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        gap.append(byte)
      } else {
        if word.isEmpty {
          gaps.append(String(decoding: gap, as: UTF8.self))
          gap = []
        }
        word.append(byte)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    trailing = String(decoding: gap, as: UTF8.self)
  }

  /// The line with some of its words spelt otherwise, as far as they read the same.
  func spelt(_ spellings: [Int: String]) -> String {
    var result = ""
    var index = 0
    while index < words.count {
      var (word, end) = (words[index], index + 1)
      if let text = spellings[index], !text.isEmpty {
        while end < words.count, spellings[end] == "" { end += 1 }
        if Spelling.isSame(text, words[index..<end].joined()) { word = text } else { end = index + 1 }
      }
      result += gaps[index] + word
      index = end
    }
    return result
  }

  /// The line with some of its blanks replaced. Two words stay two.
  func joined(with spacing: [Int: String]) -> String {
    var result = ""
    for (index, word) in words.enumerated() {
      let gap = spacing[index] ?? gaps[index]
      result += (gap.isEmpty && index > 0 ? gaps[index] : gap) + word
    }
    return result
  }
}

/// A line taken apart into its characters other than blanks and the blanks before them.
struct LineCharacters {
  private(set) var characters: [Unicode.Scalar] = []
  /// The blanks before characters, by their places.
  private(set) var gaps: [Int: String] = [:]

  init(_ line: String) {
    var gap = ""
    for scalar in line.unicodeScalars {
      if scalar == " " || scalar == "\t" {
        gap.unicodeScalars.append(scalar)
      } else {
        if !gap.isEmpty { gaps[characters.count] = gap }
        gap = ""
        characters.append(scalar)
      }
    }
  }

  /// The line with some of its blanks replaced.
  func joined(with spacing: [Int: String]) -> String {
    var result = ""
    for (index, character) in characters.enumerated() {
      result += spacing[index] ?? gaps[index] ?? ""
      result.unicodeScalars.append(character)
    }
    return result
  }

  /// What has to replace the blanks of this line to give those of another with the same characters.
  func spacing(giving other: LineCharacters) -> [Int: String] {
    var result: [Int: String] = [:]
    for index in Set(gaps.keys).union(other.gaps.keys) where gaps[index] != other.gaps[index] {
      result[index] = other.gaps[index] ?? ""
    }
    return result
  }
}
