import TandemSyntax

/// The difference that edits make to a text, in the form that `patch` reads.
public enum UnifiedDiff {
  /// The lines around a change that are shown with it.
  private static let context = 3

  /// The difference; empty when the edits change nothing.
  ///
  /// - Parameters:
  ///   - file: The text as it stands; its path names both sides.
  ///   - edits: Edits of the text, in order and without overlaps.
  public static func render(_ file: SourceFile, _ edits: [TextEdit]) -> String {
    let lines = lines(of: file.bytes[...])
    let changes = changes(edits, file, lines)
    guard !changes.isEmpty else { return "" }
    var output = "--- \(file.path)\n+++ \(file.path)\n"
    var first = 0
    // By how many lines the new text is longer so far.
    var shift = 0
    while first < changes.count {
      var last = first
      while last + 1 < changes.count, changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context {
        last += 1
      }
      hunk(Array(changes[first...last]), lines, shift: &shift, to: &output)
      first = last + 1
    }
    return output
  }

  private struct Change {
    /// The lines that go.
    var old: Range<Int>
    /// The lines that come.
    var new: [ArraySlice<UInt8>]
  }

  /// The lines of a text with their ends.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == 0x0A {
      result.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.endIndex { result.append(bytes[start...]) }
    return result
  }

  private static func changes(
    _ edits: [TextEdit], _ file: SourceFile, _ lines: [ArraySlice<UInt8>]
  ) -> [Change] {
    var result: [Change] = []
    var index = 0
    while index < edits.count {
      let firstLine = lineIndex(edits[index].span.lowerBound, lines)
      var lastLine = lineIndex(edits[index].span.upperBound, lines)
      var next = index + 1
      while next < edits.count, lineIndex(edits[next].span.lowerBound, lines) <= lastLine {
        lastLine = max(lastLine, lineIndex(edits[next].span.upperBound, lines))
        next += 1
      }
      var position = firstLine < lines.count ? lines[firstLine].startIndex : file.bytes.count
      let end = lastLine < lines.count ? lines[lastLine].endIndex : file.bytes.count
      var text: [UInt8] = []
      for edit in edits[index..<next] {
        text += file.bytes[position..<edit.span.lowerBound] + Array(edit.replacement.utf8)
        position = edit.span.upperBound
      }
      text += file.bytes[position..<end]
      var old = firstLine..<min(lastLine + 1, lines.count)
      var new = UnifiedDiff.lines(of: text[...])[...]
      while let line = new.first, !old.isEmpty, line.elementsEqual(lines[old.lowerBound]) {
        new.removeFirst()
        old = old.lowerBound + 1..<old.upperBound
      }
      while let line = new.last, !old.isEmpty, line.elementsEqual(lines[old.upperBound - 1]) {
        new.removeLast()
        old = old.lowerBound..<old.upperBound - 1
      }
      if let last = result.last, last.old.upperBound == old.lowerBound {
        // Neighbouring lines are shown as one block.
        result[result.count - 1] = Change(old: last.old.lowerBound..<old.upperBound, new: last.new + new)
      } else if !old.isEmpty || !new.isEmpty {
        result.append(Change(old: old, new: Array(new)))
      }
      index = next
    }
    return result
  }

  /// The line that an offset is in. The end belongs to the last line, unless a line end stands before it.
  private static func lineIndex(_ offset: Int, _ lines: [ArraySlice<UInt8>]) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].endIndex <= offset { low = middle + 1 } else { high = middle }
    }
    if low == lines.count, let last = lines.last, last.last != 0x0A { return low - 1 }
    return low
  }

  private static func hunk(
    _ changes: [Change], _ lines: [ArraySlice<UInt8>], shift: inout Int, to output: inout String
  ) {
    let start = max(0, changes[0].old.lowerBound - context)
    let end = min(lines.count, changes[changes.count - 1].old.upperBound + context)
    let growth = changes.reduce(0) { $0 + $1.new.count - $1.old.count }
    output += "@@ -\(range(start, end - start)) +\(range(start + shift, end - start + growth)) @@\n"
    shift += growth
    var position = start
    for change in changes {
      for line in lines[position..<change.old.lowerBound] { add(" ", line, to: &output) }
      for line in lines[change.old] { add("-", line, to: &output) }
      for line in change.new { add("+", line, to: &output) }
      position = change.old.upperBound
    }
    for line in lines[position..<end] { add(" ", line, to: &output) }
  }

  /// A range of lines as `patch` counts them: an empty one is named by the line before it.
  private static func range(_ start: Int, _ count: Int) -> String { "\(count == 0 ? start : start + 1),\(count)" }

  private static func add(_ mark: String, _ line: ArraySlice<UInt8>, to output: inout String) {
    output += mark + String(decoding: line, as: UTF8.self)
    if line.last != 0x0A { output += "\n\\ No newline at end of file\n" }
  }
}
