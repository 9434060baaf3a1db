/// Brings texts into the canonical form. Only white space, line ends and the lengths of rules change; comments, quotation
/// marks, the order of keys and every word stay. A text with a CR that ends no line is left as it is: nobody can tell
/// whether it is a line end or part of a word.
public enum DocumentFormatter {
  /// The formatting of a document; `nil` when it has errors, because then nobody knows what it means to say.
  public static func format(_ reading: Reading<Dataflow>) -> Formatting? {
    guard let dataflow = reading.product, !hasErrors(reading.diagnostics) else { return nil }
    let file = reading.tree.file
    guard dataflow.notation == .rst else { return formatYAML(file) }
    let formatting = Formatting(file: file, edits: RSTFormatter.edits(of: dataflow, reading.tree))
    return proven(formatting) { text in
      let second = RSTReader.readOnce(text)
      guard let product = second.product, !hasErrors(second.diagnostics) else { return false }
      return YAMLWriter.content(of: product) == YAMLWriter.content(of: dataflow)
    }
  }

  /// The formatting of a system's description; `nil` when it has errors.
  public static func format(_ reading: Reading<SystemDescription>) -> Formatting? {
    guard reading.product != nil, !hasErrors(reading.diagnostics) else { return nil }
    return formatYAML(reading.tree.file)
  }

  /// The formatting of any other YAML; `nil` when it has faults.
  public static func formatYAML(_ file: SourceFile) -> Formatting? {
    guard SourceTextCheck(file).diagnostics.isEmpty else { return nil }
    let document = YAMLDocument.parse(file)
    guard document.diagnostics.isEmpty else { return nil }
    return proven(Formatting(file: file, edits: YAMLFormatter.edits(of: document))) { text in
      let second = YAMLDocument.parse(text)
      return second.diagnostics.isEmpty && isSame(document.root, second.root)
    }
  }

  /// True when two texts hold the same keys, lists and texts in the same styles.
  private static func isSame(_ left: YAMLNode?, _ right: YAMLNode?) -> Bool {
    switch (left?.content, right?.content) {
    case (nil, nil): return true
    case (.mapping(let left)?, .mapping(let right)?):
      return left.count == right.count
        && zip(left, right).allSatisfy {
          $0.key.text == $1.key.text && $0.key.style == $1.key.style && isSame($0.value, $1.value)
        }
    case (.sequence(let left)?, .sequence(let right)?):
      return left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
    case (.scalar(let left)?, .scalar(let right)?): return left.text == right.text && left.style == right.style
    default: return false
    }
  }

  /// The formatting if the text says afterwards what it said before, and none otherwise: better an odd blank than a
  /// document that means something else.
  private static func proven(_ formatting: Formatting, _ saysTheSame: (SourceFile) -> Bool) -> Formatting {
    guard !formatting.isCanonical else { return formatting }
    guard SourceTextScan(formatting.file.bytes).loneReturns.isEmpty else {
      return Formatting(file: formatting.file, edits: [], isRefused: true)
    }
    let text = SourceFile(path: formatting.file.path, bytes: formatting.bytes)
    return saysTheSame(text) ? formatting : Formatting(file: formatting.file, edits: [], isRefused: true)
  }

  private static func hasErrors(_ diagnostics: [Diagnostic]) -> Bool {
    diagnostics.contains { $0.severity == .error }
  }
}
