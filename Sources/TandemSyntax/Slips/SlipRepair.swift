/// Looks for the one slip that explains what was found.
///
/// One wrong sign often has several consequences, and a rule that sees one of them cannot know which sign it was. Where
/// undoing a single slip in a line makes the whole document read without a fault, the findings were one: the nearest is
/// kept, with the correction. Nothing is concluded where no slip, or more than one line, explains them.
enum SlipRepair {
  /// So many bytes are read again at most.
  private static let budget = 2_000_000
  /// So many slips are tried for one document.
  private static let tries = 160
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
    // Of bytes that are no text nothing can be concluded.
    guard let first = errors.first, !errors.contains(where: { $0.rule.code == InvalidUTF8.rule.code }),
      diagnostics.count <= maximum, file.bytes.count < budget / 8,
      diagnostics.count > 1 || first.fixes.isEmpty || mayBeHalf(first)
    else { return diagnostics }
    let advice = diagnostics.count - errors.count
    // One slip is the likelier the fewer lines it has spoilt.
    let isOneLine = Set(errors.map { file.lineIndex(at: $0.span.lowerBound) }).count == 1
    let limit = isOneLine ? tries : tries / 3
    var remaining = budget
    var tried = 0
    func cures(_ fix: Diagnostic.Fix) -> Bool {
      remaining -= file.bytes.count
      tried += 1
      guard remaining > 0, tried <= limit else { return false }
      let left = read(SourceFile(path: file.path, bytes: TriedFixes.text(file.bytes, with: fix)))
      return left.count <= advice && !left.contains { $0.severity == .error }
    }
    func join(_ diagnostic: Diagnostic, _ fix: Diagnostic.Fix) -> [Diagnostic] {
      var kept = diagnostic
      kept.fixes.removeAll { $0.edits == fix.edits }
      kept.fixes.insert(fix, at: 0)
      return advice == 0 ? [kept] : diagnostics.filter { $0.severity != .error } + [kept]
    }
    // Each line once, with the first fault in it.
    var lines: [(number: Int, fault: Diagnostic)] = []
    for error in errors {
      let number = file.lineIndex(at: error.span.lowerBound)
      if !lines.contains(where: { $0.number == number }) { lines.append((number, error)) }
    }
    let candidates = lines.map { number, fault in
      let content = content(number, of: file)
      return SlipCandidates(
        content, of: file, isYAML: isYAML, fault: fault.span.range.clamped(to: content))
    }
    for (line, candidates) in zip(lines, candidates) {
      for fix in candidates.doublings + candidates.closings where cures(fix) { return join(line.fault, fix) }
    }
    // A correction of one of them that is right for all needs no search.
    for error in errors {
      for fix in error.fixes.prefix(2) where cures(fix) {
        return errors.count == 1 && fix.edits == error.fixes[0].edits ? diagnostics : join(error, fix)
      }
    }
    for (line, candidates) in zip(lines, candidates) {
      for fix in candidates.fixes where cures(fix) { return join(line.fault, fix) }
    }
    for line in lines {
      let slips = LineSlips(around: line.number, of: file, isYAML: isYAML)
      for fix in slips.fixes where cures(fix) { return join(line.fault, fix) }
    }
    return diagnostics
  }

  private static func content(_ line: Int, of file: SourceFile) -> Range<Int> {
    let start = file.lineStarts[line]
    var end = line + 1 < file.lineStarts.count ? file.lineStarts[line + 1] : file.bytes.count
    while end > start, file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// True for a finding whose own corrections often mend only a part.
  private static func mayBeHalf(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.fixes.allSatisfy { !$0.isSafe }
  }
}
