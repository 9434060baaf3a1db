import TandemSyntax
import TandemValues

/// Resolves how a row's key of one system becomes a key of the other.
struct ReferenceResolver {
  /// The flow that the row belongs to.
  let flow: ResolvedFlow
  /// All flows.
  let index: FlowIndex

  private var context: DocumentContext { flow.context }
  private var report: Report { flow.context.report }

  /// The translation that a `reference` clause means; `nil` after a report.
  func reference(
    _ clause: Located<(source: String, target: String)>, source: PathResolution, target: PathResolution
  ) -> CheckedProperty.Translation? {
    if let exchanged = exchanged(clause) {
      report.add(exchanged)
      return nil
    }
    let left = entity(clause.value.source, side: .source, at: Self.place(of: clause.value.source, in: clause.span))
    let right = entity(
      clause.value.target, side: .target, at: Self.place(of: clause.value.target, in: clause.span, isLast: true))
    guard let left, let right else { return nil }
    for (path, entity) in [(source, left), (target, right)]
    where !path.leaf.references.isEmpty && !path.leaf.references.contains(entity.model.name) {
      report.add(ReferenceMismatch.diagnostic(clause, path: path, entity: entity))
      return nil
    }
    guard let found = index.flow(from: left, to: right) else {
      if index.mayHide([left, right], in: context) {
        report.silence()
      } else {
        report.add(
          UnknownReferenceFlow.diagnostic(
            clause.span, from: left, to: right, source: source, target: target, context: context))
      }
      return nil
    }
    return .reference(flow: found.head.identifier, reversed: found.reversed)
  }

  /// The report on two entities that are each one of the other system; nothing for any others.
  private func exchanged(_ clause: Located<(source: String, target: String)>) -> Diagnostic? {
    let (source, target) = (clause.value.source, clause.value.target)
    guard context.source.entity(named: source) == nil, context.target.entity(named: target) == nil,
      let right = context.source.entity(named: target), let left = context.target.entity(named: source)
    else { return nil }
    return UnknownEntity.exchanged(source, target, at: clause.span, first: right, second: left)
  }

  /// What a `lookup` clause means.
  struct Lookup {
    /// The path whose value is looked up.
    var source: PathResolution
    /// The natural key of the looked-up entity.
    var key: PathResolution
    /// The type of the natural key.
    var type: ValueType
    /// Brings the source's value to that type.
    var conversion: (any Conversion)?
    /// What is known of it where it follows from the two types.
    var known: KnownConversion?
    /// The translation.
    var translation: CheckedProperty.Translation
    /// True when no two records share a natural key.
    var isUnique: Bool
  }

  /// The lookup that a `lookup` clause means; `nil` after a report.
  func lookup(
    _ clause: Located<(entity: String, pairs: [Clause.LookupPair])>, row: PropertyRow, clauses: RowClauses,
    target: PathResolution
  ) -> Lookup? {
    guard
      let entity = entity(
        clause.value.entity, side: .target, at: Self.place(of: clause.value.entity, in: clause.span))
    else { return nil }
    if !target.leaf.references.isEmpty, !target.leaf.references.contains(entity.model.name) {
      report.add(
        ReferenceMismatch.inLookup(Located(clause.value.entity, at: clause.span), path: target, entity: entity))
      return nil
    }
    guard clause.value.pairs.count == 1, let pair = clause.value.pairs.first else {
      report.add(
        LookupPairs.diagnostic(clause.span, entity: entity, count: clause.value.pairs.count, context: context))
      return nil
    }
    let paths = PathResolver(context: context)
    if paths.areExchanged(pair.source, pair.target, source: flow.head.source, target: entity) {
      let written = ExchangedPair(left: pair.source, right: pair.target)
      report.add(UnknownProperty.exchanged([written], source: flow.head.source, target: entity))
      return nil
    }
    let source = paths.resolve(pair.source, in: flow.head.source)
    let key = paths.resolve(pair.target, in: entity)
    guard let source, let key else { return nil }
    if let list = source.openList {
      report.add(ListElement.diagnostic(source, list: list, context: context))
      return nil
    }
    guard key.path.steps.count == 1, !key.path.type.isComposite else {
      report.add(LookupPairs.notPlain(pair.target, key: key))
      return nil
    }
    // What is wrong with the two types is told where the pair stands.
    let pairRow = PropertyRow(source: source.cell, target: row.target, span: row.span)
    let planner = ConversionPlanner(context: context, row: pairRow, clauses: clauses)
    let shared = ConversionPlanner.Shared(type: key.path.type)
    guard let plan = planner.conversion(from: source.path.type, shared: shared, source: source, target: key) else {
      return nil
    }
    return Lookup(
      source: source, key: key, type: key.path.type, conversion: plan.conversion, known: plan.known,
      translation: .lookup(entity: entity.model.name, property: key.path.property), isUnique: key.leaf.isUnique)
  }

  /// Where a name stands in a clause; the clause where it is not found as it is written.
  private static func place(of name: String, in clause: SourceSpan, isLast: Bool = false) -> SourceSpan {
    let text = clause.file.bytes[clause.range]
    let places = text.ranges(of: Array(name.utf8)).filter { range in
      let before = range.lowerBound > text.startIndex ? text[range.lowerBound - 1] : 0x20
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : 0x20
      return !isWord(before) && !isWord(after)
    }
    return (isLast ? places.last : places.first).map { SourceSpan(file: clause.file, $0) } ?? clause
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private func entity(_ name: String, side: FlowSide, at span: @autoclosure () -> SourceSpan) -> CatalogEntity? {
    let system = context.system(side)
    // An author may write the system's name before the entity's.
    let bare = name.utf8.contains(0x20) ? name.split(separator: " ").last.map(String.init) ?? name : name
    if let entity = system.entity(named: name) ?? system.entity(named: bare) {
      if !entity.spells(bare), !VisibleText.isSame(bare, entity.model.name),
        context.isFirst("entity \(entity.key) \(bare)")
      {
        report.add(EntitySpelling.inClause(bare, at: span(), entity: entity))
      }
      return entity
    }
    if system.mayHaveLost(bare) {
      report.silence()
    } else {
      report.add(UnknownEntity.inClause(name, at: span(), system: system))
    }
    return nil
  }

  /// The clause that would translate the reference, if the flows or the schema determine one: for messages.
  func suggestion(source: PathResolution, target: PathResolution) -> String? {
    for left in source.leaf.references + (source.isKey ? [source.entity.model.name] : []) {
      for right in target.leaf.references {
        guard let leftEntity = context.source.entity(named: left),
          let rightEntity = context.target.entity(named: right),
          index.flow(from: leftEntity, to: rightEntity) != nil
        else { continue }
        return "reference \(left) to \(right)"
      }
    }
    for right in target.leaf.references {
      guard let entity = context.target.entity(named: right) else { continue }
      let isKey = { (property: PropertyModel) in property.name == entity.model.properties[entity.model.key].name }
      guard let natural = entity.model.properties.first(where: { $0.isUnique && !isKey($0) && !$0.type.isComposite })
      else { continue }
      let path = naturalPath(source, like: natural) ?? source.path.text
      return "lookup \(right) by \(path) = \(natural.name)"
    }
    return nil
  }

  /// The member beside a key in an object that is named like the natural key: `customer.number` beside `customer.id`.
  private func naturalPath(_ source: PathResolution, like natural: PropertyModel) -> String? {
    guard source.path.steps.count > 1, source.path.steps.count == 2 else { return nil }
    let wanted = NormalizedName(natural.name)
    return source.top.members.first { NormalizedName($0.name) == wanted }.map { source.top.name + "." + $0.name }
  }
}
