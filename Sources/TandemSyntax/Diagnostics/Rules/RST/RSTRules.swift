/// The rules on RST documents, in the order of their codes.
public enum RSTRules {
  /// Every rule once.
  public static let all: [Rule] = [
    MalformedTitle.rule,
    RuleLength.rule,
    MalformedHeading.rule,
    MalformedGenerated.rule,
    UnknownSentence.rule,
    ForeignEntity.rule,
    ForeignSystem.rule,
    MissingSentence.rule,
    MissingTable.rule,
    RepeatedSentence.rule,
    RepeatedPart.rule,
    MisplacedSentence.rule,
    MissingBlankLine.rule,
    RowIndentation.rule,
    MalformedTableOpening.rule,
    TableHeading.rule,
    RowShape.rule,
    UnexpectedLine.rule,
    MalformedDependency.rule,
    UnknownDirection.rule,
    UnknownClause.rule,
    UnknownOtherwise.rule,
  ]
}
