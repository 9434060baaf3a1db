import TandemSyntax
import TandemValues

/// A merge table that may find several records, or none although there is one.
enum WeakMatchKey: MappingRule {
  static let rule = Rule(
    code: "T3060", name: "weak-match-key", category: .mapping, severity: .note,
    summary: "No combination of a merge table is sure to find the one right record.",
    page: """
      A combination finds the right record when no two records share its values. Several candidates are never chosen
      among: such records wait for a person. And an empty key matches nothing, so that in a flow that only links, a record
      without it never takes part. Add a combination with a property that is unique and required, or mark the property so
      in the description if the system keeps it so. What is named like a number, a code or an address is taken for unique;
      that is a guess, which is why this is only a note.
      """,
    failing: Examples.rows(policy: "match:\n- {name: Name}"),
    passing: Examples.rows("{source: email, target: Email, type: string}", policy: "match:\n- {email: Email}"))

  static func check(_ flow: ResolvedFlow) {
    guard !flow.matches.isEmpty, let matching = flow.head.flow.matching, !flow.head.flow.hasUnreadParts,
      flow.matches.count == matching.alternatives.count
    else { return }
    var notes: [String] = []
    var label: PropertyModel?
    for alternative in flow.matches {
      // A comparison that leaves out a part is told as that.
      if alternative.pairs.contains(where: { Self.isLossy($0.conversion) }) { return }
      let leaves = alternative.pairs.map { pair in
        (flow.head.source.model.leaf(of: pair.source), flow.head.target.model.leaf(of: pair.target))
      }
      let name = alternative.pairs.map { "`\($0.source.text)` - `\($0.target.text)`" }.joined(separator: " with ")
      let isUnique = leaves.contains { Self.isTelling($0.0) || Self.isTelling($0.1) }
      // Where records are created, one without a key is taken for a new one, which it mostly is.
      let empty = flow.creates ? nil : leaves.first { !$0.0.isRequired && !$0.1.isRequired }
      if isUnique, empty == nil { return }
      label = label ?? (isUnique ? empty?.1 : leaves.first?.1)
      notes.append(
        isUnique
          ? "\(name) may be empty, and then nothing is linked" : "\(name) may be the same for several records")
    }
    guard let label else { return }
    flow.context.report.add(
      Diagnostic(
        rule, "no combination of the merge table is sure to find the right `\(flow.head.target.title)`",
        explanation: ("Where several records match, a person has to choose. Add a combination with a property that is "
          + "unique and required, or mark it so in the description if the system sees to it."),
        at: matching.span, labels: [Diagnostic.Label("described without `unique` and `required`", at: label.span)],
        notes: notes))
  }

  private static func isLossy(_ conversion: (any Conversion)?) -> Bool {
    if case .lossy? = conversion?.effectiveLaws { return true }
    return false
  }

  /// True for a property that is unique, or is named like one.
  private static func isTelling(_ property: PropertyModel) -> Bool {
    if property.isUnique { return true }
    let name = NormalizedName(property.name).text
    return words.contains { name.hasSuffix($0) }
  }

  private static let words = ["number", "code", "email", "mail", "sku", "isbn", "iban", "vat", "guid"]
}

extension EntityModel {
  /// The property or member at the end of a path.
  func leaf(of path: ResolvedPath) -> PropertyModel {
    var property = properties[path.property]
    for step in path.steps.dropFirst() where property.members.indices.contains(step.position) {
      property = property.members[step.position]
    }
    return property
  }
}
