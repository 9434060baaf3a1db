import TandemSyntax
import TandemValues

/// Resolves what a section says besides its rows: creation, scopes, merge table, conflicts, deletions.
struct PolicyResolver {
  /// The flow; what is found is put into it.
  let flow: ResolvedFlow
  /// All flows, for connected creation.
  let index: FlowIndex

  private var context: DocumentContext { flow.context }
  private var report: Report { flow.context.report }
  private var section: Flow { flow.head.flow }

  /// The direction of the flow and when it creates.
  func resolveCreation() {
    if let direction = section.direction {
      switch direction.value {
      case .toSystem(let name):
        if let side = context.side(named: name, at: direction.span, usage: "the flow's direction") {
          flow.direction = .into(side)
        }
      case .atCreation: flow.direction = .atCreation
      case .both, .onlyIfEmpty: break
      }
    }
    guard let creation = section.creation else {
      // In YAML the key may be left out; in RST a sentence that was not understood is no permission to create.
      if context.document.notation == .rst {
        flow.creation = .never
        flow.knowsCreation = false
        flow.holds.append("the section does not say when a record is created")
      }
      return
    }
    switch creation.value {
    case .always: flow.creation = .always
    case .never: flow.creation = .never
    case .when(let condition):
      flow.creation = .never
      if let checked = self.condition(condition, at: creation.span, side: .source) {
        flow.creation = .when(checked)
      } else {
        flow.knowsCreation = false
      }
    case .connected(let names):
      let connections = names.flatMap { connected($0) }
      flow.creation = .connected(connections)
      if connections.isEmpty { flow.knowsCreation = false }
    }
  }

  private func connected(_ name: EntityName) -> [CheckedCreation.Connection] {
    guard let entity = context.source.entity(named: name.entity.value) else {
      if context.source.mayHaveLost(name.entity.value) {
        report.silence()
      } else {
        report.add(UnknownEntity.diagnostic(name, system: context.source, context: nil))
      }
      return []
    }
    let positions = entity.model.properties.indices.filter {
      entity.model.properties[$0].references.contains(flow.head.source.model.name)
    }
    guard !positions.isEmpty else {
      if context.source.hasUnreadParts {
        report.silence()
        return []
      }
      report.add(Connected.withoutReference(name, entity: entity, flow: flow.head))
      return []
    }
    let flows = index.flows(from: entity, into: context.target)
    guard let synchronised = flows.first else {
      if index.mayHide([entity], in: context) {
        report.silence()
      } else {
        report.add(Connected.withoutFlow(name, entity: entity, flow: flow.head, context: context))
      }
      return []
    }
    return positions.map { position in
      CheckedCreation.Connection(entity: entity.model, property: position, flow: synchronised.identifier)
    }
  }

  private func condition(_ condition: Condition, at span: SourceSpan, side: FlowSide) -> CheckedExpression? {
    switch condition {
    case .expression(let expression):
      let entity = flow.head.entity(side)
      guard let checked = ConditionResolver(context: context, entity: entity).resolve(expression) else { return nil }
      ConstantCondition.check(expression, checked, of: entity, report: report)
      return checked
    case .remark(let text):
      report.add(ProseCondition.diagnostic(text, at: span, entity: flow.head.entity(side)))
      flow.holds.append("the condition \"\(text)\" is no expression that can be evaluated")
      return nil
    }
  }

  /// The scopes of the two sides.
  func scopes() -> (source: CheckedExpression?, target: CheckedExpression?) {
    var source: CheckedExpression?
    var target: CheckedExpression?
    for scope in section.scopes {
      var side = FlowSide.source
      if let system = scope.system {
        guard let named = context.side(named: system.value, at: system.span, usage: "the scope") else { continue }
        side = named
      }
      guard let checked = condition(scope.condition.value, at: scope.condition.span, side: side) else { continue }
      if side == .source {
        source = source.map { .and($0, checked) } ?? checked
      } else {
        target = target.map { .and($0, checked) } ?? checked
      }
    }
    return (source, target)
  }

  /// The alternatives of the merge table.
  func matches() -> [CheckedMatch] {
    guard let matching = section.matching else { return [] }
    if matching.alternatives.allSatisfy({ $0.pairs.isEmpty }) {
      if !section.hasUnreadParts {
        report.add(
          EmptyMergeTable.rule, at: matching.span, EmptyMergeTable.diagnostic(matching, flow: flow, index: index))
      }
      return []
    }
    let paths = PathResolver(context: context)
    func areExchanged(_ pair: Matching.Pair) -> Bool {
      paths.areExchanged(pair.source.path, pair.target.path, source: flow.head.source, target: flow.head.target)
    }
    let exchanged = matching.alternatives.flatMap(\.pairs).filter(areExchanged).map {
      ExchangedPair(left: $0.source, right: $0.target)
    }
    if !exchanged.isEmpty {
      report.add(UnknownProperty.exchanged(exchanged, source: flow.head.source, target: flow.head.target))
    }
    return matching.alternatives.compactMap { alternative in
      var pairs: [CheckedMatch.Pair] = []
      for pair in alternative.pairs {
        if !exchanged.isEmpty, areExchanged(pair) { continue }
        paths.noteExchangedSpelling(pair.source, pair.target, source: flow.head.source, target: flow.head.target)
        let source = paths.resolve(pair.source, in: flow.head.source)
        let target = paths.resolve(pair.target, in: flow.head.target)
        guard let source, let target else { continue }
        guard let checked = MatchKey.check(pair, source: source, target: target, context: context) else { continue }
        pairs.append(checked)
      }
      // A combination of which one pair is not understood would match too much.
      return pairs.count == alternative.pairs.count && !pairs.isEmpty ? CheckedMatch(pairs: pairs) : nil
    }
  }

  /// Which side wins conflicts.
  func conflict() -> CheckedConflict {
    guard let conflict = section.conflict else { return .newest }
    switch conflict.value {
    case .newest: return .newest
    case .ask: return .ask
    case .handWritten(let function):
      if !CustomConversion.isFunctionName(function) { report.add(FunctionName.diagnostic(function, at: conflict.span)) }
      return .handWritten(function: function)
    case .wins(let system):
      return context.side(named: system, at: conflict.span, usage: "the winner").map { .wins($0) } ?? .newest
    }
  }

  /// What deletions do.
  func deletions() -> (source: CheckedDeletion, target: CheckedDeletion) {
    var result: (source: CheckedDeletion, target: CheckedDeletion) = (.ignore, .ignore)
    for (place, deletion) in section.deletions.enumerated() {
      if let first = section.deletions[..<place].first(where: { isSameSide($0, deletion) }) {
        report.add(DeletionPolicy.repeated(deletion, first: first))
        continue
      }
      guard let side = context.side(named: deletion.system.value, at: deletion.system.span, usage: "the deletion"),
        let checked = self.deletion(deletion, partner: flow.head.entity(side.opposite))
      else { continue }
      if side == .source { result.source = checked } else { result.target = checked }
    }
    return result
  }

  /// True for two policies on the deletion in one system, in whichever spelling.
  private func isSameSide(_ left: Deletion, _ right: Deletion) -> Bool {
    guard left.isRemoval == right.isRemoval, let side = context.side(named: left.system.value) else { return false }
    return side == context.side(named: right.system.value)
  }

  private func deletion(_ deletion: Deletion, partner: CatalogEntity) -> CheckedDeletion? {
    switch deletion.policy.value {
    case .ignore: return .ignore
    case .unlink: return .unlink
    case .propagate:
      if partner.model.isReadOnly {
        report.add(DeletionPolicy.readOnly(deletion, partner: partner))
        return nil
      }
      return .propagate
    case .archive(let path, let literal):
      guard let found = PathResolver(context: context).resolve(path, in: partner) else { return nil }
      if found.isReadOnly || found.isCreateOnly || found.path.steps.count > 1 || partner.model.isReadOnly {
        report.add(DeletionPolicy.notWritable(path, property: found, partner: partner))
        return nil
      }
      switch LiteralTyping.value(literal, as: found.path.type) {
      case .success(let value):
        NearEnumerationValue.check(
          LiteralTyping.text(of: literal), at: deletion.policy.span, as: found.path.type, property: found,
          report: report)
        return .archive(property: found.path.property, value: value)
      case .failure(let fault):
        report.add(
          UnfitLiteral.inRow(
            Located(literal, at: deletion.policy.span), role: "value", target: found, fault: fault))
        return nil
      }
    }
  }
}
