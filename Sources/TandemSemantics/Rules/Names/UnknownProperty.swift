import TandemSyntax
import TandemValues

/// A property that the entity does not have.
enum UnknownProperty {
  static let rule = Rule(
    code: "T1005", name: "unknown-property", category: .names, severity: .error,
    summary: "The entity's description has no property of that name.",
    page: """
      A path names a property of the entity and, after a full stop, a member of an object or of a list's elements. The
      names are those of the system's description. The message looks for a near miss among the names and among the
      labels that people see. Correct the name, or describe the property.
      """,
    failing: Examples.rows("{source: emial, target: Email, type: string}"),
    passing: Examples.rows("{source: email, target: Email, type: string}"))

  static func diagnostic(
    _ name: Located<String>, in properties: [PropertyModel], entity: CatalogEntity, inside parent: PropertyModel?
  ) -> Diagnostic {
    let wanted = NormalizedName(name.value)
    let owner = parent.map { "\(entity.title).\($0.name)" } ?? entity.title
    let byLabel = properties.first { NormalizedName($0.label) == wanted }
    let near =
      byLabel?.name ?? SpellingDistance.nearest(to: name.value, in: properties.map(\.name))
      ?? SpellingDistance.nearest(to: name.value, in: properties.map(\.label)).flatMap { label in
        properties.first { $0.label == label }?.name
      }
    let found = properties.first { $0.name == near }
    var hint = ""
    if let byLabel {
      hint = "`\(byLabel.label)` is the label of `\(byLabel.name)`; write the name. "
    } else if let found {
      hint = "Did you mean `\(found.name)`? "
    } else if parent == nil,
      let holder = properties.first(where: { $0.members.contains { NormalizedName($0.name) == wanted } })
    {
      hint = "Did you mean the member `\(holder.name).\(name.value)`? "
    }
    return Diagnostic(
      rule, "`\(name.value)` is no property of \(owner)",
      explanation: hint + "\(owner) has \(Wording.list(properties.map(\.name), limit: 10)).", at: name.span,
      labels: found.map {
        [Diagnostic.Label("`\($0.name)`, \(Wording.a($0.type.word)), is described here", at: $0.span)]
      } ?? [],
      fixes: Advice.replace(name.span, with: near))
  }

  /// Properties of the two sides stand in each other's place: those of one row, one pair, or several of a table.
  static func exchanged(_ pairs: [ExchangedPair], source: CatalogEntity, target: CatalogEntity) -> Diagnostic {
    let (left, right) = (pairs[0].left, pairs[0].right)
    let isOne = pairs.count == 1
    let labels =
      isOne
      ? [Diagnostic.Label("the property of \(source.title)", at: pairs[0].places.right)]
      : pairs.dropFirst().prefix(8).map { Diagnostic.Label("here too", at: $0.places.left) }
    return Diagnostic(
      rule,
      "`\(left.text)` and `\(right.text)` stand in each other's place"
        + (isOne ? "" : ", and \(pairs.count - 1) more pair\(pairs.count == 2 ? "" : "s") likewise"),
      explanation: "`\(right.text)` is a property of \(source.title) and `\(left.text)` one of \(target.title).",
      at: pairs[0].places.left, labels: labels,
      fixes: [
        Diagnostic.Fix(
          isOne ? "exchange the two" : "exchange the two of each pair", safe: false, edits: pairs.flatMap(exchange))
      ])
  }

  /// What puts each of the two in the other's place.
  static func exchange(_ pair: ExchangedPair) -> [TextEdit] {
    [
      TextEdit(pair.places.left, replacement: pair.places.right.text),
      TextEdit(pair.places.right, replacement: pair.places.left.text),
    ]
  }

  /// Several properties differ from the name in case or punctuation only.
  static func ambiguous(_ name: Located<String>, candidates: [PropertyModel], entity: CatalogEntity) -> Diagnostic {
    Diagnostic(
      rule, "`\(name.value)` may be \(Wording.list(candidates.map(\.name))) of \(entity.title)",
      explanation: "The names differ in upper and lower case or punctuation only. Write the one that is meant exactly.",
      at: name.span, labels: candidates.map { Diagnostic.Label("`\($0.name)` is described here", at: $0.span) },
      fixes: candidates.flatMap { Advice.replace(name.span, with: $0.name) })
  }

  /// A path without a name.
  static func missing(_ path: PropertyPath, entity: CatalogEntity) -> Diagnostic {
    Diagnostic(
      rule, "the name of a property is missing",
      explanation: "Write a property of \(entity.title): \(Wording.list(entity.model.properties.map(\.name))).",
      at: path.span)
  }

  /// A path that goes on behind a plain value.
  static func noMembers(_ segment: Located<String>, of property: PropertyModel, entity: CatalogEntity) -> Diagnostic {
    Diagnostic(
      rule,
      "`\(property.name)` of \(entity.title) has no member `\(segment.value)`, because it is \(Wording.a(property.type.word))",
      explanation: property.references.isEmpty
        ? "Only an object and the elements of a list have members. End the path at `\(property.name)`."
        : ("It holds the key of \(Wording.a(property.references.joined(separator: " or "))), whose properties are not part "
          + "of this record. ")
          + "End the path at `\(property.name)` and translate it with a `reference` or `lookup` clause.",
      at: segment.span, labels: [Diagnostic.Label("described here", at: property.span)])
  }
}
