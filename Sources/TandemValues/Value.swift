/// One property value as it stands in a record or in the shared view of a flow.
///
/// Every system's data passes through this type once: a transport decodes into it, generated code reads it, the planner
/// compares it. Absent, null, empty and present are four different things and stay apart.
public enum Value: Hashable, Sendable {
  /// The system did not deliver the property at all (a partial answer); nothing is known about it.
  case absent
  /// The system delivered the property and says that it has no value.
  case null
  /// Text, in Unicode, exactly as delivered.
  case string(String)
  /// A whole number.
  case integer(Int64)
  /// An exact decimal number; `1.50` and `1.5` are equal.
  case decimal(DecimalNumber)
  /// A binary floating-point number; never NaN.
  case float(Double)
  /// True or false.
  case boolean(Bool)
  /// A calendar date without time or zone.
  case date(CalendarDate)
  /// A time of day without date or zone.
  case time(TimeOfDay)
  /// A moment in time, in UTC.
  case datetime(Timestamp)
  /// A globally unique identifier.
  case guid(GUID)
  /// Bytes.
  case binary([UInt8])
  /// The elements of a list, in order.
  case list([Value])
  /// The members of a structured property, in the order of its declared ``ValueType/object(_:)`` members.
  case object([Value])
}

extension Value {
  /// True for ``absent`` and ``null``: there is no value to convert.
  public var isMissing: Bool {
    switch self {
    case .absent, .null: return true
    default: return false
    }
  }

  /// True when a person would call the property empty: absent, null, text of blanks only, or a list without elements.
  public var isEmpty: Bool {
    switch self {
    case .absent, .null: return true
    case .string(let text): return text.utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    case .list(let elements): return elements.isEmpty
    default: return false
    }
  }
}
