/// The declared type of a property, with the constraints that a system enforces on it.
public indirect enum ValueType: Hashable, Sendable {
  /// Text of at most `maximumLength` Unicode scalars; `nil` where the limit is unknown.
  case string(maximumLength: Int?)
  /// A whole number in `-2^63 ..< 2^63`.
  case integer
  /// An exact number with `precision` digits in all and `scale` digits after the point; `nil` where unknown.
  case decimal(precision: Int?, scale: Int?)
  /// A binary floating-point number.
  case float
  /// True or false.
  case boolean
  /// A calendar date.
  case date
  /// A time of day.
  case time
  /// A moment in time.
  case datetime
  /// A globally unique identifier.
  case guid
  /// Bytes.
  case binary
  /// Text that holds JSON which the description does not describe further.
  case json
  /// One of `values`; other values are possible where `open` is true.
  case enumeration(values: [String], open: Bool)
  /// A structured property with named members, in order.
  case object([Member])
  /// A list whose elements all have one type.
  case list(ValueType)

  /// A named member of an ``object(_:)`` type.
  public struct Member: Hashable, Sendable {
    /// The name as the system spells it.
    public var name: String
    /// The member's own type.
    public var type: ValueType

    /// Makes a member from its name and type.
    public init(name: String, type: ValueType) {
      self.name = name
      self.type = type
    }
  }
}

extension ValueType {
  /// The word that documents use for the type: `string`, `integer`, `decimal`, ...
  public var word: String {
    switch self {
    case .string: return "string"
    case .integer: return "integer"
    case .decimal: return "decimal"
    case .float: return "float"
    case .boolean: return "boolean"
    case .date: return "date"
    case .time: return "time"
    case .datetime: return "datetime"
    case .guid: return "guid"
    case .binary: return "binary"
    case .json: return "json"
    case .enumeration: return "enum"
    case .object: return "object"
    case .list: return "list"
    }
  }
}
