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
    guard let second = format(read(file)) else {
      throw Violation("a formatted text has no errors", file.text)
    }
    guard second.isCanonical else {
      throw Violation("the second format equals the first", "\(second.edits.count) edits are left")
    }
  }
}
