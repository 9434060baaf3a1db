/// What follows from a fault of YAML.
///
/// A line that is lost or moved leaves a key without its lines and puts lines where no key holds them.
enum YAMLConsequences {
  /// The diagnostics without those that follow from one of the others.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order of the text.
  static func removed(from diagnostics: [Diagnostic], in file: SourceFile) -> [Diagnostic] {
    Consequences.removed(from: diagnostics, in: file, mayFollow: { causes(of: $0) != nil }) {
      diagnostic, cause, lines in
      guard let reach = causes(of: diagnostic.rule.code)?[cause.rule.code] else { return false }
      return reach.contains(lines) && isPossible(diagnostic, after: cause)
    }
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
    // A key that ends with a quotation mark is unknown, too.
    case YAMLUnknownKey.rule.code: return [YAMLStrayQuotationMark.rule.code: 0...0]
    case YAMLBadIndentation.rule.code: return [YAMLMisplacedList.rule.code: 1...2]
    default: return nil
    }
  }
}
