import TandemSyntax

/// A system's name in another spelling.
enum SystemSpelling {
  static let rule = Rule(
    code: "T5001", name: "system-spelling", category: .style, severity: .note,
    summary: "A document spells a system in several ways, or in a way that its description does not know.",
    page: """
      Systems are known by their names whatever the upper and lower case, blanks and punctuation, and by their
      aliases, so the document means the right system. One spelling throughout reads better and is found by a text
      search. The note stands once per spelling, at its first use.
      """,
    failing: Examples.rst(section: ("SHOP Customer", "Ledger Account")), passing: Examples.rst())

  static func inTitle(_ name: Located<String>, system: CatalogSystem, context: DocumentContext) -> Diagnostic {
    // The rules of a title in RST have its length, and stay when that stays.
    let fits =
      context.document.notation == .yaml || name.value.unicodeScalars.count == system.model.name.unicodeScalars.count
    return Diagnostic(
      rule, "`\(name.value)` is `\(system.model.name)` in another spelling",
      explanation: (("Both mean the same system. Write `\(system.model.name)`, or add `\(name.value)` to the "
        + "`aliases` of its ")
        + "description."),
      at: name.span, labels: [Diagnostic.Label("described as `\(system.model.name)`", at: system.nameSpan)],
      fixes: fits ? Advice.replace(name.span, with: system.model.name) : [])
  }

  static func inSection(_ name: Located<String>, title: String, context: DocumentContext) -> Diagnostic {
    let edits = SpellingFix.system(name.value, with: title, in: context.document)
    return Diagnostic(
      rule, "`\(name.value)` is `\(title)` in another spelling",
      explanation: "Both mean the same system. The title writes `\(title)`; so can the sections.", at: name.span,
      labels: [
        Diagnostic.Label(
          "the title",
          at: context.side(named: name.value) == .source ? context.document.source.span : context.document.target.span)
      ],
      fixes: edits.isEmpty
        ? [] : [Diagnostic.Fix("write `\(title)` in all sections", safe: isPlain(title), edits: edits)])
  }

  /// True for a name of words, which means the same wherever it is written.
  private static func isPlain(_ name: String) -> Bool {
    name.utf8.count <= 100
      && name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " " }
  }
}
