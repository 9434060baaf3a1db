import TandemSyntax

/// What turns a section round that goes against its document's title.
struct SectionTurn {
  /// The correction.
  let fix: Diagnostic.Fix

  /// `nil` where an entity is not known, or a part of the section could not be read.
  init?(_ flow: Flow, context: DocumentContext) {
    guard !flow.hasUnreadParts, let source = context.source.entity(named: flow.target.entity.value),
      let target = context.target.entity(named: flow.source.entity.value)
    else { return nil }
    var edits: [TextEdit]
    if context.document.notation == .rst {
      edits = Self.sentences(of: flow, in: context.document)
    } else {
      edits = [
        TextEdit(flow.source.span, replacement: flow.target.span.text),
        TextEdit(flow.target.span, replacement: flow.source.span.text),
      ]
    }
    // The rows may stand in the order of the document or in that of the section.
    let paths = PathResolver(context: context)
    var pairs = flow.rows.compactMap { row in row.source.map { ExchangedPair(left: $0, right: row.target) } }
    for pair in flow.matching?.alternatives.flatMap(\.pairs) ?? [] {
      pairs.append(ExchangedPair(left: pair.source, right: pair.target))
    }
    for pair in pairs where paths.areExchanged(pair.left, pair.right, source: source, target: target) {
      edits += UnknownProperty.exchange(pair)
    }
    fix = Diagnostic.Fix(
      "turn the section round", safe: false, edits: edits.sorted { $0.span.lowerBound < $1.span.lowerBound })
  }

  /// Exchanges the two names in the heading, the sentences and the heads of the tables of a section.
  private static func sentences(of flow: Flow, in document: Dataflow) -> [TextEdit] {
    let file = document.file
    let start = flow.title.lowerBound
    let end =
      (document.flows.map(\.title.lowerBound) + document.valueMaps.map(\.span.lowerBound)).filter { $0 > start }.min()
      ?? file.bytes.count
    let (left, right) = (flow.source.span.text, flow.target.span.text)
    let (leftSystem, rightSystem) = (flow.source.system.value, flow.target.system.value)
    // The longer name first: one may be the beginning of the other.
    let words = [
      (left, right), (right, left), ("\(rightSystem) Data Type", "\(leftSystem) Data Type"),
      ("synchronized into \(rightSystem)", "synchronized into \(leftSystem)"),
    ].sorted { $0.0.utf8.count > $1.0.utf8.count }.map { (wanted: Array($0.0.utf8), replacement: $0.1) }
    var edits: [TextEdit] = []
    var offset = start
    while offset < end {
      let found = words.first { word in
        offset + word.wanted.count <= end && file.bytes[offset] == word.wanted.first
          && file.bytes[offset..<(offset + word.wanted.count)].elementsEqual(word.wanted)
          && isEdge(offset - 1, file) && isEdge(offset + word.wanted.count, file)
      }
      if let found {
        let place = SourceSpan(file: file, offset..<(offset + found.wanted.count))
        edits.append(TextEdit(place, replacement: found.replacement))
        offset += found.wanted.count
      } else {
        offset += 1
      }
    }
    return edits
  }

  /// True when no word goes on at the offset.
  private static func isEdge(_ offset: Int, _ file: SourceFile) -> Bool {
    guard file.bytes.indices.contains(offset) else { return true }
    let byte = file.bytes[offset]
    let lower = byte | 0x20
    return
      !(lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "_") || byte >= 0x80)
  }
}
