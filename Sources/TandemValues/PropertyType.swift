/// A Swift type that properties of generated records have; each case of ``Value`` with a payload has one.
public protocol PropertyType: Sendable {
  /// The value that holds this.
  var propertyValue: Value { get }

  /// Takes the typed payload out of a value that is not missing.
  static func read(_ value: Value) -> Result<Self, PropertyMisfit>
}

/// Why a value has no payload of the asked type, in words that follow "the value": "is no whole number".
public struct PropertyMisfit: Error, Hashable, Sendable {
  /// The words.
  public var reason: String

  /// Makes one from its words.
  public init(reason: String) {
    self.reason = reason
  }
}

extension PropertyType {
  static func payload(_ payload: Self?, or reason: String) -> Result<Self, PropertyMisfit> {
    payload.map { .success($0) } ?? .failure(PropertyMisfit(reason: reason))
  }
}

extension String: PropertyType {
  /// The text as a value.
  public var propertyValue: Value { .string(self) }
  /// The text of a value.
  public static func read(_ value: Value) -> Result<String, PropertyMisfit> { payload(value.string, or: "is no text") }
}

extension Int64: PropertyType {
  /// The whole number as a value.
  public var propertyValue: Value { .integer(self) }
  /// The whole number of a value.
  public static func read(_ value: Value) -> Result<Int64, PropertyMisfit> {
    payload(value.integer, or: "is no whole number")
  }
}

extension DecimalNumber: PropertyType {
  /// The exact number as a value.
  public var propertyValue: Value { .decimal(self) }
  /// The exact number of a value.
  public static func read(_ value: Value) -> Result<DecimalNumber, PropertyMisfit> {
    payload(value.decimal, or: "is no decimal number")
  }
}

extension Double: PropertyType {
  /// The floating-point number as a value.
  public var propertyValue: Value { .float(self) }
  /// The floating-point number of a value.
  public static func read(_ value: Value) -> Result<Double, PropertyMisfit> {
    payload(value.float, or: "is no floating-point number")
  }
}

extension Bool: PropertyType {
  /// True or false as a value.
  public var propertyValue: Value { .boolean(self) }
  /// The truth of a value.
  public static func read(_ value: Value) -> Result<Bool, PropertyMisfit> {
    payload(value.boolean, or: "is neither true nor false")
  }
}

extension CalendarDate: PropertyType {
  /// The day as a value.
  public var propertyValue: Value { .date(self) }
  /// The day of a value.
  public static func read(_ value: Value) -> Result<CalendarDate, PropertyMisfit> {
    payload(value.date, or: "is no date")
  }
}

extension TimeOfDay: PropertyType {
  /// The time as a value.
  public var propertyValue: Value { .time(self) }
  /// The time of a value.
  public static func read(_ value: Value) -> Result<TimeOfDay, PropertyMisfit> {
    payload(value.time, or: "is no time of day")
  }
}

extension Timestamp: PropertyType {
  /// The moment as a value.
  public var propertyValue: Value { .datetime(self) }
  /// The moment of a value.
  public static func read(_ value: Value) -> Result<Timestamp, PropertyMisfit> {
    payload(value.datetime, or: "is no moment in time")
  }
}

extension GUID: PropertyType {
  /// The identifier as a value.
  public var propertyValue: Value { .guid(self) }
  /// The identifier of a value.
  public static func read(_ value: Value) -> Result<GUID, PropertyMisfit> {
    payload(value.guid, or: "is no globally unique identifier")
  }
}

extension Array: PropertyType where Element: ListElement {
  /// The list as a value.
  public var propertyValue: Value { Element.value(of: self) }
  /// The list of a value.
  public static func read(_ value: Value) -> Result<[Element], PropertyMisfit> { Element.readList(value) }
}

/// What a list, as a property's type, can be made of: typed elements, or the single bytes of binary data.
public protocol ListElement: Sendable {
  /// The list as a value.
  static func value(of list: [Self]) -> Value
  /// The list of a value.
  static func readList(_ value: Value) -> Result<[Self], PropertyMisfit>
}

extension ListElement where Self: PropertyType {
  /// The elements as a list of values.
  public static func value(of list: [Self]) -> Value { .list(list.map(\.propertyValue)) }

  /// The elements of a list, each of the type.
  public static func readList(_ value: Value) -> Result<[Self], PropertyMisfit> {
    guard case .list(let elements) = value else { return .failure(PropertyMisfit(reason: "is no list")) }
    var result: [Self] = []
    result.reserveCapacity(elements.count)
    for element in elements {
      switch read(element) {
      case .success(let read): result.append(read)
      case .failure(let misfit):
        return .failure(PropertyMisfit(reason: "has an element that \(misfit.reason)"))
      }
    }
    return .success(result)
  }
}

extension String: ListElement {}
extension Int64: ListElement {}
extension DecimalNumber: ListElement {}
extension Double: ListElement {}
extension Bool: ListElement {}
extension CalendarDate: ListElement {}
extension TimeOfDay: ListElement {}
extension Timestamp: ListElement {}
extension GUID: ListElement {}

extension UInt8: ListElement {
  /// The bytes as a value.
  public static func value(of list: [UInt8]) -> Value { .binary(list) }
  /// The bytes of a value.
  public static func readList(_ value: Value) -> Result<[UInt8], PropertyMisfit> {
    value.binary.map { .success($0) } ?? .failure(PropertyMisfit(reason: "is no binary data"))
  }
}
