import TandemSyntax
import TandemValues

/// A literal that is nearly one of an open enumeration's values.
enum NearEnumerationValue {
  static let rule = Rule(
    code: "T2015", name: "near-enum-value", category: .types, severity: .warning,
    summary: "A literal differs from a described value of an open enum by a typing error only.",
    page: """
      An open enum may have values that its description does not name, so an unknown one is no error. This one is so like
      a described value that a typing error is likely: records with it would be told apart from those with the described
      value. Correct it, or add it to the description's values if both exist.
      """,
    failing: Examples.rows("{target: Rank, constant: Prefered, direction: at creation}"),
    passing: Examples.rows("{target: Rank, constant: Preferred, direction: at creation}"))

  /// Reports a text that is meant as a value of the type and is nearly one of its described values.
  static func check(_ text: String, at span: SourceSpan, as type: ValueType, property: PathResolution, report: Report) {
    check(text, at: span, as: type, name: property.path.text, of: property.entity, described: property.leaf, report)
  }

  /// The same where the property's path is not at hand.
  static func check(
    _ text: String, at span: SourceSpan, as type: ValueType, name: String, of entity: CatalogEntity,
    described property: PropertyModel, _ report: Report
  ) {
    guard case .enumeration(let values, true) = type, let near = nearest(to: text, in: values) else { return }
    report.add(
      Diagnostic(
        rule, "\"\(text)\" is nearly the value \"\(near)\" of `\(name)`",
        explanation: ("\(entity.title) knows \(Wording.list(values, limit: 8)). Write \"\(near)\", or add "
          + "\"\(text)\" to the description if both exist."),
        at: span, labels: [Diagnostic.Label("described values", at: property.span)],
        fixes: Advice.replace(text, atTheEndOf: span, with: near)))
  }

  /// The described value that was probably meant. Short codes and those that differ in a digit are values of their own.
  private static func nearest(to text: String, in values: [String]) -> String? {
    if values.contains(text) { return nil }
    let wanted = NormalizedName(text).text
    guard wanted.unicodeScalars.count > 3 else { return nil }
    func digits(_ text: String) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { $0.properties.numericType != nil }
    }
    return values.first { value in
      let name = NormalizedName(value).text
      return digits(name) == digits(wanted)
        && SpellingDistance.between(name, wanted, limit: wanted.unicodeScalars.count < 9 ? 1 : 2) != nil
    }
  }
}
