import TandemSyntax

/// What holds for the formatting of every text without errors.
enum FormatProperties {
  /// Formats twice: the second time nothing is left to do.
  static func check<Product>(
    _ reading: Reading<Product>, read: (SourceFile) -> Reading<Product>,
    format: (Reading<Product>) -> Formatting?
  ) throws(Violation) {
    guard let first = format(reading) else { return }
    let file = SourceFile(path: first.file.path, bytes: first.bytes)
    let formatted = read(file)
    guard let second = format(formatted) else { throw Violation("a formatted text has no errors", file.text) }
    if let before = reading.product as? Dataflow, let after = formatted.product as? Dataflow {
      guard comments(before) == comments(after) else {
        throw Violation(
          "formatting keeps comments at their parts", "\(comments(before)) \(comments(after))\n\(file.text)")
      }
    }
    guard second.isCanonical else {
      throw Violation("the second format equals the first", "\(second.edits.count) edits are left")
    }
  }

  /// The comments of a document, each with its part.
  private static func comments(_ dataflow: Dataflow) -> [String] {
    dataflow.comments.map { "\($0.anchor) \($0.placement) \($0.lines)" }
  }
}
