import TandemSyntax

/// Every rule of the checker, in the order of the codes: what `explain` looks up.
public enum SemanticRules {
  /// The rules. One that is not here is found by no page; a test compares with the codes that a check gives.
  public static let all: [Rule] = names + types + mapping + flow + style

  private static let names: [Rule] = [
    UnnamedSystem.rule, UnknownSystem.rule, SystemOutsideTitle.rule, UnknownEntity.rule, UnknownProperty.rule,
    UnknownValueMap.rule, UnknownParameter.rule, UnknownSide.rule, UnknownConversion.rule, UnknownReferenceFlow.rule,
    DuplicateDeclaration.rule, SameSystemTwice.rule, DuplicateDescription.rule, UnknownDescribedProperty.rule,
    UnknownReference.rule, FunctionName.rule,
  ]

  private static let types: [Rule] = [
    ImpossibleConversion.rule, LossyConversion.rule, PartialConversion.rule, TypeColumn.rule, TypedAsString.rule,
    UnresolvedType.rule, UnknownColumnType.rule, OldTransformUsed.rule, OneWayConversion.rule, UnfitLiteral.rule,
    UnknownEnumerationValue.rule, NearEnumerationValue.rule, ConditionTypes.rule, EmptyComparison.rule,
    FormatClause.rule,
    CursorType.rule, EntityKey.rule, MissingChanges.rule, ConstantCondition.rule,
  ]

  private static let mapping: [Rule] = [
    EmptyTable.rule, RequiredTarget.rule, WriteToReadOnly.rule, WriteToKey.rule, WriteCreateOnly.rule,
    NoPrecedence.rule, ReadBack.rule, SeveralReadBack.rule, DuplicateRow.rule, MixedSources.rule, ReferenceCopied.rule,
    ReferenceMismatch.rule, LookupPairs.rule, ListElement.rule, ValueMapValues.rule,
    ValueMapCoverage.rule, UnusedDeclarations.rule, ContradictingDirection.rule, InferredFact.rule, MatchKey.rule,
    LossyMatchKey.rule, EmptyMergeTable.rule, UnreadSource.rule, LookupOneWay.rule, LookupLoss.rule,
    ValueMapRepetition.rule, ValueMapWayBack.rule,
    WeakMatchKey.rule, UnsynchronisedMatchKey.rule, WholeAndPart.rule, MayBeMissing.rule, TargetValueCoverage.rule,
  ]

  private static let flow: [Rule] = [
    DuplicateSection.rule, ConflictingSection.rule, ProseCondition.rule, NewestWithoutTime.rule, SeveralCreators.rule,
    NeededFeature.rule, ReadOnlyEntity.rule, Connected.rule, DeletionPolicy.rule, SplitFlow.rule, UncertainCreate.rule,
    OppositeDocuments.rule, BothCreate.rule, NoFlows.rule, ListRemoval.rule,
    NoList.rule, ParentFlow.rule, LinksOnly.rule,
    UnsettledCycle.rule, TwoPaths.rule, ReferenceCycle.rule, FlowPrecedence.rule, CreateWithoutMatch.rule,
    OneSidedScope.rule, PersonalData.rule, MissingOperation.rule,
  ]

  private static let style: [Rule] = [
    SystemSpelling.rule, EntitySpelling.rule, PropertySpelling.rule, FurtherFindings.rule,
  ]
}
