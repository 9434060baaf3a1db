/// Tells faults of YAML from what follows from them, so that a person is told each fault once.
///
/// A line that is lost or moved leaves a key without its lines and puts lines where no key holds them.
enum YAMLConsequences {
  /// The diagnostics without those that follow from one of the others.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order of the text.
  static func removed(from diagnostics: [Diagnostic], in file: SourceFile) -> [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    var lines: [Int]?
    var isKept = [Bool](repeating: true, count: diagnostics.count)
    for index in diagnostics.indices {
      guard let causes = causes(of: diagnostics[index].rule.code) else { continue }
      let known = lines ?? diagnostics.map { file.lineIndex(at: $0.span.lowerBound) }
      lines = known
      for other in max(0, index - 3)..<min(diagnostics.count, index + 4) where other != index && isKept[other] {
        guard let reach = causes[diagnostics[other].rule.code] else { continue }
        guard reach.contains(known[index] - known[other]),
          isPossible(diagnostics[index], after: diagnostics[other])
        else { continue }
        // Of two that could follow from each other the first one is told.
        if diagnostics[other].rule.code == diagnostics[index].rule.code, other > index { continue }
        isKept[index] = false
        break
      }
    }
    return diagnostics.indices.filter { isKept[$0] }.map { diagnostics[$0] }
  }

  private static func isPossible(_ consequence: Diagnostic, after cause: Diagnostic) -> Bool {
    switch consequence.rule.code {
    case YAMLWrongKind.rule.code:
      // Only where nothing stands something was lost, unless a whole list is in the wrong place.
      return consequence.span.text.isEmpty || cause.rule.code == YAMLMisplacedList.rule.code
    case YAMLMissingKey.rule.code:
      // The key is there, misspelt.
      return !cause.fixes.isEmpty
    default: return true
    }
  }

  /// From which faults, and how many lines behind or (negative) above them, a diagnostic may follow.
  private static func causes(of code: String) -> [String: ClosedRange<Int>]? {
    switch code {
    case YAMLWrongKind.rule.code:
      return [
        YAMLMisplacedList.rule.code: -2...2, YAMLBadIndentation.rule.code: -4...2, YAMLMissingColon.rule.code: -2...0,
        YAMLDuplicateKey.rule.code: -1...(-1),
      ]
    case YAMLMisplacedList.rule.code:
      return [
        YAMLMisplacedList.rule.code: 0...2, YAMLTabInIndentation.rule.code: 0...1, YAMLBadIndentation.rule.code: 0...1,
      ]
    case YAMLMissingKey.rule.code: return [YAMLUnknownKey.rule.code: 0...0]
    case YAMLBadIndentation.rule.code: return [YAMLMisplacedList.rule.code: 1...2]
    default: return nil
    }
  }
}
