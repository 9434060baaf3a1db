/// A line of an RST document that is not blank, with what its place in the document is.
struct RSTFormatLine {
  /// Where its parts stand.
  var source: SourceLine
  /// What it is.
  var kind: Kind
  /// The number of blank lines above it.
  var blankLinesBefore: Int
  /// True for a title and a heading that begin with a system without a name: it leaves one blank before what follows it.
  var keepsBlank = false
  /// True for a comment whose label says that it speaks of what stands above it.
  var speaksOfAbove = false

  /// What a line is, as far as its layout depends on it.
  enum Kind: Hashable {
    case title, titleRule, heading(Heading), headingRule(Heading), sentence, secondSentence
    case directive, option, row, cell
    /// A comment, one under the text of a cell, and a line behind the first of either.
    case comment, cellComment, commentContinuation
  }

  /// The headings, by what their parts look like.
  enum Heading: Hashable {
    /// The introduction: a blank line stands under its rule.
    case introduction
    /// A section: its first sentence stands directly under the rule.
    case section
    /// Parameters or values.
    case table
  }

  var isComment: Bool { kind == .comment || kind == .cellComment || kind == .commentContinuation }

  /// The number of characters of a title or heading, which is the length of the rules at it.
  func width(in bytes: [UInt8]) -> Int {
    bytes[source.content].count { $0 & 0xC0 != 0x80 } + (keepsBlank ? 1 : 0)
  }
}

extension RSTFormatLine {
  /// The lines of a document that was read without an error.
  static func lines(of dataflow: Dataflow, _ tree: SyntaxTree) -> [RSTFormatLine] {
    var reader = LineReader(dataflow: dataflow, tree: tree)
    return reader.lines()
  }

  private struct LineReader {
    let dataflow: Dataflow
    let tree: SyntaxTree
    private var bytes: [UInt8] { tree.file.bytes }
    private var result: [RSTFormatLine] = []
    /// The first line of the comment that was met last.
    private var comment: SourceLine?
    /// The indentation of the rows of the table that was met last.
    private var rows: [Int] = []

    init(dataflow: Dataflow, tree: SyntaxTree) {
      self.dataflow = dataflow
      self.tree = tree
    }

    mutating func lines() -> [RSTFormatLine] {
      let tokens = tree.tokens
      var token = 0
      var blankLines = 0
      var title: Int?
      let names = dataflow.source.span.lowerBound
      for source in SourceLine.split(tree.file) {
        guard !source.isBlank else {
          blankLines += 1
          continue
        }
        while token < tokens.count, tokens[token].range.upperBound <= source.contentStart { token += 1 }
        if title == nil, names >= source.start, names < source.end { title = result.count }
        let kind = kind(of: token < tokens.count ? tokens[token].kind : .unexpected, source, blankLines: blankLines)
        result.append(RSTFormatLine(source: source, kind: kind, blankLinesBefore: blankLines))
        note(kind, source)
        blankLines = 0
      }
      if let title { markTitle(title) }
      markHeadings()
      return result
    }

    private func kind(of token: SyntaxToken.Kind, _ source: SourceLine, blankLines: Int) -> Kind {
      let first = bytes[source.contentStart]
      switch token {
      case .rule, .unexpected: return .headingRule(.section)
      case .directive: return first == UInt8(ascii: ":") ? .option : .directive
      case .punctuation: return first == UInt8(ascii: "*") ? .row : .cell
      case .comment:
        if continuesComment(source, blankLines: blankLines) { return .commentContinuation }
        return isInCell(source) ? .cellComment : .comment
      default: return .sentence
      }
    }

    /// True for a further line of a comment, as the reader takes it.
    private func continuesComment(_ source: SourceLine, blankLines: Int) -> Bool {
      guard let comment, result.last?.isComment == true else { return false }
      if blankLines == 0 { return source.indentation > comment.indentation }
      let isWhole = result.last?.source == comment && comment.content.count == 2
      let shape = RSTLineScanner.shape(of: source.content, in: bytes)
      return !isWhole && source.indentation >= comment.indentation + 3 && !RSTCommentText.isTableLine(shape)
    }

    /// True for a comment that stands deeper than most rows of the table before it.
    private func isInCell(_ source: SourceLine) -> Bool {
      switch result.last(where: { !$0.isComment })?.kind {
      case .row?, .cell?: break
      default: return false
      }
      let counts = rows.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      let usual = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return source.indentation > (usual?.key ?? 0)
    }

    private mutating func note(_ kind: Kind, _ source: SourceLine) {
      switch kind {
      case .directive: rows = []
      case .row: rows.append(source.indentation)
      case .comment, .cellComment:
        comment = source
        let text = String(decoding: bytes[source.content].dropFirst(2).drop(while: SourceLine.isBlank), as: UTF8.self)
        result[result.count - 1].speaksOfAbove = RSTCommentText.label([text])?.label == RSTCommentText.above
      default: break
      }
    }

    /// Marks the title with the rules above and below it, also where these are only meant to be rules.
    private mutating func markTitle(_ title: Int) {
      result[title].kind = .title
      result[title].keepsBlank = result[title].source.indentation == 1 && dataflow.source.value.isEmpty
      if title > 0, result[title].blankLinesBefore == 0, isRule(title - 1) { result[title - 1].kind = .titleRule }
      if title + 1 < result.count, result[title + 1].blankLinesBefore == 0, isRule(title + 1) {
        result[title + 1].kind = .titleRule
      }
    }

    private func isRule(_ line: Int) -> Bool {
      switch result[line].kind {
      case .headingRule: return true
      case .sentence:
        let content = bytes[result[line].source.content]
        return content.allSatisfy { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") || SourceLine.isBlank($0) }
          || RSTFormatter.isNearlyRule(content)
      default: return false
      }
    }

    /// Marks the headings and what stands under them.
    private mutating func markHeadings() {
      let nameless = Set(dataflow.flows.filter { $0.source.system.value.isEmpty }.map(\.title.lowerBound))
      for line in result.indices.dropFirst() {
        guard case .headingRule = result[line].kind, result[line].blankLinesBefore == 0,
          result[line - 1].kind == .sentence
        else {
          if result[line].kind == .sentence, isSecondSentence(line) { result[line].kind = .secondSentence }
          continue
        }
        let source = result[line - 1].source
        let heading = heading(source.content)
        result[line - 1].kind = .heading(heading)
        result[line - 1].keepsBlank = source.indentation == 1 && nameless.contains(source.contentStart)
        result[line].kind = .headingRule(heading)
      }
    }

    private func heading(_ content: Range<Int>) -> Heading {
      let text = String(decoding: bytes[content], as: UTF8.self)
      if text == HeadingForm.introduction.current || text == HeadingForm.introduction.older { return .introduction }
      return text == HeadingForm.parameters || HeadingForm.values.match(content, in: bytes) != nil ? .table : .section
    }

    /// True for the sentence that stands directly under the one that it completes.
    private func isSecondSentence(_ line: Int) -> Bool {
      let sentence = { (kind: SentenceForm.Kind, line: Int) in
        SentenceForm.of(kind).template.match(result[line].source.content, in: bytes) != nil
      }
      return result[line - 1].kind == .sentence && sentence(.createWithoutMatch, line)
        && sentence(.mergeWithMatch, line - 1)
    }
  }
}
