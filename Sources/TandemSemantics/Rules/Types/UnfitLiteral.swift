import TandemSyntax
import TandemValues

/// A literal that is no value of the type that it meets.
enum UnfitLiteral {
  static let rule = Rule(
    code: "T2010", name: "unfit-literal", category: .types, severity: .error,
    summary: "A literal is no value of the property or parameter that it stands for.",
    page: """
      A literal has no type of its own: it takes the type of the property that it is compared with or written into, so
      `"12"` is a number for an integer. Dates are written as 2024-12-31, moments as 2024-12-31T23:59:00Z.
      """,
    failing: Examples.rows("{target: Points, constant: many, direction: at creation}"),
    passing: Examples.rows("{target: Points, constant: \"7\", direction: at creation}"))

  static func inRow(
    _ literal: Located<Literal>, role: String, target: PathResolution, fault: LiteralTyping.Fault
  ) -> Diagnostic {
    make(
      literal.value, at: literal.span, fault: fault, subject: "`\(target.path.text)`",
      advice: "The \(role) is written into `\(target.path.text)`, \(Wording.a(target.path.type.phrase)).",
      label: Diagnostic.Label(Wording.a(target.path.type.phrase), at: target.leaf.span))
  }

  static func inCondition(
    _ literal: Located<Literal>, type: ValueType, property: PropertyModel?, entity: CatalogEntity,
    fault: LiteralTyping.Fault
  ) -> Diagnostic {
    let name = property.map { "`\($0.name)`" } ?? "the parameter"
    return make(
      literal.value, at: literal.span, fault: fault, subject: name,
      advice: "It is compared with \(name)\(property == nil ? "" : " of \(entity.title)"), \(Wording.a(type.phrase)).",
      label: property.map { Diagnostic.Label(Wording.a(type.phrase), at: $0.span) })
  }

  static func inDependency(
    _ dependency: PropertyCell.Dependency, property: PropertyModel, entity: CatalogEntity, fault: LiteralTyping.Fault
  ) -> Diagnostic {
    make(
      .string(dependency.value.value), at: dependency.value.span, fault: fault,
      subject: "`\(dependency.path.text)`",
      advice: "The row depends on `\(dependency.path.text)` of \(entity.title), \(Wording.a(property.type.phrase)).",
      label: Diagnostic.Label(Wording.a(property.type.phrase), at: property.span))
  }

  static func ofParameter(_ parameter: Parameter, literal: Located<Literal>, fault: LiteralTyping.Fault) -> Diagnostic {
    make(
      literal.value, at: literal.span, fault: fault, subject: "the parameter `\(parameter.name.value)`",
      advice: "The parameter is declared as \(parameter.type.value).",
      label: Diagnostic.Label("declared here", at: parameter.type.span))
  }

  static func inDescription(
    _ literal: Located<Literal>, property: PropertyModel, entity: String, fault: LiteralTyping.Fault
  ) -> Diagnostic {
    make(
      literal.value, at: literal.span, fault: fault, subject: "`\(property.name)`",
      advice: "It is the default of `\(property.name)` of \(entity), \(Wording.a(property.type.phrase)).",
      label: nil)
  }

  private static func make(
    _ literal: Literal, at span: SourceSpan, fault: LiteralTyping.Fault, subject: String, advice: String,
    label: Diagnostic.Label?
  ) -> Diagnostic {
    let text = LiteralTyping.text(of: literal)
    if fault.isUnknownEnumerationValue {
      return UnknownEnumerationValue.diagnostic(
        text, at: span, subject: subject, advice: advice, label: label, fault: fault)
    }
    return Diagnostic(
      rule, "\"\(text)\" \(fault.reason)", explanation: advice, at: span, labels: label.map { [$0] } ?? [])
  }
}
