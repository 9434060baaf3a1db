import TandemSyntax

/// A section about another system than the title's.
enum SystemOutsideTitle {
  static let rule = Rule(
    code: "T1003", name: "system-outside-title", category: .names, severity: .error,
    summary: "A section names another system than the title does.",
    page: """
      All sections of a document go from the system on the left of the title to the system on the right. A section in
      the opposite direction belongs into the opposite document (`Ledger to Shop`), one about a third system into a
      document of its own.
      """,
    failing: Examples.document(
      Examples.section("Ledger Account to Shop Customer", rows: ["{source: Name, target: name, type: string}"])),
    passing: Examples.rows())

  static func diagnostic(_ name: EntityName, side: FlowSide, context: DocumentContext) -> Diagnostic {
    let title = context.spelling(of: side)
    let wanted = side == .source ? "left" : "right"
    let label = Diagnostic.Label(
      "the title names `\(title)` on the \(wanted)",
      at: side == .source ? context.document.source.span : context.document.target.span)
    if name.system.value.isEmpty {
      if let entity = entityBehindForeignBlank(name, side: side, context: context) {
        return Diagnostic(
          rule, "no plain space stands between the system and `\(entity)`",
          explanation:
            "So the two are read as one word. Write `\(title) \(entity)` here and in the sentences of the section.",
          at: name.span, labels: [label], fixes: Advice.replace(name.span, with: "\(title) \(entity)", safe: true))
      }
      return Diagnostic(
        rule, "the system of `\(name.entity.value)` is missing",
        explanation: "Write `\(title) \(name.entity.value)` here and in the sentences of the section.", at: name.span,
        labels: [label])
    }
    let named = context.catalog.system(named: name.system.value)
    // The name of a third system is no misspelt name of this one.
    let near = named == nil ? SpellingDistance.nearest(to: name.system.value, in: [title]) : nil
    return Diagnostic(
      rule, "`\(name.system.value)` is not the system on the \(wanted) of the title, `\(title)`",
      explanation: (near.map { "Did you mean `\($0)`? " } ?? "")
        + ("Write `\(title)`, add the spelling to the `aliases` of its description, or move the section into a "
          + "document of its own."),
      at: name.system.span, labels: [label], fixes: Advice.replace(name.system.span, with: near))
  }

  /// A section whose two systems are those of the title, the wrong way round.
  static func reversed(_ flow: Flow, context: DocumentContext) -> Diagnostic {
    let fix = SectionTurn(flow, context: context)?.fix
    return Diagnostic(
      rule, "the section goes from `\(flow.source.system.value)` to `\(flow.target.system.value)`, against the title",
      explanation: "Sections of this document go from `\(context.spelling(of: .source))` to "
        + "`\(context.spelling(of: .target))`. Turn the section round, or move it into a document "
        + "`\(context.spelling(of: .target)) to \(context.spelling(of: .source))`.",
      at: flow.title,
      labels: [
        Diagnostic.Label("the title begins with `\(context.spelling(of: .source))`", at: context.document.source.span)
      ], fixes: fix.map { [$0] } ?? [])
  }

  /// The entity of a name whose two words are divided by another character than a space: a no-break space, for example.
  private static func entityBehindForeignBlank(_ name: EntityName, side: FlowSide, context: DocumentContext) -> String?
  {
    let words = VisibleText.words(name.entity.value)
    guard words.count > 1 else { return nil }
    let count = (1..<words.count).first { count in
      context.catalog.system(named: words.prefix(count).joined(separator: " ")) === context.system(side)
    }
    return count.map { words.dropFirst($0).joined(separator: " ") }
  }
}
