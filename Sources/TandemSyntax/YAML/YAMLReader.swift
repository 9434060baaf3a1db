/// Reads dataflow documents in YAML.
///
/// The keys and words are those of the tables in `Language`, which the reader of RST uses too, so that both notations
/// give the same abstract syntax.
public enum YAMLReader {
  /// Reads a document.
  ///
  /// Any bytes are welcome. What is wrong costs one diagnostic per fault, nothing of the broken part is used, and reading
  /// goes on behind it. Whether names refer to something is for the checker to say.
  public static func read(_ file: SourceFile) -> Reading<Dataflow> {
    var reading = readOnce(file)
    guard !reading.diagnostics.isEmpty else { return reading }
    reading.diagnostics = TriedFixes.tried(reading.diagnostics, in: file) { readOnce($0).diagnostics }
    return reading
  }

  /// Reads a text without trying the fixes that it offers.
  static func readOnce(_ file: SourceFile) -> Reading<Dataflow> {
    var node: YAMLNode?
    var reading = YAMLContext.read(file) { root, context -> Dataflow? in
      node = root
      guard var keys = MappingReader(root, what: KeyForm.Place.document.title, context: context) else { return nil }
      if keys.has("system"), keys.has("entities"), !keys.has(DocumentKey.dataflow),
        !keys.has(DocumentKey.flows)
      {
        context.report(YAMLMissingKey.descriptionForDocument(at: keys.entries[0].key.span))
        return nil
      }
      return dataflow(&keys, file: file).map { dataflow in
        UnreadParts.marked(
          dataflow, extents: context.flowExtents, diagnostics: context.diagnostics,
          faultyOffsets: context.faultyOffsets)
      }
    }
    if let node, reading.product != nil, file.hasNumberSign {
      let parts = YAMLCommentAttachment(root: YAMLCommentSites(file: file).dataflow(node), in: file)
      let comments = parts.attached(reading.tree.comments)
      reading.product?.comments = comments
    }
    return reading
  }

  private static func dataflow(_ keys: inout MappingReader, file: SourceFile) -> Dataflow? {
    keys.require(KeyForm.dataflow)
    let title = systems(&keys)
    let nowhere = Located("", at: SourceSpan(file: file, keys.node.span.lowerBound..<keys.node.span.lowerBound))
    var dataflow = Dataflow(
      file: file, notation: .yaml, source: title?.source ?? nowhere, target: title?.target ?? nowhere)
    if let moment = keys.scalar(DocumentKey.generated) {
      if Moment.isValid(Array(moment.text.utf8)) {
        dataflow.generated = moment.located
      } else {
        keys.context.report(
          YAMLMalformedValue.diagnostic(
            moment, of: DocumentKey.generated, forms: ["a date and a time: `\(KeyForm.generated.form)`"]))
      }
    }
    dataflow.layout = YAMLLayoutReader.read(&keys)
    dataflow.introduction = keys.text(DocumentKey.introduction)
    if let parameters = keys.mapping(DocumentKey.parameters) {
      var isAfterOther = false
      for entry in parameters.entries {
        // Value maps that lost the line above them: one finding for all of them.
        let isOther = isNoParameter(entry.value)
        if isOther, isAfterOther { continue }
        isAfterOther = isOther
        if isOther {
          parameters.context.report(YAMLMissingKey.noParameter(entry))
        } else if let parameter = parameter(entry, context: parameters.context) {
          dataflow.parameters.append(parameter)
        }
      }
    }
    if let maps = keys.mapping(DocumentKey.values) {
      dataflow.valueMaps = maps.entries.compactMap { valueMap($0, context: maps.context) }
    }
    if let flows = keys.list(DocumentKey.flows) {
      var reader = YAMLFlowReader(context: keys.context, source: dataflow.source, target: dataflow.target)
      let end = keys.entries.first { $0.key.span.lowerBound > flows.entry.key.span.lowerBound }
      let last = end?.key.span.lowerBound ?? file.bytes.count
      for (number, item) in flows.items.enumerated() {
        let next = number + 1 < flows.items.count ? flows.items[number + 1].span.lowerBound : last
        guard let flow = reader.flow(item) else {
          // What could not be read may be a part of the flow above.
          if let above = keys.context.flowExtents.popLast() {
            keys.context.flowExtents.append(above.lowerBound..<max(next, above.upperBound))
          }
          continue
        }
        dataflow.flows.append(flow)
        keys.context.flowExtents.append(item.span.lowerBound..<max(next, item.span.lowerBound))
      }
    }
    keys.finish()
    if title == nil, let first = dataflow.flows.first {
      dataflow.source = first.source.system
      dataflow.target = first.target.system
    }
    return title == nil && dataflow.flows.isEmpty ? nil : dataflow
  }

  private static func systems(_ keys: inout MappingReader) -> (source: Located<String>, target: Located<String>)? {
    guard let scalar = keys.scalar(DocumentKey.dataflow) else { return nil }
    let clause = scalar.clause
    guard let slots = DocumentKey.systems.match(clause.range, in: clause.bytes), let source = slots[.otherSystem],
      let target = slots[.system], !(source.isEmpty && target.isEmpty)
    else {
      keys.context.report(YAMLMalformedName.diagnostic(scalar, form: DocumentKey.systems.filled { _ in "System" }))
      return nil
    }
    return (clause.part(source).trimmed.located, clause.part(target).trimmed.located)
  }

  // MARK: - Parameters and value maps

  /// True for a mapping that has none of a parameter's keys.
  private static func isNoParameter(_ node: YAMLNode) -> Bool {
    guard case .mapping(let entries) = node.content, !entries.isEmpty else { return false }
    return !entries.contains { entry in
      [DocumentKey.type, DocumentKey.defaultValue].contains {
        SpellingDistance.between(entry.key.text, $0, limit: 1) != nil
      }
    }
  }

  private static func parameter(_ entry: YAMLNode.Entry, context: YAMLContext) -> Parameter? {
    guard !context.isFaulty(entry.key.span),
      var keys = MappingReader(
        entry.value, what: "the parameter `\(ClauseText.excerpt(entry.key.text))`", context: context)
    else { return nil }
    keys.require(KeyForm.parameterType)
    let type = keys.text(DocumentKey.type)
    let defaultValue = keys.text(DocumentKey.defaultValue).map { Located(Literal.string($0.value), at: $0.span) }
    keys.finish()
    return type.map { Parameter(name: entry.key.located, type: $0, defaultValue: defaultValue) }
  }

  private static func valueMap(_ entry: YAMLNode.Entry, context: YAMLContext) -> ValueMap? {
    guard !context.isFaulty(entry.key.span), let lines = valueMapLines(entry, context: context) else { return nil }
    var map = ValueMap(name: entry.key.located, entries: [], span: entry.span)
    for line in lines where !context.isFaulty(line.key.span) {
      // Between quotation marks the word is a value like any other.
      if line.key.text == ColumnForm.otherwise.word, line.key.style == .plain {
        map.otherwise = otherwise(line.value, context: context)
      } else if let right = context.scalar(line.value, of: "the value for `\(ClauseText.excerpt(line.key.text))`") {
        map.entries.append(ValueMap.Entry(source: line.key.located, target: right.located))
      }
    }
    return map
  }

  /// The lines of a value map: a mapping, or a list of mappings where a value stands twice.
  private static func valueMapLines(_ entry: YAMLNode.Entry, context: YAMLContext) -> [YAMLNode.Entry]? {
    let what = "the value map `\(ClauseText.excerpt(entry.key.text))`"
    guard case .sequence(let items) = entry.value.content else {
      return MappingReader(entry.value, what: what, context: context)?.entries
    }
    return items.flatMap { MappingReader($0, what: "a line of \(what)", context: context)?.entries ?? [] }
  }

  /// `error`, `keep`, `empty`, or `{value: X}`.
  private static func otherwise(_ node: YAMLNode, context: YAMLContext) -> Located<ValueMap.Otherwise>? {
    if case .mapping = node.content {
      guard var keys = MappingReader(node, what: KeyForm.Place.otherwise.title, context: context) else { return nil }
      keys.require(KeyForm.otherwiseValue)
      let value = keys.text(DocumentKey.value)
      keys.finish()
      return value.map { Located(.value($0.value), at: node.span) }
    }
    guard let scalar = context.scalar(node, of: KeyForm.Place.otherwise.title) else { return nil }
    let words = ColumnForm.otherwise
    switch scalar.text {
    case words.error: return Located(.error, at: scalar.contentSpan)
    case words.keep: return Located(.keep, at: scalar.contentSpan)
    case words.empty: return Located(.empty, at: scalar.contentSpan)
    default:
      let known = [words.error, words.keep, words.empty]
      context.report(
        YAMLMalformedValue.diagnostic(
          scalar, of: words.word,
          forms: known.map { "`\($0)`" } + ["`{\(DocumentKey.value): \(KeyForm.otherwiseValue.form)}`"],
          nearest: SpellingDistance.nearest(to: scalar.text, in: known)))
      return nil
    }
  }
}

extension ClauseText {
  /// The text with its place.
  var located: Located<String> { Located(string(range), at: span) }
}
