/// A clause that is not known.
enum UnknownClause {
  static let rule = Rule(
    code: "T0121",
    name: "unknown-clause",
    category: .syntax,
    severity: .error,
    summary: "The Rule column holds a clause that it does not know.",
    page: """
      The clauses, separated by `;`, are: `first choice` to `ninth choice`, `joined by "X"`, `when` with a
      condition, `values` with the name of a value map, `reference A to B`, `lookup A by path = Property`, `constant
      "V"`, `parameter name`, `default "V"`, `SYSTEM wins`, `format "yyyy-MM-dd"`, `conversion name`, `read back`. A
      clause with code in it stands between double backticks.
      """,
    failing: RSTExample.failing("- default \"unknown\"", "- defualt \"unknown\""),
    passing: RSTExample.passing
  )

  static func clause(_ span: SourceSpan, text: String, near: ClauseForm?) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    if let near {
      // Only the first word is replaced; clauses that end in their word have no such fix.
      let opening = near.template.text.split(separator: " ").first.map(String.init) ?? ""
      let end = text.firstIndex(of: " ") ?? text.endIndex
      if !opening.contains("{"), text[..<end] != opening {
        let place = SourceSpan(file: span.file, span.lowerBound..<span.lowerBound + text[..<end].utf8.count)
        let repaired = opening + text[end...]
        fixes = [
          .init(
            "replace with `\(opening)`", safe: isSound(repaired, near), edits: [TextEdit(place, replacement: opening)])
        ]
      }
    }
    let known = near.map { "Write `\($0.template.shown)`, which was probably meant." }
    return Diagnostic(
      rule, "`\(text.prefix(120))` is not a clause",
      explanation: known ?? "Write one of " + ClauseForm.all.map { "`\($0.template.shown)`" }.joined(separator: ", ")
        + ".",
      at: span, fixes: fixes)
  }

  /// True when the text is a clause of the form, as far as its words and quotation marks tell.
  private static func isSound(_ text: String, _ form: ClauseForm) -> Bool {
    let bytes = Array(text.utf8)
    guard let slots = form.template.match(0..<bytes.count, in: bytes) else { return false }
    return slots.all.allSatisfy { slot, range in
      switch slot {
      case .name, .entity, .otherEntity: return !range.isEmpty
      case .literal:
        let content = bytes[range].dropFirst().dropLast()
        return range.count >= 2 && bytes[range].first == 0x22 && bytes[range].last == 0x22
          && !content.contains(0x22) && !content.contains(0x5C)
      default: return false
      }
    }
  }

  /// Double back quotes that are opened and not closed, or the other way round.
  static func backticks(_ span: SourceSpan, isCell: Bool) -> Diagnostic {
    let text = span.text
    let isClosing = text.hasSuffix("``") && !text.hasPrefix("``")
    let place = isClosing ? span.lowerBound : span.upperBound
    let edit = TextEdit(SourceSpan(file: span.file, place..<place), replacement: "``")
    return Diagnostic(
      rule,
      "the double back quotes of `\(text.prefix(120).filter { $0 != "`" })` are not \(isClosing ? "opened" : "closed")",
      explanation: "Code stands between two pairs of back quotes; each clause has its own.", at: span,
      fixes: isCell ? [.init(isClosing ? "open them" : "close them", safe: false, edits: [edit])] : [])
  }

  /// - Parameters:
  ///   - content: The clause without the back quotes around it.
  ///   - needsQuotes: True where the clause holds code.
  static func singleBackticks(_ span: SourceSpan, content: String, needsQuotes: Bool) -> Diagnostic {
    let right = needsQuotes ? "``\(content)``" : content
    return Diagnostic(
      rule, "the back quotes around `\(content.prefix(120))` are not two and two",
      explanation: needsQuotes
        ? "Code stands between two pairs of back quotes. Write \(right)."
        : "The clause holds no code and needs no back quotes. Write \(right).",
      at: span, fixes: [.init("write \(right)", safe: false, edits: [TextEdit(span, replacement: right)])])
  }

  /// One pair of back quotes around several clauses.
  static func aroundAll(_ span: SourceSpan, right: String) -> Diagnostic {
    Diagnostic(
      rule, "the back quotes stand around several clauses",
      explanation: "Each clause with code has its own pair, and the others need none. Write: \(right)", at: span,
      fixes: [.init("write \(right)", safe: false, edits: [TextEdit(span, replacement: right)])])
  }

  /// Commas in the place of semicolons.
  static func commas(_ span: SourceSpan, edits: [TextEdit]) -> Diagnostic {
    Diagnostic(
      rule, "a comma stands between clauses",
      explanation: "Clauses are separated by `;`, because names may hold a comma.", at: span,
      fixes: [.init("write `;` instead of the comma", safe: false, edits: edits)])
  }

  static func empty(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "a clause is missing between two semicolons", explanation: "Write a clause there, or remove one of them.",
      at: span)
  }

  static func ordinal(_ span: SourceSpan, word: String) -> Diagnostic {
    let near = SpellingDistance.nearest(to: word, in: ClauseForm.ordinals)
    return Diagnostic(
      rule, "`\(word)` is not a place in an order",
      explanation: "Write " + ClauseForm.ordinals.map { "`\($0)`" }.joined(separator: ", ") + " before `choice`.",
      at: span,
      fixes: near.map {
        [.init("write `\($0) choice`", safe: true, edits: [TextEdit(span, replacement: "\($0) choice")])]
      }
        ?? [])
  }

  static func needsText(_ span: SourceSpan, form: ClauseForm) -> Diagnostic {
    Diagnostic(
      rule, "`\(form.template.shown)` needs text in quotation marks",
      explanation: "Put the text between quotation marks: `\"\(span.text)\"`.", at: span)
  }

  static func lookupPair(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(span.text)` does not compare two properties",
      explanation:
        "Write `path = Property`, the path on the source's record and the property of the entity that is looked up.",
      at: span)
  }
}
