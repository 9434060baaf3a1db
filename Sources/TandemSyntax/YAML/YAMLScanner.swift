/// Reads a YAML text byte by byte: the place that was reached, the tokens and the faults so far.
///
/// The methods stand in extensions, one file per construct. Indentation is counted in bytes; since only blanks may
/// indent, bytes are columns.
struct YAMLScanner {
  let file: SourceFile
  let bytes: [UInt8]
  /// The byte that is read next.
  var position = 0
  /// The first byte of the line that ``position`` is in.
  var lineStart = 0
  /// The collections that are open.
  var depth = 0
  /// The block lists that are open, the innermost last.
  var openLists: [OpenList] = []
  /// The dash of the last list item that was begun.
  var lastDash = -1
  /// The tokens that mean something; ``YAMLTokens`` completes them.
  var marks: [SyntaxToken] = []
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) {
    self.file = file
    self.bytes = file.bytes
    // About as many as a text has; growing the list would copy it again and again.
    marks.reserveCapacity(bytes.count / 8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
      marks.append(SyntaxToken(.byteOrderMark, 0..<3))
    }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < YAMLDocument.maximumFaults { diagnostics.append(diagnostic) }
  }

  mutating func mark(_ kind: SyntaxToken.Kind, _ range: Range<Int>) {
    marks.append(SyntaxToken(kind, range))
  }

  /// The number of faults so far; setting a smaller one forgets the last ones, when a look ahead is taken back.
  var diagnosticCount: Int {
    get { diagnostics.count }
    set { diagnostics.removeLast(max(0, diagnostics.count - newValue)) }
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range) }

  /// A node that could not be read.
  func broken(_ range: Range<Int>) -> YAMLNode { YAMLNode(.broken, span(range)) }

  /// A value that is not there.
  func empty(at offset: Int) -> YAMLNode {
    let scalar = YAMLScalar(text: "", style: .plain, span: span(offset..<offset), places: .exact(offset..<offset))
    return YAMLNode(.scalar(scalar), span(offset..<offset))
  }

  // MARK: - Bytes

  var isAtEnd: Bool { position >= bytes.count }
  /// The byte that is read next; 0 at the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }
  /// The byte after the next; 0 at the end.
  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  /// True for a blank, a line end, and past the end of the text.
  func isBlankOrEnd(at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    let byte = bytes[offset]
    return byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// True where a line ends: at LF, CR LF, or the end of the text.
  func isLineEnd(at offset: Int) -> Bool {
    guard offset < bytes.count else { return true }
    return bytes[offset] == 0x0A
      || bytes[offset] == 0x0D && (offset + 1 >= bytes.count || bytes[offset + 1] == 0x0A)
  }

  static func isFlowSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return true
    default: return false
    }
  }

  var column: Int { position - lineStart }

  // MARK: - Moving on

  /// Goes over blanks and tabs in a line.
  mutating func skipBlanks() {
    while position < bytes.count, YAMLScanner.isBlank(bytes[position]) { position += 1 }
  }

  /// Goes to the first byte of the next line.
  mutating func skipLine() {
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    if position < bytes.count { position += 1 }
    lineStart = position
  }

  /// Goes over a comment, if one stands here.
  mutating func skipComment() {
    guard byte == UInt8(ascii: "#"), position < bytes.count else { return }
    guard position == lineStart || YAMLScanner.isBlank(bytes[position - 1]) else { return }
    while position < bytes.count, !isLineEnd(at: position) { position += 1 }
  }

  /// True when the rest of the line holds nothing but blanks and a comment; goes to its end then.
  mutating func skipRestOfLine() -> Bool {
    skipBlanks()
    skipComment()
    return isLineEnd(at: position)
  }

  /// True at `---` or `...` at the start of a line.
  func isDocumentMark(at offset: Int) -> Bool {
    guard offset + 3 <= bytes.count, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: ".") else {
      return false
    }
    return bytes[offset + 1] == bytes[offset] && bytes[offset + 2] == bytes[offset] && isBlankOrEnd(at: offset + 3)
  }

  /// Goes over blanks, line ends and comments to the next content of block structure.
  ///
  /// - Parameter indent: The indentation of the collection that is read; what is deeper after a faulty line is skipped.
  /// - Returns: False when a line indented by tabs had to be left out on the way.
  @discardableResult
  mutating func skipToContent(in indent: Int) -> Bool {
    var isClean = true
    var isAfterItem = false
    while position < bytes.count {
      if position == lineStart {
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        if byte == 0x09 {
          let tab = position
          skipBlanks()
          if isLineEnd(at: position) || byte == UInt8(ascii: "#") {
            skipLineEndOrComment()
            continue
          }
          // One report for neighbouring lines: they have one cause.
          if isClean { report(YAMLTabInIndentation.diagnostic(self, lineStart..<position, tab: tab)) }
          if moveToTabbedItem() { return isClean }
          isClean = false
          isAfterItem = isDash
          skipLine()
          continue
        }
        if !isClean, column > indent, !isLineEnd(at: position), !(isAfterItem && isDash) {
          skipLine()
          continue
        }
      } else {
        skipBlanks()
      }
      guard isLineEnd(at: position) || byte == UInt8(ascii: "#") else { return isClean }
      if byte == UInt8(ascii: "#"), position > lineStart, !YAMLScanner.isBlank(bytes[position - 1]) { return isClean }
      skipLineEndOrComment()
    }
    return isClean
  }

  private mutating func skipLineEndOrComment() {
    skipComment()
    skipLine()
  }

  /// The column of the content that was reached; -1 at the end of the text and at a document mark.
  var contentColumn: Int {
    if isAtEnd || column == 0 && isDocumentMark(at: position) { return -1 }
    return column
  }

  /// Leaves the rest of this line out, and all following lines that are indented deeper than `indent`.
  ///
  /// An item of an open list that is glued to this line is not left out.
  mutating func skipItem(deeperThan indent: Int) {
    if moveToGluedItem() { return }
    skipLine()
    while position < bytes.count {
      var content = position
      while content < bytes.count, bytes[content] == 0x20 { content += 1 }
      let isFilled = !isLineEnd(at: content) && bytes[content] != UInt8(ascii: "#") && bytes[content] != 0x09
      if isFilled, content - lineStart <= indent || isDocumentMark(at: lineStart) { return }
      if bytes.indices.contains(content), bytes[content] == 0x09 {
        // Blanks and tabs alone make no line; a line indented by tabs is reported by whoever reads on.
        var rest = content
        while rest < bytes.count, YAMLScanner.isBlank(bytes[rest]) { rest += 1 }
        if !isLineEnd(at: rest), bytes[rest] != UInt8(ascii: "#") { return }
      }
      skipLine()
    }
  }
}
