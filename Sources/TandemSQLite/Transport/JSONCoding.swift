import TandemValues

/// A value that does not stand for its declared type. The reason follows the name of a property and holds no value.
struct CodingProblem: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// How structured properties stand in JSON: members by name, dates and identifiers as text, decimals digit by digit.
enum JSONCoding {
  // MARK: Reading

  static func decode(_ node: JSONNode, as type: ValueType) throws(CodingProblem) -> Value {
    switch (node, type) {
    case (.null, _): return .null
    case (_, .json): return .string(node.text)
    case (.boolean(let flag), .boolean): return .boolean(flag)
    case (.number(let digits), .integer):
      if let number = Int64(digits) { return .integer(number) }
    case (.number(let digits), .decimal):
      if let number = DecimalNumber(digits) { return .decimal(number) }
    case (.number(let digits), .float):
      if let number = Double(digits), number.isFinite { return .float(number) }
    case (.string(let text), .string): return .string(text)
    case (.string(let text), .enumeration(let values, let isOpen)):
      guard isOpen || values.contains(text) else {
        throw CodingProblem("holds text that is none of its declared values")
      }
      return .string(text)
    case (.string(let text), .date), (.string(let text), .time), (.string(let text), .datetime),
      (.string(let text), .guid), (.string(let text), .binary):
      if let value = type.parse(text) { return value }
    case (.array(let elements), .list(let elementType)):
      var values: [Value] = []
      for element in elements { values.append(try decode(element, as: elementType)) }
      return .list(values)
    case (.object, .object(let members)):
      var values: [Value] = []
      for member in members {
        do {
          values.append(
            try node[member.name].map { node throws(CodingProblem) in try decode(node, as: member.type) } ?? .absent)
        } catch {
          throw CodingProblem("has a member '\(member.name)' that \(error.reason)")
        }
      }
      return .object(values)
    default: break
    }
    throw CodingProblem("holds JSON that is no \(type.word)")
  }

  // MARK: Writing

  /// The value as JSON. Members of `stored` that the type does not declare, and those that are absent from the value,
  /// stay as they are.
  static func encode(_ value: Value, as type: ValueType, over stored: JSONNode? = nil) throws(CodingProblem) -> JSONNode
  {
    switch (value, type) {
    case (.null, _), (.absent, _): return .null
    case (.string(let text), .json):
      guard let node = JSONNode(text) else { throw CodingProblem("is given text that is no JSON") }
      return node
    case (.string(let text), .string), (.string(let text), .enumeration): return .string(text)
    case (.boolean(let flag), .boolean): return .boolean(flag)
    case (.integer(let number), .integer), (.integer(let number), .decimal): return .number(String(number))
    case (.decimal(let number), .decimal): return .number(number.description)
    case (.float(let number), .float):
      guard number.isFinite else { throw CodingProblem("is given a number that JSON cannot hold") }
      return .number(number.description)
    case (.date, .date), (.time, .time), (.datetime, .datetime), (.guid, .guid), (.binary, .binary):
      return .string(value.displayText)
    case (.list(let elements), .list(let elementType)):
      var nodes: [JSONNode] = []
      for element in elements { nodes.append(try encode(element, as: elementType)) }
      return .array(nodes)
    case (.object(let values), .object(let declared)):
      guard values.count == declared.count else { throw CodingProblem("is given another number of members") }
      var members: [JSONNode.Member] = []
      if case .object(let existing)? = stored { members = existing }
      for (value, member) in zip(values, declared) where value != .absent {
        let node: JSONNode
        do {
          node = try encode(value, as: member.type, over: stored?[member.name])
        } catch {
          throw CodingProblem("has a member '\(member.name)' that \(error.reason)")
        }
        if let place = members.lastIndex(where: { $0.name == member.name }) {
          members[place].value = node
        } else {
          members.append(JSONNode.Member(name: member.name, value: node))
        }
      }
      return .object(members)
    default: throw CodingProblem("is given a value that is no \(type.word)")
    }
  }
}
