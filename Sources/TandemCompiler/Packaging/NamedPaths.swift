import TandemSyntax

extension Flow {
  /// The paths of one side's properties that stand outside of tables: in conditions, rules, policies.
  func namedPaths(of entity: EntityName, isSource: Bool) -> [PropertyPath] {
    let system = NormalizedName(entity.system.value)
    var paths: [PropertyPath] = []
    for scope in scopes {
      // A condition without a system's name speaks of the source.
      let isMeant = scope.system.map { NormalizedName($0.value) == system } ?? isSource
      if isMeant, case .expression(let expression) = scope.condition.value { paths += expression.paths }
    }
    for deletion in deletions where NormalizedName(deletion.system.value) != system {
      // The policy names the system whose record was deleted; the other one's record is archived.
      if case .archive(let property, _) = deletion.policy.value { paths.append(property) }
    }
    guard isSource else {
      if let parent { paths.append(PropertyPath(segments: [parent.via], span: parent.via.span)) }
      return paths
    }
    if case .when(.expression(let expression))? = creation?.value { paths += expression.paths }
    for clause in rows.flatMap(\.clauses) {
      switch clause.value {
      case .when(let expression): paths += expression.paths
      case .lookup(_, let pairs): paths += pairs.map(\.source)
      default: break
      }
    }
    return paths
  }
}

extension Expression {
  /// The properties that it names.
  fileprivate var paths: [PropertyPath] {
    switch self {
    case .property(let path): return [path]
    case .parameter, .literal: return []
    case .comparison(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      return left.paths + right.paths
    case .membership(let operand, _, _, _), .emptiness(let operand, _, _), .not(let operand, _): return operand.paths
    }
  }
}
