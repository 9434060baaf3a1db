import TandemSyntax

/// A described type that leaves out what it is made of.
enum IncompleteType {
  static let rule = Rule(
    code: "T2020", name: "incomplete-type", category: .types, severity: .error,
    summary: "A described list, enum or object does not say what it is made of.",
    page: """
      A list names the type of its elements (`of: string`), an enum its values (`values: [open, closed]`, with `open: true`
      where others occur), an object its members (`properties: {...}`). Where nothing is known of an object, its type is
      `json`.
      """,
    failing: Examples.system("tags: {type: list}"), passing: Examples.system("tags: {type: list, of: string}"))

  static func listWithoutElements(_ property: PropertyDescription) -> Diagnostic {
    Diagnostic(
      rule, "the list `\(property.name.value)` does not say what its elements are",
      explanation: "Add `of: string`, or `of: object` with `properties: {...}`.", at: property.type.span)
  }

  static func enumerationWithoutValues(_ property: PropertyDescription) -> Diagnostic {
    Diagnostic(
      rule, "the enum `\(property.name.value)` has no values",
      explanation: "Add `values: [...]`, and `open: true` if further ones occur; or make it a string.", at: property.type.span)
  }

  static func objectWithoutMembers(_ property: PropertyDescription) -> Diagnostic {
    Diagnostic(
      rule, "the object `\(property.name.value)` has no members",
      explanation: "Add `properties: {...}`, or make it `json` if nothing is known of its inside.", at: property.type.span)
  }
}
