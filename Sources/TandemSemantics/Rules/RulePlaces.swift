import TandemSyntax

/// Where the rules of the checker look, for checks in which one of them reports every place.
struct RulePlaces {
  /// What is checked.
  var documents: [Dataflow]
  /// What it is checked against.
  var systems: [SystemDescription]
  /// The flows of the documents that could be resolved.
  var flows: [ResolvedFlow]

  /// The places; none for a rule of another part.
  func spans(of rule: Rule) -> [SourceSpan] {
    let isOne = { (of: [Rule]) in of.contains { $0 === rule } }
    if isOne(AcrossRules.all + [SeveralCreators.rule, BothCreate.rule]) {
      return flows.filter { !$0.head.isSplit }.map(\.head.flow.title)
    }
    if rule === ConstantCondition.rule { return documents.flatMap { DocumentPlaces($0).expressions } }
    if rule === TargetValueCoverage.rule { return documents.flatMap { valueMapUses(DocumentPlaces($0)) } }
    if isOne(MappingRules.checks.map { $0.rule }) {
      return flows.filter { !$0.isEmptyTable && !$0.head.isSplit }.map(\.head.flow.title)
    }
    return systems.flatMap { description(rule, $0) } + documents.flatMap { document(rule, $0, DocumentPlaces($0)) }
  }

  private func description(_ rule: Rule, _ system: SystemDescription) -> [SourceSpan] {
    switch rule.code {
    case DuplicateDescription.rule.code: return [system.name.span] + system.entities.map(\.name.span)
    case UnknownDescribedProperty.rule.code:
      return system.entities.flatMap { [$0.title, $0.externalKey, $0.modified, $0.changes?.cursor] }.compactMap(
        \.?.span)
        + [system.changes?.cursor.span, system.modified?.span].compactMap(\.self)
    case UnknownReference.rule.code: return properties(of: system).flatMap(\.references).map(\.span)
    case EntityKey.rule.code, MissingChanges.rule.code: return system.entities.map(\.name.span)
    case CursorType.rule.code:
      return ([system.changes] + system.entities.map(\.changes)).compactMap(\.self)
        .filter { $0.kind.value == .timestamp }.map(\.cursor.span)
    case UnfitLiteral.rule.code: return properties(of: system).compactMap(\.defaultValue?.span)
    default: return []
    }
  }

  private func properties(of system: SystemDescription) -> [PropertyDescription] {
    system.entities.flatMap(\.properties).flatMap { [$0] + $0.members }
  }

  private func document(_ rule: Rule, _ document: Dataflow, _ places: DocumentPlaces) -> [SourceSpan] {
    switch rule.category {
    case .names: return names(rule, document, places)
    case .types: return types(rule, document, places)
    case .mapping: return mapping(rule, document, places)
    case .flow: return flow(rule, document, places)
    case .style: return style(rule, document, places)
    case .syntax: return []
    }
  }

  private func names(_ rule: Rule, _ document: Dataflow, _ places: DocumentPlaces) -> [SourceSpan] {
    switch rule.code {
    case UnnamedSystem.rule.code, UnknownSystem.rule.code, SameSystemTwice.rule.code: return [document.source.span]
    case SystemOutsideTitle.rule.code: return places.sections
    case UnknownEntity.rule.code: return places.entityNames
    case UnknownProperty.rule.code: return places.cells.map(\.span)
    case UnknownValueMap.rule.code: return valueMapUses(places)
    case UnknownParameter.rule.code:
      return places.expressions + places.clauses { if case .parameter = $0 { true } else { false } }
    case UnknownSide.rule.code: return places.sides
    case UnknownConversion.rule.code: return places.clauses { if case .conversion = $0 { true } else { false } }
    case FunctionName.rule.code: return document.flows.compactMap { $0.conflict?.span }
    case UnknownReferenceFlow.rule.code: return places.clauses { if case .reference = $0 { true } else { false } }
    case DuplicateDeclaration.rule.code: return places.declarations
    default: return []
    }
  }

  private func types(_ rule: Rule, _ document: Dataflow, _ places: DocumentPlaces) -> [SourceSpan] {
    switch rule.code {
    case ImpossibleConversion.rule.code, LossyConversion.rule.code, PartialConversion.rule.code,
      OneWayConversion.rule.code:
      return places.rows.filter { $0.source != nil }.map(\.span)
    case TypeColumn.rule.code, TypedAsString.rule.code, UnresolvedType.rule.code, OldTransformUsed.rule.code:
      return places.types
    case UnknownColumnType.rule.code: return places.types + document.parameters.map(\.type.span)
    case UnfitLiteral.rule.code, UnknownEnumerationValue.rule.code, NearEnumerationValue.rule.code:
      return places.literals + places.expressions
    case ConditionTypes.rule.code, EmptyComparison.rule.code: return places.expressions
    case FormatClause.rule.code: return places.clauses { if case .format = $0 { true } else { false } }
    default: return []
    }
  }

  private func mapping(_ rule: Rule, _ document: Dataflow, _ places: DocumentPlaces) -> [SourceSpan] {
    switch rule.code {
    case EmptyTable.rule.code: return places.tables
    case WriteToKey.rule.code, WriteCreateOnly.rule.code, DuplicateRow.rule.code: return places.rows.map(\.span)
    case NoPrecedence.rule.code, MixedSources.rule.code: return places.rows { $0.target }
    case ReadBack.rule.code, SeveralReadBack.rule.code: return places.rows { $0.source }
    case ReferenceCopied.rule.code: return places.rows.filter { $0.source != nil }.map(\.span)
    case ReferenceMismatch.rule.code:
      return lookups(places) + places.clauses { if case .reference = $0 { true } else { false } }
    case LookupPairs.rule.code, LookupOneWay.rule.code, LookupLoss.rule.code: return lookups(places)
    case ListElement.rule.code: return places.cells.filter { $0.path.segments.count > 1 }.map(\.span)
    case ValueMapValues.rule.code, ValueMapCoverage.rule.code, ValueMapWayBack.rule.code: return valueMapUses(places)
    case ValueMapRepetition.rule.code: return places.valueMaps
    case UnusedDeclarations.rule.code: return places.declarations
    case ContradictingDirection.rule.code: return places.directions
    case InferredFact.rule.code: return places.cells.map(\.span)
    case MatchKey.rule.code, LossyMatchKey.rule.code: return places.matchPairs
    case EmptyMergeTable.rule.code: return places.matchings
    case UnreadSource.rule.code:
      return lookups(places)
        + places.clauses {
          switch $0 {
          case .constant, .parameter: return true
          default: return false
          }
        }
    default: return []
    }
  }

  private func flow(_ rule: Rule, _ document: Dataflow, _ places: DocumentPlaces) -> [SourceSpan] {
    switch rule.code {
    case DuplicateSection.rule.code, ConflictingSection.rule.code:
      return document.flows.count > 1 ? places.sections : []
    case ProseCondition.rule.code: return places.conditions
    case NeededFeature.rule.code: return places.entityNames
    case Connected.rule.code:
      return document.flows.compactMap(\.creation).filter {
        if case .connected = $0.value { true } else { false }
      }.map(\.span)
    case DeletionPolicy.rule.code, ListRemoval.rule.code: return places.deletions
    case SplitFlow.rule.code: return places.sections
    case NoList.rule.code: return document.flows.compactMap(\.source.element?.span)
    case ParentFlow.rule.code: return document.flows.compactMap(\.parent?.flow.span)
    case NoFlows.rule.code, CreateWithoutMatch.rule.code: return [document.source.span]
    default: return []
    }
  }

  private func style(_ rule: Rule, _ document: Dataflow, _ places: DocumentPlaces) -> [SourceSpan] {
    switch rule.code {
    case SystemSpelling.rule.code: return [document.source.span, document.target.span]
    case EntitySpelling.rule.code: return places.entityNames
    case PropertySpelling.rule.code: return places.cells.map(\.span)
    case FurtherFindings.rule.code: return [document.file.firstPlace]
    default: return []
    }
  }

  private func lookups(_ places: DocumentPlaces) -> [SourceSpan] {
    places.clauses { if case .lookup = $0 { true } else { false } }
  }

  private func valueMapUses(_ places: DocumentPlaces) -> [SourceSpan] {
    places.clauses { if case .values = $0 { true } else { false } }
  }
}
