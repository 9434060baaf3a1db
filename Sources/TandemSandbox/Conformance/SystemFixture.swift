import TandemRuntime
import TandemValues

/// A system to check, with a way to edit it behind the connector's back, as its users do.
public struct SystemFixture: Sendable {
  /// The connector that is checked.
  public var connector: any SystemConnector
  /// The entity that it is checked with: it can be created, changed and deleted.
  public var entity: EntitySchema
  /// A property of free text that may be written and cleared at any time, by position.
  public var text: Int
  /// What a record with a number is created with: everything that is required, and different for each number.
  public var sample: @Sendable (Int) -> [PropertyValue]
  /// Creates a record as a user does.
  public var insert: @Sendable ([PropertyValue]) async throws -> RecordKey
  /// Changes a record as a user does.
  public var update: @Sendable (RecordKey, [PropertyValue]) async throws -> Void
  /// Deletes a record as a user does.
  public var delete: @Sendable (RecordKey) async throws -> Void

  /// Makes a fixture.
  public init(
    connector: any SystemConnector, entity: EntitySchema, text: Int,
    sample: @escaping @Sendable (Int) -> [PropertyValue],
    insert: @escaping @Sendable ([PropertyValue]) async throws -> RecordKey,
    update: @escaping @Sendable (RecordKey, [PropertyValue]) async throws -> Void,
    delete: @escaping @Sendable (RecordKey) async throws -> Void
  ) {
    self.connector = connector
    self.entity = entity
    self.text = text
    self.sample = sample
    self.insert = insert
    self.update = update
    self.delete = delete
  }

  /// A fixture over a sandbox database; the users edit the database itself.
  public init(
    connector: any SystemConnector, database: SandboxDatabase, entity: EntitySchema, text: Int,
    sample: @escaping @Sendable (Int) -> [PropertyValue]
  ) {
    self.init(
      connector: connector, entity: entity, text: text, sample: sample,
      insert: { pairs in
        var values = [Value](repeating: .absent, count: entity.properties.count)
        for pair in pairs { values[pair.property] = pair.value }
        guard let key = try database.insert([values], into: entity).first else {
          throw ConformanceFailure(check: "fixture", message: "the database did not insert the record")
        }
        return key
      }, update: { try database.update($0, of: entity, set: $1) }, delete: { try database.delete($0, of: entity) })
  }
}
