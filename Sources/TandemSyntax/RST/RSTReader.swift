/// Reads dataflow documents in RST: the form of the supplied documents, older generations of it, and the additions.
public enum RSTReader {
  /// Reads a document.
  ///
  /// Any bytes are welcome. What is wrong costs one diagnostic per fault, and the rest of the document is read; nothing
  /// of the broken part is used. The tree holds every byte.
  public static func read(_ file: SourceFile) -> Reading<Dataflow> {
    let check = SourceTextCheck(file)
    var reader = RSTDocumentReader(file)
    if check.isReadable {
      reader.markFaulty(check.faultyOffsets)
      reader.readDocument()
    } else {
      for index in reader.lines.indices { reader.lines[index].isUnexpected = true }
    }
    let tree = SyntaxTree(file: file, tokens: RSTTokens.tokens(of: reader.lines, in: file))
    var diagnostics = check.diagnostics + reader.remainingDiagnostics()
    diagnostics.sort { $0.span.lowerBound < $1.span.lowerBound }
    if diagnostics.count > TooManyFaults.maximum {
      diagnostics = TooManyFaults.cut(diagnostics, in: file)
    }
    return Reading(tree: tree, product: check.isReadable ? reader.product() : nil, diagnostics: diagnostics)
  }
}
