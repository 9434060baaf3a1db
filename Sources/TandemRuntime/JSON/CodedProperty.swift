import TandemValues

/// What a stored property's type must do for a codec: read itself from JSON, and write itself.
public protocol CodedProperty: PropertyType {
  /// Reads the value that stands here, which is not `null`.
  static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> Self
  /// Writes the value.
  func write(_ writer: inout JSONWriter)
}

extension JSONCursor {
  /// A value that is written as a string of a certain form.
  fileprivate mutating func form<Form>(
    _ noun: String, _ read: (UnsafeBufferPointer<UInt8>) -> Form?
  ) throws(JSONFault) -> Form {
    let start = position
    guard peek() == UInt8(ascii: "\""), let result = try withString(read) else {
      throw fault("the value is no \(noun)", at: start)
    }
    return result
  }
}

extension String: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> String {
    guard cursor.peek() == UInt8(ascii: "\"") else { throw cursor.fault("the value is no text") }
    return try cursor.string()
  }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.string(self) }
}

extension Int64: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> Int64 { try cursor.integer() }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.plain(String(self)) }
}

extension DecimalNumber: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> DecimalNumber { try cursor.decimal() }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.plain(description) }
}

extension Double: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> Double { try cursor.float() }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.plain(isFinite ? description : "null") }
}

extension Bool: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> Bool {
    switch cursor.peek() {
    case UInt8(ascii: "t"):
      try cursor.word("true")
      return true
    case UInt8(ascii: "f"):
      try cursor.word("false")
      return false
    default: throw cursor.fault("the value is neither true nor false")
    }
  }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.plain(self ? "true" : "false") }
}

extension CalendarDate: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> CalendarDate {
    try cursor.form("date such as 2024-09-11") { CalendarDate(utf8: $0) }
  }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.string(description) }
}

extension TimeOfDay: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> TimeOfDay {
    try cursor.form("time of day such as 07:41:19") { TimeOfDay(utf8: $0) }
  }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.string(description) }
}

extension Timestamp: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> Timestamp {
    try cursor.form("moment in time such as 2024-09-11T07:41:19Z") { Timestamp(utf8: $0) }
  }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.string(description) }
}

extension GUID: CodedProperty {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> GUID {
    try cursor.form("globally unique identifier") { GUID(utf8: $0) }
  }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { writer.string(description) }
}

/// What a list, as a coded property, can be made of.
public protocol CodedElement: ListElement {
  /// Reads the elements of the list that stands here.
  static func readElements(_ cursor: inout JSONCursor) throws(JSONFault) -> [Self]
  /// Writes the elements.
  static func write(_ elements: [Self], _ writer: inout JSONWriter)
}

extension CodedElement where Self: CodedProperty {
  /// Reads the elements of the list that stands here.
  public static func readElements(_ cursor: inout JSONCursor) throws(JSONFault) -> [Self] {
    guard cursor.peek() == UInt8(ascii: "[") else { throw cursor.fault("the value is no list") }
    try cursor.open()
    var elements: [Self] = []
    if cursor.take(UInt8(ascii: "]")) {
      cursor.remainingDepth += 1
      return elements
    }
    repeat {
      // An element without a value says nothing, as in the list of values.
      if try !cursor.takeNull() { elements.append(try Self.read(&cursor)) }
    } while try cursor.nextElement(closing: UInt8(ascii: "]"))
    return elements
  }

  /// Writes the elements.
  public static func write(_ elements: [Self], _ writer: inout JSONWriter) {
    writer.mark(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { writer.mark(UInt8(ascii: ",")) }
      element.write(&writer)
    }
    writer.mark(UInt8(ascii: "]"))
  }
}

extension String: CodedElement {}
extension Int64: CodedElement {}
extension DecimalNumber: CodedElement {}
extension Double: CodedElement {}
extension Bool: CodedElement {}
extension CalendarDate: CodedElement {}
extension TimeOfDay: CodedElement {}
extension Timestamp: CodedElement {}
extension GUID: CodedElement {}

extension UInt8: CodedElement {
  /// Bytes are a string in base 64.
  public static func readElements(_ cursor: inout JSONCursor) throws(JSONFault) -> [UInt8] {
    let start = cursor.position
    guard cursor.peek() == UInt8(ascii: "\""), let bytes = ValueType.binary.parse(try cursor.string())?.binary else {
      throw cursor.fault("the value is no binary data in base 64", at: start)
    }
    return bytes
  }

  /// Writes the elements.
  public static func write(_ elements: [UInt8], _ writer: inout JSONWriter) {
    writer.string(Value.binary(elements).displayText)
  }
}

extension Array: CodedProperty where Element: CodedElement {
  /// Reads the value that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> [Element] {
    try Element.readElements(&cursor)
  }

  /// Writes the value.
  public func write(_ writer: inout JSONWriter) { Element.write(self, &writer) }
}
