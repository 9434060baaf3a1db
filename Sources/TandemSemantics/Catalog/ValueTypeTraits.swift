import TandemValues

/// Questions about types that the rules ask.
extension ValueType {
  /// True for a moment in time or a date: what a cursor over times can walk along.
  var isMoment: Bool {
    switch self {
    case .datetime, .date: return true
    default: return false
    }
  }

  /// True when the values have an order that a person would expect of `<`.
  var isOrdered: Bool {
    switch self {
    case .string, .integer, .decimal, .float, .date, .time, .datetime: return true
    default: return false
    }
  }

  /// True for structured properties and lists, which no single value can be compared with.
  var isComposite: Bool {
    switch self {
    case .object, .list: return true
    default: return false
    }
  }

  /// True for an enumeration that takes other values than the described ones.
  var isOpenEnumeration: Bool {
    if case .enumeration(_, true) = self { return true }
    return false
  }

  /// The values of a closed enumeration; `nil` for every other type.
  var closedValues: [String]? {
    if case .enumeration(let values, false) = self { return values }
    return nil
  }

  /// The type in words for messages: "text of at most 50 characters", "decimal(12, 2)".
  var phrase: String {
    switch self {
    case .string(let maximum): return maximum.map { "string of at most \($0) characters" } ?? "string"
    case .decimal(let precision, let scale):
      guard let precision else { return "decimal" }
      return "decimal with \(precision) digits, \(scale ?? 0) after the point"
    case .enumeration(let values, let open):
      return (open ? "open enum of " : "enum of ") + Wording.list(values, limit: 5)
    case .list(let element): return "list of " + element.word
    default: return word
    }
  }
}
