/// Tells faults from what follows from them, so that a person is told each fault once.
///
/// Where a line is lost or moved, both the place that it left and the place that it came to look wrong. What stands within
/// a few lines of a fault that explains it is left out; should it be a fault of its own, the next check tells.
enum RSTConsequences {
  /// The diagnostics without those that follow from one of the others.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order of the text.
  static func removed(from diagnostics: [Diagnostic], in file: SourceFile) -> [Diagnostic] {
    guard diagnostics.count > 1, diagnostics.contains(where: { reach(of: $0.rule.code) != nil }) else {
      return diagnostics
    }
    let lines = diagnostics.map { file.lineIndex(at: $0.span.lowerBound) }
    var isKept = [Bool](repeating: true, count: diagnostics.count)
    for index in diagnostics.indices {
      guard let reach = reach(of: diagnostics[index].rule.code) else { continue }
      // The nearest faults stand next to each other in the order of the text.
      for other in max(0, index - 8)..<min(diagnostics.count, index + 9) where other != index && isKept[other] {
        let distance = lines[index] - lines[other]
        let code = diagnostics[other].rule.code
        guard reach.causes.contains(code), reach.lines.contains(distance) else { continue }
        // Of two that could follow from each other the first one is told.
        guard other < index || self.reach(of: code)?.causes.contains(diagnostics[index].rule.code) != true else {
          continue
        }
        isKept[index] = false
        break
      }
    }
    return diagnostics.indices.filter { isKept[$0] }.map { diagnostics[$0] }
  }

  private static let opening = MalformedTableOpening.rule.code
  private static let unexpected = UnexpectedLine.rule.code
  private static let misplaced = MisplacedSentence.rule.code
  private static let heading = MalformedHeading.rule.code

  /// From which faults, and how many lines behind or (negative) above them, a diagnostic may follow.
  private static func reach(of code: String) -> (causes: Set<String>, lines: ClosedRange<Int>)? {
    switch code {
    case MissingBlankLine.rule.code:
      return (
        [
          opening, unexpected, misplaced, heading, RepeatedSentence.rule.code, RowShape.rule.code,
          TableHeading.rule.code, UnknownSentence.rule.code, MissingTable.rule.code, RuleLength.rule.code,
          RepeatedPart.rule.code,
        ], -2...3
      )
    case opening, TableHeading.rule.code: return ([opening], 0...4)
    case RepeatedPart.rule.code: return ([opening, unexpected], 0...5)
    case RowShape.rule.code: return ([opening, TableHeading.rule.code], 0...5)
    default: return nil
    }
  }
}
