import TandemSyntax

/// An entity without a key, or with several.
enum EntityKey {
  static let rule = Rule(
    code: "T2022", name: "entity-key", category: .types, severity: .error,
    summary: "An entity has no key property, or more than one.",
    page: """
      Links between records are pairs of keys, so each entity has exactly one property with `key: true`. Where the
      system gives the key by itself it is `readOnly: true` too.
      """,
    failing: Examples.system("title: {type: string}", key: "id: {type: integer}"),
    passing: Examples.system("title: {type: string}"))

  static func diagnostic(_ entity: EntityDescription, keys: [PropertyDescription]) -> Diagnostic {
    if keys.isEmpty {
      let guess = entity.properties.first { ["id", "key", "guid"].contains(NormalizedName($0.name.value).text) }
      return Diagnostic(
        rule, "the entity `\(entity.name.value)` has no key",
        explanation: "Add `key: true` to the property that identifies a record"
          + (guess.map { ", probably `\($0.name.value)`" } ?? "") + ".",
        at: entity.name.span, labels: guess.map { [Diagnostic.Label("this one?", at: $0.span)] } ?? [])
    }
    return Diagnostic(
      rule, "the entity `\(entity.name.value)` has \(keys.count) keys: \(Wording.list(keys.map(\.name.value)))",
      explanation: "Leave `key: true` at one of them; the others may be `unique: true`.", at: entity.name.span,
      labels: keys.map { Diagnostic.Label("a key", at: $0.name.span) })
  }
}
