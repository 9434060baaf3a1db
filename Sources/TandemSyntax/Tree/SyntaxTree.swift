/// The lossless layer of a document: every byte of the source in exactly one token, valid or not.
///
/// Readers build the abstract syntax on top of it; fixes and formatting are edits of it. The tokens stand in order and
/// touch each other, so their texts joined are the source.
public struct SyntaxTree: Sendable {
  /// The text that the tree covers.
  public let file: SourceFile
  /// All tokens in order, without gaps or overlaps.
  public let tokens: [SyntaxToken]

  /// Makes a tree from tokens that cover the file.
  public init(file: SourceFile, tokens: [SyntaxToken]) {
    self.file = file
    self.tokens = tokens
    assert(
      tokens.first?.range.lowerBound ?? 0 == 0 && tokens.last?.range.upperBound ?? 0 == file.bytes.count,
      "tokens must cover the file")
  }

  /// The source again, byte for byte.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(file.bytes.count)
    for token in tokens { result.append(contentsOf: file.bytes[token.range]) }
    return result
  }
}

/// The smallest unit of a ``SyntaxTree``.
public struct SyntaxToken: Sendable, Hashable {
  /// What the bytes are.
  public var kind: Kind
  /// Where they stand.
  public var range: Range<Int>

  /// Makes a token.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The kinds of tokens, shared by both notations.
  public enum Kind: UInt8, Sendable {
    /// A mark of the byte order at the start of a file.
    case byteOrderMark
    /// Blanks and tabs at the start of a line.
    case indentation
    /// Blanks and tabs inside or at the end of a line.
    case blank
    /// LF or CR LF.
    case lineEnd
    /// A comment up to the line end.
    case comment
    /// A line of `=` or `-` under or over a title.
    case rule
    /// A title or a sentence of running text.
    case sentence
    /// The opening of a directive (`.. list-table::`) or an option line of it.
    case directive
    /// A mark that structures: `* -`, `-`, `:`, `[`, `]`, `{`, `}`, `,`, `?`, `---`.
    case punctuation
    /// A key of a mapping.
    case key
    /// A scalar or the content of a table cell.
    case scalar
    /// Bytes that fit nowhere; a diagnostic speaks of them.
    case unexpected
  }
}
