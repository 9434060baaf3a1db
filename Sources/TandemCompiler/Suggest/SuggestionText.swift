import TandemSemantics
import TandemSyntax

/// Suggestions for people: each row with its confidence and its reasons, then the tables as they would stand.
public enum SuggestionText {
  /// The text.
  ///
  /// - Parameter showsTables: True to print the filled tables too, as they can be pasted.
  public static func render(_ documents: [DocumentSuggestions], showsTables: Bool) -> String {
    var blocks: [String] = []
    for document in documents {
      for index in document.sections.indices { blocks.append(list(index, of: document)) }
    }
    if showsTables { for document in documents { blocks += tables(of: document) } }
    return blocks.joined(separator: "\n")
  }

  private static func list(_ index: Int, of document: DocumentSuggestions) -> String {
    let section = document.sections[index]
    var text = "\(document.dataflow.file.path):\(section.line): \(section.title)\n"
    for alternative in section.alternatives {
      let pairs = alternative.alternative.pairs.map { "\($0.source.path.text) = \($0.target.path.text)" }
      text += line(alternative.confidence, "match " + pairs.joined(separator: ", "), alternative.reasons)
    }
    for (place, row) in section.rows.enumerated() {
      let source = row.row.source.map(name) ?? constant(row.row)
      let obstacle = document.obstacles[DocumentSuggestions.RowPlace(section: index, row: place)]
      let reasons = row.reasons + (obstacle.map { ["not written: \($0)"] } ?? [])
      text += line(row.confidence, "\(source) -> \(name(row.row.target))", reasons)
    }
    if !section.needs.isEmpty {
      let needs = section.needs.joined(separator: ", ")
      text +=
        "        required, and nothing fits: \(InvisibleCharacter.shown(needs)); give a constant, a parameter or a lookup\n"
    }
    return text
  }

  private static func line(_ confidence: Int, _ subject: String, _ reasons: [String]) -> String {
    let percent = String(confidence)
    let margin = String(repeating: " ", count: max(0, 4 - percent.count))
    let text = "\(subject): \(reasons.joined(separator: "; "))"
    return "\(margin)\(percent) %  \(InvisibleCharacter.shown(text))\n"
  }

  /// What a row without a source gives.
  private static func constant(_ row: PropertyRow) -> String {
    for clause in row.clauses {
      if case .constant(let literal) = clause.value { return "\"\(literal.content)\"" }
    }
    return "a value"
  }

  private static func name(_ cell: PropertyCell) -> String {
    let conditions = cell.dependencies.map { "\($0.path.text) = \($0.value.value)" }
    return cell.path.text + (conditions.isEmpty ? "" : " (\(conditions.joined(separator: ", ")))")
  }

  /// The filled tables and the new value maps, as they stand in the filled document.
  private static func tables(of document: DocumentSuggestions) -> [String] {
    guard let filled = document.filled, !document.edits.isEmpty else { return [] }
    var blocks: [String] = []
    for (index, section) in document.sections.enumerated() {
      let flow = filled.flows[section.flow]
      if !section.alternatives.isEmpty, let matching = flow.matching { blocks.append(excerpt(matching.span)) }
      if !document.writtenRows(index).isEmpty { blocks.append(excerpt(flow.table)) }
    }
    let maps = Array(filled.valueMaps.dropFirst(document.dataflow.valueMaps.count))
    if filled.notation == .rst { return blocks + maps.map { excerpt($0.name.span.joined(with: $0.span)) } }
    if !maps.isEmpty { blocks.append("\(DocumentKey.values):\n" + maps.map { excerpt($0.span) }.joined()) }
    return blocks
  }

  /// The whole lines that a span is in.
  private static func excerpt(_ span: SourceSpan) -> String {
    let bytes = span.file.bytes
    var (start, end) = (span.lowerBound, span.upperBound)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return String(decoding: bytes[start..<end].filter { $0 != 0x0D }, as: UTF8.self) + "\n"
  }
}

extension SourceSpan {
  /// From the first byte of both spans to the last.
  fileprivate func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(file: file, min(lowerBound, other.lowerBound)..<max(upperBound, other.upperBound))
  }
}
