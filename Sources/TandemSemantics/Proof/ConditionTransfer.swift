import TandemSyntax
import TandemValues

/// Says a condition on the records of one side in the properties of the other one.
struct ConditionTransfer {
  /// The flow whose rows lead from property to property.
  let flow: ResolvedFlow
  /// The side whose records the condition is about.
  let side: FlowSide

  /// The text of the same condition on the other side; `nil` where a property of it is not kept in step, or a value has no
  /// counterpart.
  func text(_ expression: CheckedExpression) -> String? {
    switch expression {
    case .property(let path): return row(of: path).map(name)
    case .parameter(let number):
      return flow.context.parameters.indices.contains(number) ? "$" + flow.context.parameters[number].name : nil
    case .literal: return nil
    case .comparison(let comparison, .property(let path), .literal(let value)):
      guard let row = row(of: path), let value = carried(value, by: row) else { return nil }
      return "\(name(row)) \(comparison.rawValue) \(Self.text(of: value))"
    case .membership(.property(let path), let values, let negated):
      guard let row = row(of: path) else { return nil }
      let carried = values.compactMap { self.carried($0, by: row).map(Self.text) }
      guard carried.count == values.count else { return nil }
      return "\(name(row)) \(negated ? "not in" : "in") (\(carried.joined(separator: ", ")))"
    case .emptiness(.property(let path), let negated):
      return row(of: path).map { "\(name($0)) is \(negated ? "not " : "")empty" }
    case .comparison, .membership, .emptiness: return nil
    case .and(let left, let right): return joined(left, "and", right)
    case .or(let left, let right): return joined(left, "or", right)
    case .not(let inner): return text(inner).map { "not (\($0))" }
    }
  }

  private func joined(_ left: CheckedExpression, _ word: String, _ right: CheckedExpression) -> String? {
    guard let one = text(left), let two = text(right) else { return nil }
    func grouped(_ text: String, _ expression: CheckedExpression) -> String {
      if case .or = expression, word == "and" { return "(\(text))" }
      return text
    }
    return "\(grouped(one, left)) \(word) \(grouped(two, right))"
  }

  /// The row that keeps the property in step both ways.
  private func row(of path: ResolvedPath) -> ResolvedRow? {
    guard path.dependencies.isEmpty else { return nil }
    for property in flow.properties where property.direction == .both && property.rows.count == 1 {
      let row = property.rows[0]
      guard property.outputs.count == 1, row.translation == nil, row.sourceKey != nil,
        row.target.path.dependencies.isEmpty,
        let source = row.source, source.path.dependencies.isEmpty
      else { continue }
      if (side == .source ? source.path.text : row.target.path.text) == path.text { return row }
    }
    return nil
  }

  private func name(_ row: ResolvedRow) -> String {
    side == .source ? row.target.path.text : row.source?.path.text ?? ""
  }

  private func carried(_ value: Value, by row: ResolvedRow) -> Value? {
    do {
      if side == .source {
        let shared = try row.input.conversion?.forward(value) ?? value
        let written = try row.normaliser?.backward(shared) ?? shared
        return written.conforms(to: row.target.path.type) == nil ? written : nil
      }
      let shared = try row.normaliser?.forward(value) ?? value
      let written = try row.input.conversion?.backward(shared) ?? shared
      guard let source = row.source else { return nil }
      return written.conforms(to: source.path.type) == nil ? written : nil
    } catch {
      return nil
    }
  }

  /// A literal as expressions write it.
  private static func text(of value: Value) -> String {
    switch value {
    case .boolean, .integer, .decimal, .float: return value.displayText
    default:
      var text = "\""
      for scalar in value.displayText.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { text.unicodeScalars.append("\\") }
        text.unicodeScalars.append(scalar)
      }
      return text + "\""
    }
  }
}
