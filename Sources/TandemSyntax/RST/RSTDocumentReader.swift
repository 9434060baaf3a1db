/// The reading of one document: its lines, the place that reading has reached, and what was found so far.
///
/// The methods stand in extensions, one file per part of a document.
struct RSTDocumentReader {
  let file: SourceFile
  let bytes: [UInt8]
  var lines: [RSTLine]
  /// The line that is read next.
  var index = 0
  var diagnostics: [Diagnostic] = []
  var dataflow: Dataflow
  /// The comments, in order.
  var comments: [RSTCommentLines] = []
  /// Where each flow of the document stands.
  var flowExtents: [Range<Int>] = []
  /// True when the title gave the systems' names.
  var hasTitle = false
  /// True when something, if only one heading, was understood.
  var hasContent = false
  var titleKeys = (source: NormalizedName(""), target: NormalizedName(""))
  /// The names of parameters and value maps that were read, so that a second one is noticed.
  var parameterNames: Set<String> = []
  var valueMapNames: Set<String> = []
  /// Guessing what a line means is costly; nonsense of a million lines gets no more guesses than this.
  var remainingGuesses = 200
  /// The lines of the sections' headings by their names, once somebody asked.
  var headings: [String: [Int]]?

  init(_ file: SourceFile) {
    self.file = file
    self.bytes = file.bytes
    self.lines = RSTLineScanner.scan(file)
    let nowhere = Located("", at: SourceSpan(file: file, 0..<0))
    self.dataflow = Dataflow(file: file, notation: .rst, source: nowhere, target: nowhere)
  }

  /// The document, with the names of its systems taken from the first section when there is no title.
  func product() -> Dataflow? {
    guard hasContent else { return nil }
    var result = dataflow
    if !hasTitle, let first = dataflow.flows.first {
      result.source = first.source.system
      result.target = first.target.system
    }
    return result
  }

  // MARK: - Lines

  /// Marks the lines that hold bytes which were reported already.
  mutating func markFaulty(_ offsets: [Int]) {
    for offset in offsets {
      let line = lineIndex(at: offset)
      if lines.indices.contains(line) { lines[line].isFaulty = true }
    }
  }

  /// The index of the line that holds an offset.
  func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].source.start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// What was found, without remarks on lines whose bytes were reported already.
  func remainingDiagnostics() -> [Diagnostic] {
    guard lines.contains(where: \.isFaulty) else { return diagnostics }
    return diagnostics.filter { diagnostic in
      let first = lineIndex(at: diagnostic.span.lowerBound)
      let last = lineIndex(at: max(diagnostic.span.lowerBound, diagnostic.span.upperBound - 1))
      return !lines[min(first, lines.count)..<min(max(first, last) + 1, lines.count)].contains(where: \.isFaulty)
    }
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range) }
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  func located(_ range: Range<Int>) -> Located<String> { Located(text(range), at: span(range)) }
  func contentSpan(_ line: Int) -> SourceSpan { span(lines[line].content) }

  /// The range without blanks around it.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, SourceLine.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, SourceLine.isBlank(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  /// True when the range holds exactly these bytes.
  func reads(_ range: Range<Int>, _ expected: [UInt8]) -> Bool {
    range.count == expected.count
      && Template.stands(expected, at: range.lowerBound, before: range.upperBound, in: bytes)
  }

  /// The number of characters in a range, as the length of a rule counts them.
  func width(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The line end that the document uses, for fixes.
  var lineEnd: String {
    guard let first = lines.first else { return "\n" }
    return first.source.end - first.source.terminator == 2 ? "\r\n" : "\n"
  }

  // MARK: - Reports

  /// Reports a fault; with a line, that line fits nowhere.
  mutating func report(_ diagnostic: Diagnostic, line: Int? = nil) {
    if let line { lines[line].isUnexpected = true }
    if diagnostics.count <= TooManyFaults.maximum * 2 { diagnostics.append(diagnostic) }
  }

  /// Warns when the line does not stand after a blank line, as docutils and people expect.
  mutating func expectBlank(before line: Int) {
    guard line > 0 else { return }
    let previous = lines[line - 1]
    guard !previous.isBlank, !previous.isUnexpected, !previous.isFaulty, !lines[line].isFaulty else { return }
    report(MissingBlankLine.before(contentSpan(line), lineStart: lines[line].source.start, lineEnd: lineEnd))
  }

  // MARK: - Moving on

  /// True when the line is a title over a rule.
  func isHeading(_ line: Int) -> Bool {
    guard line + 1 < lines.count, lines[line].shape == .text, lines[line + 1].isRule else { return false }
    // Blanks before a heading are reported, but hide no section.
    return lines[line].source.indentation <= 8 && lines[line + 1].source.indentation <= 1
  }

  /// Goes to the next heading.
  mutating func skipToHeading() {
    while index < lines.count, !isHeading(index) { index += 1 }
  }

  /// Reports the lines up to the next blank one as text that fits nowhere.
  ///
  /// - Parameter beforeTables: True where a table is waited for, so that the text ends where one opens.
  mutating func readUnexpectedText(beforeTables: Bool = false) {
    let first = index
    while index < lines.count, !lines[index].isBlank, index == first || !isHeading(index) {
      if beforeTables, index > first, lines[index].shape == .directive { break }
      lines[index].isUnexpected = true
      index += 1
    }
    let range = lines[first].content.lowerBound..<lines[max(first, index - 1)].content.upperBound
    report(UnexpectedLine.outside(span(range)))
  }
}
