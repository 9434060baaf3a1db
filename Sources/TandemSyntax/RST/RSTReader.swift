/// Reads dataflow documents in RST: the form of the supplied documents, older generations of it, and the additions.
public enum RSTReader {
  /// Reads a document.
  ///
  /// Any bytes are welcome. What is wrong costs one diagnostic per fault, and the rest of the document is read; nothing
  /// of the broken part is used. The tree holds every byte.
  public static func read(_ file: SourceFile) -> Reading<Dataflow> {
    var reading = readOnce(file)
    guard !reading.diagnostics.isEmpty else { return reading }
    reading.diagnostics = TriedFixes.tried(reading.diagnostics, in: file) { readOnce($0).diagnostics }
    return reading
  }

  /// Reads a document without trying the fixes that it offers.
  static func readOnce(_ file: SourceFile) -> Reading<Dataflow> {
    let check = SourceTextCheck(file)
    guard check.isReadable else {
      let tokens = file.bytes.isEmpty ? [] : [SyntaxToken(.unexpected, 0..<file.bytes.count)]
      return Reading(tree: SyntaxTree(file: file, tokens: tokens), product: nil, diagnostics: check.diagnostics)
    }
    var reader = RSTDocumentReader(file)
    reader.markFaulty(check.faultyOffsets)
    reader.readDocument()
    let lines = reader.lines
    var diagnostics = check.diagnostics + reader.remainingDiagnostics()
    diagnostics.sort { $0.span.lowerBound < $1.span.lowerBound }
    let product = reader.product().map { read in
      var dataflow = read
      dataflow.comments = RSTCommentAttachment.comments(of: reader, read)
      return UnreadParts.marked(
        dataflow, extents: reader.flowExtents, diagnostics: diagnostics, faultyOffsets: check.faultyOffsets)
    }
    if product == nil, diagnostics.isEmpty {
      // Nothing but comments is as good as nothing.
      diagnostics = [EmptyFile.diagnostic(file)]
    }
    diagnostics = RSTConsequences.removed(from: diagnostics, in: file)
    if diagnostics.count > TooManyFaults.maximum {
      diagnostics = TooManyFaults.cut(diagnostics, in: file)
    }
    return Reading(
      tree: SyntaxTree(file: file, tokens: RSTTokens.tokens(of: lines, in: file)), product: product,
      diagnostics: diagnostics)
  }

  /// The comments of a document as they stand in its text.
  static func pieces(in file: SourceFile) -> [RSTCommentAttachment.Piece] {
    var reader = RSTDocumentReader(file)
    reader.readDocument()
    return reader.product().map { RSTCommentAttachment.pieces(of: reader, $0) } ?? []
  }
}
