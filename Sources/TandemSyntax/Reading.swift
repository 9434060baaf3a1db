/// What reading a text gives: its lossless tree, what could be understood, and what has to be said about the rest.
public struct Reading<Product: Sendable>: Sendable {
  /// Every byte of the text.
  public var tree: SyntaxTree
  /// What was understood; `nil` only when not even a title or a name could be found.
  public var product: Product?
  /// In the order of the text.
  public var diagnostics: [Diagnostic]

  /// Joins the parts.
  public init(tree: SyntaxTree, product: Product?, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.product = product
    self.diagnostics = diagnostics
  }
}
