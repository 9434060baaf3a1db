extension Value {
  /// Why the value cannot stand in a property of the type, in words that follow it ("is longer than 80 characters"), or
  /// `nil` when it can. A missing value always can: whether one is required is not a matter of the type. The reason
  /// holds nothing of the value itself.
  public func conforms(to type: ValueType) -> String? {
    switch (self, type) {
    case (.absent, _), (.null, _): return nil
    case (.string(let text), .string(let maximum)):
      // Most texts are short enough even when every byte is counted.
      guard let maximum, text.utf8.count > maximum, text.unicodeScalars.count > maximum else { return nil }
      return "is longer than \(maximum) characters"
    case (.string, .json): return nil
    case (.string(let text), .enumeration(let values, let isOpen)):
      return isOpen || values.contains(text) ? nil : "is none of \(listed(values))"
    case (.decimal(let number), .decimal(let precision, let scale)):
      return number.misfit(precision: precision, scale: scale)
    case (.float(let float), .float): return float.isFinite ? nil : "is not a finite number"
    case (.integer, .integer), (.boolean, .boolean), (.date, .date), (.time, .time), (.datetime, .datetime),
      (.guid, .guid), (.binary, .binary):
      return nil
    case (.list(let elements), .list(let elementType)):
      for (place, element) in elements.enumerated() {
        if let reason = element.conforms(to: elementType) {
          return "has an element, number \(place + 1), that \(reason)"
        }
      }
      return nil
    case (.object(let values), .object(let members)):
      guard values.count == members.count else {
        return "has \(values.count) members where \(members.count) are declared"
      }
      for (value, member) in zip(values, members) {
        if let reason = value.conforms(to: member.type) { return "has a member `\(member.name)` that \(reason)" }
      }
      return nil
    case (_, .boolean): return "is neither true nor false"
    default: return "is no \(type.noun)"
    }
  }
}

extension DecimalNumber {
  /// Why the number does not fit a decimal type, in words that follow it, or `nil` when it does.
  func misfit(precision: Int?, scale limit: Int?) -> String? {
    if let limit, scale > limit { return "has more than \(digitCount(limit)) after the point" }
    guard !fits(precision: precision, scale: limit), let precision else { return nil }
    if let limit { return "has more than \(digitCount(max(precision - limit, 0))) before the point" }
    return "has more than \(digitCount(precision))"
  }
}

extension ValueType {
  /// The type as a noun that follows "is no".
  var noun: String {
    switch self {
    case .string, .json, .enumeration: return "text"
    case .integer: return "whole number"
    case .decimal: return "decimal number"
    case .float: return "floating-point number"
    case .boolean: return "true or false"
    case .date: return "date"
    case .time: return "time of day"
    case .datetime: return "moment in time"
    case .guid: return "globally unique identifier"
    case .binary: return "sequence of bytes"
    case .object: return "structured value"
    case .list: return "list"
    }
  }
}

private func digitCount(_ count: Int) -> String {
  count == 1 ? "1 digit" : "\(count) digits"
}

/// The first values of an enumeration, as a sentence names them.
func listed(_ values: [String]) -> String {
  let shown = values.prefix(8).joined(separator: ", ")
  return values.count > 8 ? shown + " and \(values.count - 8) more" : shown
}
