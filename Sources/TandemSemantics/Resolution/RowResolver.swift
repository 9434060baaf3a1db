import TandemSyntax
import TandemValues

/// Resolves the rows of one property table.
struct RowResolver {
  /// The flow that the rows belong to.
  let flow: ResolvedFlow
  /// All flows, for references.
  let index: FlowIndex

  /// The clauses of a row without any, as most rows are.
  private let noClauses = RowClauses([])

  private var context: DocumentContext { flow.context }
  private var report: Report { flow.context.report }

  /// A resolver for the rows of a flow.
  init(flow: ResolvedFlow, index: FlowIndex) {
    self.flow = flow
    self.index = index
  }

  /// Puts all rows that can be understood into the flow.
  func resolveAll() {
    var exchanged: [ExchangedPair] = []
    let paths = PathResolver(context: context)
    let (left, right) = (flow.head.source, flow.head.target)
    for row in flow.head.flow.rows {
      if let source = row.source, !names(source, of: left) || !names(row.target, of: right) {
        if paths.areExchanged(source.path, row.target.path, source: left, target: right) {
          exchanged.append(ExchangedPair(left: source, right: row.target))
          flow.isComplete = false
          continue
        }
        paths.noteExchangedSpelling(source, row.target, source: left, target: right)
      }
      if let resolved = resolve(row) {
        flow.rows.append(resolved)
      } else {
        flow.isComplete = false
      }
    }
    // Whoever exchanged the two columns hears it once.
    guard !exchanged.isEmpty else { return }
    report.add(UnknownProperty.exchanged(exchanged, source: flow.head.source, target: flow.head.target))
  }

  /// True when a cell is the name of a property in exactly its spelling, as nearly all are.
  private func names(_ cell: PropertyCell, of entity: CatalogEntity) -> Bool {
    cell.path.segments.count == 1 && entity.position(of: cell.path.segments[0].value) != nil
  }

  /// The row with everything resolved; `nil` after a report.
  private func resolve(_ row: PropertyRow) -> ResolvedRow? {
    let clauses = row.clauses.isEmpty ? noClauses : RowClauses(row.clauses)
    let paths = PathResolver(context: context)
    let target = paths.resolve(row.target, in: flow.head.target)
    let source = row.source.flatMap { paths.resolve($0, in: flow.head.source) }
    let direction = self.direction(row.direction, of: row)
    if let wins = clauses.wins, context.side(named: wins.value) == nil {
      report.add(UnknownSide.diagnostic(wins.value, at: wins.span, usage: "the row's winner", context: context))
    }
    guard let target, let direction, row.source == nil || source != nil else { return nil }
    if !checkLists(source, target, clauses) { return nil }
    return value(row, clauses, source: source, target: target, direction: direction)
  }

  private func value(
    _ row: PropertyRow, _ clauses: RowClauses, source: PathResolution?, target: PathResolution,
    direction: CheckedDirection
  ) -> ResolvedRow? {
    let planner = ConversionPlanner(
      context: context, row: row, clauses: clauses, table: flow.head.flow.rows)
    let condition: CheckedExpression?
    if let clause = clauses.condition {
      guard let checked = ConditionResolver(context: context, entity: flow.head.source).resolve(clause.value) else {
        return nil
      }
      ConstantCondition.check(clause.value, checked, of: flow.head.source, report: report)
      condition = checked
    } else {
      condition = nil
    }
    let line = row.span.start.line
    func finished(
      _ type: ValueType, _ origin: CheckedProperty.Input.Origin, _ conversion: (any Conversion)?,
      _ normaliser: (any Conversion)?, _ translation: CheckedProperty.Translation? = nil,
      direction: CheckedDirection = direction
    ) -> ResolvedRow? {
      var defaultValue: Value?
      if let literal = clauses.defaultValue {
        switch LiteralTyping.value(literal.value, as: type) {
        case .success(let value):
          NearEnumerationValue.check(
            LiteralTyping.text(of: literal.value), at: literal.span, as: type, property: target, report: report)
          defaultValue = value
        case .failure(let fault):
          report.add(UnfitLiteral.inRow(literal, role: "default", target: target, fault: fault))
          return nil
        }
      }
      return ResolvedRow(
        row: row, clauses: clauses, source: source, target: target, direction: direction, type: type,
        input: CheckedProperty.Input(origin: origin, conversion: conversion, condition: condition, line: line),
        normaliser: normaliser, translation: translation, defaultValue: defaultValue,
        wins: clauses.wins.flatMap { context.side(named: $0.value) })
    }

    if let clause = clauses.constant?.span ?? clauses.parameter?.span {
      let what = clauses.constant == nil ? "the parameter" : "the constant"
      UnreadSource.check(row, clause: clause, what: what, context: context)
      guard reachesTarget(row, direction, because: "\(what) is written into", at: clause) else { return nil }
    }
    if let literal = clauses.constant {
      let shared = planner.shared(target: target)
      guard let shared else { return nil }
      switch LiteralTyping.value(literal.value, as: target.path.type) {
      case .success(let value):
        NearEnumerationValue.check(
          LiteralTyping.text(of: literal.value), at: literal.span, as: target.path.type, property: target,
          report: report)
        return finished(
          shared.type, .constant(value), nil, shared.normaliser, direction: Self.towardsTarget(direction))
      case .failure(let fault):
        report.add(UnfitLiteral.inRow(literal, role: "constant", target: target, fault: fault))
        return nil
      }
    }
    if let name = clauses.parameter {
      guard let position = context.parameterPositions[name.value] else {
        UnknownParameter.report(name.value, at: name.span, context: context)
        return nil
      }
      guard let shared = planner.shared(target: target),
        let plan = planner.conversion(
          from: context.parameters[position].type, shared: shared, source: nil, target: target)
      else { return nil }
      return finished(
        shared.type, .parameter(position), plan.conversion, shared.normaliser,
        direction: Self.towardsTarget(direction))
    }
    guard let source else {
      // The readers have reported such a row; whatever it was meant to be, the flow does not run without it.
      flow.holds.append("line \(line): nothing feeds `\(target.path.text)`")
      return nil
    }
    if let reference = clauses.reference {
      let resolver = ReferenceResolver(flow: flow, index: index)
      guard let translation = resolver.reference(reference, source: source, target: target),
        planner.shared(target: target) != nil
      else { return nil }
      return finished(source.path.type, .property(source.path), nil, nil, translation)
    }
    if let lookup = clauses.lookup {
      let resolver = ReferenceResolver(flow: flow, index: index)
      guard let found = resolver.lookup(lookup, row: row, clauses: clauses, target: target),
        planner.shared(target: target) != nil
      else { return nil }
      let isReversible = found.source.path.text == source.path.text
      var direction = direction
      if !isReversible {
        guard reachesTarget(row, direction, because: "a lookup by another property finds records of", at: lookup.span)
        else { return nil }
        let isUnread = UnreadSource.check(row, source: source, lookedUp: found.source, context: context)
        if !isUnread, direction.reaches(.source) {
          report.add(LookupOneWay.diagnostic(row, source: source, lookedUp: found.source, context: context))
        }
        direction = Self.towardsTarget(direction)
      }
      if let conversion = found.conversion {
        if case .oneWay(let why) = conversion.effectiveLaws, direction.reaches(.source) {
          report.add(
            OneWayConversion.diagnostic(row, why: why, source: found.source, target: found.key, context: context))
          direction = Self.towardsTarget(direction)
        }
        if let known = found.known {
          LookupLoss.check(
            row, conversion: conversion, known: known, direction: direction, source: found.source, key: found.key,
            report: report)
        }
      }
      let resolved = finished(
        found.type, .property(found.source.path), found.conversion, nil, found.translation, direction: direction)
      resolved?.isFoundByUniqueKey = found.isUnique
      return resolved
    }
    if ReferenceCopied.check(row, source: source, target: target, flow: flow, index: index) { return nil }
    guard let shared = planner.shared(target: target, from: source.path.type) else { return nil }
    if let hold = shared.hold { flow.holds.append(hold) }
    guard let plan = planner.conversion(from: source.path.type, shared: shared, source: source, target: target) else {
      return nil
    }
    var direction = direction
    if let conversion = plan.conversion {
      if case .oneWay(let why) = conversion.effectiveLaws, direction.reaches(.source) {
        report.add(OneWayConversion.diagnostic(row, why: why, source: source, target: target, context: context))
        direction = Self.towardsTarget(direction)
      }
      if let known = plan.known, !shared.isDisputed,
        let open = WriteToReadOnly.open(direction, source: source, target: target)
      {
        LossyConversion.check(
          row, conversion, known: known, direction: open, source: source, target: target, type: shared.type,
          report: report)
      }
    }
    // What a named conversion does to the source's text (capital letters) is done to the target's own text too.
    let normaliser =
      plan.isExplicit && shared.type == target.path.type
      ? plan.conversion.flatMap { ConversionPlanner.useful(ConversionCatalog.normaliser(for: shared.type, after: $0)) }
      : nil
    let resolved = finished(
      shared.type, .property(source.path), plan.conversion, normaliser ?? shared.normaliser, direction: direction)
    if clauses.defaultValue == nil, shared.type == target.path.type { resolved?.known = plan.known }
    return resolved
  }

  /// Reports a row that only travels to the source, and whose value only the target can be given.
  private func reachesTarget(
    _ row: PropertyRow, _ direction: CheckedDirection, because reason: String, at clause: SourceSpan
  ) -> Bool {
    if direction.reaches(.target) { return true }
    report.add(
      ContradictingDirection.withoutTarget(
        row, because: reason, clause: clause, flow: flow.head, context: context))
    return false
  }

  /// The direction without the way back.
  static func towardsTarget(_ direction: CheckedDirection) -> CheckedDirection {
    direction == .both ? .into(.target) : direction
  }

  /// A path into a list must say which element it means.
  private func checkLists(_ source: PathResolution?, _ target: PathResolution, _ clauses: RowClauses) -> Bool {
    var isGood = true
    guard source?.openList != nil || target.openList != nil else { return true }
    for path in [source, target].compactMap({ $0 }) {
      guard let list = path.openList else { continue }
      if let name = clauses.conversion, name.value == FirstElement.name { continue }
      report.add(ListElement.diagnostic(path, list: list, context: context))
      isGood = false
    }
    return isGood
  }

  /// The row's direction inside the flow's; `nil` after a report.
  private func direction(_ direction: Located<Direction>?, of row: PropertyRow) -> CheckedDirection? {
    guard let direction else { return flow.direction }
    let own: CheckedDirection
    switch direction.value {
    case .both: return flow.direction
    case .toSystem(let name):
      guard let side = context.side(named: name, at: direction.span, usage: "the row's direction") else { return nil }
      own = .into(side)
    case .atCreation: own = .atCreation
    case .onlyIfEmpty(let name):
      guard let name else {
        own = .onlyIfEmpty(.target)
        break
      }
      guard let side = context.side(named: name, at: direction.span, usage: "the row's direction") else { return nil }
      own = .onlyIfEmpty(side)
    }
    if case .into(let side) = flow.direction, !own.reaches(side) {
      report.add(ContradictingDirection.diagnostic(direction, flow: flow.head, side: side, context: context))
      return nil
    }
    return own
  }
}
