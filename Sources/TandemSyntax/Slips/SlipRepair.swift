/// Looks for the one slip that explains what was found.
///
/// One wrong sign often has several consequences, and a rule that sees one of them cannot know which sign it was. Where
/// undoing a single slip in a line makes the whole document read without a fault, the findings were one: the nearest is
/// kept, with the correction. Nothing is concluded where no slip, or more than one line, explains them.
enum SlipRepair {
  /// So many bytes are read again at most.
  private static let budget = 3_000_000
  /// More findings have more than one cause.
  private static let maximum = 4

  /// The findings, joined to one with a correction where one slip explains them.
  ///
  /// - Parameters:
  ///   - diagnostics: In the order of the text.
  ///   - read: Reads a text without trying fixes.
  static func joined(
    _ diagnostics: [Diagnostic], in file: SourceFile, isYAML: Bool, read: (SourceFile) -> [Diagnostic]
  ) -> [Diagnostic] {
    let errors = diagnostics.filter { $0.severity == .error }
    guard let first = errors.first, diagnostics.count <= maximum, file.bytes.count < budget / 8,
      diagnostics.count > 1 || first.fixes.isEmpty || mayBeHalf(first)
    else { return diagnostics }
    // A correction of one of them that is right for all needs no search.
    for (number, diagnostic) in diagnostics.enumerated() where diagnostics.count > 1 {
      for (place, fix) in diagnostic.fixes.enumerated().prefix(2) where cures(fix, file, advice: 0, read) {
        var kept = diagnostics[number]
        kept.fixes.remove(at: place)
        kept.fixes.insert(fix, at: 0)
        return [kept]
      }
    }
    if diagnostics.count == 1, let fix = first.fixes.first, cures(fix, file, advice: 0, read) { return diagnostics }
    var remaining = budget
    var seen: Set<Int> = []
    for diagnostic in diagnostics where diagnostic.severity == .error {
      let number = file.lineIndex(at: diagnostic.span.lowerBound)
      guard seen.insert(number).inserted else { continue }
      let start = file.lineStarts[number]
      var end = number + 1 < file.lineStarts.count ? file.lineStarts[number + 1] : file.bytes.count
      while end > start, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
      let fault = diagnostic.span.range.clamped(to: start..<end)
      for fix in SlipCandidates(start..<end, of: file, isYAML: isYAML, fault: fault).fixes {
        remaining -= file.bytes.count
        guard remaining > 0 else { return diagnostics }
        guard cures(fix, file, advice: 0, read) else { continue }
        var kept = diagnostic
        kept.fixes.insert(fix, at: 0)
        return [kept]
      }
    }
    return diagnostics
  }

  /// True for a finding whose own corrections often mend only a part.
  private static func mayBeHalf(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.fixes.allSatisfy { !$0.isSafe }
  }

  /// True when nothing is left to say of the document with the correction, except advice that was given before.
  private static func cures(
    _ fix: Diagnostic.Fix, _ file: SourceFile, advice: Int, _ read: (SourceFile) -> [Diagnostic]
  ) -> Bool {
    let left = read(SourceFile(path: file.path, bytes: TriedFixes.text(file.bytes, with: fix)))
    return left.count <= advice && !left.contains { $0.severity == .error }
  }
}
