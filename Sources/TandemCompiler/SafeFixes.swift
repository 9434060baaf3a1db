import TandemSyntax

/// Applies the safe corrections of diagnostics to the texts that they speak of.
public struct SafeFixes: Sendable {
  /// The changed texts.
  public private(set) var files: [Change] = []
  /// The number of corrections in them.
  public private(set) var count = 0

  /// A text that a correction changes.
  public struct Change: Sendable {
    /// The text as it was.
    public let file: SourceFile
    /// The edits, in the order of the text, none of which touches another.
    public fileprivate(set) var edits: [TextEdit]

    /// The text as it is afterwards.
    public var bytes: [UInt8] {
      var result = file.bytes
      for edit in edits.reversed() { result.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8)) }
      return result
    }
  }

  /// Chooses the first safe correction of each diagnostic. A correction that touches one chosen before is left out as a
  /// whole: what it would be after that one, only a new check can say.
  public init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      guard let fix = diagnostic.fixes.first(where: \.isSafe), !fix.edits.isEmpty else { continue }
      if fix.edits.allSatisfy(isChosen) { continue }
      guard fix.edits.allSatisfy({ isValid($0) && !touchesChosen($0) }), !touchThemselves(fix.edits) else { continue }
      count += 1
      for edit in fix.edits { choose(edit) }
    }
    for index in files.indices { files[index].edits.sort { $0.span.lowerBound < $1.span.lowerBound } }
  }

  private func edits(of file: SourceFile) -> [TextEdit] { files.first { $0.file === file }?.edits ?? [] }

  private func isChosen(_ edit: TextEdit) -> Bool { edits(of: edit.span.file).contains(edit) }

  private func isValid(_ edit: TextEdit) -> Bool {
    edit.span.lowerBound >= 0 && edit.span.upperBound <= edit.span.file.bytes.count
      && String(decoding: edit.span.file.bytes[edit.span.range], as: UTF8.self) != edit.replacement
  }

  private func touchesChosen(_ edit: TextEdit) -> Bool {
    edits(of: edit.span.file).contains { SafeFixes.touch($0, edit) }
  }

  private func touchThemselves(_ edits: [TextEdit]) -> Bool {
    edits.indices.contains { index in
      edits[..<index].contains { $0.span.file === edits[index].span.file && SafeFixes.touch($0, edits[index]) }
    }
  }

  /// Two edits at one place have no order, so edits that only meet touch each other too.
  private static func touch(_ left: TextEdit, _ right: TextEdit) -> Bool {
    left.span.lowerBound <= right.span.upperBound && right.span.lowerBound <= left.span.upperBound
  }

  private mutating func choose(_ edit: TextEdit) {
    if let index = files.firstIndex(where: { $0.file === edit.span.file }) {
      files[index].edits.append(edit)
    } else {
      files.append(Change(file: edit.span.file, edits: [edit]))
    }
  }
}
