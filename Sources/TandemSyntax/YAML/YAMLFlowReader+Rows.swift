extension YAMLFlowReader {
  /// Reads one row of `properties`; `nil` when anything in it is wrong, since half a row would write other values.
  func row(_ node: YAMLNode) -> PropertyRow? {
    guard var keys = MappingReader(node, what: KeyForm.Place.row.title, context: context) else { return nil }
    let before = context.diagnostics.count
    keys.require(KeyForm.target)
    let sourceCell = keys.scalar(DocumentKey.source).flatMap { cell($0) }
    let targetCell = keys.scalar(DocumentKey.target).flatMap { cell($0) }
    let type = keys.text(DocumentKey.type)
    let direction = direction(&keys)
    let sourceDependencies = dependencies(DependencyForm.keys.source, &keys)
    let targetDependencies = dependencies(DependencyForm.keys.target, &keys)
    var clauses: [Located<Clause>] = []
    // In the order of the entry, as the clauses of a Rule cell stand in the cell's.
    for entry in keys.entries {
      guard let form = ClauseForm.withKey(entry.key.text) else { continue }
      if let clause = clause(form, &keys) { clauses.append(Located(clause, at: entry.span)) }
    }
    // The other keys are known too, for the list in a message.
    keys.know(ClauseForm.keys)
    if !keys.has(ClauseForm.of(.lookup).key) { _ = keys.entry(ClauseForm.lookupPairsKey) }
    let givesValue = keys.has(ClauseForm.of(.constant).key) || keys.has(ClauseForm.of(.parameter).key)
    if !givesValue { keys.require(KeyForm.source) }
    keys.finish()
    let isBroken = keys.entries.contains { $0.isBroken || context.isFaulty($0.span) }
    guard let targetCell, context.diagnostics.count == before, !isBroken else { return nil }
    return PropertyRow(
      source: sourceCell.map { with(sourceDependencies, $0) }, target: with(targetDependencies, targetCell), type: type,
      direction: direction, clauses: clauses, span: node.span)
  }

  private func with(_ dependencies: [PropertyCell.Dependency], _ cell: PropertyCell) -> PropertyCell {
    PropertyCell(path: cell.path, dependencies: dependencies, span: cell.span)
  }

  /// `[{value: V, path: P}]`.
  private func dependencies(_ key: String, _ keys: inout MappingReader) -> [PropertyCell.Dependency] {
    guard let list = keys.list(key) else { return [] }
    return list.items.compactMap { item -> PropertyCell.Dependency? in
      guard var keys = MappingReader(item, what: "an item of `\(key)`", context: context) else { return nil }
      keys.require(KeyForm.conditionValue)
      keys.require(KeyForm.conditionPath)
      let value = keys.text(DocumentKey.value)
      let path = keys.scalar(DocumentKey.path).flatMap {
        PropertyPathReader.read($0.clause, diagnostics: &context.diagnostics)
      }
      keys.finish()
      guard let value, let path else { return nil }
      return PropertyCell.Dependency(value: value, path: path)
    }
  }

  private func direction(_ keys: inout MappingReader) -> Located<Direction>? {
    guard let scalar = keys.scalar(DirectionForm.key) else { return nil }
    let clause = scalar.clause.trimmed
    if let found = DirectionForm.read(clause.range, in: clause.bytes) {
      return Located(found.direction, at: scalar.contentSpan)
    }
    let words = DirectionForm.all.filter(\.template.slots.isEmpty).map(\.template.text)
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: DirectionForm.key, forms: DirectionForm.all.map { "`\($0.template.shown)`" },
        nearest: SpellingDistance.nearest(to: scalar.text, in: words)))
    return nil
  }

  // MARK: - Clauses

  private func clause(_ form: ClauseForm, _ keys: inout MappingReader) -> Clause? {
    switch form.kind {
    case .choice: return keys.number(form.key, in: 1...ClauseForm.ordinals.count).map { .choice($0.value) }
    case .join: return keys.text(form.key).map { .join(separator: $0.value) }
    case .when:
      return keys.scalar(form.key).flatMap {
        ExpressionReader.read($0.clause, diagnostics: &context.diagnostics)
      }.map { .when($0) }
    case .values: return keys.text(form.key).map { .values($0.value) }
    case .reference: return reference(form, &keys)
    case .lookup: return lookup(form, &keys)
    case .constant: return keys.scalar(form.key).map { .constant(literal($0)) }
    case .parameter: return keys.text(form.key).map { .parameter($0.value) }
    case .defaultValue: return keys.scalar(form.key).map { .defaultValue(literal($0)) }
    case .wins: return keys.text(form.key).map { .wins(system: $0.value) }
    case .format: return keys.text(form.key).map { .format($0.value) }
    case .conversion: return keys.text(form.key).map { .conversion($0.value) }
    case .readBack: return keys.flag(form.key) ? .readBack : nil
    }
  }

  /// A bare number, `true` or `false` keeps its form, so that the other notation can write it as it was; everything
  /// else, and all that stands between quotation marks, is text. The property that it meets decides the type.
  private func literal(_ scalar: YAMLScalar) -> Literal {
    guard scalar.style == .plain else { return .string(scalar.text) }
    if let flag = FlagForm.read(scalar.text) { return .boolean(flag) }
    return LiteralReader.isNumber(Array(scalar.text.utf8)[...]) ? .number(scalar.text) : .string(scalar.text)
  }

  /// `Project to Task`.
  private func reference(_ form: ClauseForm, _ keys: inout MappingReader) -> Clause? {
    guard let scalar = keys.scalar(form.key) else { return nil }
    let clause = scalar.clause.trimmed
    guard let slots = DocumentKey.reference.match(clause.range, in: clause.bytes),
      let left = slots[.entity], let right = slots[.otherEntity], !left.isEmpty, !right.isEmpty
    else {
      context.report(YAMLMalformedName.diagnostic(scalar, form: "Entity to Entity"))
      return nil
    }
    return .reference(source: clause.part(left).trimmed.located.value, target: clause.part(right).trimmed.located.value)
  }

  /// `lookup: Account` with `by: {customer.number: AccountNumber}`.
  private func lookup(_ form: ClauseForm, _ keys: inout MappingReader) -> Clause? {
    keys.require(KeyForm.lookupPairs)
    let entity = keys.text(form.key)
    guard let pairs = keys.mapping(ClauseForm.lookupPairsKey) else { return nil }
    let read = pairs.entries.map { entry -> Clause.LookupPair? in
      guard let value = context.scalar(entry.value, of: "the looked-up property"),
        let left = PropertyPathReader.read(entry.key.clause, diagnostics: &context.diagnostics),
        let right = PropertyPathReader.read(value.clause, diagnostics: &context.diagnostics)
      else { return nil }
      return Clause.LookupPair(source: left, target: right)
    }
    guard let entity, !read.isEmpty else {
      if read.isEmpty {
        context.report(
          YAMLMissingKey.diagnostic(
            "source.path", in: "`\(DocumentKey.lookupPairs)`", form: KeyForm.target.form, at: pairs.node.span))
      }
      return nil
    }
    let complete = read.compactMap { $0 }
    return complete.count == read.count ? .lookup(entity: entity.value, by: complete) : nil
  }
}
