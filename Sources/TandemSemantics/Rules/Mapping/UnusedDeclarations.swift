import TandemSyntax

/// Value maps and parameters that no row uses.
enum UnusedDeclarations: DocumentRule {
  static let rule = Rule(
    code: "T3018", name: "unused-declaration", category: .mapping, severity: .warning,
    summary: "No row or condition uses a declared value map or parameter.",
    page: """
      A declaration that nothing uses is left over, or the row that should use it names another one. Use it or remove
      it.
      """,
    failing: Examples.rows(before: "parameters:\n  office: {type: string}"),
    passing: Examples.rows("{target: Email2, parameter: office}", before: "parameters:\n  office: {type: string}"))

  static func check(_ flows: [ResolvedFlow], context: DocumentContext) {
    let document = context.document
    guard !document.parameters.isEmpty || !document.valueMaps.isEmpty else { return }
    // What could not be read may use a declaration.
    guard !document.hasUnreadParts, !document.flows.contains(where: \.hasUnreadParts) else { return }
    // The text of all sections counts, also of those with faults: what they use is used.
    var parameters: Set<String> = []
    var maps = context.meantMaps
    func note(_ condition: Condition) {
      if case .expression(let expression) = condition { expression.forEachParameter { parameters.insert($0) } }
    }
    for flow in document.flows {
      for scope in flow.scopes { note(scope.condition.value) }
      if case .when(let condition) = flow.creation?.value { note(condition) }
      for row in flow.rows {
        for clause in row.clauses {
          switch clause.value {
          case .parameter(let name): parameters.insert(name)
          case .values(let name): maps.insert(NormalizedName(name))
          case .when(let expression): expression.forEachParameter { parameters.insert($0) }
          default: break
          }
        }
      }
    }
    // A name that is misspelt where it is used has been reported there; the declaration it meant is not unused.
    let declaredMaps = document.valueMaps.map(\.name.value)
    let known = Set(declaredMaps.map { NormalizedName($0) })
    for used in maps.subtracting(known).sorted(by: { $0.text < $1.text }) {
      if let meant = context.guess(used.text, among: declaredMaps) { maps.insert(NormalizedName(meant)) }
    }
    let declaredParameters = document.parameters.map(\.name.value)
    for used in parameters.subtracting(declaredParameters).sorted() {
      if let meant = context.guess(used, among: declaredParameters) { parameters.insert(meant) }
    }
    for parameter in document.parameters where !parameters.contains(parameter.name.value) {
      context.report.add(diagnostic("parameter", parameter.name, context: context))
    }
    for map in document.valueMaps where !maps.contains(NormalizedName(map.name.value)) {
      context.report.add(diagnostic("value map", map.name, context: context))
    }
  }

  private static func diagnostic(_ kind: String, _ name: Located<String>, context: DocumentContext) -> Diagnostic {
    let word = kind == "parameter" ? "parameter" : "values"
    let clause = Advice.clause(rst: "\(word) \(name.value)", yaml: "\(word): \(name.value)", in: context)
    return Diagnostic(
      rule, "nothing uses the \(kind) `\(name.value)`",
      explanation:
        "Remove it, or use it: \(clause).",
      at: name.span)
  }
}
