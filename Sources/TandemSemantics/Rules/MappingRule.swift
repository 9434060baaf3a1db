import TandemSyntax

/// A rule that looks at one flow after its rows were resolved and grouped.
protocol MappingRule: Sendable {
  /// The identity and the page.
  static var rule: Rule { get }
  /// Reports what the rule finds.
  static func check(_ flow: ResolvedFlow)
}

/// A rule that looks at all flows of a document together.
protocol DocumentRule: Sendable {
  /// The identity and the page.
  static var rule: Rule { get }
  /// Reports what the rule finds.
  static func check(_ flows: [ResolvedFlow], context: DocumentContext)
}

/// The rules that run after resolution, in their order.
public enum MappingRules {
  /// Rules over one flow with a filled table. A new rule is its own file and a line here.
  static let checks: [any MappingRule.Type] = [
    ReadOnlyEntity.self,
    MissingOperation.self,
    WriteToReadOnly.self,
    RequiredTarget.self,
    NewestWithoutTime.self,
    UncertainCreate.self,
    LinksOnly.self,
    ConstantCondition.self,
    OneSidedScope.self,
    WeakMatchKey.self,
    UnsynchronisedMatchKey.self,
    WholeAndPart.self,
    MayBeMissing.self,
    TargetValueCoverage.self,
    PersonalData.self,
  ]

  /// Rules over all flows of a document.
  static let documentChecks: [any DocumentRule.Type] = [
    NoFlows.self,
    CreateWithoutMatch.self,
    UnusedDeclarations.self,
    ValueMapRepetition.self,
  ]

  /// Their pages.
  public static let all: [Rule] = checks.map { $0.rule } + documentChecks.map { $0.rule }
}
