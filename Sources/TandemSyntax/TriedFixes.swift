/// Tries fixes before they are offered: a person applies a safe one without looking.
enum TriedFixes {
  /// So many bytes are read again at most for one file; the fixes after that are offered as their rules made them.
  private static let budget = 400_000

  /// The rules whose fixes are guesses: they are offered only when the text reads better with them.
  private static let guesses: Set<String> = [
    YAMLBadIndentation.rule.code, YAMLMissingColon.rule.code, YAMLUnclosedQuotationMark.rule.code,
    YAMLUnclosedBracket.rule.code, YAMLMisplacedList.rule.code, UnexpectedLine.rule.code,
    RowShape.rule.code, YAMLMalformedFlow.rule.code, YAMLComplexKey.rule.code,
  ]

  /// The diagnostics, their safe fixes being those that remove what they were offered for and bring nothing else.
  ///
  /// - Parameters:
  ///   - read: Reads a text without trying fixes.
  static func tried(
    _ diagnostics: [Diagnostic], in file: SourceFile, read: (SourceFile) -> [Diagnostic]
  ) -> [Diagnostic] {
    let before = counts(diagnostics)
    var remaining = budget
    var result = diagnostics
    for (number, diagnostic) in diagnostics.enumerated() where !diagnostic.fixes.isEmpty {
      let isGuess = guesses.contains(diagnostic.rule.code)
      var kept: [Diagnostic.Fix] = []
      for fix in diagnostic.fixes {
        var fix = fix
        if isGuess || fix.isSafe {
          let isTried = file.bytes.count <= remaining
          remaining -= isTried ? file.bytes.count : 0
          if isTried {
            let after = counts(read(SourceFile(path: file.path, bytes: text(file.bytes, with: fix))))
            let code = diagnostic.rule.code
            let isBetter =
              after[code, default: 0] < before[code, default: 0]
              && after.allSatisfy { $0.value <= before[$0.key, default: 0] }
            if isGuess, !isBetter { continue }
            fix.isSafe = fix.isSafe && isBetter
          } else if isGuess {
            continue
          }
        }
        kept.append(fix)
      }
      result[number].fixes = kept
    }
    return result
  }

  private static func counts(_ diagnostics: [Diagnostic]) -> [String: Int] {
    diagnostics.reduce(into: [:]) { $0[$1.rule.code, default: 0] += 1 }
  }

  static func text(_ bytes: [UInt8], with fix: Diagnostic.Fix) -> [UInt8] {
    var bytes = bytes
    for edit in fix.edits.sorted(by: { $0.span.lowerBound > $1.span.lowerBound })
    where edit.span.upperBound <= bytes.count {
      bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
    }
    return bytes
  }
}
