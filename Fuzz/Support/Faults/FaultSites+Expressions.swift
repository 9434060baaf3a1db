import TandemSyntax

extension FaultSites {
  /// The conditions of the document, each with the entity whose records satisfy it.
  var expressions: [(expression: Expression, entity: EntityName)] {
    dataflow.flows.flatMap { flow -> [(Expression, EntityName)] in
      var found: [(Expression, EntityName)] = []
      if case .when(.expression(let expression)) = flow.creation?.value { found.append((expression, flow.source)) }
      for scope in flow.scopes {
        guard case .expression(let expression) = scope.condition.value else { continue }
        let isTarget = scope.system.map { NormalizedName($0.value) == NormalizedName(flow.target.system.value) }
        found.append((expression, isTarget == true ? flow.target : flow.source))
      }
      for clause in flow.rows.flatMap(\.clauses) {
        if case .when(let expression) = clause.value { found.append((expression, flow.source)) }
      }
      return found
    }
  }

  /// The paths in an expression.
  static func paths(in expression: Expression) -> [PropertyPath] {
    switch expression {
    case .property(let path): return [path]
    case .parameter, .literal: return []
    case .comparison(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      return paths(in: left) + paths(in: right)
    case .membership(let operand, _, _, _), .emptiness(let operand, _, _), .not(let operand, _):
      return paths(in: operand)
    }
  }

  /// The parameters in an expression.
  static func parameters(in expression: Expression) -> [Located<String>] {
    switch expression {
    case .parameter(let name): return [name]
    case .property, .literal: return []
    case .comparison(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      return parameters(in: left) + parameters(in: right)
    case .membership(let operand, _, _, _), .emptiness(let operand, _, _), .not(let operand, _):
      return parameters(in: operand)
    }
  }

  /// The values that a path is compared with.
  private static func values(in expression: Expression) -> [(path: PropertyPath, value: Located<Literal>)] {
    switch expression {
    case .comparison(_, .property(let path), .literal(let literal), _),
      .comparison(_, .literal(let literal), .property(let path), _):
      return [(path, literal)]
    case .membership(.property(let path), let literals, _, _): return literals.map { (path, $0) }
    case .and(let left, let right), .or(let left, let right): return values(in: left) + values(in: right)
    case .not(let operand, _): return values(in: operand)
    case .property, .parameter, .literal, .comparison, .membership, .emptiness: return []
    }
  }

  /// The values of closed enumerations in conditions and value maps.
  var enumerationValues: [FaultSite] {
    var spans = expressions.flatMap { condition in
      Self.values(in: condition.expression).compactMap { use -> SourceSpan? in
        guard case .string(let value) = use.value.value,
          descriptions.values(use.path, of: condition.entity).contains(value)
        else { return nil }
        return use.value.span
      }
    }
    for flow in dataflow.flows {
      for row in flow.rows {
        guard
          let name = row.clauses.lazy.compactMap({ clause -> String? in
            if case .values(let name) = clause.value { return name }
            return nil
          }).first, let map = dataflow.valueMaps.first(where: { NormalizedName($0.name.value) == NormalizedName(name) })
        else { continue }
        let sources = row.source.map { descriptions.values($0.path, of: flow.source) } ?? []
        let targets = descriptions.values(row.target.path, of: flow.target)
        for entry in map.entries {
          if sources.contains(entry.source.value) { spans.append(entry.source.span) }
          if targets.contains(entry.target.value) { spans.append(entry.target.span) }
        }
      }
    }
    return spans.compactMap { span in
      text.words(in: span.range).first { $0.count >= 4 }.map { FaultSite(slip: .misspelling($0)) }
    }
  }

  /// The signs of equality in conditions, each written twice.
  var comparisons: [FaultSite] {
    expressions.flatMap { Self.equalities(in: $0.expression) }.compactMap { span in
      bytes[span.range].firstIndex(of: UInt8(ascii: "=")).map { .replacing($0..<$0 + 1, with: "==") }
    }
  }

  private static func equalities(in expression: Expression) -> [SourceSpan] {
    switch expression {
    case .comparison(.equal, _, _, let span): return [span]
    case .and(let left, let right), .or(let left, let right): return equalities(in: left) + equalities(in: right)
    case .not(let operand, _): return equalities(in: operand)
    case .property, .parameter, .literal, .comparison, .membership, .emptiness: return []
    }
  }
}
