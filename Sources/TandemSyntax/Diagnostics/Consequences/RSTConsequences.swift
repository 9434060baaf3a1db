/// What follows from a fault of RST.
enum RSTConsequences {
  /// The diagnostics without those that follow from one of the others.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order of the text.
  static func removed(from diagnostics: [Diagnostic], in file: SourceFile) -> [Diagnostic] {
    Consequences.removed(from: diagnostics, in: file, mayFollow: { reach(of: $0) != nil }) { diagnostic, cause, lines in
      guard let reach = reach(of: diagnostic.rule.code) else { return false }
      return reach.causes.contains(cause.rule.code) && reach.lines.contains(lines)
    }
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
