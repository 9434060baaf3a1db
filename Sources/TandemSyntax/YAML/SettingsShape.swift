/// What to write where the severities of a project do not stand as keys on lines of their own.
///
/// The scanner knows nothing of settings: it would put `T2003: off` between quotation marks, and a text it would not take.
enum SettingsShape {
  private static let form =
    "Write each code or name with its severity on a line of its own below `severities`, as in "
    + "`T2003: off`."

  /// The diagnostics with advice that fits what stands under `severities`.
  static func advised(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      switch diagnostic.rule.code {
      case YAMLTextAfterValue.rule.code: return colon(diagnostic)
      case YAMLWrongKind.rule.code: return kind(diagnostic)
      default: return diagnostic
      }
    }
  }

  private static func colon(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.span.text == ":", let value = value(onTheLineOf: diagnostic.span),
      value.contains(diagnostic.span.lowerBound)
    else { return diagnostic }
    var result = diagnostic
    result.explanation = form
    let gap = SourceSpan(file: diagnostic.span.file, gapBefore(value.lowerBound, in: diagnostic.span.file))
    result.fixes = [
      Diagnostic.Fix(
        "put it on a line of its own", safe: false, edits: [TextEdit(gap, replacement: "\n  ")])
    ]
    return result
  }

  private static func kind(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.message.hasPrefix("`severities` ") else { return diagnostic }
    var result = diagnostic
    result.explanation = form
    return result
  }

  /// The value behind `severities:` when the key stands on the line of the place.
  private static func value(onTheLineOf span: SourceSpan) -> Range<Int>? {
    let bytes = span.file.bytes
    let start = span.file.lineStarts[span.start.line - 1]
    let key = Array("severities:".utf8)
    guard start + key.count < bytes.count, bytes[start..<(start + key.count)].elementsEqual(key) else { return nil }
    var lower = start + key.count
    while lower < bytes.count, SourceLine.isBlank(bytes[lower]) { lower += 1 }
    var upper = lower
    while upper < bytes.count, bytes[upper] != 0x0A, bytes[upper] != 0x0D { upper += 1 }
    return lower..<upper
  }

  private static func gapBefore(_ offset: Int, in file: SourceFile) -> Range<Int> {
    var lower = offset
    while lower > 0, SourceLine.isBlank(file.bytes[lower - 1]) { lower -= 1 }
    return lower..<offset
  }
}
