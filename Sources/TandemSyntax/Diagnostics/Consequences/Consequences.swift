/// Tells faults from what follows from them, so that a person is told each fault once.
///
/// Where a line is lost or moved, both the place that it left and the place that it came to look wrong. What stands within
/// a few lines of a fault that explains it is left out; should it be a fault of its own, the next check tells. Which
/// diagnostic may follow from which stands in the tables of ``RSTConsequences`` and ``YAMLConsequences``; what a misspelt
/// name does to its heading, in ``HeadingConsequences``.
enum Consequences {
  /// How many diagnostics before and behind one may be its cause: the nearest faults stand next to each other.
  private static let window = 8

  /// The diagnostics without those that follow from one of the others.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order of the text.
  ///   - mayFollow: True for a code that follows from another one somewhere.
  ///   - follows: True when the first diagnostic follows from the second, which stands as many lines above it, or (negative)
  ///     below it.
  static func removed(
    from diagnostics: [Diagnostic], in file: SourceFile, mayFollow: (String) -> Bool,
    follows: (Diagnostic, Diagnostic, Int) -> Bool
  ) -> [Diagnostic] {
    guard diagnostics.count > 1, diagnostics.contains(where: { mayFollow($0.rule.code) }) else { return diagnostics }
    let lines = diagnostics.map { file.lineIndex(at: $0.span.lowerBound) }
    var isKept = [Bool](repeating: true, count: diagnostics.count)
    for index in diagnostics.indices where mayFollow(diagnostics[index].rule.code) {
      let others = max(0, index - window)..<min(diagnostics.count, index + window + 1)
      let hasCause = others.contains { other in
        guard other != index, isKept[other] else { return false }
        let distance = lines[index] - lines[other]
        guard follows(diagnostics[index], diagnostics[other], distance) else { return false }
        // Of two that could follow from each other the first one is told.
        return other < index || !follows(diagnostics[other], diagnostics[index], -distance)
      }
      if hasCause { isKept[index] = false }
    }
    return diagnostics.indices.filter { isKept[$0] }.map { diagnostics[$0] }
  }
}
