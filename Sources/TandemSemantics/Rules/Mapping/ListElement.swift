import TandemSyntax

/// A path into a list that does not say which element.
enum ListElement {
  static let rule = Rule(
    code: "T3014", name: "list-element", category: .mapping, severity: .error,
    summary: "A path goes into a list and does not say which element is meant.",
    page: """
      A list can have many elements, and a row maps one value. Say which element: the one whose property has a value
      (`phones.number (Dependant on having mobile in phones.kind)`; in YAML
      `source dependencies: [{value: mobile, path: phones.kind}]`), or the first one (`conversion firstElement`). On
      the way back the value goes into that element, which is created when there is none.
      """,
    failing: Examples.rows("{source: phones.number, target: Mobile, type: string}"),
    passing: Examples.rows(
      "{source: phones.number, target: Mobile, type: string, source dependencies: [{value: mobile, path: phones.kind}]}"
    ))

  static func diagnostic(_ path: PathResolution, list: PropertyModel, context: DocumentContext) -> Diagnostic {
    let selector =
      list.members.first { $0.type.closedValues != nil } ?? list.members.first { $0.name != path.leaf.name }
    let value = selector?.type.closedValues?.first ?? "VALUE"
    let place = selector.map { "\(list.name).\($0.name)" } ?? "\(list.name).PROPERTY"
    return Diagnostic(
      rule, "`\(path.path.text)` may be many values, because `\(list.name)` is a list",
      explanation: context.document.notation == .rst
        ? "Say which element is meant: `\(path.path.text) (Dependant on having \(value) in \(place))`; or write "
          + "`conversion firstElement` in the row's Rule column."
        : "Say which element is meant with `source dependencies: [{value: \(value), path: \(place)}]` (or `target "
          + "dependencies`) in the row; or add `conversion: firstElement`.",
      at: path.cell.span, labels: [Diagnostic.Label(Wording.a(list.type.phrase), at: list.span)])
  }
}
