import TandemSyntax

/// Diagnostics as a person reads them on a terminal: what is wrong, the line with carets, the other place, what to write.
public struct TextReport: Sendable {
  /// Whether escape sequences for colour are written.
  public var usesColour: Bool

  /// Makes a renderer.
  public init(usesColour: Bool) { self.usesColour = usesColour }

  /// One diagnostic, ending in a line end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let colour: String
    switch diagnostic.severity {
    case .error: colour = "31"
    case .warning: colour = "33"
    case .note: colour = "36"
    }
    var lines = [
      paint("\(diagnostic.severity.rawValue)[\(diagnostic.rule.code)]", "1;\(colour)")
        + paint(": \(visible(diagnostic.message))", "1")
    ]
    lines += frame(diagnostic.span, mark: "^", colour: colour, message: nil)
    for label in diagnostic.labels { lines += frame(label.span, mark: "-", colour: "34", message: label.message) }
    if !diagnostic.explanation.isEmpty { lines += wrap(diagnostic.explanation, after: "  = ") }
    for note in diagnostic.notes { lines += wrap(note, after: "  = note: ") }
    for fix in diagnostic.fixes {
      lines += wrap("\(fix.message)\(fix.isSafe ? "" : " (look at it first)")", after: "  = fix: ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line under a report: how many of what.
  public static func summary(_ diagnostics: [Diagnostic], documents: Int, systems: Int, systemsFrom: String) -> String {
    func count(_ severity: Severity, _ word: String) -> String {
      let number = diagnostics.filter { $0.severity == severity }.count
      return "\(number) \(word)\(number == 1 ? "" : "s")"
    }
    return
      "\(documents) document\(documents == 1 ? "" : "s") checked against \(systems) system\(systems == 1 ? "" : "s") of \(systemsFrom): "
      + "\(count(.error, "error")), \(count(.warning, "warning")), \(count(.note, "note"))"
  }

  private func frame(_ span: SourceSpan, mark: String, colour: String, message: String?) -> [String] {
    let start = span.start
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.count)
    var lines = ["\(gutter)\(paint("-->", "34")) \(span.file.path):\(start.line):\(start.column)"]
    let (shown, offset) = excerpt(span.file.line(start.line), around: start.column)
    let end = span.end
    let last = end.line == start.line ? end.column : start.column + span.file.line(start.line).unicodeScalars.count
    let room = max(1, shown.unicodeScalars.count - (start.column - offset) + 1)
    let width = max(1, min(last - start.column, room))
    lines.append("\(paint("\(number) |", "34")) \(shown)")
    let carets = String(repeating: mark, count: width)
    let suffix = message.map { " " + visible($0) } ?? ""
    lines.append(
      "\(paint("\(gutter) |", "34")) \(String(repeating: " ", count: max(0, start.column - offset)))\(paint(carets + suffix, colour))"
    )
    return lines
  }

  /// The part of a line that fits a screen, with the column of its first character.
  private func excerpt(_ line: String, around column: Int) -> (String, Int) {
    let scalars = Array(line.unicodeScalars)
    let first = scalars.count > 160 ? max(0, min(column - 60, scalars.count - 140)) : 0
    var text = ""
    for scalar in scalars[first..<min(scalars.count, first + 160)] { text.unicodeScalars.append(shown(scalar)) }
    return (text, first + 1)
  }

  private func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    // Nearly all of a report is plain ASCII.
    if scalar.value >= 0x20, scalar.value < 0x7F { return scalar }
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    default: return scalar
    }
  }

  private func visible(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(scalar == "\n" ? " " : shown(scalar)) }
    return result
  }

  private func wrap(_ text: String, after prefix: String) -> [String] {
    let margin = String(repeating: " ", count: prefix.count)
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      // Lines that are indented are text to write and keep their form.
      if paragraph.hasPrefix("  ") {
        lines.append((lines.isEmpty ? prefix : margin) + paragraph)
        continue
      }
      var current = ""
      for word in paragraph.split(separator: " ") {
        if !current.isEmpty && prefix.count + current.count + 1 + word.count > 110 {
          lines.append((lines.isEmpty ? prefix : margin) + current)
          current = ""
        }
        current += current.isEmpty ? String(word) : " " + word
      }
      if !current.isEmpty { lines.append((lines.isEmpty ? prefix : margin) + current) }
    }
    return lines
  }

  private func paint(_ text: String, _ code: String) -> String {
    usesColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
