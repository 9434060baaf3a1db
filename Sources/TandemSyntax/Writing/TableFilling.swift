/// Fills tables of a document with rows, by edits of its text: comments and everything else stay, byte for byte.
public enum TableFilling {
  /// What a section is given.
  public struct Section: Sendable {
    /// The section's place in the document, from 0.
    public var flow: Int
    /// Rows for the end of its property table.
    public var rows: [PropertyRow]
    /// Combinations for its merge table, which must be empty.
    public var alternatives: [Matching.Alternative]

    /// Names a section with what it is given.
    public init(flow: Int, rows: [PropertyRow], alternatives: [Matching.Alternative] = []) {
      self.flow = flow
      self.rows = rows
      self.alternatives = alternatives
    }
  }

  /// The edits that fill tables, in the order of the text; `nil` where the text is laid out so that they would not say
  /// what is meant.
  ///
  /// - Parameters:
  ///   - reading: The document, read without an error.
  ///   - sections: What each section is given.
  ///   - valueMaps: Value maps that the document is given, too.
  public static func edits(
    _ reading: Reading<Dataflow>, sections: [Section], valueMaps: [ValueMap] = []
  ) -> [TextEdit]? {
    guard let dataflow = reading.product else { return nil }
    let file = dataflow.file
    var insertions: [Insertion] = []
    for section in sections {
      guard dataflow.flows.indices.contains(section.flow) else { return nil }
      let flow = dataflow.flows[section.flow]
      let made =
        dataflow.notation == .rst
        ? RSTTableFilling(file: file).insertions(section, flow) : YAMLTableFilling(file: file).insertions(section, flow)
      guard let made else { return nil }
      insertions += made
    }
    if !valueMaps.isEmpty {
      let made =
        dataflow.notation == .rst
        ? RSTTableFilling(file: file).insertion(valueMaps, in: dataflow)
        : YAMLTableFilling(file: file).insertion(valueMaps, in: dataflow)
      guard let made else { return nil }
      insertions.append(made)
    }
    let edits = joined(insertions, in: file)
    return says(edits, sections, valueMaps, dataflow) ? edits : nil
  }

  /// Text for a place; or, with a length, in the place of so many bytes.
  struct Insertion {
    var range: Range<Int>
    var text: String
  }

  /// The edits in the order of the text; what is inserted at one place becomes one edit.
  private static func joined(_ insertions: [Insertion], in file: SourceFile) -> [TextEdit] {
    var result: [TextEdit] = []
    let ordered = insertions.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, insertion) in ordered {
      if let last = result.last, last.span.upperBound == insertion.range.lowerBound, insertion.range.isEmpty,
        last.span.range.isEmpty
      {
        result[result.count - 1].replacement += insertion.text
      } else {
        result.append(TextEdit(SourceSpan(file: file, insertion.range), replacement: insertion.text))
      }
    }
    return result
  }

  /// True when the edited text says what it said before, and what it was given.
  private static func says(
    _ edits: [TextEdit], _ sections: [Section], _ valueMaps: [ValueMap], _ dataflow: Dataflow
  ) -> Bool {
    var wanted = dataflow
    for section in sections {
      wanted.flows[section.flow].rows += section.rows
      if !section.alternatives.isEmpty {
        wanted.flows[section.flow].matching?.alternatives += section.alternatives
      }
    }
    wanted.valueMaps += valueMaps
    let text = SourceFile(path: dataflow.file.path, bytes: bytes(dataflow.file, edits))
    let reading = dataflow.notation == .rst ? RSTReader.read(text) : YAMLReader.read(text)
    guard let product = reading.product, !reading.diagnostics.contains(where: { $0.severity == .error }) else {
      return false
    }
    return YAMLWriter.content(of: product) == YAMLWriter.content(of: wanted)
      && product.comments.count == dataflow.comments.count
  }

  /// A text with edits, which stand in its order.
  public static func bytes(_ file: SourceFile, _ edits: [TextEdit]) -> [UInt8] {
    Formatting(file: file, edits: edits).bytes
  }
}

extension SourceFile {
  /// Where the line ends that an offset is in, before its line end.
  func lineEnd(after offset: Int) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    if end > offset, bytes[end - 1] == 0x0D, end < bytes.count { end -= 1 }
    return end
  }
}
