import TandemSyntax

/// What holds for every reading, whatever the bytes are.
public enum ReaderProperties {
  /// Reads an input with its reader and looks at all that must hold for what the reader gives.
  ///
  /// - Parameters:
  ///   - bytes: Any bytes.
  ///   - kind: Which reader reads them.
  /// - Throws: The first property that does not hold. Traps and endless reading are for the caller to notice.
  public static func check(_ bytes: [UInt8], as kind: InputKind) throws(Violation) {
    let file = SourceFile(path: "input.\(kind.fileExtension)", bytes: bytes)
    switch kind {
    case .rst: try checkDocument(file, read: RSTReader.read)
    case .yaml: try checkDocument(file, read: YAMLReader.read)
    case .system:
      let reading = SystemReader.read(file)
      try check(reading, again: SystemReader.read)
      try FormatProperties.check(reading, read: SystemReader.read, format: DocumentFormatter.format)
    case .expression: try checkExpression(file)
    }
  }

  private static func checkDocument(
    _ file: SourceFile, read: (SourceFile) -> Reading<Dataflow>
  ) throws(Violation) {
    let reading = read(file)
    try check(reading, again: read)
    try ConversionProperties.check(reading)
    try FormatProperties.check(reading, read: read, format: DocumentFormatter.format)
  }

  private static func check<Product>(
    _ reading: Reading<Product>, again read: (SourceFile) -> Reading<Product>
  ) throws(Violation) {
    let file = reading.tree.file
    try checkTree(reading.tree)
    try check(reading.diagnostics, in: file)
    if reading.product == nil, reading.diagnostics.isEmpty { throw Violation("what is not read is reported") }
    let starts = reading.diagnostics.map(\.span.lowerBound)
    guard starts == starts.sorted() else { throw Violation("diagnostics stand in the order of the text", "\(starts)") }

    let second = read(SourceFile(path: file.path, bytes: file.bytes))
    guard summary(second) == summary(reading) else {
      throw Violation("reading twice gives the same", "\(summary(reading)) and then \(summary(second))")
    }
    try checkFixes(reading, read: read)
  }

  // MARK: - Trees

  private static func checkTree(_ tree: SyntaxTree) throws(Violation) {
    var end = 0
    for token in tree.tokens {
      guard token.range.lowerBound == end, !token.range.isEmpty else {
        throw Violation("tokens cover the text without gaps", "\(token) behind byte \(end)")
      }
      end = token.range.upperBound
    }
    guard end == tree.file.bytes.count else {
      throw Violation("tokens cover the text without gaps", "they end at \(end) of \(tree.file.bytes.count)")
    }
    guard tree.bytes == tree.file.bytes else { throw Violation("the text of the tree is its source") }
  }

  // MARK: - Diagnostics

  /// Looks at diagnostics that speak of one file.
  public static func check(_ diagnostics: [Diagnostic], in file: SourceFile) throws(Violation) {
    let isText = String(validating: file.bytes, as: UTF8.self) != nil
    for diagnostic in diagnostics {
      let code = diagnostic.rule.code
      if diagnostic.message.isEmpty || diagnostic.explanation.isEmpty {
        throw Violation("every diagnostic says something", code)
      }
      let texts = [diagnostic.message, diagnostic.explanation] + diagnostic.notes + diagnostic.labels.map(\.message)
      if let text = texts.first(where: { $0.utf8.contains(0x0A) }) {
        throw Violation("a message stands on one line", "\(code) \(text.debugDescription)")
      }
      let spans = [diagnostic.span] + diagnostic.labels.map(\.span) + diagnostic.fixes.flatMap { $0.edits.map(\.span) }
      for span in spans where span.file === file {
        guard span.lowerBound >= 0, span.lowerBound <= span.upperBound, span.upperBound <= file.bytes.count else {
          throw Violation("spans stand inside of the file", "\(code) \(span.range)")
        }
        guard !isText || isBoundary(span.lowerBound, file.bytes) && isBoundary(span.upperBound, file.bytes) else {
          throw Violation("spans stand between characters", "\(code) \(span.range)")
        }
        _ = (span.text, span.start, span.end)
      }
      for fix in diagnostic.fixes { try check(fix, of: code) }
    }
  }

  private static func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  private static func check(_ fix: Diagnostic.Fix, of code: String) throws(Violation) {
    if fix.edits.isEmpty { throw Violation("every fix changes something", "\(code) \(fix.message)") }
    let edits = fix.edits.sorted { $0.span.lowerBound < $1.span.lowerBound }
    for (index, edit) in edits.enumerated().dropFirst() where edits[index - 1].span.file === edit.span.file {
      if edits[index - 1].span.upperBound > edit.span.lowerBound {
        throw Violation("the edits of a fix do not overlap", "\(code) \(fix.message)")
      }
    }
    if edits.allSatisfy({ $0.replacement == $0.span.text }) {
      throw Violation("every fix changes something", "\(code) \(fix.message)")
    }
  }

  // MARK: - Fixes

  /// The codes whose fixes are guesses, which are offered only when the text reads better with them.
  private static let guesses: Set<String> = ["T0202", "T0204"]

  /// A safe fix removes what it was offered for, and brings nothing else.
  private static func checkFixes<Product>(
    _ reading: Reading<Product>, read: (SourceFile) -> Reading<Product>
  ) throws(Violation) {
    let before = counts(reading.diagnostics)
    for diagnostic in reading.diagnostics {
      for fix in diagnostic.fixes where fix.isSafe || guesses.contains(diagnostic.rule.code) {
        let fixed = SourceFile(path: reading.tree.file.path, bytes: text(of: reading.tree.file, with: fix))
        let after = counts(read(fixed).diagnostics)
        let code = diagnostic.rule.code
        guard after[code, default: 0] < before[code, default: 0],
          after.allSatisfy({ $0.value <= before[$0.key, default: 0] })
        else {
          throw Violation("a safe fix removes its fault and brings no other", "\(code) \(fix.message): \(after)")
        }
      }
    }
  }

  private static func counts(_ diagnostics: [Diagnostic]) -> [String: Int] {
    diagnostics.reduce(into: [:]) { $0[$1.rule.code, default: 0] += 1 }
  }

  /// The text of a file after a fix.
  public static func text(of file: SourceFile, with fix: Diagnostic.Fix) -> [UInt8] {
    var bytes = file.bytes
    for edit in fix.edits.sorted(by: { $0.span.lowerBound > $1.span.lowerBound }) where edit.span.file === file {
      bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
    }
    return bytes
  }

  // MARK: - Summaries

  /// All that a reading says, for comparisons.
  private static func summary<Product>(_ reading: Reading<Product>) -> [String] {
    var lines = reading.diagnostics.map(summary)
    lines.append("\(reading.tree.tokens.map { "\($0.kind.rawValue) \($0.range)" })")
    return lines
  }

  private static func summary(_ diagnostic: Diagnostic) -> String {
    let labels = diagnostic.labels.map { "\($0.span.range) \($0.message)" }
    let fixes = diagnostic.fixes.map { fix in
      "\(fix.message) \(fix.isSafe) \(fix.edits.map { "\($0.span.range) \($0.replacement)" })"
    }
    return "\(diagnostic.rule.code) \(diagnostic.severity) \(diagnostic.span.range) \(diagnostic.message) "
      + "\(diagnostic.explanation) \(labels) \(diagnostic.notes) \(fixes)"
  }

  // MARK: - Expressions

  private static func checkExpression(_ file: SourceFile) throws(Violation) {
    var diagnostics: [Diagnostic] = []
    let expression = ExpressionReader.read(0..<file.bytes.count, in: file, diagnostics: &diagnostics)
    try check(diagnostics, in: file)
    guard (expression == nil) == diagnostics.contains(where: { $0.severity == .error }) else {
      throw Violation("what is read has no error, and what is not read has one", "\(diagnostics.map(\.message))")
    }
    try checkDocument(
      SourceFile(path: "expression.rst", bytes: ExpressionDocument.bytes(around: file.bytes)), read: RSTReader.read)
  }
}
