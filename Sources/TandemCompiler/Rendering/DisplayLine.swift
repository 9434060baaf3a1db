/// A line of text as a terminal shows it: which columns of the screen each of its characters takes.
struct DisplayLine {
  /// The line, where every character of it is plain ASCII and takes one column, as in nearly all lines.
  private let plain: String?
  /// What is shown for each Unicode scalar of another line.
  private let cells: [String]
  /// The screen column, from 0, at which each scalar of it begins, and the one behind the last.
  private let offsets: [Int]

  /// A tab goes on to the next column that is a multiple of this.
  private static let tabWidth = 4

  /// So many characters of a line are laid out; no line that is read is longer than a few thousand.
  private static let maximumCount = 70_000

  /// Lays out a line.
  init(_ line: String) {
    if line.utf8.count <= Self.maximumCount, line.isPlainASCII {
      (plain, cells, offsets) = (line, [], [])
      return
    }
    plain = nil
    var cells: [String] = []
    var offsets = [0]
    var column = 0
    for scalar in line.unicodeScalars.prefix(Self.maximumCount) {
      if scalar == "\t" {
        let width = Self.tabWidth - column % Self.tabWidth
        cells.append(String(repeating: " ", count: width))
        column += width
      } else {
        let shown = Self.shown(scalar)
        cells.append(String(Character(shown)))
        column += Self.width(of: shown)
      }
      offsets.append(column)
    }
    self.cells = cells
    self.offsets = offsets
  }

  /// The number of scalars.
  var count: Int { plain?.utf8.count ?? cells.count }

  /// The screen columns of the scalars from one index up to, not with, another; at least one column.
  func columns(_ range: Range<Int>) -> Range<Int> {
    let lower = offset(max(0, min(range.lowerBound, count)))
    let upper = offset(max(0, min(range.upperBound, count)))
    return lower..<max(upper, lower + 1)
  }

  /// The index of the first scalar that is no blank; 0 where there is none.
  var firstVisible: Int {
    if let plain { return Array(plain.utf8).firstIndex { $0 != UInt8(ascii: " ") } ?? 0 }
    return cells.firstIndex { !$0.allSatisfy { $0 == " " } } ?? 0
  }

  /// The screen column at which a scalar begins.
  private func offset(_ index: Int) -> Int { plain == nil ? offsets[index] : index }

  /// What is shown for the scalar at a position.
  private func cell(_ index: Int) -> Substring {
    guard let plain else { return cells[index][...] }
    let start = plain.utf8.index(plain.startIndex, offsetBy: index)
    return plain[start...start]
  }

  /// The part of the line that fits into so many columns and holds the given ones, as far as it can.
  ///
  /// - Returns: The text, with an ellipsis where something was cut off, and the screen column of the line at which it
  ///   begins.
  func window(around columns: Range<Int>, width: Int) -> (text: String, start: Int, end: Int) {
    let total = offset(count)
    guard total > width else { return (plain ?? cells.joined(), 0, total) }
    // The ellipsis on the left takes a column of its own.
    var start = max(0, min(columns.lowerBound - width / 3, total - width + 1))
    // Never begin inside of a wide character, nor with a mark that belongs to the character before.
    let first = plain == nil ? offsets.firstIndex { $0 >= start } ?? 0 : start
    start = offset(first)
    let end = start + width - (start > 0 ? 1 : 0)
    var text = start > 0 ? "…" : ""
    var index = first
    while index < count, offset(index + 1) < end || offset(index + 1) == end && index + 1 == count {
      text += cell(index)
      index += 1
    }
    if index < count { text += "…" }
    return (text, start - (start > 0 ? 1 : 0), offset(index) + 1)
  }

  /// What is shown for a scalar: nothing that could move the cursor or turn the direction of writing.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // Nearly all of a report is plain ASCII.
    if scalar.value >= 0x20, scalar.value < 0x7F { return scalar }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: return "\u{FFFD}"
    default: return scalar
    }
  }

  /// The number of screen columns that a text takes.
  static func width(of text: Substring) -> Int {
    if text.isPlainASCII { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width(of: shown($1)) }
  }

  /// The number of screen columns that a scalar takes: none for marks that sit on the character before, two for the
  /// ideographs and syllables of East Asia and for pictures.
  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615,
      0x2648...0x2653, 0x26CE, 0x26D4, 0x26EA, 0x2705, 0x270A...0x270B, 0x2728, 0x274C, 0x274E, 0x2753...0x2755, 0x2757,
      0x2795...0x2797, 0x27B0, 0x2B1B...0x2B1C, 0x2B50, 0x2B55, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F64F,
      0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}

extension StringProtocol {
  /// True when every character is plain ASCII, which a terminal shows in one column.
  var isPlainASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}
