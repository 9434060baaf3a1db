/// The rules of what is read from YAML, with those on expressions and system descriptions, in the order of their codes.
public enum YAMLRules {
  /// All of them.
  public static let all: [Rule] =
    [
      YAMLTabInIndentation.rule, YAMLBadIndentation.rule, YAMLDuplicateKey.rule, YAMLMissingColon.rule,
      YAMLUnclosedQuotationMark.rule, YAMLUnclosedBracket.rule, YAMLMalformedFlow.rule, YAMLAnchor.rule,
      YAMLComplexKey.rule, YAMLSeveralDocuments.rule, YAMLNestedTooDeep.rule, YAMLTextAfterValue.rule,
      YAMLCommentCutsText.rule, YAMLUnknownEscape.rule, YAMLReservedCharacter.rule, YAMLMalformedBlockText.rule,
      YAMLMisplacedList.rule, YAMLUnknownKey.rule, YAMLWrongKind.rule, YAMLMissingKey.rule, YAMLMalformedValue.rule,
      YAMLMalformedName.rule, YAMLStrayQuotationMark.rule,
    ] + ExpressionRules.all + DescriptionRules.all
}
