import TandemSyntax
import TandemValues

/// A required target property that no row fills.
enum RequiredTarget: MappingRule {
  static let rule = Rule(
    code: "T3002", name: "unmapped-required-property", category: .mapping, severity: .error,
    summary: "A flow creates records without a property that they need.",
    page: """
      The target's description marks the property as required, the flow can create records, and no row fills it: every
      create would be refused. Map a property of the source, give it a constant or a parameter, or let the flow create
      nothing.
      """,
    failing: Examples.flow("Shop Customer to Ledger Account", rows: ["{source: email, target: Email, type: string}"]),
    passing: Examples.rows("{source: email, target: Email, type: string}"))

  static func check(_ flow: ResolvedFlow) {
    // A row that could not be read may fill anything.
    guard flow.creates, !flow.head.flow.hasUnreadParts else { return }
    let target = flow.head.target
    guard !target.writableRequirements.isEmpty else { return }
    var filled: Set<String> = []
    for property in flow.properties where property.direction.reaches(.target) {
      for row in property.outputs { insert(row.target.path.steps.map(\.name), into: &filled) }
    }
    // Rows that feed one property without a precedence are reported as that.
    for row in flow.rows where row.direction.reaches(.target) {
      insert(row.target.path.steps.map(\.name), into: &filled)
    }
    if let parent = flow.head.flow.parent { filled.insert(parent.via.value) }
    if !flow.isComplete {
      // A row that could not be understood still shows what it would fill; one that fills nothing known may fill
      // anything.
      for row in flow.head.flow.rows {
        let names = row.target.path.segments.map(\.value)
        guard let first = names.first, let property = property(named: first, of: target) else { return }
        insert([property.name] + names.dropFirst(), into: &filled)
      }
    }
    for position in target.writableRequirements {
      let property = target.model.properties[position]
      if property.isRequired, !property.isReadOnly, property.defaultValue == nil, !filled.contains(property.name) {
        flow.context.report.add(diagnostic(property, path: property.name, position: position, flow: flow))
      } else if filled.contains(property.name), case .object = property.type, !filled.contains(property.name + " whole")
      {
        for member in property.members
        where member.isRequired && !member.isReadOnly && member.defaultValue == nil
          && !filled.contains(property.name + "." + member.name)
        {
          flow.context.report.add(
            diagnostic(member, path: property.name + "." + member.name, position: position, flow: flow))
        }
      }
    }
  }

  private static func insert(_ names: [String], into filled: inout Set<String>) {
    guard let first = names.first else { return }
    filled.insert(first)
    filled.insert(names.count == 1 ? first + " whole" : names.prefix(2).joined(separator: "."))
  }

  /// The paths on the source that a row reads already: what they hold is meant for another property.
  private static func usedSources(_ flow: ResolvedFlow) -> Set<NormalizedName> {
    var used: Set<NormalizedName> = []
    for row in flow.head.flow.rows {
      if let source = row.source { used.insert(NormalizedName(source.path.text)) }
      for case .lookup(_, let pairs) in row.clauses.lazy.map(\.value) {
        for pair in pairs { used.insert(NormalizedName(pair.source.text)) }
      }
    }
    return used
  }

  private static func property(named name: String, of entity: CatalogEntity) -> PropertyModel? {
    if let position = entity.position(of: name) { return entity.model.properties[position] }
    let wanted = NormalizedName(name)
    return entity.model.properties.first { NormalizedName($0.name) == wanted }
  }

  private static func diagnostic(
    _ property: PropertyModel, path: String, position: Int, flow: ResolvedFlow
  ) -> Diagnostic {
    let (source, target) = (flow.head.source, flow.head.target)
    let isRST = flow.context.document.notation == .rst
    let used = usedSources(flow)
    var choices: [String] = []
    if !property.references.isEmpty {
      let fitting =
        source.model.properties.first { own in
          !used.contains(NormalizedName(own.name))
            && own.references.contains { left in
              property.references.contains { NormalizedName($0) == NormalizedName(left) }
            }
        }
        ?? source.model.properties.first { !$0.references.isEmpty && !used.contains(NormalizedName($0.name)) }
      if let fitting, let left = fitting.references.first, let right = property.references.first {
        choices.append("a row from `\(fitting.name)` with `reference \(left) to \(right)`")
      }
      choices.append("a `lookup \(property.references[0]) by PATH = PROPERTY`")
    } else if let fitting = flow.suggestedSource(of: path), !used.contains(NormalizedName(fitting)) {
      choices.append("a row from `\(fitting)`")
    } else {
      let fitting = source.model.properties.enumerated().filter { position, own in
        position != source.model.key && position != source.model.cursor && position != source.model.modified
          && own.references.isEmpty && own.type.word == property.type.word
          && !used.contains(NormalizedName(own.name))
      }
      if !fitting.isEmpty { choices.append("a row from \(Wording.list(fitting.map(\.element.name), limit: 3))") }
    }
    let example = property.type.closedValues?.first ?? "..."
    choices.append(
      isRST
        ? "a row without a source and the rule `constant \"\(example)\"`"
        : "`{target: \(path), constant: \"\(example)\"}`")
    choices.append("a parameter of the environment")
    return Diagnostic(
      rule, "`\(target.title)` needs `\(path)`, and no row fills it",
      explanation:
        "Records without it are refused, so nothing could be created. Add \(choices.joined(separator: ", or ")).",
      at: flow.head.flow.table,
      labels: [Diagnostic.Label("required: \(property.type.phrase)", at: property.span)])
  }
}
