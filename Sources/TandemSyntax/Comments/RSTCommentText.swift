/// The text of a comment in RST: what stands behind its two full stops, and how any text can stand there.
///
/// A text that RST would read as something else than a comment begins on the line below the full stops. One that cannot
/// stand there as it is, because blank lines at its edges would be lost or its first words are a label, keeps the number
/// signs of YAML before its lines.
public enum RSTCommentText {
  /// The width of the full stops with the blank behind them, under which further lines stand.
  static let margin = 3
  /// The word that says that a comment belongs to what stands above it.
  public static let above = "above"
  /// The words for parts that only YAML has.
  static let labels: [String] = [above, DocumentKey.flows, DocumentKey.values, LayoutForm.documentKey, linksOnly]
  /// The key of a section without rows, which has no sentence where it says `false`.
  static let linksOnly = DocumentKey.linksOnly

  /// The lines of a comment in RST, the first with its full stops.
  ///
  /// - Parameter marks: The marks that it has instead of those that it needs to be read as what it is.
  static func written(
    _ lines: [String], label: String? = nil, marks: DocumentLayout.CommentMarks? = nil
  ) -> [String] {
    let marks = marks ?? self.marks(of: lines, isLabelled: label != nil)
    var lines = marks.hasSigns ? lines.map { $0.isEmpty ? "#" : "# " + $0 } : lines
    var result: [String]
    if let label, marks.hasLabel {
      let first = lines.isEmpty ? "" : lines.removeFirst()
      result = [first.isEmpty ? ".. \(label):" : ".. \(label): \(first)"]
    } else if lines.isEmpty || lines[0].isEmpty {
      result = [".."]
      lines = Array(lines.dropFirst())
    } else if marks == .below {
      result = [".."]
    } else {
      result = [".. " + lines.removeFirst()]
    }
    result += lines.map { $0.isEmpty ? "" : "   " + $0 }
    return result
  }

  /// The marks that a comment needs to be read as what it is.
  static func marks(of lines: [String], isLabelled: Bool) -> DocumentLayout.CommentMarks {
    if needsSigns(lines, isLabelled: isLabelled) { return isLabelled ? .labelAndSigns : .signs }
    if isLabelled { return .label }
    return lines.first.map { !$0.isEmpty && readsAsMarkup($0) } ?? false ? .below : .plain
  }

  /// The comment's own lines, of what stands behind its full stops and its label, if it has one, and the marks before
  /// them.
  static func read(
    _ found: [String], isLabelled: Bool = false
  ) -> (lines: [String], marks: DocumentLayout.CommentMarks) {
    var lines = found
    var marks = isLabelled ? DocumentLayout.CommentMarks.label : .plain
    if !isLabelled, lines.count > 1, lines[0].isEmpty, readsAsMarkup(lines[1]) {
      lines.removeFirst()
      marks = .below
    }
    if let stripped = withoutSigns(lines), needsSigns(stripped, isLabelled: isLabelled) {
      return (stripped, isLabelled ? .labelAndSigns : .signs)
    }
    return (lines, marks)
  }

  /// The label at the beginning of a comment, and its lines without it.
  static func label(_ lines: [String]) -> (label: String, lines: [String])? {
    guard let first = lines.first, let label = label(of: first) else { return nil }
    let rest = first.utf8.dropFirst(label.utf8.count + 1)
    return (label, [String(decoding: rest.first == 0x20 ? rest.dropFirst() : rest, as: UTF8.self)] + lines.dropFirst())
  }

  private static func label(of line: String) -> String? {
    labels.first { label in
      guard line.utf8.starts(with: label.utf8) else { return false }
      let rest = line.utf8.dropFirst(label.utf8.count)
      guard rest.first == UInt8(ascii: ":") else { return false }
      return rest.dropFirst().first.map { $0 == 0x20 } ?? true
    }
  }

  // MARK: - What can stand there

  /// - Parameter depth: The number of signs that were taken from the lines; of very many the last ones do not count.
  private static func needsSigns(_ lines: [String], isLabelled: Bool, depth: Int = 0) -> Bool {
    if depth < 8, let stripped = withoutSigns(lines), needsSigns(stripped, isLabelled: isLabelled, depth: depth + 1) {
      return true
    }
    guard let first = lines.first, let last = lines.last else { return true }
    if lines.count == 1, first.isEmpty { return isLabelled }
    if last.isEmpty { return true }
    if first.isEmpty, lines[1].isEmpty || !isLabelled && readsAsMarkup(lines[1]) { return true }
    if !isLabelled, label(of: first) != nil { return true }
    return lines.indices.dropFirst().contains { index in
      isTableLine(lines[index], isFirst: lines[index - 1].isEmpty)
    }
  }

  private static func withoutSigns(_ lines: [String]) -> [String]? {
    var result: [String] = []
    for line in lines {
      let bytes = line.utf8
      guard bytes.first == UInt8(ascii: "#") else { return nil }
      if bytes.count == 1 {
        result.append("")
      } else if bytes.count > 2, bytes.dropFirst().first == 0x20 {
        result.append(String(decoding: bytes.dropFirst(2), as: UTF8.self))
      } else {
        return nil
      }
    }
    return result.isEmpty ? nil : result
  }

  /// True when a line right behind two full stops is no comment.
  private static func readsAsMarkup(_ line: String) -> Bool {
    let bytes = Array(".. \(line)".utf8)
    guard bytes.count > 3 else { return false }
    switch bytes[3] {
    case UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "|"): return true
    default: break
    }
    if RSTLineScanner.shape(of: 0..<bytes.count, in: bytes) != .comment { return true }
    return zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: ":") }
  }

  /// True for a line that a reader may take for one of a table.
  ///
  /// - Parameter isFirst: True behind a blank line, where the lines of a table end a comment.
  private static func isTableLine(_ line: String, isFirst: Bool) -> Bool {
    let bytes = Array(line.utf8.drop { SourceLine.isBlank($0) })
    switch RSTLineScanner.shape(of: 0..<bytes.count, in: bytes) {
    case .row: return true
    case .cell: return isFirst || bytes.count < line.utf8.count
    case let shape: return isFirst && isTableLine(shape)
    }
  }

  /// True for the shapes of the lines of tables.
  static func isTableLine(_ shape: RSTLine.Shape) -> Bool {
    switch shape {
    case .row, .cell, .directive, .option: return true
    default: return false
    }
  }
}

extension DocumentLayout.CommentMarks {
  fileprivate var hasLabel: Bool { self == .label || self == .labelAndSigns }
  fileprivate var hasSigns: Bool { self == .signs || self == .labelAndSigns }
}
