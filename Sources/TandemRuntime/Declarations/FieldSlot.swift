import TandemValues

/// One stored property: its name, where it stands in its struct, and what it is.
struct FieldSlot: Sendable {
  let name: String
  let offset: Int
  let kind: FieldKind

  /// Stores a value into the struct at `base`; a missing one becomes `nil`.
  func store(_ value: Value, at base: UnsafeMutableRawPointer) throws(MappingError) {
    if let misfit = kind.store(value, base + offset) { throw MappingError(property: name, reason: misfit.reason) }
  }
}

/// What a stored property can be: an optional of one of the plain types, which are told apart without a look into tables
/// of witnesses, another optional (bytes, lists, structs), or a value of any type.
enum FieldKind: Sendable {
  case string, integer, decimal, float, boolean, date, time, datetime, guid
  case value
  case other(any StoredValue.Type)

  /// The kind of a stored property's type; `nil` for one that no generated struct has.
  init?(_ type: Any.Type) {
    if type == String?.self {
      self = .string
    } else if type == Int64?.self {
      self = .integer
    } else if type == DecimalNumber?.self {
      self = .decimal
    } else if type == Double?.self {
      self = .float
    } else if type == Bool?.self {
      self = .boolean
    } else if type == CalendarDate?.self {
      self = .date
    } else if type == TimeOfDay?.self {
      self = .time
    } else if type == Timestamp?.self {
      self = .datetime
    } else if type == GUID?.self {
      self = .guid
    } else if type == Value.self {
      self = .value
    } else if let stored = type as? any StoredValue.Type {
      self = .other(stored)
    } else {
      return nil
    }
  }

  func load(_ pointer: UnsafeRawPointer) -> Value {
    switch self {
    case .string: return Field.value(string: pointer.assumingMemoryBound(to: String?.self).pointee)
    case .integer: return Field.value(integer: pointer.assumingMemoryBound(to: Int64?.self).pointee)
    case .decimal: return Field.value(decimal: pointer.assumingMemoryBound(to: DecimalNumber?.self).pointee)
    case .float: return Field.value(float: pointer.assumingMemoryBound(to: Double?.self).pointee)
    case .boolean: return Field.value(boolean: pointer.assumingMemoryBound(to: Bool?.self).pointee)
    case .date: return Field.value(date: pointer.assumingMemoryBound(to: CalendarDate?.self).pointee)
    case .time: return Field.value(time: pointer.assumingMemoryBound(to: TimeOfDay?.self).pointee)
    case .datetime: return Field.value(datetime: pointer.assumingMemoryBound(to: Timestamp?.self).pointee)
    case .guid: return Field.value(guid: pointer.assumingMemoryBound(to: GUID?.self).pointee)
    case .value: return pointer.assumingMemoryBound(to: Value.self).pointee
    case .other(let type): return type.load(pointer)
    }
  }

  /// Stores a value; answers why it could not.
  func store(_ value: Value, _ pointer: UnsafeMutableRawPointer) -> PropertyMisfit? {
    switch self {
    case .string: return String?.store(value, pointer)
    case .integer: return Int64?.store(value, pointer)
    case .decimal: return DecimalNumber?.store(value, pointer)
    case .float: return Double?.store(value, pointer)
    case .boolean: return Bool?.store(value, pointer)
    case .date: return CalendarDate?.store(value, pointer)
    case .time: return TimeOfDay?.store(value, pointer)
    case .datetime: return Timestamp?.store(value, pointer)
    case .guid: return GUID?.store(value, pointer)
    case .value:
      pointer.assumingMemoryBound(to: Value.self).pointee = value
      return nil
    case .other(let type): return type.store(value, pointer)
    }
  }
}

/// A stored property's type.
protocol StoredValue: SendableMetatype {
  /// The value that stands in memory.
  static func load(_ pointer: UnsafeRawPointer) -> Value
  /// Puts a value into memory that holds one already; answers why it could not.
  static func store(_ value: Value, _ pointer: UnsafeMutableRawPointer) -> PropertyMisfit?
  /// Reads what stands in a JSON text, which is not `null`, into memory.
  static func read(_ cursor: inout JSONCursor, _ pointer: UnsafeMutableRawPointer) throws(JSONFault)
  /// Writes what stands in memory; false for `nil`.
  static func write(_ pointer: UnsafeRawPointer, _ writer: inout JSONWriter) -> Bool
}

extension Optional: StoredValue where Wrapped: CodedProperty {
  static func load(_ pointer: UnsafeRawPointer) -> Value {
    pointer.assumingMemoryBound(to: Self.self).pointee?.propertyValue ?? .null
  }

  static func store(_ value: Value, _ pointer: UnsafeMutableRawPointer) -> PropertyMisfit? {
    if value.isMissing {
      pointer.assumingMemoryBound(to: Self.self).pointee = nil
      return nil
    }
    switch Wrapped.read(value) {
    case .success(let read):
      pointer.assumingMemoryBound(to: Self.self).pointee = read
      return nil
    case .failure(let misfit): return misfit
    }
  }

  static func read(_ cursor: inout JSONCursor, _ pointer: UnsafeMutableRawPointer) throws(JSONFault) {
    pointer.assumingMemoryBound(to: Self.self).pointee = try Wrapped.read(&cursor)
  }

  static func write(_ pointer: UnsafeRawPointer, _ writer: inout JSONWriter) -> Bool {
    guard let value = pointer.assumingMemoryBound(to: Self.self).pointee else { return false }
    value.write(&writer)
    return true
  }
}
