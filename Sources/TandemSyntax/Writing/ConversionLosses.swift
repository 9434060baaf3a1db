/// Looks whether a document survives its conversion into the other notation.
public enum ConversionLosses {
  /// What does not survive, one sentence each without a final full stop; nothing when the document is kept as it is.
  ///
  /// - Parameters:
  ///   - reading: The document as it was read.
  ///   - dataflow: What was understood of it.
  ///   - text: What the writer made of it.
  ///   - isYAML: True when that is YAML.
  public static func find(
    in reading: Reading<Dataflow>, _ dataflow: Dataflow, text: String, isYAML: Bool
  ) -> [String] {
    var losses: [String] = []
    let comments = reading.tree.tokens.filter { $0.kind == .comment }
    if let first = comments.first {
      let line = reading.tree.file.position(at: first.range.lowerBound).line
      let number =
        comments.count == 1
        ? "the comment in line \(line) is" : "\(comments.count) comments, the first in line \(line), are"
      losses.append("\(number) not kept")
    }
    let file = SourceFile(path: dataflow.file.path, text: text)
    let written = isYAML ? YAMLReader.read(file) : RSTReader.read(file)
    if let error = written.diagnostics.first(where: { $0.severity == .error }) {
      losses.append("this notation cannot say everything in it: \(error.message), in line \(error.span.start.line)")
    }
    guard let product = written.product else { return losses }
    if YAMLWriter.content(of: product) != YAMLWriter.content(of: dataflow) {
      losses.append("what was written does not say the same as the document")
    }
    if isYAML, dataflow.notation == .rst, comments.isEmpty, let line = firstDifference(product, dataflow.file) {
      losses.append("line \(line) will not come back as it stands, only what it means")
    }
    return losses
  }

  /// The first line of an RST document that would come back otherwise.
  private static func firstDifference(_ dataflow: Dataflow, _ file: SourceFile) -> Int? {
    let bytes = Array(RSTWriter.write(dataflow).utf8)
    guard bytes != file.bytes else { return nil }
    let common = zip(bytes, file.bytes).prefix { $0 == $1 }.count
    return file.position(at: min(common, file.bytes.count)).line
  }
}
