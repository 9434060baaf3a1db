/// Prints the layout of a document under its key, nothing where it is the canonical one.
enum YAMLLayoutWriter {
  static func write(_ layout: DocumentLayout, to output: inout YAMLOutput) {
    let lines = LayoutForm.all.compactMap { form in text(of: form.kind, layout).map { (form.key, $0) } }
    guard !lines.isEmpty || !output.comments.at(.layout, .before).isEmpty else { return }
    output.before(.layout)
    output.line(LayoutForm.documentKey, lines.isEmpty ? "{}" : "")
    for (key, text) in lines { output.line(key, text, indentation: 2) }
  }

  private static func text(of kind: LayoutForm.Kind, _ layout: DocumentLayout) -> String? {
    let canonical = DocumentLayout()
    switch kind {
    case .lineEnds: return layout.lineEnds == canonical.lineEnds ? nil : layout.lineEnds.rawValue
    case .otherLineEnds: return list(layout.otherLineEnds)
    case .comments: return mapping(layout.commentPlaces) { "\($0)" }
    case .commentLengths: return mapping(layout.commentLengths) { "\($0)" }
    case .commentMarks: return mapping(layout.commentMarks, \.rawValue)
    case .order:
      return mapping(layout.order) { run in
        run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound) \(LayoutForm.through) \(run.upperBound)"
      }
    case .missingLines: return mapping(layout.missingLines) { "\($0)" }
    case .spellings: return mapping(layout.spellings) { mapping($0, YAMLText.quoted) ?? "{}" }
    case .byteOrderMark: return layout.hasByteOrderMark ? FlagForm.on : nil
    case .introductionHeading:
      return layout.hasOlderIntroduction ? YAMLText.quoted(HeadingForm.introduction.older) : nil
    case .parameters: return layout.hasParametersFirst ? LayoutForm.first : nil
    case .emptyParameters: return layout.hasEmptyParameters ? FlagForm.on : nil
    case .finalLineEnd: return layout.endsWithLineEnd ? nil : LayoutForm.missing
    case .blankLines: return mapping(layout.blankLines) { "\($0)" }
    case .trailingBlanks: return mapping(layout.trailingBlanks, YAMLText.quoted)
    case .spacing: return mapping(layout.spacing) { mapping($0, YAMLText.quoted) ?? "{}" }
    case .innerSpacing: return mapping(layout.innerSpacing) { mapping($0, YAMLText.quoted) ?? "{}" }
    case .ruleLengths: return mapping(layout.ruleLengths) { "\($0)" }
    case .marks: return mapping(layout.marks, \.rawValue)
    case .emptyTables: return list(layout.emptyTables)
    case .emptyPromises: return list(layout.emptyPromises)
    case .emptyColumns:
      return mapping(layout.emptyColumns) { kinds in
        let names = LayoutForm.optionalColumns.filter { kinds.contains($0.kind) }.map(\.heading.text)
        return "[\(names.joined(separator: ", "))]"
      }
    }
  }

  private static func list(_ numbers: [Int]) -> String? {
    numbers.isEmpty ? nil : "[\(numbers.map(String.init).joined(separator: ", "))]"
  }

  private static func mapping<Value>(_ entries: [Int: Value], _ text: (Value) -> String) -> String? {
    guard !entries.isEmpty else { return nil }
    let pairs = entries.sorted { $0.key < $1.key }.map { ("\($0.key)", text($0.value)) }
    return YAMLOutput.mapping(pairs: pairs)
  }
}
