import TandemSyntax
import TandemValues

/// Resolves and types the conditions of a document.
struct ConditionResolver {
  /// The document.
  let context: DocumentContext
  /// The entity whose records are asked.
  let entity: CatalogEntity

  /// The condition, typed; `nil` after a report.
  func resolve(_ expression: Expression) -> CheckedExpression? {
    switch expression {
    case .property(let path):
      guard let found = property(path) else { return nil }
      guard case .boolean = found.leaf.type else {
        context.report.add(ConditionTypes.notBoolean(path, property: found.leaf))
        return nil
      }
      return .property(found.path)
    case .parameter(let name):
      guard let position = parameter(name) else { return nil }
      guard case .boolean = context.parameters[position].type else {
        context.report.add(ConditionTypes.notBoolean(name, type: context.parameters[position].type))
        return nil
      }
      return .parameter(position)
    case .literal(let literal):
      guard case .boolean(let flag) = literal.value else {
        context.report.add(ConditionTypes.bareLiteral(literal))
        return nil
      }
      return .literal(.boolean(flag))
    case .comparison(let comparison, let left, let right, let span):
      return self.comparison(comparison, left, right, span)
    case .membership(let operand, let literals, let negated, let span):
      guard let (checked, type, property) = self.operand(operand) else { return nil }
      guard let type else {
        context.report.add(ConditionTypes.literalsOnly(span))
        return nil
      }
      guard isComparable(type, property: property, operand: operand) else { return nil }
      var values: [Value] = []
      var isGood = true
      for literal in literals {
        if let value = value(literal, as: type, property: property) { values.append(value) } else { isGood = false }
      }
      return isGood ? .membership(checked, values, negated: negated) : nil
    case .emptiness(let operand, let negated, _):
      guard let (checked, _, _) = self.operand(operand) else { return nil }
      return .emptiness(checked, negated: negated)
    case .and(let left, let right):
      // Both sides are resolved in any case, so that one run names the faults of both.
      let (left, right) = (resolve(left), resolve(right))
      if let left, let right { return .and(left, right) }
      return nil
    case .or(let left, let right):
      let (left, right) = (resolve(left), resolve(right))
      if let left, let right { return .or(left, right) }
      return nil
    case .not(let inner, _):
      return resolve(inner).map { .not($0) }
    }
  }

  private func comparison(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression, _ span: SourceSpan
  ) -> CheckedExpression? {
    if case .literal(let leftLiteral) = left {
      if case .literal = right {
        context.report.add(ConditionTypes.literalsOnly(span))
        return nil
      }
      guard let typed = literalSide(comparison, operand: right, literal: leftLiteral) else { return nil }
      return .comparison(comparison, .literal(typed.value), typed.operand)
    }
    if case .literal(let rightLiteral) = right {
      guard let typed = literalSide(comparison, operand: left, literal: rightLiteral) else { return nil }
      return .comparison(comparison, typed.operand, .literal(typed.value))
    }
    guard let (leftChecked, leftType, leftProperty) = operand(left),
      let (rightChecked, rightType, rightProperty) = operand(right)
    else { return nil }
    guard let leftType, let rightType else { return nil }
    guard isComparable(leftType, property: leftProperty, operand: left),
      isComparable(rightType, property: rightProperty, operand: right)
    else { return nil }
    guard form(leftType) == form(rightType) else {
      context.report.add(ConditionTypes.differ(span, leftType, rightType))
      return nil
    }
    guard isOrdered(comparison, leftType, span) else { return nil }
    return .comparison(comparison, leftChecked, rightChecked)
  }

  private func literalSide(
    _ comparison: Expression.Comparison, operand: Expression, literal: Located<Literal>
  ) -> (operand: CheckedExpression, value: Value)? {
    guard let (checked, type, property) = self.operand(operand), let type else { return nil }
    if case .string(let text) = literal.value, text.isEmpty {
      context.report.add(
        EmptyComparison.diagnostic(literal, comparison: comparison, operand: operand, property: property))
      return nil
    }
    guard isComparable(type, property: property, operand: operand),
      let value = value(literal, as: type, property: property), isOrdered(comparison, type, literal.span)
    else { return nil }
    return (checked, value)
  }

  /// What stands on one side of a comparison, with its type (`nil` for a literal).
  private func operand(_ expression: Expression) -> (CheckedExpression, ValueType?, PropertyModel?)? {
    switch expression {
    case .property(let path):
      guard let found = property(path) else { return nil }
      return (.property(found.path), found.path.type, found.leaf)
    case .parameter(let name):
      guard let position = parameter(name) else { return nil }
      return (.parameter(position), context.parameters[position].type, nil)
    case .literal(let literal):
      return (.literal(.string(LiteralTyping.text(of: literal.value))), nil, nil)
    default:
      guard let checked = resolve(expression) else { return nil }
      return (checked, .boolean, nil)
    }
  }

  private func property(_ path: PropertyPath) -> PathResolution? {
    PathResolver(context: context).resolve(path, in: entity)
  }

  private func parameter(_ name: Located<String>) -> Int? {
    if let position = context.parameterPositions[name.value] { return position }
    UnknownParameter.report(name.value, at: name.span, context: context)
    return nil
  }

  private func value(_ literal: Located<Literal>, as type: ValueType, property: PropertyModel?) -> Value? {
    switch LiteralTyping.value(literal.value, as: type) {
    case .success(let value):
      if let property {
        NearEnumerationValue.check(
          LiteralTyping.text(of: literal.value), at: literal.span, as: type, name: property.name, of: entity,
          described: property, context.report)
      }
      return value
    case .failure(let fault):
      context.report.add(
        UnfitLiteral.inCondition(literal, type: type, property: property, entity: entity, fault: fault))
      return nil
    }
  }

  private func isComparable(_ type: ValueType, property: PropertyModel?, operand: Expression) -> Bool {
    guard type.isComposite || type == .binary else { return true }
    context.report.add(ConditionTypes.notComparable(operand.span, type: type, property: property))
    return false
  }

  private func isOrdered(_ comparison: Expression.Comparison, _ type: ValueType, _ span: SourceSpan) -> Bool {
    if comparison == .equal || comparison == .notEqual || type.isOrdered { return true }
    context.report.add(ConditionTypes.notOrdered(span, comparison: comparison, type: type))
    return false
  }

  /// Types of one form can be compared without a conversion.
  private func form(_ type: ValueType) -> String {
    switch type {
    case .string, .enumeration, .json: return "text"
    default: return type.word
    }
  }
}

extension Expression {
  /// The bytes of the whole expression.
  var span: SourceSpan {
    switch self {
    case .property(let path): return path.span
    case .parameter(let name): return name.span
    case .literal(let literal): return literal.span
    case .comparison(_, _, _, let span), .membership(_, _, _, let span), .emptiness(_, _, let span),
      .not(_, let span):
      return span
    case .and(let left, let right), .or(let left, let right):
      let (left, right) = (left.span, right.span)
      return SourceSpan(file: left.file, left.lowerBound..<max(left.upperBound, right.upperBound))
    }
  }

  /// Calls the function for every parameter that the expression names.
  func forEachParameter(_ body: (String) -> Void) {
    switch self {
    case .parameter(let name): body(name.value)
    case .property, .literal: break
    case .comparison(_, let left, let right, _), .and(let left, let right), .or(let left, let right):
      left.forEachParameter(body)
      right.forEachParameter(body)
    case .membership(let operand, _, _, _), .emptiness(let operand, _, _), .not(let operand, _):
      operand.forEachParameter(body)
    }
  }
}
