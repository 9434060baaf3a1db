import TandemSyntax

/// A property's name in another spelling.
enum PropertySpelling {
  static let rule = Rule(
    code: "T5003", name: "property-spelling", category: .style, severity: .note,
    summary: "A document spells a property in another way than its description.",
    page: """
      The name differs from a described one in upper and lower case or punctuation only, and no other property is
      meant by it. Systems are often strict about the spelling, so the description's is used; write it. The note
      stands once per spelling.
      """,
    failing: Examples.rows("{source: Email, target: Email, type: string}"),
    passing: Examples.rows("{source: email, target: Email, type: string}"))

  static func diagnostic(_ name: Located<String>, property: PropertyModel, entity: CatalogEntity) -> Diagnostic {
    // As a key of a mapping the right spelling may stand there already; then only the author knows which is meant.
    let line = name.span.file.line(name.span.start.line)
    let others = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    return Diagnostic(
      rule, "`\(name.value)` is `\(property.name)` in another spelling",
      explanation: "\(entity.title) has `\(property.name)`. Write it so.", at: name.span,
      labels: [Diagnostic.Label("described as `\(property.name)`", at: property.span)],
      fixes: Advice.replace(name.span, with: property.name, safe: !others.contains(property.name[...])))
  }

  /// Two names that differ in spelling only stand in each other's place.
  static func exchanged(_ pair: ExchangedPair, source: CatalogEntity, target: CatalogEntity) -> Diagnostic {
    let (left, right) = (pair.left.text, pair.right.text)
    return Diagnostic(
      rule, "`\(left)` and `\(right)` stand in each other's place",
      explanation: "\(source.title) has `\(right)`, and \(target.title) has `\(left)`. Write them so.",
      at: pair.places.left, labels: [Diagnostic.Label("the spelling of \(source.title)", at: pair.places.right)],
      fixes: [Diagnostic.Fix("exchange the two", safe: true, edits: UnknownProperty.exchange(pair))])
  }
}
