/// What reading a text gives: its lossless tree, what could be understood, and what has to be said about the rest.
public struct Reading<Product: Sendable>: Sendable {
  /// Every byte of the text. Made anew each time, because a check needs no tree.
  public var tree: SyntaxTree { makeTree() }
  /// What was understood; `nil` only when not even a title or a name could be found.
  public var product: Product?
  /// In the order of the text.
  public var diagnostics: [Diagnostic]

  private let makeTree: @Sendable () -> SyntaxTree

  /// Joins the parts.
  public init(
    tree: @autoclosure @escaping @Sendable () -> SyntaxTree, product: Product?, diagnostics: [Diagnostic]
  ) {
    self.makeTree = tree
    self.product = product
    self.diagnostics = diagnostics
  }
}
