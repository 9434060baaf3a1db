import TandemValues

/// The compact binary form in which stores keep values. Every encoding begins with the number of its form, so that a
/// later program can read the older ones.
public enum ValueCoding {
  private static let form: UInt8 = 1
  private static let depthLimit = 64

  // MARK: Values

  /// The values as bytes.
  public static func encode(_ values: [Value]) -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(form)
    write(values, to: &writer)
    return writer.bytes
  }

  /// The values of ``encode(_:)-([Value])``; throws ``StateError/unreadable(_:)`` for any other bytes.
  public static func decode(_ bytes: [UInt8]) throws(StateError) -> [Value] {
    var reader = try open(bytes)
    let values = try readValues(from: &reader, depth: 0)
    try reader.end()
    return values
  }

  /// A shared view as bytes.
  public static func encode(_ view: SharedView) -> [UInt8] { encode(view.values) }

  /// The view of ``encode(_:)-(SharedView)``; throws ``StateError/unreadable(_:)`` for any other bytes.
  public static func decodeView(_ bytes: [UInt8]) throws(StateError) -> SharedView {
    SharedView(values: try decode(bytes))
  }

  /// Pairs of position and value as bytes.
  public static func encode(_ values: [PropertyValue]) -> [UInt8] {
    var writer = ByteWriter()
    writer.byte(form)
    writer.count(values.count)
    for pair in values {
      writer.count(pair.property)
      write(pair.value, to: &writer)
    }
    return writer.bytes
  }

  /// The pairs of ``encode(_:)-([PropertyValue])``; throws ``StateError/unreadable(_:)`` for any other bytes.
  public static func decodePropertyValues(_ bytes: [UInt8]) throws(StateError) -> [PropertyValue] {
    var reader = try open(bytes)
    var result: [PropertyValue] = []
    for _ in 0..<(try reader.count()) {
      let property = try reader.number()
      result.append(PropertyValue(property: property, value: try readValue(from: &reader, depth: 0)))
    }
    try reader.end()
    return result
  }

  // MARK: Origins

  /// Origins as bytes: each distinct one once, then a short reference per property.
  public static func encode(_ origins: [Origin]) -> [UInt8] {
    var distinct: [Origin] = []
    var places: [Int] = []
    for origin in origins {
      if let place = distinct.lastIndex(of: origin) {
        places.append(place)
      } else {
        places.append(distinct.count)
        distinct.append(origin)
      }
    }
    var writer = ByteWriter()
    writer.byte(form)
    writer.count(distinct.count)
    for origin in distinct {
      writer.text(origin.system)
      writer.byte(origin.time == nil ? 0 : 1)
      if let time = origin.time { writer.signed(Int128(time.microseconds)) }
    }
    writer.count(places.count)
    for place in places { writer.count(place) }
    return writer.bytes
  }

  /// The origins of ``encode(_:)-([Origin])``; throws ``StateError/unreadable(_:)`` for any other bytes.
  public static func decodeOrigins(_ bytes: [UInt8]) throws(StateError) -> [Origin] {
    var reader = try open(bytes)
    var distinct: [Origin] = []
    for _ in 0..<(try reader.count()) {
      let system = try reader.text()
      let time = try reader.byte() == 0 ? nil : Timestamp(microseconds: try reader.signed64())
      distinct.append(Origin(time: time, system: system))
    }
    var result: [Origin] = []
    for _ in 0..<(try reader.count()) {
      let place = try reader.number()
      guard place < distinct.count else { throw ByteReader.damaged }
      result.append(distinct[place])
    }
    try reader.end()
    return result
  }

  // MARK: Reading and writing one value

  private static func open(_ bytes: [UInt8]) throws(StateError) -> ByteReader {
    var reader = ByteReader(bytes)
    guard try reader.byte() == form else {
      throw .unreadable("a value is stored in a form that this program does not know")
    }
    return reader
  }

  private static func write(_ values: [Value], to writer: inout ByteWriter) {
    writer.count(values.count)
    for value in values { write(value, to: &writer) }
  }

  private static func write(_ value: Value, to writer: inout ByteWriter) {
    switch value {
    case .absent: writer.byte(0)
    case .null: writer.byte(1)
    case .string(let text):
      writer.byte(2)
      writer.text(text)
    case .integer(let number):
      writer.byte(3)
      writer.signed(Int128(number))
    case .decimal(let number):
      writer.byte(4)
      writer.byte(UInt8(clamping: number.scale))
      writer.signed(number.coefficient)
    case .float(let number):
      writer.byte(5)
      writer.fixed(number.bitPattern)
    case .boolean(let flag): writer.byte(flag ? 7 : 6)
    case .date(let date):
      writer.byte(8)
      writer.signed(Int128(date.daysSinceEpoch))
    case .time(let time):
      writer.byte(9)
      writer.signed(Int128(time.microseconds))
    case .datetime(let moment):
      writer.byte(10)
      writer.signed(Int128(moment.microseconds))
    case .guid(let identifier):
      writer.byte(11)
      writer.fixed(identifier.bits)
    case .binary(let bytes):
      writer.byte(12)
      writer.block(bytes)
    case .list(let elements):
      writer.byte(13)
      write(elements, to: &writer)
    case .object(let members):
      writer.byte(14)
      write(members, to: &writer)
    }
  }

  private static func readValues(from reader: inout ByteReader, depth: Int) throws(StateError) -> [Value] {
    guard depth < depthLimit else { throw ByteReader.damaged }
    let count = try reader.count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try readValue(from: &reader, depth: depth)) }
    return values
  }

  private static func readValue(from reader: inout ByteReader, depth: Int) throws(StateError) -> Value {
    switch try reader.byte() {
    case 0: return .absent
    case 1: return .null
    case 2: return .string(try reader.text())
    case 3: return .integer(try reader.signed64())
    case 4:
      let scale = Int(try reader.byte())
      guard scale <= 38, let number = DecimalNumber(coefficient: try reader.signed(), scale: scale) else {
        throw ByteReader.damaged
      }
      return .decimal(number)
    case 5: return .float(Double(bitPattern: try reader.fixed(UInt64.self)))
    case 6: return .boolean(false)
    case 7: return .boolean(true)
    case 8: return .date(CalendarDate(daysSinceEpoch: Int(try reader.signed64())))
    case 9: return .time(TimeOfDay(microseconds: try reader.signed64()))
    case 10: return .datetime(Timestamp(microseconds: try reader.signed64()))
    case 11: return .guid(GUID(bits: try reader.fixed(UInt128.self)))
    case 12: return .binary(try reader.block())
    case 13: return .list(try readValues(from: &reader, depth: depth + 1))
    case 14: return .object(try readValues(from: &reader, depth: depth + 1))
    default: throw ByteReader.damaged
    }
  }
}
