/// Fills tables of a document in YAML.
struct YAMLTableFilling {
  let file: SourceFile
  private let lineEnd: String

  init(file: SourceFile) {
    self.file = file
    lineEnd = LineEnd.dominating(in: file)
  }

  /// What fills the tables of a section; `nil` where its layout has no place for lines.
  func insertions(_ section: TableFilling.Section, _ flow: Flow) -> [TableFilling.Insertion]? {
    var result: [TableFilling.Insertion] = []
    if !section.alternatives.isEmpty {
      guard let entry = flow.matching?.span else { return nil }
      let texts = section.alternatives.map { RowText.yaml($0, in: flow) }
      guard let made = filling(entry, last: nil, texts) else { return nil }
      result += made
    }
    if !section.rows.isEmpty {
      let texts = section.rows.map { RowText.yaml($0, in: flow) }
      if flow.table.range.isEmpty {
        result.append(newTable(texts, in: flow))
      } else {
        guard let made = filling(flow.table, last: flow.rows.last?.span, texts) else { return nil }
        result += made
      }
    }
    return result
  }

  /// Adds items to a list.
  ///
  /// - Parameters:
  ///   - entry: The key with the list.
  ///   - last: The last item; `nil` for an empty list.
  private func filling(_ entry: SourceSpan, last: SourceSpan?, _ items: [String]) -> [TableFilling.Insertion]? {
    let bytes = file.bytes
    let start = file.lineStarts[file.lineIndex(at: entry.lowerBound)]
    if let last {
      // In the layout of the list that is there: items on lines of their own, or between brackets.
      guard let list = itemIndentation(of: last) else {
        let text = items.map { ", " + $0 }.joined()
        return [TableFilling.Insertion(range: last.upperBound..<last.upperBound, text: text)]
      }
      let end = file.lineEnd(after: last.upperBound)
      return [TableFilling.Insertion(range: end..<end, text: lines(items, indentation: list))]
    }
    guard let colon = bytes[entry.range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let value = bytes[(colon + 1)..<entry.upperBound].filter { !SourceLine.isBlank($0) }
    guard value.isEmpty || value == Array("[]".utf8) else { return nil }
    // In a mapping between braces the list stays between its brackets.
    if bytes[start..<entry.lowerBound].contains(UInt8(ascii: "{")) {
      let list = colon + 1..<entry.upperBound
      return [TableFilling.Insertion(range: list, text: " [\(items.joined(separator: ", "))]")]
    }
    var result: [TableFilling.Insertion] = []
    if !value.isEmpty { result.append(TableFilling.Insertion(range: colon + 1..<entry.upperBound, text: "")) }
    let end = file.lineEnd(after: entry.upperBound)
    let text = lines(items, indentation: column(of: entry.lowerBound))
    if end == entry.upperBound, !value.isEmpty {
      return [TableFilling.Insertion(range: colon + 1..<end, text: text)]
    }
    result.append(TableFilling.Insertion(range: end..<end, text: text))
    return result
  }

  /// The key with its list, at the end of a flow that has none.
  private func newTable(_ items: [String], in flow: Flow) -> TableFilling.Insertion {
    let indentation = column(of: flow.title.lowerBound)
    let end = file.lineEnd(after: flow.table.lowerBound)
    let key = lineEnd + String(repeating: " ", count: indentation) + DocumentKey.properties + ":"
    return TableFilling.Insertion(range: end..<end, text: key + lines(items, indentation: indentation))
  }

  private func lines(_ items: [String], indentation: Int) -> String {
    items.map { lineEnd + String(repeating: " ", count: indentation) + "- " + $0 }.joined()
  }

  /// The column of the mark before an item that begins its line; `nil` between brackets.
  private func itemIndentation(of item: SourceSpan) -> Int? {
    let start = file.lineStarts[file.lineIndex(at: item.lowerBound)]
    let before = file.bytes[start..<item.lowerBound]
    let indentation = before.prefix(while: SourceLine.isBlank).count
    let rest = before.dropFirst(indentation)
    guard rest.first == UInt8(ascii: "-"), rest.dropFirst().allSatisfy(SourceLine.isBlank) else { return nil }
    return indentation
  }

  /// The column of the key on the line of an offset: behind the blanks, and behind the mark of a list.
  private func column(of offset: Int) -> Int {
    let start = file.lineStarts[file.lineIndex(at: offset)]
    let line = file.bytes[start..<offset]
    return line.prefix { SourceLine.isBlank($0) || $0 == UInt8(ascii: "-") }.count
  }

  // MARK: - Value maps

  /// Value maps below the others, or with their key before the flows.
  func insertion(_ maps: [ValueMap], in dataflow: Dataflow) -> TableFilling.Insertion? {
    var document = dataflow
    document.valueMaps = maps
    document.comments = []
    let text = YAMLWriter.valueMaps(of: document).replacing("\n", with: lineEnd)
    if let last = dataflow.valueMaps.last {
      let end = file.lineEnd(after: last.span.upperBound)
      return TableFilling.Insertion(range: end..<end, text: lineEnd + text.dropLast(lineEnd.count))
    }
    guard let flows = file.lineStarts.first(where: { isKey(DocumentKey.flows, at: $0) }) else { return nil }
    return TableFilling.Insertion(range: flows..<flows, text: "\(DocumentKey.values):" + lineEnd + text)
  }

  private func isKey(_ key: String, at start: Int) -> Bool {
    file.bytes[start...].starts(with: Array((key + ":").utf8))
  }
}

extension String {
  /// The text with every line feed replaced.
  fileprivate func replacing(_ lineFeed: Character, with lineEnd: String) -> String {
    lineEnd == "\n" ? self : split(separator: lineFeed, omittingEmptySubsequences: false).joined(separator: lineEnd)
  }
}
