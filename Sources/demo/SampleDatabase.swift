import Foundation
import GRDB

/// One system's database as its users see it: plain SQL, without anything of the sync.
final class SampleDatabase {
  /// The system.
  let system: SampleSystem
  private let queue: DatabaseQueue

  /// Opens the database of a system in a directory.
  ///
  /// - Throws: ``SampleError`` that says what to do when there is none, or the database's own error.
  init(_ system: SampleSystem, in directory: String) throws {
    let path = "\(directory)/\(system.fileName)"
    guard FileManager.default.fileExists(atPath: path) else {
      throw SampleError("there is no \(path); make the sample databases with: demo fill \(directory)")
    }
    self.system = system
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Creates records in one transaction.
  func insert(_ entity: String, _ records: [SampleRecord]) throws {
    try queue.write { database in
      for record in records {
        let columns = record.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        let places = record.columns.map { _ in "?" }.joined(separator: ", ")
        let statement = try database.cachedStatement(sql: "INSERT INTO \"\(entity)\" (\(columns)) VALUES (\(places))")
        try statement.execute(arguments: StatementArguments(record.columns.map(\.value)))
      }
    }
  }

  /// Runs a statement and gives the number of rows that it changed; what triggers change is not counted.
  func edit(_ sql: String) throws -> Int {
    try queue.write { database in
      try database.execute(sql: sql)
      return database.changesCount
    }
  }

  /// The first column of the first row as text; `nil` for no row and for NULL.
  func text(_ sql: String) throws -> String? {
    try queue.read { database in
      guard let value = try DatabaseValue.fetchOne(database, sql: sql) else { return nil }
      switch value.storage {
      case .null: return nil
      case .int64(let number): return String(number)
      case .double(let number): return String(number)
      case .string(let text): return text
      case .blob: return nil
      }
    }
  }
}

/// The columns of a new record; those that are not named are left to the system.
struct SampleRecord: ExpressibleByDictionaryLiteral {
  var columns: [(name: String, value: (any DatabaseValueConvertible)?)]

  init(dictionaryLiteral elements: (String, (any DatabaseValueConvertible)?)...) {
    columns = elements.map { ($0.0, $0.1) }
  }
}

/// Structured properties as they stand in a column.
enum JSONColumn {
  /// An object, or a list of objects, as JSON text with a fixed order of names.
  static func text(_ value: Any) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  /// An object without the members that have no value.
  static func object(_ members: [String: String?]) throws -> String { try text(members.compactMapValues { $0 }) }
}
