/// Reads the flows of one document.
struct YAMLFlowReader {
  let context: YAMLContext
  /// The systems as the title names them.
  let source: Located<String>
  let target: Located<String>
  private let names: EntityNameReader

  init(context: YAMLContext, source: Located<String>, target: Located<String>) {
    self.context = context
    self.source = source
    self.target = target
    self.names = EntityNameReader(context.file)
  }

  /// Reads one flow; `nil` when not even its entities could be read.
  mutating func flow(_ node: YAMLNode) -> Flow? {
    guard var keys = MappingReader(node, what: KeyForm.Place.flow.title, context: context) else { return nil }
    if isRowAmongFlows(node, keys) {
      context.report(YAMLMisplacedList.rowAmongFlows(node.span))
      return nil
    }
    keys.require(KeyForm.flow)
    let title = keys.scalar(DocumentKey.flow)
    guard let title, let (left, right) = entities(title) else {
      // Without its entities nothing else can be judged; but its keys can, and none of them is unknown for that.
      for form in KeyForm.keys(of: .flow) { _ = keys.entry(form.key) }
      keys.finish()
      return nil
    }
    let end = node.span.upperBound
    var flow = Flow(
      source: left, target: right, title: title.contentSpan, table: SourceSpan(file: context.file, end..<end))
    let sides = YAMLFlowSides(
      source: left.system, target: right.system, titleSource: source.value, titleTarget: target.value)
    flow.scopes = scopes(&keys, sides)
    flow.creation = creation(&keys, title: title, sides)
    flow.matching = matching(&keys)
    flow.conflict = conflict(&keys, sides)
    flow.deletions = deletions(&keys, sides)
    if let removal = removal(&keys, of: flow, sides) { flow.deletions.append(removal) }
    flow.firstRun = firstRun(&keys)
    flow.direction = direction(&keys, sides)
    flow.linksOnly = keys.flag(DocumentKey.linksOnly)
    if flow.linksOnly { flow.linksOnlyPlace = keys.entry(DocumentKey.linksOnly)?.span }
    flow.formerNames = formerNames(&keys, sides)
    flow.parent = parent(&keys)
    if let rows = keys.list(DocumentKey.properties) {
      flow.table = rows.entry.span
      flow.rows = rows.items.compactMap { row($0) }
    }
    keys.finish()
    return flow
  }

  /// True for a row of `properties` that stands where a flow must.
  private func isRowAmongFlows(_ node: YAMLNode, _ keys: MappingReader) -> Bool {
    guard !keys.has(DocumentKey.flow), keys.has(DocumentKey.target) else { return false }
    let properties = PolicyForm.all.map(\.key) + [DocumentKey.properties, DocumentKey.match]
    return !properties.contains { $0 != DocumentKey.direction && keys.has($0) }
  }

  // MARK: - Names

  /// Takes `System Entity to System Entity` apart.
  private func entities(_ scalar: YAMLScalar) -> (EntityName, EntityName)? {
    if case .exact(let range) = scalar.places, let slots = HeadingForm.section.match(range, in: context.file.bytes),
      let left = slots[.source], let right = slots[.target],
      let source = names.read(left, titleKey: NormalizedName(source.value)),
      let target = names.read(right, titleKey: NormalizedName(target.value))
    {
      return (source, target)
    }
    context.report(YAMLMalformedName.diagnostic(scalar, form: KeyForm.flow.form))
    return nil
  }

  private static let connectedForm =
    PolicyForm.of(.createConnected)?.words.filled { _ in "System Entity, System Entity" } ?? ""

  /// The entities of `connected to Customerp Order, Customerp Quote`.
  func connected(_ list: ClauseText, of scalar: YAMLScalar) -> [EntityName]? {
    guard case .exact = scalar.places else {
      context.report(YAMLMalformedName.diagnostic(scalar, form: YAMLFlowReader.connectedForm))
      return nil
    }
    var result: [EntityName] = []
    for part in list.bytes[list.range].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let range = list.part(part.startIndex..<part.endIndex).trimmed.range
      guard let name = names.read(range, titleKey: NormalizedName(source.value)) else {
        context.report(YAMLMalformedName.diagnostic(scalar, form: YAMLFlowReader.connectedForm))
        return nil
      }
      result.append(name)
    }
    return result
  }

  // MARK: - Rows of the merge table

  private func matching(_ keys: inout MappingReader) -> Matching? {
    guard let list = keys.list(DocumentKey.match) else { return nil }
    var hasRow = false
    let alternatives = list.items.compactMap { item -> Matching.Alternative? in
      if isRow(item) {
        // One finding for all of them: the key above them is missing.
        if !hasRow { context.report(YAMLMisplacedList.rowAmongMatches(item.span)) }
        hasRow = true
        return nil
      }
      if case .sequence(let rows) = item.content { return longAlternative(rows) }
      guard let pairs = MappingReader(item, what: "an alternative of `\(DocumentKey.match)`", context: context) else {
        return nil
      }
      let read = pairs.entries.map { entry -> Matching.Pair? in
        guard let left = cell(entry.key), let value = context.scalar(entry.value, of: "the target property"),
          let right = cell(value)
        else { return nil }
        return Matching.Pair(source: left, target: right)
      }
      // A combination that lost a pair would match more than was meant.
      let complete = read.compactMap { $0 }
      return complete.count == read.count ? Matching.Alternative(pairs: complete) : nil
    }
    return Matching(alternatives: alternatives, span: list.entry.span)
  }

  /// True for a row of `properties`, which has both of its keys.
  private func isRow(_ node: YAMLNode) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    return [DocumentKey.source, DocumentKey.target].allSatisfy { key in entries.contains { $0.key.text == key } }
  }

  /// `[{source: PATH, target: PATH, source dependencies: [...]}]`: pairs whose cells have conditions.
  private func longAlternative(_ rows: [YAMLNode]) -> Matching.Alternative? {
    let before = context.diagnostics.count
    let pairs = rows.compactMap { row in
      self.row(row).flatMap { row in row.source.map { Matching.Pair(source: $0, target: row.target) } }
    }
    return context.diagnostics.count == before && pairs.count == rows.count && !pairs.isEmpty
      ? Matching.Alternative(pairs: pairs) : nil
  }

  /// A property of one side.
  func cell(_ scalar: YAMLScalar) -> PropertyCell? {
    guard let path = PropertyPathReader.read(scalar, diagnostics: &context.diagnostics) else { return nil }
    return PropertyCell(path: path, span: scalar.contentSpan)
  }
}

/// The two systems of a flow, which its policies name.
struct YAMLFlowSides {
  let source: Located<String>
  let target: Located<String>
  /// The same two as the document's title names them; where the flow names others, that is what has to be said.
  let titleSource: String
  let titleTarget: String

  /// True when the name is that of one of the two.
  func has(_ name: String) -> Bool {
    let key = NormalizedName(name)
    return isSource(name) || key == NormalizedName(target.value) || key == NormalizedName(titleTarget)
  }

  /// True when the name is that of the source.
  func isSource(_ name: String) -> Bool {
    let key = NormalizedName(name)
    if key == NormalizedName(source.value) { return true }
    return key == NormalizedName(titleSource) && key != NormalizedName(target.value)
  }

  var names: [String] { [source.value, target.value] }
}
