import TandemSyntax
import TandemValues

/// A property table without rows.
enum EmptyTable {
  static let rule = Rule(
    code: "T3001", name: "empty-table", category: .mapping, severity: .warning,
    summary: "The property table of a section has no row.",
    page: """
      Without rows nothing says what keeps the two entities in step, so the flow is held: nothing is linked, created
      or written. The warning stands in the place of every other complaint about the mapping, and names the pairs of
      properties that the two schemas suggest. If linking and creating is all that is wanted, say so:
      `links only: true` in YAML, or the sentence "The section links and creates records and keeps no property in
      step." in RST.
      """,
    failing: Examples.flow("Shop Country to Ledger Country", rows: []),
    passing: Examples.flow(
      "Shop Country to Ledger Country", rows: ["{source: code, target: Iso, type: string}"],
      policy: "conflict: Shop wins"))

  static func diagnostic(_ flow: ResolvedFlow) -> Diagnostic {
    let (source, target) = (flow.head.source, flow.head.target)
    let pairs = Suggestions.pairs(source, target)
    let shown = pairs.map { "\($0.source) - \($0.target)" }
    let suggestion =
      pairs.isEmpty
      ? "The two schemas suggest no pair: no names and types go together, so a person must say what corresponds."
      : "The two schemas suggest \(Wording.list(shown, limit: 5))."
    let linksOnly =
      flow.context.document.notation == .rst
      ? "write \"The section links and creates records and keeps no property in step.\"" : "write `links only: true`"
    return Diagnostic(
      rule, "no property of `\(flow.head.flow.source.text)` and `\(flow.head.flow.target.text)` is mapped",
      explanation: suggestion
        + (" Until the table is filled the flow is held and writes nothing; if linking is all that is wanted, "
          + "\(linksOnly)."),
      at: flow.head.flow.table,
      labels: [
        Diagnostic.Label("\(source.model.properties.count) properties of `\(source.model.name)`", at: source.nameSpan),
        Diagnostic.Label("\(target.model.properties.count) properties of `\(target.model.name)`", at: target.nameSpan),
      ])
  }
}

/// Pairs of properties that two schemas suggest.
enum Suggestions {
  /// A pair, by the paths of its properties.
  struct Pair {
    var source: String
    var target: String
    var weight: Int
  }

  /// The pairs with equal or similar names or labels and types that can be converted, most certain first.
  static func pairs(_ source: CatalogEntity, _ target: CatalogEntity) -> [Pair] {
    let lefts = candidates(source)
    let rights = candidates(target)
    var byName: [String: [Int]] = [:]
    for (index, right) in rights.enumerated() {
      for name in Set(right.names) { byName[name, default: []].append(index) }
    }
    var taken: Set<Int> = []
    var pairs: [(order: Int, pair: Pair)] = []
    func add(_ order: Int, _ left: Candidate, _ right: Int, weight: Int) {
      taken.insert(right)
      pairs.append((order, Pair(source: left.path, target: rights[right].path, weight: weight)))
    }
    var open: [(order: Int, candidate: Candidate)] = []
    for (order, left) in lefts.enumerated() {
      let equal = left.names.lazy.compactMap { byName[$0] }.joined()
      if let right = equal.first(where: { !taken.contains($0) && fits(left, rights[$0]) }) {
        add(order, left, right, weight: 2)
      } else {
        open.append((order, left))
      }
    }
    for (order, left) in open {
      let similar = rights.indices.first { index in
        !taken.contains(index) && fits(left, rights[index])
          && left.fullNames.contains { name in
            rights[index].fullNames.contains { isSimilar(name, $0) }
          }
      }
      if let similar { add(order, left, similar, weight: 1) }
    }
    return pairs.sorted { ($1.pair.weight, $0.order) < ($0.pair.weight, $1.order) }.map(\.pair)
  }

  private struct Candidate {
    var path: String
    /// Everything that the property may be called, also without the name of its entity: for equal names.
    var names: [String]
    /// The name and the label: for similar ones.
    var fullNames: [String]
    var property: PropertyModel
  }

  private static func candidates(_ entity: CatalogEntity) -> [Candidate] {
    var result: [Candidate] = []
    for (position, property) in entity.model.properties.enumerated() {
      // Keys and what only the system writes are no candidates; nor are times that synchronisation itself reads.
      if position == entity.model.key || position == entity.model.cursor || position == entity.model.modified {
        continue
      }
      if property.isReadOnly { continue }
      let names = names(property, of: entity)
      if case .object = property.type {
        for member in property.members where !member.isReadOnly {
          let own = self.names(member, of: entity)
          result.append(
            Candidate(
              path: property.name + "." + member.name, names: own + names.flatMap { outer in own.map { outer + $0 } },
              fullNames: fullNames(member), property: member))
        }
      } else if !property.type.isComposite {
        result.append(Candidate(path: property.name, names: names, fullNames: fullNames(property), property: property))
      }
    }
    return result
  }

  private static func fullNames(_ property: PropertyModel) -> [String] {
    let names = [NormalizedName(property.name).text, NormalizedName(property.label).text]
    return names[0] == names[1] ? [names[0]] : names
  }

  private static func names(_ property: PropertyModel, of entity: CatalogEntity) -> [String] {
    var names = [NormalizedName(property.name).text]
    let label = NormalizedName(property.label).text
    if label != names[0] { names.append(label) }
    // `CustomerName` of a customer is its name, and `Number__c` a number.
    let prefix = NormalizedName(entity.model.name).text
    if names[0].hasPrefix(prefix), names[0].utf8.count > prefix.utf8.count + 2 {
      names.append(String(names[0].dropFirst(prefix.count)))
    }
    if property.name.hasSuffix("__c") { names.append(String(names[0].dropLast())) }
    return names.filter { !$0.isEmpty }
  }

  private static func fits(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.property.references.isEmpty != right.property.references.isEmpty { return false }
    if !left.property.references.isEmpty { return true }
    return ConversionCatalog.conversion(from: left.property.type, to: right.property.type) != nil
  }

  private static func isSimilar(_ left: String, _ right: String) -> Bool {
    let (short, long) = (min(left.utf8.count, right.utf8.count), max(left.utf8.count, right.utf8.count))
    guard short > 3, short * 5 >= long * 3 else { return false }
    return left.hasSuffix(right) || right.hasSuffix(left) || left.hasPrefix(right) || right.hasPrefix(left)
      || SpellingDistance.between(left, right, limit: 1) != nil
  }
}
