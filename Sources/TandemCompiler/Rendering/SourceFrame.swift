import TandemSyntax

/// Lines of one file with marks under them.
struct SourceFrame {
  /// A place that is marked.
  struct Mark {
    /// The place.
    var span: SourceSpan
    /// `^` or `-`.
    var symbol: Character
    /// The style of the mark and its remark.
    var style: TextStyle
    /// The remark behind the mark; empty for none.
    var message: String
  }

  /// The part of a mark that stands in one line, in Unicode scalars from 0.
  private struct Piece {
    var range: Range<Int>
    var mark: Mark
    var isLast: Bool
  }

  private let file: SourceFile
  private var pieces: [Int: [Piece]] = [:]

  /// Lays out the marks, all of them in one file, the most important one first.
  init(file: SourceFile, marks: [Mark]) {
    self.file = file
    for mark in marks {
      let start = mark.span.start
      let end = mark.span.end
      // A place that ends behind a line end ends on that line.
      let last = max(start.line, end.column == 1 ? end.line - 1 : end.line)
      // Of many lines the first and the last one show what is meant.
      let lines = last - start.line <= 2 ? Array(start.line...last) : [start.line, last]
      for line in lines {
        let lower = line == start.line ? start.column - 1 : DisplayLine(file.line(line)).firstVisible
        let upper = line == end.line ? end.column - 1 : DisplayLine(file.line(line)).count
        pieces[line, default: []].append(
          Piece(range: lower..<max(lower, upper), mark: mark, isLast: line == last))
      }
    }
  }

  /// The last line number that is shown.
  var lastLine: Int { pieces.keys.max() ?? 1 }

  /// The lines, without the one that names the file.
  ///
  /// - Parameters:
  ///   - gutter: The width of the line numbers.
  ///   - width: The number of screen columns for a line of text.
  func lines(gutter: Int, width: Int, paint: (String, TextStyle) -> String) -> [String] {
    var result: [String] = []
    var previous: Int?
    let margin = String(repeating: " ", count: gutter)
    for number in pieces.keys.sorted() {
      if let previous, number == previous + 2 {
        // A single line between two is shown instead of a sign that it was left out.
        let window = DisplayLine(file.line(previous + 1)).window(around: 0..<1, width: width)
        result.append("\(paint(numbered(previous + 1, gutter), .gutter)) \(window.text)".withoutTrailingBlanks)
      } else if let previous, number > previous + 1 {
        result.append(paint("\(margin) :", .gutter))
      }
      previous = number
      let shown = DisplayLine(file.line(number))
      let marks = (pieces[number] ?? []).map { (columns: shown.columns($0.range), piece: $0) }
      guard let first = marks.first else { continue }
      let window = shown.window(around: first.columns, width: width)
      result.append("\(paint(numbered(number, gutter), .gutter)) \(window.text)".withoutTrailingBlanks)
      for (columns, piece) in marks {
        let lower = max(window.start, min(columns.lowerBound, window.end - 1))
        let upper = max(lower + 1, min(columns.upperBound, window.end))
        let remark = piece.isLast && !piece.mark.message.isEmpty ? " " + piece.mark.message : ""
        let sign = String(repeating: piece.mark.symbol, count: upper - lower) + remark
        let indent = String(repeating: " ", count: lower - window.start)
        result.append("\(paint("\(margin) |", .gutter)) \(indent)\(paint(sign, piece.mark.style))")
      }
    }
    return result
  }

  private func numbered(_ number: Int, _ gutter: Int) -> String {
    let label = String(number)
    return String(repeating: " ", count: max(0, gutter - label.utf8.count)) + label + " |"
  }
}

/// What a part of a report is, for its colour.
enum TextStyle {
  case heading(Severity), severity(Severity), message, gutter, label, correction, removal

  /// The parameters of the escape sequence that selects graphic rendition.
  var code: String {
    switch self {
    case .heading(let severity): return "1;" + TextStyle.severity(severity).code
    case .severity(.error), .removal: return "31"
    case .severity(.warning): return "33"
    case .severity(.note): return "36"
    case .message: return "1"
    case .gutter, .label: return "34"
    case .correction: return "32"
    }
  }
}

extension String {
  /// The text without blanks at its end, of which a terminal shows nothing.
  var withoutTrailingBlanks: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    guard let last = utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
    return String(self[...last])
  }
}
