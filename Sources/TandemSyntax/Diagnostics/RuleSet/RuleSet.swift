/// The rules of a check: all of them as they stand, or with one replaced.
///
/// Replacing is for tests of the rules: one that is replaced by ``Replacement/never`` or ``Replacement/always`` must make a
/// test fail, or nobody would notice when it breaks. The standard set costs one comparison with `nil` per finding.
public struct RuleSet: Sendable {
  /// What a rule is replaced by.
  public enum Replacement: String, Sendable, CaseIterable {
    /// The rule finds nothing, and nothing is held because of it.
    case never
    /// The rule reports every place that it looks at.
    case always
  }

  /// Every rule as it stands.
  public static let standard = RuleSet(replaced: nil)

  private let replaced: (rule: Rule, by: Replacement)?

  private init(replaced: (rule: Rule, by: Replacement)?) { self.replaced = replaced }

  /// The standard rules with one of them replaced.
  public static func replacing(_ rule: Rule, by replacement: Replacement) -> RuleSet {
    RuleSet(replaced: (rule, replacement))
  }

  /// The rule that reports every place; `nil` for most sets.
  public var alwaysReporting: Rule? {
    guard let replaced, replaced.by == .always else { return nil }
    return replaced.rule
  }

  /// True when what the rule itself finds does not count.
  public func replaces(_ rule: @autoclosure () -> Rule) -> Bool {
    guard let replaced else { return false }
    return replaced.rule === rule()
  }

  /// What is reported in the place of some findings.
  ///
  /// - Parameters:
  ///   - found: What the standard rules found.
  ///   - places: Where a rule looked for it; none for a rule that looks elsewhere.
  public func applied(to found: [Diagnostic], places: (Rule) -> [SourceSpan]) -> [Diagnostic] {
    guard let replaced else { return found }
    let others = found.filter { $0.rule !== replaced.rule }
    guard replaced.by == .always else { return others }
    return others + places(replaced.rule).map { Self.reported(replaced.rule, at: $0) }
  }

  /// What a rule says that reports every place.
  public static func reported(_ rule: Rule, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the rule reports every place", explanation: "It was replaced to see whether that is noticed.", at: span)
  }
}

extension SourceFile {
  /// The first byte, for rules on whole files.
  public var firstPlace: SourceSpan { SourceSpan(file: self, 0..<min(1, bytes.count)) }
}
