import TandemValues

/// The small steps that generated code is made of: between a typed property and a value, and along a path.
///
/// One name per type instead of overloads, because generated files hold thousands of these calls and overload resolution is
/// what makes them slow to compile.
public enum Field {
  // MARK: From a typed property to a value

  /// Text as a value; `nil` is ``TandemValues/Value/null``, here and below.
  @inlinable public static func value(string: String?) -> Value { string.map(Value.string) ?? .null }
  /// A whole number as a value.
  @inlinable public static func value(integer: Int64?) -> Value { integer.map(Value.integer) ?? .null }
  /// An exact number as a value.
  @inlinable public static func value(decimal: DecimalNumber?) -> Value { decimal.map(Value.decimal) ?? .null }
  /// A floating-point number as a value.
  @inlinable public static func value(float: Double?) -> Value { float.map(Value.float) ?? .null }
  /// True or false as a value.
  @inlinable public static func value(boolean: Bool?) -> Value { boolean.map(Value.boolean) ?? .null }
  /// A day as a value.
  @inlinable public static func value(date: CalendarDate?) -> Value { date.map(Value.date) ?? .null }
  /// A time of day as a value.
  @inlinable public static func value(time: TimeOfDay?) -> Value { time.map(Value.time) ?? .null }
  /// A moment as a value.
  @inlinable public static func value(datetime: Timestamp?) -> Value { datetime.map(Value.datetime) ?? .null }
  /// An identifier as a value.
  @inlinable public static func value(guid: GUID?) -> Value { guid.map(Value.guid) ?? .null }
  /// Bytes as a value.
  @inlinable public static func value(binary: [UInt8]?) -> Value { binary.map(Value.binary) ?? .null }
  /// A structured property as a value.
  @inlinable public static func value<Member: StructuredProperty>(object: Member?) -> Value {
    object?.propertyValue ?? .null
  }
  /// A list as a value; `element` turns one element into a value.
  @inlinable public static func value<Element>(list: [Element]?, _ element: (Element) -> Value) -> Value {
    list.map { .list($0.map(element)) } ?? .null
  }

  // MARK: From a value to a typed property

  /// The text of a value; `nil` where it is missing. Throws ``MappingError`` for another type, here and below.
  @inlinable public static func string(_ value: Value, _ property: String) throws(MappingError) -> String? {
    if case .string(let text) = value { return text }
    return try missing(value, property, "text")
  }
  /// The whole number of a value.
  @inlinable public static func integer(_ value: Value, _ property: String) throws(MappingError) -> Int64? {
    if case .integer(let number) = value { return number }
    return try missing(value, property, "a whole number")
  }
  /// The exact number of a value.
  @inlinable public static func decimal(_ value: Value, _ property: String) throws(MappingError) -> DecimalNumber? {
    if case .decimal(let number) = value { return number }
    return try missing(value, property, "a decimal number")
  }
  /// The floating-point number of a value.
  @inlinable public static func float(_ value: Value, _ property: String) throws(MappingError) -> Double? {
    if case .float(let number) = value { return number }
    return try missing(value, property, "a number")
  }
  /// The truth of a value.
  @inlinable public static func boolean(_ value: Value, _ property: String) throws(MappingError) -> Bool? {
    if case .boolean(let truth) = value { return truth }
    return try missing(value, property, "true or false")
  }
  /// The day of a value.
  @inlinable public static func date(_ value: Value, _ property: String) throws(MappingError) -> CalendarDate? {
    if case .date(let day) = value { return day }
    return try missing(value, property, "a date")
  }
  /// The time of day of a value.
  @inlinable public static func time(_ value: Value, _ property: String) throws(MappingError) -> TimeOfDay? {
    if case .time(let time) = value { return time }
    return try missing(value, property, "a time of day")
  }
  /// The moment of a value.
  @inlinable public static func datetime(_ value: Value, _ property: String) throws(MappingError) -> Timestamp? {
    if case .datetime(let moment) = value { return moment }
    return try missing(value, property, "a date with a time")
  }
  /// The identifier of a value.
  @inlinable public static func guid(_ value: Value, _ property: String) throws(MappingError) -> GUID? {
    if case .guid(let identifier) = value { return identifier }
    return try missing(value, property, "a GUID")
  }
  /// The bytes of a value.
  @inlinable public static func binary(_ value: Value, _ property: String) throws(MappingError) -> [UInt8]? {
    if case .binary(let bytes) = value { return bytes }
    return try missing(value, property, "bytes")
  }
  /// The structured property of a value.
  @inlinable public static func object<Member: StructuredProperty>(
    _ value: Value, _ property: String
  ) throws(MappingError) -> Member? {
    if value.isMissing { return nil }
    switch Member.read(value) {
    case .success(let member): return member
    case .failure(let misfit): throw MappingError(property: property, reason: misfit.reason)
    }
  }
  /// The list of a value; `element` reads one element.
  @inlinable public static func list<Element>(
    _ value: Value, _ property: String, _ element: (Value, String) throws(MappingError) -> Element?
  ) throws(MappingError) -> [Element]? {
    guard case .list(let values) = value else { return try missing(value, property, "a list") }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for value in values {
      if let read = try element(value, property) { elements.append(read) }
    }
    return elements
  }

  @inlinable static func missing<Result>(
    _ value: Value, _ property: String, _ expected: String
  ) throws(MappingError) -> Result? {
    if value.isMissing { return nil }
    throw MappingError(property: property, reason: "is not \(expected)")
  }

  // MARK: Conversions

  // A function per conversion rather than its body at each of thousands of calls: that is what an optimised build of
  // generated code spends its time on.

  /// Text in normal form, by ``TandemValues/TrimmedString``, which nearly every row of texts goes through.
  @inline(never) public static func trim(_ text: String?) -> String? {
    guard let text else { return nil }
    // It takes every text.
    return try? TrimmedString().converted(text)
  }

  /// Converts a typed value into the shared view; `nil` stays `nil`.
  @inlinable @inline(never) public static func convert<Applied: TypedConversion>(
    _ value: Applied.Input?, _ property: String, _ conversion: Applied
  ) throws(MappingError) -> Applied.Output? {
    guard let value else { return nil }
    do {
      return try conversion.converted(value)
    } catch {
      throw MappingError(property: property, reason: error.reason)
    }
  }

  /// Converts a typed value of the shared view back; `nil` stays `nil`.
  @inlinable @inline(never) public static func restore<Applied: TypedConversion>(
    _ value: Applied.Output?, _ property: String, _ conversion: Applied
  ) throws(MappingError) -> Applied.Input? {
    guard let value else { return nil }
    do {
      return try conversion.restored(value)
    } catch {
      throw MappingError(property: property, reason: error.reason)
    }
  }

  /// Converts a value of any type into the shared view.
  @inlinable public static func read<Applied: Conversion>(
    _ value: Value, _ property: String, _ conversion: Applied
  ) throws(MappingError) -> Value {
    do {
      return try conversion.forward(value)
    } catch {
      throw MappingError(property: property, reason: error.reason)
    }
  }

  /// Converts a value of any type of the shared view back.
  @inlinable public static func write<Applied: Conversion>(
    _ value: Value, _ property: String, _ conversion: Applied
  ) throws(MappingError) -> Value {
    do {
      return try conversion.backward(value)
    } catch {
      throw MappingError(property: property, reason: error.reason)
    }
  }

  /// The value, or the default where it is missing.
  @inlinable public static func value(_ value: Value, default defaultValue: Value) -> Value {
    value.isMissing ? defaultValue : value
  }

  /// The non-empty texts with the separator between them; `nil` when there are none.
  public static func join(_ texts: [String?], separator: String) -> String? {
    let present = texts.compactMap(\.self).filter { !Value.string($0).isEmpty }
    return present.isEmpty ? nil : present.joined(separator: separator)
  }

  // MARK: Lists

  /// The position of the only element that satisfies the condition; `nil` where there is none.
  ///
  /// - Throws: ``MappingError`` when there are several: choosing one of them would be guessing.
  @inlinable public static func position<Element>(
    in list: [Element]?, _ property: String, where isMeant: (Element) -> Bool
  ) throws(MappingError) -> Int? {
    guard let list else { return nil }
    var found: Int?
    for index in list.indices where isMeant(list[index]) {
      if found != nil {
        throw MappingError(
          property: property, reason: "stands in several elements of the list that satisfy the condition")
      }
      found = index
    }
    return found
  }

  // MARK: Matching and conditions

  /// The text under which a record is found by an alternative of a merge table; `nil` where a part is empty or could not
  /// be converted, which never matches.
  public static func matchKey(_ parts: Value?...) -> String? {
    var result = ""
    for (index, part) in parts.enumerated() {
      guard let part, !part.isEmpty else { return nil }
      if index > 0 { result.append("\u{1F}") }
      result.append(part.displayText)
    }
    return result
  }

  /// `left < right`; false where either is missing or they cannot be compared.
  public static func isLess(_ left: Value, than right: Value) -> Bool { left.isLess(than: right) ?? false }

  /// `left = right`, where a missing value equals nothing.
  public static func isEqual(_ left: Value, to right: Value) -> Bool { !left.isMissing && left == right }
}
