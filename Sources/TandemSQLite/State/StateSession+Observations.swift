import GRDB
import TandemRuntime
import TandemValues

extension StateSession {
  func observation(of entity: EntityReference, key: RecordKey) throws -> Observation? {
    guard let number = try number(of: entity) else { return nil }
    return try first(
      "SELECT version, modified, contents, origins, deleted, creator FROM observation WHERE entity = ? AND key = ?",
      [number.databaseValue, key.databaseValue]
    ) { row in
      Observation(
        record: Record(
          key: key, version: RecordVersion(row.machineText(0)),
          modified: (row[1] as Int64?).map(Timestamp.init(microseconds:)),
          values: try ValueCoding.decode(row.bytes(2))),
        isDeleted: row[4], origins: try ValueCoding.decodeOrigins(row.bytes(3)),
        createdBy: try (row[5] as Int64?).map(flow))
    }
  }

  func observedKeys(of entity: EntityReference, after: RecordKey?, limit: Int) throws -> [RecordKey] {
    guard let number = try number(of: entity) else { return [] }
    guard let after else {
      return try all(
        "SELECT key FROM observation WHERE entity = ? AND deleted = 0 ORDER BY key LIMIT ?",
        [number.databaseValue, limit.databaseValue], { try $0.key(0) })
    }
    return try all(
      "SELECT key FROM observation WHERE entity = ? AND deleted = 0 AND key > ? ORDER BY key LIMIT ?",
      [number.databaseValue, after.databaseValue, limit.databaseValue], { try $0.key(0) })
  }

  func observationCount(of entity: EntityReference) throws -> Int {
    guard let number = try number(of: entity) else { return 0 }
    return try first("SELECT observed FROM entity WHERE id = ?", [number.databaseValue], { $0[0] as Int }) ?? 0
  }

  func setObservation(_ observation: Observation, of entity: EntityReference) throws {
    let record = observation.record
    try execute(
      """
      INSERT INTO observation (entity, key, version, modified, contents, origins, deleted, creator)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (entity, key) DO UPDATE SET version = excluded.version, modified = excluded.modified,
        contents = excluded.contents, origins = excluded.origins, deleted = excluded.deleted, creator = excluded.creator
      """,
      [
        try numberAdding(entity).databaseValue, record.key.databaseValue, blob(record.version.token),
        record.modified?.microseconds.databaseValue ?? .null, blob(ValueCoding.encode(record.values)),
        blob(ValueCoding.encode(observation.origins)), observation.isDeleted.databaseValue,
        try observation.createdBy.map(numberAdding)?.databaseValue ?? .null,
      ])
  }
}
