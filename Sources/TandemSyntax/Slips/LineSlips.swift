/// The slips on whole lines: one that stands twice, two in each other's place, one that does not belong there.
struct LineSlips {
  private let file: SourceFile
  private let line: Int
  private let isYAML: Bool

  /// - Parameter line: The line of the fault, from 0.
  init(around line: Int, of file: SourceFile, isYAML: Bool) {
    self.file = file
    self.line = line
    self.isYAML = isYAML
  }

  /// The corrections, the likeliest first.
  var fixes: [Diagnostic.Fix] {
    let near = [line, line - 1, line + 1].filter { $0 >= 0 && $0 < file.lineStarts.count && !content($0).isEmpty }
    return near.compactMap(doubled) + near.compactMap(exchanged) + (isYAML ? near.prefix(1).compactMap(comment) : [])
  }

  private func start(_ line: Int) -> Int { line < file.lineStarts.count ? file.lineStarts[line] : file.bytes.count }

  /// The line without its end.
  private func content(_ line: Int) -> Range<Int> {
    let lower = start(line)
    var upper = start(line + 1)
    while upper > lower, file.bytes[upper - 1] == 0x0A || file.bytes[upper - 1] == 0x0D { upper -= 1 }
    return lower..<upper
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }

  private func next(_ line: Int) -> Int? {
    var next = line + 1
    while next < file.lineStarts.count, file.bytes[content(next)].allSatisfy(SourceLine.isBlank) { next += 1 }
    return next < file.lineStarts.count && !content(next).isEmpty ? next : nil
  }

  /// The line, when the next one is the same.
  private func doubled(_ line: Int) -> Diagnostic.Fix? {
    guard let next = next(line), text(content(line)) == text(content(next)) else { return nil }
    let range = content(line).upperBound..<content(next).upperBound
    return .init(
      "remove the second of the two lines", safe: false,
      edits: [TextEdit(SourceSpan(file: file, range), replacement: "")])
  }

  /// The line and the next one.
  private func exchanged(_ line: Int) -> Diagnostic.Fix? {
    guard let next = next(line), content(line).count < 1_000, content(next).count < 1_000 else { return nil }
    let (first, second) = (content(line), content(next))
    return .init(
      "exchange the lines \(line + 1) and \(next + 1)", safe: false,
      edits: [
        TextEdit(SourceSpan(file: file, first), replacement: text(second)),
        TextEdit(SourceSpan(file: file, second), replacement: text(first)),
      ])
  }

  /// The line as a comment.
  private func comment(_ line: Int) -> Diagnostic.Fix? {
    var place = content(line).lowerBound
    while place < content(line).upperBound, SourceLine.isBlank(file.bytes[place]) { place += 1 }
    // What looks like a key or an item was not meant as a remark.
    let rest = content(line).clamped(to: place..<content(line).upperBound)
    let signs = Set(":-{[\"'".utf8)
    guard !rest.isEmpty, !file.bytes[rest].contains(where: { signs.contains($0) }) else { return nil }
    return .init(
      "write it as a comment", safe: false,
      edits: [TextEdit(SourceSpan(file: file, place..<place), replacement: "# ")])
  }
}
