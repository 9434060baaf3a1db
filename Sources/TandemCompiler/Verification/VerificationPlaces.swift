import TandemSyntax

/// Where the rules on exported schemas look, for checks in which one of them reports every place.
enum VerificationPlaces {
  /// The places in descriptions that were compared with exports; none for a rule of another part.
  static func spans(of rule: Rule, in descriptions: [SystemDescription], exports: [SourceFile]) -> [SourceSpan] {
    guard VerificationRules.all.contains(where: { $0 === rule }) else { return [] }
    if [MalformedExport.rule, UnknownExport.rule, ForeignExport.rule].contains(where: { $0 === rule }) {
      return exports.map(\.firstPlace)
    }
    let entities = descriptions.flatMap(\.entities)
    if rule === EntityGone.rule || rule === NewProperties.rule || rule === KeyDrift.rule {
      return entities.map(\.name.span)
    }
    let properties = entities.flatMap(\.properties)
    if rule === UniquenessDrift.rule { return properties.filter(\.isUnique).map(\.name.span) }
    if rule === ReferenceDrift.rule { return properties.flatMap(\.references).map(\.span) }
    if rule === ValuesDrift.rule { return properties.filter { !$0.values.isEmpty }.map(\.name.span) }
    if rule === LimitDrift.rule {
      return properties.filter { $0.maximumLength != nil || $0.precision != nil }.map(\.name.span)
    }
    return properties.map(\.name.span)
  }
}
