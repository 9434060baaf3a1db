/// Reads the key `layout` of a YAML document: how its RST is laid out where that is not the canonical form.
enum YAMLLayoutReader {
  /// Reads what stands under the key; the canonical layout where it is absent.
  static func read(_ document: inout MappingReader) -> DocumentLayout {
    guard var keys = document.mapping(LayoutForm.documentKey) else { return DocumentLayout() }
    let values = LayoutValues(context: keys.context)
    func nodes(_ kind: LayoutForm.Kind) -> [YAMLNode.Entry] { keys.mapping(LayoutForm.key(kind))?.entries ?? [] }
    func word(_ words: [String], _ kind: LayoutForm.Kind) -> String? {
      keys.entry(LayoutForm.key(kind)).flatMap { values.word(in: $0.value, words) }
    }
    var layout = DocumentLayout()
    if let ends = keys.word(LayoutForm.key(.lineEnds), DocumentLayout.LineEnds.self) { layout.lineEnds = ends.value }
    layout.otherLineEnds = keys.texts(LayoutForm.key(.otherLineEnds)).compactMap { values.number($0.value, $0.span) }
    layout.commentPlaces = values.numbered(nodes(.comments)) { values.number(in: $0, from: 1) }
    layout.commentLengths = values.numbered(nodes(.commentLengths)) { values.number(in: $0, from: 1) }
    layout.commentMarks = values.numbered(nodes(.commentMarks)) { node in
      values.word(in: node, DocumentLayout.CommentMarks.allCases.map(\.rawValue))
        .flatMap(DocumentLayout.CommentMarks.init(rawValue:))
    }
    layout.order = values.numbered(nodes(.order), values.run)
    layout.missingLines = values.numbered(nodes(.missingLines)) { values.number(in: $0, from: 1) }
    layout.spellings = values.numbered(nodes(.spellings)) { node in
      values.entries(of: node).map { values.numbered($0, values.text) }
    }
    layout.hasByteOrderMark = keys.flag(LayoutForm.key(.byteOrderMark))
    let heading = HeadingForm.introduction
    layout.hasOlderIntroduction = word([heading.current, heading.older], .introductionHeading) == heading.older
    layout.hasParametersFirst = word([LayoutForm.first], .parameters) != nil
    layout.hasEmptyParameters = keys.flag(LayoutForm.key(.emptyParameters))
    layout.endsWithLineEnd = word([LayoutForm.missing], .finalLineEnd) == nil
    layout.blankLines = values.numbered(nodes(.blankLines)) { values.number(in: $0, from: 0) }
    layout.trailingBlanks = values.numbered(nodes(.trailingBlanks), values.blanks)
    layout.spacing = values.numbered(nodes(.spacing)) { node in
      values.entries(of: node).map { values.numbered($0, values.blanks) }
    }
    layout.innerSpacing = values.numbered(nodes(.innerSpacing)) { node in
      values.entries(of: node).map { values.numbered($0, values.blanks) }
    }
    layout.ruleLengths = values.numbered(nodes(.ruleLengths)) { values.number(in: $0, from: 3) }
    layout.marks = values.numbered(nodes(.marks)) { node in
      values.word(in: node, DocumentLayout.CellMarks.allCases.map(\.rawValue))
        .flatMap(DocumentLayout.CellMarks.init(rawValue:))
    }
    layout.emptyTables = keys.texts(LayoutForm.key(.emptyTables)).compactMap { values.number($0.value, $0.span) }
    layout.emptyPromises = keys.texts(LayoutForm.key(.emptyPromises)).compactMap { values.number($0.value, $0.span) }
    layout.emptyColumns = values.numbered(nodes(.emptyColumns), values.columns)
    keys.finish()
    return layout
  }
}

/// Reads the values under `layout`.
private struct LayoutValues {
  let context: YAMLContext

  /// A line, a column or a length is not greater than this.
  private static let greatest = 100_000
  private static let place = "`\(LayoutForm.documentKey)`"

  private func wrongKind(_ node: YAMLNode, _ expected: String) {
    guard !node.isBroken, !context.isFaulty(node.span) else { return }
    context.report(YAMLWrongKind.diagnostic(node, expected: expected, of: Self.place))
  }

  func entries(of node: YAMLNode) -> [YAMLNode.Entry]? {
    if case .mapping(let entries) = node.content { return entries }
    wrongKind(node, "a mapping")
    return nil
  }

  func columns(in node: YAMLNode) -> [ColumnForm.Kind]? {
    guard case .sequence(let items) = node.content else {
      wrongKind(node, "a list")
      return nil
    }
    return items.compactMap { item in
      let name = word(in: item, LayoutForm.optionalColumns.map(\.heading.text))
      return LayoutForm.optionalColumns.first { $0.heading.text == name }?.kind
    }
  }

  func word(in node: YAMLNode, _ words: [String]) -> String? {
    guard let scalar = context.scalar(node, of: Self.place) else { return nil }
    if words.contains(scalar.text) { return scalar.text }
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: LayoutForm.documentKey, forms: words.map { "`\($0)`" },
        nearest: SpellingDistance.nearest(to: scalar.text, in: words)))
    return nil
  }

  func numbered<Value>(_ entries: [YAMLNode.Entry], _ value: (YAMLNode) -> Value?) -> [Int: Value] {
    var result: [Int: Value] = [:]
    for entry in entries {
      if let line = number(entry.key.text, entry.key.span), let value = value(entry.value) { result[line] = value }
    }
    return result
  }

  /// Any text.
  func text(in node: YAMLNode) -> String? { context.scalar(node, of: Self.place)?.text }

  /// A number, or the first and the last of several.
  func run(in node: YAMLNode) -> ClosedRange<Int>? {
    guard let scalar = context.scalar(node, of: Self.place) else { return nil }
    let words = scalar.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let numbers = words.compactMap { number($0, from: 1) }
    if words.count == 1, numbers.count == 1 { return numbers[0]...numbers[0] }
    if words.count == 3, numbers.count == 2, words[1] == LayoutForm.through, numbers[0] < numbers[1] {
      return numbers[0]...numbers[1]
    }
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: LayoutForm.documentKey, forms: ["a number, 1 to \(Self.greatest)", "`4 \(LayoutForm.through) 6`"]))
    return nil
  }

  func number(in node: YAMLNode, from least: Int) -> Int? {
    guard let scalar = context.scalar(node, of: Self.place) else { return nil }
    return number(scalar.text, scalar.span, from: least)
  }

  func number(_ text: String, _ span: SourceSpan, from least: Int = 0) -> Int? {
    if let value = number(text, from: least) { return value }
    let scalar = YAMLScalar(text: text, style: .plain, span: span, places: .exact(span.range))
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: LayoutForm.documentKey, forms: ["a whole number, \(least) to \(Self.greatest)"]))
    return nil
  }

  private func number(_ text: String, from least: Int) -> Int? {
    guard text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let value = Int(text) else { return nil }
    return (least...Self.greatest).contains(value) ? value : nil
  }

  func blanks(in node: YAMLNode) -> String? {
    guard let scalar = context.scalar(node, of: Self.place) else { return nil }
    if scalar.text.utf8.allSatisfy(SourceLine.isBlank) { return scalar.text }
    context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: LayoutForm.documentKey, forms: ["blanks between quotation marks", "`\"\\t\"`"]))
    return nil
  }
}
