import TandemSyntax
import TandemValues

/// A section of the elements of something that is no list.
enum NoList {
  static let rule = Rule(
    code: "T4022", name: "no-list", category: .flow, severity: .error,
    summary: "A section names the elements of a property that is no list of objects.",
    page: """
      `Shop Order.lines to Ledger Receipt` makes a record of each element of `lines`. The property must be a list whose
      elements have properties, which the rows then name: a row `{source: text, ...}` takes the `text` of a line.
      """,
    failing: Examples.flow(
      "Shop Order.number to Ledger Receipt", rows: ["{source: number, target: Text, type: string}"]),
    passing: Examples.flow("Shop Order.lines to Ledger Receipt", rows: ["{source: text, target: Text, type: string}"]))

  static func diagnostic(
    _ element: Located<String>, property: PropertyModel, entity: CatalogEntity
  ) -> Diagnostic {
    let lists = entity.model.properties.filter { property in
      if case .list = property.type { return !property.members.isEmpty }
      return false
    }
    return Diagnostic(
      rule, "`\(element.value)` of \(entity.title) is \(Wording.a(property.type.word)), not a list of objects",
      explanation: lists.isEmpty
        ? "\(entity.title) has no such list. Leave `.\(element.value)` out."
        : "Lists of \(entity.title) are \(Wording.list(lists.map(\.name))).",
      at: element.span, labels: [Diagnostic.Label(property.type.phrase, at: property.span)],
      fixes: lists.count == 1 ? Advice.replace(element.span, with: lists[0].name) : [])
  }
}
