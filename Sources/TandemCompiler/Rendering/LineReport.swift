import TandemSyntax

/// Diagnostics in the form of compilers, a line each: build systems and editors show them at their places.
///
/// ```
/// /home/ada/shop/Specs/dataflows/shop-to-books.rst:29:8: error: Shop Customer has no property `emial` [T1003]
/// ```
public struct LineReport: Sendable {
  /// Relative paths are shown below this directory, because who reads the lines may stand in another one.
  public var directory: String

  /// Makes a renderer; `directory` is an absolute path, or empty where paths stay as they are.
  public init(directory: String) { self.directory = directory }

  /// A diagnostic with its other places, its explanation and its corrections; ends in a line end.
  public func render(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.span
    var lines = [line(place, diagnostic.severity.rawValue, "\(diagnostic.message) [\(diagnostic.rule.code)]")]
    for label in diagnostic.labels { lines.append(line(label.span, "note", label.message)) }
    for text in [diagnostic.explanation] + diagnostic.notes where !text.isEmpty {
      lines.append(line(place, "note", text))
    }
    for fix in diagnostic.fixes { lines.append(line(place, "note", "correction: \(fix.message)")) }
    return lines.joined()
  }

  private func line(_ place: SourceSpan, _ word: String, _ text: String) -> String {
    let start = place.start
    return "\(path(place.file.path)):\(start.line):\(start.column): \(word): \(oneLine(text))\n"
  }

  private func path(_ path: String) -> String {
    directory.isEmpty || path.hasPrefix("/") ? oneLine(path) : oneLine("\(directory)/\(path)")
  }

  /// Whoever takes the report apart goes by its lines.
  private func oneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result.unicodeScalars.append(scalar == "\n" || scalar == "\t" ? " " : DisplayLine.shown(scalar))
    }
    return result
  }
}
