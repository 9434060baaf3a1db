/// What follows from a misspelt name in a heading: a rule under or over it that has the right length as soon as the name is
/// put right. It is one fault, which the diagnostic of the name tells; as names are known to the checker alone, this looks
/// at everything that was found.
public enum HeadingConsequences {
  /// The diagnostics without the remarks on such rules.
  public static func removed(from diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.contains(where: isRuleLength) else { return diagnostics }
    var corrections: [Place: [Diagnostic.Fix]] = [:]
    for diagnostic in diagnostics where !isRuleLength(diagnostic) {
      guard let fix = diagnostic.fixes.first else { continue }
      let place = Place(file: ObjectIdentifier(diagnostic.span.file), line: diagnostic.span.start.line)
      corrections[place, default: []].append(fix)
    }
    return diagnostics.filter { rule in
      guard isRuleLength(rule) else { return true }
      let line = rule.span.start.line
      return ![line - 1, line + 1].contains { heading in
        corrections[Place(file: ObjectIdentifier(rule.span.file), line: heading), default: []].contains { fix in
          fits(rule.span, under: heading, after: fix)
        }
      }
    }
  }

  private struct Place: Hashable {
    var file: ObjectIdentifier
    var line: Int
  }

  private static func isRuleLength(_ diagnostic: Diagnostic) -> Bool { diagnostic.rule.code == RuleLength.rule.code }

  /// True when the marks are as many as the heading has characters after the correction.
  private static func fits(_ rule: SourceSpan, under heading: Int, after fix: Diagnostic.Fix) -> Bool {
    let marks = rule.file.bytes[rule.range]
    guard let mark = marks.first, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "="),
      marks.allSatisfy({ $0 == mark })
    else { return false }
    let title = rule.file.line(heading).unicodeScalars
    var width = title.count - title.reversed().prefix { $0 == " " || $0 == "\t" }.count
    for edit in fix.edits where edit.span.file === rule.file && edit.span.start.line == heading {
      width += edit.replacement.unicodeScalars.count - edit.span.text.unicodeScalars.count
    }
    return width == marks.count
  }
}
