import TandemSemantics
import TandemSyntax

/// Every rule that Tandem knows, in the order of their codes.
public enum RuleRegistry {
  /// All rules.
  public static let all: [Rule] =
    (CommonRules.all + RSTRules.all + YAMLRules.all + SemanticRules.all + SettingsRules.all
    + SuppressionRules.all + VerificationRules.all + [OutputNames.rule]).sorted {
      $0.code < $1.code
    }

  /// The rule with a code or a name, in any case.
  public static func rule(_ codeOrName: String) -> Rule? {
    let wanted = codeOrName.lowercased()
    return all.first { $0.code.lowercased() == wanted || $0.name == wanted }
  }

  /// The rule whose code or name is spelled most alike, for a "did you mean".
  public static func nearest(to text: String) -> Rule? {
    let names = all.flatMap { [$0.code, $0.name] }
    return SpellingDistance.nearest(to: text, in: names).flatMap(rule)
  }
}
