import TandemSyntax

/// A document or description as formatting leaves it.
public struct FormattedFile: Sendable {
  /// The text as it stands.
  public let file: SourceFile
  /// What changes in it; `nil` when it has errors and stays as it is.
  public let formatting: Formatting?
  /// The errors.
  public let errors: [Diagnostic]

  /// Formats a text: RST or YAML as the name of its file says. In YAML the first keys tell whether it is a document, the
  /// description of a system, or something else.
  public init(_ file: SourceFile) {
    let (formatting, diagnostics) = FormattedFile.format(file)
    self.file = file
    self.formatting = formatting
    self.errors = diagnostics.filter { $0.severity == .error }
  }

  private static func format(_ file: SourceFile) -> (Formatting?, [Diagnostic]) {
    guard Compiler.isYAML(file.path) else { return formatted(Compiler.read(file)) }
    if FormattedFile.hasKey("dataflow", or: "flows", file) { return formatted(Compiler.read(file)) }
    if FormattedFile.hasKey("system", or: "entities", file) {
      let reading = SystemReader.read(file)
      return (DocumentFormatter.format(reading), reading.diagnostics)
    }
    // An environment or a list of severities; whoever reads it says what its keys have to be.
    guard let formatting = DocumentFormatter.formatYAML(file) else { return (nil, Compiler.read(file).diagnostics) }
    return (formatting, [])
  }

  private static func formatted(_ reading: Reading<Dataflow>) -> (Formatting?, [Diagnostic]) {
    (DocumentFormatter.format(reading), reading.diagnostics)
  }

  /// True when one of the lines that are not indented begins with a key.
  private static func hasKey(_ key: String, or other: String, _ file: SourceFile) -> Bool {
    let keys = [Array(key.utf8), Array(other.utf8)]
    let begin = SourceLine.hasByteOrderMark(file.bytes) ? 3 : 0
    return ([begin] + file.lineStarts.dropFirst()).contains { start in
      keys.contains { key in
        let rest = file.bytes[min(start, file.bytes.count)...]
        guard rest.starts(with: key) else { return false }
        return rest.dropFirst(key.count).first { !SourceLine.isBlank($0) } == UInt8(ascii: ":")
      }
    }
  }
}
