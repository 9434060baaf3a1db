import TandemCompiler
import TandemSyntax

/// Diagnostics as the chapters list them: the place and the message, why, the other places, and the text to write.
///
///     3:15 error T1004 `Custmer` is no entity of Shop
///         Did you mean `Customer`? Shop has `Customer`, `Order` and `Country`.
///       see systems/shop.yaml 6:3: `Customer` is described here
///       fix: replace with `Customer`
///         3 + - flow: Shop Customer to Ledger Account
enum DiagnosticListing {
  static func lines(_ diagnostics: [Diagnostic], documents: [SourceFile]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < diagnostics.count {
      let diagnostic = diagnostics[index]
      result += lines(diagnostic, documents: documents)
      var end = index + 1
      while end < diagnostics.count, diagnostics[end].rule.code == diagnostic.rule.code { end += 1 }
      // Of a long run of one kind only the first is shown.
      if end - index > 20 {
        let last = diagnostics[end - 1].span.start.line
        result.append("... and \(end - index - 1) more \(diagnostic.rule.code), the last one in line \(last)")
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  private static func lines(_ diagnostic: Diagnostic, documents: [SourceFile]) -> [String] {
    let place = place(diagnostic.span, home: documents.count == 1 ? documents.first : nil)
    var result = ["\(place) \(diagnostic.severity.rawValue) \(diagnostic.rule.code) \(short(diagnostic.message))"]
    result += wrapped(diagnostic.explanation)
    for label in diagnostic.labels {
      result.append("  see \(self.place(label.span, home: diagnostic.span.file)): \(short(label.message))")
    }
    for note in diagnostic.notes { result.append("  note: \(short(note))") }
    if let fix = diagnostic.fixes.first {
      result.append("  \(fix.isSafe ? "safe fix" : "fix"): \(short(fix.message))")
      result += corrected(fix)
    }
    return result
  }

  private static func place(_ span: SourceSpan, home: SourceFile?) -> String {
    let file = span.file === home ? "" : ExampleInput.shown(span.file.path) + " "
    return "\(file)\(span.start.line):\(span.start.column)"
  }

  /// The lines that a fix touches, as they read afterwards; a line that goes away has a minus.
  private static func corrected(_ fix: Diagnostic.Fix) -> [String] {
    let lines = CorrectedLines(fix).list
    let shown = lines.prefix(8).map { line in
      "    \(line.number) \(line.isRemoved ? "-" : "+") \(short(line.text))".trimmedEnd
    }
    return shown + (lines.count > 8 ? ["    and \(lines.count - 8) further lines"] : [])
  }

  private static func short(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    guard result.unicodeScalars.count > 400 else { return result }
    return String(result.prefix(120)) + "... (\(result.unicodeScalars.count) characters)"
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      if !current.isEmpty, current.count + word.count > 110 {
        lines.append("    " + current)
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    if !current.isEmpty { lines.append("    " + current) }
    return lines
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
