/// What the readers of one YAML file share: its diagnostics, and which of its lines hold bytes that were reported.
final class YAMLContext {
  let file: SourceFile
  var diagnostics: [Diagnostic]
  /// The offsets of faulty bytes, in order.
  let faultyOffsets: [Int]
  /// Where each flow that was read stands.
  var flowExtents: [Range<Int>] = []

  private init(file: SourceFile, diagnostics: [Diagnostic], faultyOffsets: [Int]) {
    self.file = file
    self.diagnostics = diagnostics
    self.faultyOffsets = faultyOffsets
  }

  /// Reads a file: first its bytes are checked, then it is taken apart, then `decode` makes the product of its root.
  static func read<Product>(_ file: SourceFile, decode: (YAMLNode, YAMLContext) -> Product?) -> Reading<Product> {
    let check = SourceTextCheck(file)
    guard check.isReadable else {
      let tokens = file.bytes.isEmpty ? [] : [SyntaxToken(.unexpected, 0..<file.bytes.count)]
      return Reading(tree: SyntaxTree(file: file, tokens: tokens), product: nil, diagnostics: check.diagnostics)
    }
    let document = YAMLDocument.parse(file)
    let context = YAMLContext(
      file: file, diagnostics: document.diagnostics, faultyOffsets: check.faultyOffsets.sorted())
    var product: Product?
    if let root = document.root {
      product = decode(root, context)
    } else if document.diagnostics.isEmpty {
      // Nothing but comments is as good as nothing.
      context.diagnostics.append(EmptyFile.diagnostic(file))
    }
    var diagnostics = context.diagnostics
    if !context.faultyOffsets.isEmpty { diagnostics.removeAll { context.isFaulty($0.span) } }
    diagnostics += check.diagnostics
    diagnostics.sort { $0.span.lowerBound < $1.span.lowerBound }
    diagnostics = YAMLConsequences.removed(from: diagnostics, in: file)
    if diagnostics.count > TooManyFaults.maximum { diagnostics = TooManyFaults.cut(diagnostics, in: file) }
    return Reading(tree: document.tree, product: product, diagnostics: diagnostics)
  }

  /// True when there are more faults than are listed.
  var isFull: Bool { diagnostics.count > TooManyFaults.maximum * 2 }

  func report(_ diagnostic: Diagnostic) {
    if !isFull { diagnostics.append(diagnostic) }
  }

  /// True when the file holds bytes that were reported.
  var hasFaultyBytes: Bool { !faultyOffsets.isEmpty }

  /// True when one of the lines of a place holds faulty bytes, so that nothing is used and nothing more said.
  func isFaulty(_ span: SourceSpan) -> Bool {
    guard !faultyOffsets.isEmpty else { return false }
    let first = file.lineStarts[line(of: span.lowerBound)]
    let last = line(of: max(span.lowerBound, span.upperBound - 1)) + 1
    let end = last < file.lineStarts.count ? file.lineStarts[last] : file.bytes.count + 1
    var low = 0
    var high = faultyOffsets.count
    while low < high {
      let middle = (low + high) / 2
      if faultyOffsets[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < faultyOffsets.count && faultyOffsets[low] < end
  }

  /// The index of the line that an offset is in.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = file.lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if file.lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
