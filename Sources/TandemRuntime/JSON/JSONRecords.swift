import TandemValues

/// Reads and writes records of a generated struct in JSON, straight from and into its stored properties.
///
/// Objects may hold properties that the struct does not have; they are passed over. A property that is missing, or `null`, is
/// `nil`. Numbers are exact, and may stand in strings. What is no JSON (bytes that are no UTF-8, a property that stands
/// twice, values too deep inside each other) is a ``JSONFault`` at its byte.
public struct JSONRecords<Record: StoredRecord>: Sendable {
  /// How many arrays and objects may stand inside each other.
  public var maximumDepth: Int
  private let layout = Record.layout

  /// Makes a codec.
  public init(maximumDepth: Int = 64) {
    self.maximumDepth = maximumDepth
  }

  /// Reads an array of records, or records one after the other with white space between them, as JSON Lines has them.
  public func read(_ bytes: [UInt8]) throws(JSONFault) -> [Record] {
    var records: [Record] = []
    try forEach(in: bytes) { records.append($0) }
    return records
  }

  /// Calls `body` with each record of an array of records, or of records one after the other.
  public func forEach(in bytes: [UInt8], _ body: (Record) -> Void) throws(JSONFault) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONFault) in
      try forEach(inBytes: buffer, body)
    }
  }

  /// The same for bytes that stand elsewhere, as those of a mapped file.
  public func forEach(inBytes bytes: UnsafeBufferPointer<UInt8>, _ body: (Record) -> Void) throws(JSONFault) {
    var cursor = JSONCursor(bytes, maximumDepth: maximumDepth)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.position = 3 }
    if cursor.peek() == UInt8(ascii: "[") {
      try cursor.open()
      if !cursor.take(UInt8(ascii: "]")) {
        repeat { body(try record(&cursor)) } while try cursor.nextElement(closing: UInt8(ascii: "]"))
      }
      guard cursor.peek() == nil else { throw cursor.fault("something stands behind the end of the array") }
    } else {
      while cursor.peek() != nil { body(try record(&cursor)) }
    }
  }

  /// The record as an object. Properties without a value are left out.
  public func write(_ record: Record) -> [UInt8] {
    var writer = JSONWriter()
    layout.write(record, &writer)
    return writer.bytes
  }

  /// The records as JSON Lines.
  public func writeLines(_ records: some Sequence<Record>) -> [UInt8] {
    var writer = JSONWriter()
    for record in records {
      layout.write(record, &writer)
      writer.mark(0x0A)
    }
    return writer.bytes
  }

  private func record(_ cursor: inout JSONCursor) throws(JSONFault) -> Record {
    var record = Record()
    try layout.read(&cursor, into: &record)
    return record
  }
}

extension RecordLayout {
  /// Reads the object that stands here into a fresh record.
  func read(_ cursor: inout JSONCursor, into record: inout Root) throws(JSONFault) {
    try withUnsafeMutableBytes(of: &record) { (bytes) throws(JSONFault) in
      guard let base = bytes.baseAddress else { return }
      try fields.read(&cursor, into: base)
    }
  }

  /// Writes the record as an object.
  func write(_ record: Root, _ writer: inout JSONWriter) {
    withUnsafeBytes(of: record) { bytes in
      guard let base = bytes.baseAddress else { return }
      fields.write(base, &writer)
    }
  }
}

extension RecordFields {
  /// Reads the object that stands here into the struct at `base`, which holds no values yet.
  func read(_ cursor: inout JSONCursor, into base: UnsafeMutableRawPointer) throws(JSONFault) {
    guard cursor.peek() == UInt8(ascii: "{") else { throw cursor.fault("the value is no object") }
    try cursor.open()
    if cursor.take(UInt8(ascii: "}")) {
      cursor.remainingDepth += 1
      return
    }
    var expected = 0
    var seen = PropertySet()
    repeat {
      guard cursor.peek() == UInt8(ascii: "\"") else { throw cursor.fault("the name of a property is missing") }
      let start = cursor.position
      let name = try cursor.stringBytes()
      let position: Int?
      if name.hasEscapes {
        position = try cursor.unescaped(name).withUnsafeBufferPointer { names.position(of: $0, expected: expected) }
      } else {
        position = names.position(of: UnsafeBufferPointer(rebasing: cursor.bytes[name.range]), expected: expected)
        if position == nil { try cursor.checkUTF8(name) }
      }
      try cursor.expect(UInt8(ascii: ":"), "a colon behind the name of a property is missing")
      guard let position else {
        try cursor.skipValue()
        continue
      }
      let slot = slots[position]
      if seen.contains(position) {
        throw cursor.fault("the property stands twice", at: start).inside(slot.name)
      }
      seen.insert(position)
      expected = position + 1
      do throws(JSONFault) {
        if try !cursor.takeNull() { try slot.kind.read(&cursor, base + slot.offset) }
      } catch {
        throw error.inside(slot.name)
      }
    } while try cursor.nextElement(closing: UInt8(ascii: "}"))
  }

  /// Writes the struct at `base` as an object.
  func write(_ base: UnsafeRawPointer, _ writer: inout JSONWriter) {
    writer.mark(UInt8(ascii: "{"))
    var isFirst = true
    for slot in slots {
      let mark = writer.bytes.count
      if !isFirst { writer.mark(UInt8(ascii: ",")) }
      writer.string(slot.name)
      writer.mark(UInt8(ascii: ":"))
      if slot.kind.write(base + slot.offset, &writer) {
        isFirst = false
      } else {
        writer.takeBack(to: mark)
      }
    }
    writer.mark(UInt8(ascii: "}"))
  }
}

extension FieldKind {
  /// Reads a value, which is not `null`, into memory that holds none.
  @inline(__always)
  func read(_ cursor: inout JSONCursor, _ pointer: UnsafeMutableRawPointer) throws(JSONFault) {
    switch self {
    case .string: pointer.assumingMemoryBound(to: String?.self).pointee = try String.read(&cursor)
    case .integer: pointer.assumingMemoryBound(to: Int64?.self).pointee = try cursor.integer()
    case .decimal: pointer.assumingMemoryBound(to: DecimalNumber?.self).pointee = try cursor.decimal()
    case .float: pointer.assumingMemoryBound(to: Double?.self).pointee = try cursor.float()
    case .boolean: pointer.assumingMemoryBound(to: Bool?.self).pointee = try Bool.read(&cursor)
    case .date: pointer.assumingMemoryBound(to: CalendarDate?.self).pointee = try CalendarDate.read(&cursor)
    case .time: pointer.assumingMemoryBound(to: TimeOfDay?.self).pointee = try TimeOfDay.read(&cursor)
    case .datetime: pointer.assumingMemoryBound(to: Timestamp?.self).pointee = try Timestamp.read(&cursor)
    case .guid: pointer.assumingMemoryBound(to: GUID?.self).pointee = try GUID.read(&cursor)
    case .value: throw cursor.fault("the property has no type that JSON could be read into")
    case .other(let type): try type.read(&cursor, pointer)
    }
  }

  /// Writes the value in memory; false where there is none.
  func write(_ pointer: UnsafeRawPointer, _ writer: inout JSONWriter) -> Bool {
    switch self {
    case .string: return String?.write(pointer, &writer)
    case .integer: return Int64?.write(pointer, &writer)
    case .decimal: return DecimalNumber?.write(pointer, &writer)
    case .float: return Double?.write(pointer, &writer)
    case .boolean: return Bool?.write(pointer, &writer)
    case .date: return CalendarDate?.write(pointer, &writer)
    case .time: return TimeOfDay?.write(pointer, &writer)
    case .datetime: return Timestamp?.write(pointer, &writer)
    case .guid: return GUID?.write(pointer, &writer)
    case .value: return false
    case .other(let type): return type.write(pointer, &writer)
    }
  }
}
