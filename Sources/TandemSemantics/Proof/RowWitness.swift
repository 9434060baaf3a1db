import TandemValues

extension CheckedProperty {
  /// What else a record of the source must hold for the value of an input to count: what the row's condition asks for,
  /// that the conditions of the inputs before it do not hold, and the marks of the element or record that it reads.
  ///
  /// - Returns: Values for properties of the source; `nil` where none are found, or where the condition depends on more
  ///   than properties and literals.
  public func witness(for position: Int) -> [(path: ResolvedPath, value: Value)]? {
    guard inputs.indices.contains(position) else { return nil }
    var conditions: [CheckedExpression] = []
    if let condition = inputs[position].condition { conditions.append(condition) }
    if case .byCondition = combination {
      conditions += inputs[..<position].compactMap(\.condition).map(CheckedExpression.not)
    }
    var found: [(path: ResolvedPath, value: Value)] = []
    if let first = conditions.first {
      let whole = conditions.dropFirst().reduce(first) { CheckedExpression.and($0, $1) }
      guard let witness = ConditionReasoning().witness(whole) else { return nil }
      found = witness
    }
    guard case .property(let path) = inputs[position].origin else { return found }
    return found + path.marks
  }
}

extension ResolvedPath {
  /// What the element or the record must hold for the path to lead there.
  public var marks: [(path: ResolvedPath, value: Value)] {
    dependencies.compactMap { dependency in
      dependency.values.first.map { (ResolvedPath(steps: dependency.steps), $0) }
    }
  }
}
