import TandemSyntax

/// Diagnostics as a person reads them on a terminal: what is wrong, the line with carets, the other place, what to write.
public struct TextReport: Sendable {
  /// Whether escape sequences for colour are written.
  public var usesColour: Bool

  /// The number of screen columns that a line of a document may take; longer ones are cut around the fault.
  private static let lineWidth = 120
  /// The number of screen columns at which sentences are wrapped.
  private static let textWidth = 110

  /// Makes a renderer.
  public init(usesColour: Bool) { self.usesColour = usesColour }

  /// One diagnostic, ending in a line end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity
    var lines = [
      paint("\(severity.rawValue)[\(diagnostic.rule.code)]", .heading(severity))
        + paint(": \(visible(diagnostic.message))", .message)
    ]
    let file = diagnostic.span.file
    var frames: [(file: SourceFile, place: SourceSpan, marks: [SourceFrame.Mark])] = [
      (
        file, diagnostic.span,
        [SourceFrame.Mark(span: diagnostic.span, symbol: "^", style: .severity(severity), message: "")]
      )
    ]
    for label in diagnostic.labels {
      let mark = SourceFrame.Mark(span: label.span, symbol: "-", style: .label, message: visible(label.message))
      if let index = frames.firstIndex(where: { $0.file === label.span.file }) {
        frames[index].marks.append(mark)
      } else {
        frames.append((label.span.file, label.span, [mark]))
      }
    }
    let laidOut = frames.map { ($0.file, $0.place, SourceFrame(file: $0.file, marks: $0.marks)) }
    let gutter = String(laidOut.map { $2.lastLine }.max() ?? 1).utf8.count
    let margin = String(repeating: " ", count: gutter)
    for (file, place, frame) in laidOut {
      let start = place.start
      lines.append("\(margin)\(paint("-->", .gutter)) \(visible(file.path)):\(start.line):\(start.column)")
      lines += frame.lines(gutter: gutter, width: Self.lineWidth, paint: paint)
    }
    if !diagnostic.explanation.isEmpty { lines += wrap(diagnostic.explanation, after: "\(margin) = ") }
    for note in diagnostic.notes { lines += wrap(note, after: "\(margin) = note: ") }
    for (index, fix) in diagnostic.fixes.enumerated() {
      lines += wrap("\(fix.message)\(fix.isSafe ? "" : " (look at it first)")", after: "\(margin) = fix: ")
      if index == 0 { lines += corrected(fix, gutter: gutter) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line under a report: how many of what.
  ///
  /// - Parameters:
  ///   - systemsFrom: The directory of the descriptions.
  ///   - settings: The file of settings, when one was used.
  public static func summary(
    _ diagnostics: [Diagnostic], documents: Int, systems: Int, systemsFrom: String, settings: String? = nil,
    suppressed: Int = 0
  ) -> String {
    func count(_ severity: Severity, _ word: String) -> String {
      let number = diagnostics.filter { $0.severity == severity }.count
      return "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return
      "\(documents) document\(documents == 1 ? "" : "s") checked against \(systems) system\(systems == 1 ? "" : "s") of \(systemsFrom)"
      + (settings.map { ", with the settings of \($0)" } ?? "") + ": "
      + "\(count(.error, "error")), \(count(.warning, "warning")), \(count(.note, "note"))"
      + (suppressed == 0 ? "" : ", \(suppressed) allowed by comments")
  }

  /// The lines that a correction touches as they read afterwards, when they are few enough to be looked at.
  private func corrected(_ fix: Diagnostic.Fix, gutter: Int) -> [String] {
    // Hundreds of edits are nothing that anybody compares by eye.
    guard fix.edits.count <= 100 else { return [] }
    let lines = CorrectedLines(fix)
    guard !lines.list.isEmpty, lines.list.count <= 12 else { return [] }
    return lines.list.map { line in
      let shown = DisplayLine(line.text)
      let label = String(line.number)
      let indent = String(repeating: " ", count: max(0, gutter - label.utf8.count))
      let sign = line.isRemoved ? "-" : "+"
      let window = shown.window(around: shown.columns(line.start..<line.start), width: Self.lineWidth)
      let text = "\(indent)\(label) \(sign) \(window.text)".withoutTrailingBlanks
      return paint(text, line.isRemoved ? .removal : .correction)
    }
  }

  private func visible(_ text: String) -> String {
    if text.isPlainASCII { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar == "\n" || scalar == "\t" ? " " : DisplayLine.shown(scalar))
    }
    return result
  }

  /// Breaks a text into lines. A line that is indented is text to write and keeps its form.
  private func wrap(_ text: String, after prefix: String) -> [String] {
    let margin = String(repeating: " ", count: prefix.utf8.count)
    var lines: [String] = []
    func add(_ line: Substring) { lines.append((lines.isEmpty ? prefix : margin) + line) }
    for paragraph in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let shown = visible(String(Substring(paragraph)))
      if paragraph.starts(with: "  ".utf8) {
        add(shown[...])
        continue
      }
      // Two blanks in a row are kept: a sentence of the language has them.
      var start = shown.startIndex
      var end = start
      var width = prefix.utf8.count
      for word in shown.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
        let wordWidth = DisplayLine.width(of: Substring(word))
        if end > start && width + 1 + wordWidth > Self.textWidth {
          add(shown[start..<end])
          (start, width) = (word.startIndex, prefix.utf8.count)
        } else if end == start {
          start = word.startIndex
        }
        width += wordWidth + (word.startIndex > start ? 1 : 0)
        end = word.endIndex
      }
      if end > start { add(shown[start..<end]) }
    }
    return lines
  }

  private func paint(_ text: String, _ style: TextStyle) -> String {
    usesColour ? "\u{1B}[\(style.code)m\(text)\u{1B}[0m" : text
  }
}
