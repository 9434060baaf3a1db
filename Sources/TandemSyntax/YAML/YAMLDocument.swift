/// A YAML text taken apart: the lossless tokens, the nodes, and what is wrong.
///
/// Tandem uses a part of YAML that holds no surprises: mappings with text as keys, lists, and text in all of its five
/// styles. Anchors, aliases, tags, merge keys, complex keys, directives and further documents are reported. Every byte of
/// any input stands in exactly one token of ``tree``, comments included.
public struct YAMLDocument: Sendable {
  /// Every byte. Made anew each time, because a check needs no tree.
  public var tree: SyntaxTree { SyntaxTree(file: file, tokens: YAMLTokens.fill(marks, in: file)) }
  /// The content; `nil` when there is none but blanks and comments.
  public var root: YAMLNode?
  /// What is wrong, in the order of the text.
  public var diagnostics: [Diagnostic]
  private let file: SourceFile
  /// The tokens that mean something.
  private let marks: [SyntaxToken]

  /// Takes a text apart. Any bytes will do.
  ///
  /// After a fault, reading goes on at the next sibling of the broken item, and nothing inside of that item is used.
  public static func parse(_ file: SourceFile) -> YAMLDocument {
    if hasExcessiveLine(file) {
      // Such a line is no text that a person wrote; what stands in it could span the whole document.
      let token = SyntaxToken(.unexpected, 0..<file.bytes.count)
      return YAMLDocument(root: nil, diagnostics: SourceTextCheck(file).diagnostics, file: file, marks: [token])
    }
    var scanner = YAMLScanner(file)
    let root = scanner.document()
    let diagnostics = scanner.diagnostics.sorted { $0.span.lowerBound < $1.span.lowerBound }
    return YAMLDocument(root: root, diagnostics: diagnostics, file: file, marks: scanner.marks)
  }

  private static func hasExcessiveLine(_ file: SourceFile) -> Bool {
    let ends = file.lineStarts.dropFirst() + [file.bytes.count]
    return zip(file.lineStarts, ends).contains { $1 - $0 > maximumLine }
  }

  /// A line of more bytes than this is not scanned, nor is the text around it.
  static let maximumLine = 1 << 20
  /// Collections may be nested this deep; nothing in a dataflow or a system description needs a tenth of it.
  static let maximumDepth = 64
  /// After so many faults of form a text is no YAML, and further ones are not told.
  static let maximumFaults = 200
}
