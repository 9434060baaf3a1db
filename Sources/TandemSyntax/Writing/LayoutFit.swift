/// Leaves out of a layout what does not fit the document that it is given to.
enum LayoutFit {
  /// So many lines are left out one by one; of a layout that fits less, nothing is used behind them.
  private static let maximum = 12

  /// The layout without what it says of those lines at which the document would say something else.
  ///
  /// - Parameter fits: Whether the document says the same with a layout.
  static func fitting(_ layout: DocumentLayout, fits: (DocumentLayout) -> Bool) -> DocumentLayout {
    let lines = layout.lines
    // What is said of whole documents and sections cannot do harm.
    guard !lines.isEmpty, !fits(layout) else { return layout }
    // A document that says something else in any layout is not changed by leaving this one out.
    guard fits(layout.ofLines([])) else { return layout }
    var kept: [Int] = []
    var rest = lines[...]
    for _ in 0..<maximum where !rest.isEmpty {
      // As many of the next lines as fit, at least none.
      var (low, high) = (0, rest.count)
      while low < high {
        let middle = (low + high + 1) / 2
        if fits(layout.ofLines(Set(kept + rest.prefix(middle)))) { low = middle } else { high = middle - 1 }
      }
      kept += rest.prefix(low)
      rest = rest.dropFirst(low + 1)
    }
    return layout.ofLines(Set(kept))
  }
}
