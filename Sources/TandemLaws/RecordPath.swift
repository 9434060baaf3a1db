import TandemRuntime
import TandemValues

/// Reads and writes the value at a place inside a record, which is a list of values in the order of its entity's table.
struct RecordPath {
  let schema: EntitySchema
  let positions: [Int]

  /// The type at the end of the path; `nil` for a path that the entity does not have.
  var type: ValueType? {
    guard let first = positions.first, schema.properties.indices.contains(first) else { return nil }
    return positions.dropFirst().reduce(schema.properties[first].type as ValueType?) { type, position in
      guard case .object(let members)? = type.map(Self.element), members.indices.contains(position) else { return nil }
      return members[position].type
    }
  }

  /// The value; ``TandemValues/Value/null`` where something on the way is missing.
  func value(in record: [Value]) -> Value {
    guard let first = positions.first, record.indices.contains(first) else { return .null }
    return positions.dropFirst().reduce(record[first]) { value, position in
      var value = value
      if case .list(let elements) = value { value = elements.first ?? .null }
      guard case .object(let members) = value, members.indices.contains(position) else { return .null }
      return members[position]
    }
  }

  /// Puts a value there; what is missing on the way is made.
  func set(_ value: Value, in record: inout [Value]) {
    guard let first = positions.first, record.indices.contains(first), schema.properties.indices.contains(first) else {
      return
    }
    record[first] = Self.replaced(record[first], schema.properties[first].type, positions.dropFirst(), value)
  }

  private static func replaced(
    _ value: Value, _ type: ValueType, _ path: ArraySlice<Int>, _ new: Value
  ) -> Value {
    guard let position = path.first else { return new }
    switch type {
    case .list(let element):
      var first = Value.null
      if case .list(let elements) = value { first = elements.first ?? .null }
      return .list([replaced(first, element, path, new)])
    case .object(let members):
      guard members.indices.contains(position) else { return value }
      var values = members.map { _ in Value.null }
      if case .object(let known) = value, known.count == members.count { values = known }
      values[position] = replaced(values[position], members[position].type, path.dropFirst(), new)
      return .object(values)
    default: return new
    }
  }

  private static func element(_ type: ValueType) -> ValueType {
    if case .list(let element) = type { return element }
    return type
  }
}
