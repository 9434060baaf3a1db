import TandemSyntax

/// The lines of a document that a correction touches, as they read afterwards.
public struct CorrectedLines {
  /// The lines, in the order of the text.
  public private(set) var list: [Line] = []

  /// A line that a correction touches.
  public struct Line {
    /// Its number; that of the old text for a line that goes away, of the new text otherwise.
    public var number: Int
    /// Its text, without its end.
    public var text: String
    /// The number of characters before the first change.
    public var start: Int
    /// True when the whole line goes away.
    public var isRemoved: Bool
  }

  /// Applies a correction to the lines that it touches; nothing where it has no edit or speaks of several files.
  public init(_ fix: Diagnostic.Fix) {
    let edits = fix.edits.sorted { $0.span.lowerBound < $1.span.lowerBound }
    guard let file = edits.first?.span.file, edits.allSatisfy({ $0.span.file === file }) else { return }
    var groups: [(first: Int, last: Int, edits: [TextEdit])] = []
    for edit in edits {
      let first = edit.span.start.line
      let last = Self.isWholeLines(edit) ? edit.span.end.line - 1 : edit.span.end.line
      if let group = groups.last, group.last >= first {
        groups[groups.count - 1].last = max(group.last, last)
        groups[groups.count - 1].edits.append(edit)
      } else {
        groups.append((first, last, [edit]))
      }
    }
    // The number of lines that the edits above a line have put in or taken away.
    var shift = 0
    for group in groups {
      let start = file.lineStarts[group.first - 1]
      let end = group.last < file.lineStarts.count ? file.lineStarts[group.last] : file.bytes.count
      var bytes = Array(file.bytes[start..<end])
      for edit in group.edits.reversed() {
        bytes.replaceSubrange(
          (edit.span.lowerBound - start)..<(edit.span.upperBound - start), with: Array(edit.replacement.utf8))
      }
      if bytes.isEmpty {
        for number in group.first..<max(group.first, group.last + 1) {
          list.append(Line(number: number, text: file.line(number), start: 0, isRemoved: true))
        }
        shift -= max(0, group.last - group.first + 1)
        continue
      }
      if bytes.last == 0x0A { bytes.removeLast() }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      for (offset, line) in lines.enumerated() {
        let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
        let start = offset == 0 ? Self.commonStart(of: text, and: file.line(group.first)) : 0
        list.append(Line(number: group.first + shift + offset, text: text, start: start, isRemoved: false))
      }
      shift += lines.count - (group.last - group.first + 1)
    }
  }

  /// The number of characters before the first that differs.
  private static func commonStart(of left: String, and right: String) -> Int {
    zip(left.unicodeScalars, right.unicodeScalars).prefix { $0 == $1 }.count
  }

  /// True for an edit that takes whole lines away, or puts whole lines in, and leaves the line behind them as it is.
  private static func isWholeLines(_ edit: TextEdit) -> Bool {
    guard edit.span.start.column == 1, edit.span.end.column == 1 else { return false }
    return edit.replacement.isEmpty ? !edit.span.range.isEmpty : edit.replacement.hasSuffix("\n")
  }
}
