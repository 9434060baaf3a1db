extension Value {
  /// Text, or ``null`` for `nil`.
  public init(_ string: String?) { self = string.map(Value.string) ?? .null }

  /// A whole number, or ``null`` for `nil`.
  public init(_ integer: Int64?) { self = integer.map(Value.integer) ?? .null }

  /// A decimal number, or ``null`` for `nil`.
  public init(_ decimal: DecimalNumber?) { self = decimal.map(Value.decimal) ?? .null }

  /// A floating-point number, or ``null`` for `nil` and for what is no number.
  public init(_ float: Double?) {
    guard let float, !float.isNaN else {
      self = .null
      return
    }
    self = .float(float)
  }

  /// True or false, or ``null`` for `nil`.
  public init(_ boolean: Bool?) { self = boolean.map(Value.boolean) ?? .null }

  /// A date, or ``null`` for `nil`.
  public init(_ date: CalendarDate?) { self = date.map(Value.date) ?? .null }

  /// A time of day, or ``null`` for `nil`.
  public init(_ time: TimeOfDay?) { self = time.map(Value.time) ?? .null }

  /// A moment, or ``null`` for `nil`.
  public init(_ datetime: Timestamp?) { self = datetime.map(Value.datetime) ?? .null }

  /// An identifier, or ``null`` for `nil`.
  public init(_ guid: GUID?) { self = guid.map(Value.guid) ?? .null }

  /// Bytes, or ``null`` for `nil`.
  public init(_ binary: [UInt8]?) { self = binary.map(Value.binary) ?? .null }

  /// The text, or `nil` when the value is none.
  public var string: String? {
    if case .string(let string) = self { return string }
    return nil
  }

  /// The whole number, or `nil` when the value is none.
  public var integer: Int64? {
    if case .integer(let integer) = self { return integer }
    return nil
  }

  /// The decimal number, or `nil` when the value is none.
  public var decimal: DecimalNumber? {
    if case .decimal(let decimal) = self { return decimal }
    return nil
  }

  /// The floating-point number, or `nil` when the value is none.
  public var float: Double? {
    if case .float(let float) = self { return float }
    return nil
  }

  /// True or false, or `nil` when the value is neither.
  public var boolean: Bool? {
    if case .boolean(let boolean) = self { return boolean }
    return nil
  }

  /// The date, or `nil` when the value is none.
  public var date: CalendarDate? {
    if case .date(let date) = self { return date }
    return nil
  }

  /// The time of day, or `nil` when the value is none.
  public var time: TimeOfDay? {
    if case .time(let time) = self { return time }
    return nil
  }

  /// The moment, or `nil` when the value is none.
  public var datetime: Timestamp? {
    if case .datetime(let datetime) = self { return datetime }
    return nil
  }

  /// The identifier, or `nil` when the value is none.
  public var guid: GUID? {
    if case .guid(let guid) = self { return guid }
    return nil
  }

  /// The bytes, or `nil` when the value has none.
  public var binary: [UInt8]? {
    if case .binary(let binary) = self { return binary }
    return nil
  }

  /// The elements, or `nil` when the value is no list.
  public var list: [Value]? {
    if case .list(let list) = self { return list }
    return nil
  }

  /// The members in declared order, or `nil` when the value is no structured one.
  public var object: [Value]? {
    if case .object(let object) = self { return object }
    return nil
  }
}
