import TandemValues

/// Where the stored properties of a generated struct stand in memory: one static table per struct, made from its key paths.
///
/// The table is what everything walks that handles all properties alike: the list of values that the engine works with, and
/// the codecs. So generated structs need neither synthesised conformances nor code per property for that.
public struct RecordLayout<Root>: Sendable {
  let fields: RecordFields

  /// The layout of an entity, whose key paths stand in the order of its schema.
  public init(_ schema: EntitySchema, _ paths: [PartialKeyPath<Root>]) {
    self.init(schema.properties.map(\.name), paths)
  }

  /// The layout of a flow's shared view, whose key paths stand in the order of its shared properties.
  public init(_ declaration: FlowDeclaration, _ paths: [PartialKeyPath<Root>]) {
    self.init(declaration.properties.map(\.name), paths)
  }

  /// The layout of a struct whose properties have these names in their system; a path without a name, or to something
  /// that is no stored property of a known type, is left out.
  public init(_ names: [String], _ paths: [PartialKeyPath<Root>]) {
    fields = RecordFields(
      zip(names, paths).compactMap { name, path in
        guard let offset = MemoryLayout<Root>.offset(of: path), let kind = FieldKind(type(of: path).valueType) else {
          return nil
        }
        return FieldSlot(name: name, offset: offset, kind: kind)
      })
  }

  /// The record's values, in the order of the table.
  func values(of record: Root) -> [Value] {
    withUnsafeBytes(of: record) { bytes in bytes.baseAddress.map(fields.values) ?? [] }
  }

  /// Puts values into the record that stand in the order of the table, or those at some positions.
  func store(_ values: [Value], at positions: PropertySet? = nil, into record: inout Root) throws(MappingError) {
    try withUnsafeMutableBytes(of: &record) { (bytes) throws(MappingError) in
      guard let base = bytes.baseAddress else { return }
      try fields.store(values, at: positions, into: base)
    }
  }
}

/// The stored properties of a struct, whatever its type.
struct RecordFields: Sendable {
  let slots: [FieldSlot]
  let names: FieldNames

  init(_ slots: [FieldSlot]) {
    self.slots = slots
    names = FieldNames(slots.map(\.name))
  }

  /// The values of the struct at `base`.
  func values(at base: UnsafeRawPointer) -> [Value] {
    [Value](unsafeUninitializedCapacity: slots.count) { buffer, count in
      for slot in slots {
        buffer.initializeElement(at: count, to: slot.kind.load(base + slot.offset))
        count += 1
      }
    }
  }

  /// Puts values into the struct at `base`.
  func store(
    _ values: [Value], at positions: PropertySet?, into base: UnsafeMutableRawPointer
  ) throws(MappingError) {
    guard values.count == slots.count else {
      throw MappingError(property: "*", reason: "has another number of properties than declared")
    }
    for index in slots.indices where positions?.contains(index) ?? true {
      try slots[index].store(values[index], at: base)
    }
  }
}

/// A generated struct with one stored property per property that its layout names.
public protocol StoredRecord: Sendable {
  /// A record without any value.
  init()
  /// The table of the stored properties.
  static var layout: RecordLayout<Self> { get }
}

/// An entity of which everything but the stored properties follows from its layout.
public protocol StoredEntity: Entity, StoredRecord {}

extension StoredEntity {
  /// Reads a record from its values, which stand in the order of the schema.
  ///
  /// - Throws: ``MappingError`` when a value is not of the declared type.
  public init(values: [Value]) throws(MappingError) {
    self.init()
    try Self.layout.store(values, into: &self)
  }

  /// The record's values, in the order of the schema.
  public var values: [Value] { Self.layout.values(of: self) }
}

/// A structured property, or an element of a list of objects, as generated code declares it.
public protocol StructuredProperty: StoredRecord, CodedProperty, CodedElement {}

extension StructuredProperty {
  /// The members' values, in the order of the declaration.
  public var propertyValue: Value { .object(Self.layout.values(of: self)) }

  /// Reads the members, which stand in the order of the declaration.
  public static func read(_ value: Value) -> Result<Self, PropertyMisfit> {
    guard case .object(let members) = value else { return .failure(PropertyMisfit(reason: "is no structured value")) }
    var result = Self()
    do throws(MappingError) {
      try layout.store(members, into: &result)
    } catch {
      return .failure(PropertyMisfit(reason: "has a member `\(error.property)` that \(error.reason)"))
    }
    return .success(result)
  }

  /// Reads the object that stands here.
  public static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> Self {
    var result = Self()
    try layout.read(&cursor, into: &result)
    return result
  }

  /// Writes the members as an object.
  public func write(_ writer: inout JSONWriter) { Self.layout.write(self, &writer) }
}
