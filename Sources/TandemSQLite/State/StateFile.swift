import Foundation
import GRDB
import TandemRuntime

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Opening the file of a state, with every way in which it can be the wrong file told apart.
enum StateFile {
  private static let magic = Array("SQLite format 3\0".utf8)

  /// What stands at the path before it is opened.
  enum Contents {
    case nothing
    case database
  }

  /// Looks at the path without changing anything.
  static func examine(_ path: String) throws(StateError) -> Contents {
    var status = stat()
    let directory = (path as NSString).deletingLastPathComponent
    if !directory.isEmpty {
      guard stat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw .storage("the directory \(directory) does not exist; create it, or correct the path of the state")
      }
    }
    guard stat(path, &status) == 0 else { return .nothing }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable("\(path) is not a file; correct the path of the state")
    }
    guard status.st_size > 0 else {
      // A state is never empty, not even after a kill while it is made; this one was cut off.
      throw .unreadable("\(path) is empty and was a state, or is a file of another kind; \(StateError.remedy)")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .storage("\(path) may not be read; allow this user to read and write it")
    }
    defer { try? handle.close() }
    guard let start = try? handle.read(upToCount: magic.count), Array(start) == magic else {
      throw .unreadable(
        "\(path) is a file of another kind, no state; correct the path of the state, or move the file away")
    }
    return .database
  }

  /// Refuses a file that its owner has marked as read-only, also where the user (root) could write it all the same.
  static func checkWritable(_ path: String) throws(StateError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & 0o222 != 0, access(path, W_OK) == 0 else {
      throw .storage("\(path) is read-only; make it writable with `chmod u+w`")
    }
  }

  /// Makes a database without tables that only this user may read, so that SQLite's own files get the same rights. It
  /// gets its name when it stands on the disk, so that a kill never leaves an empty file under it.
  static func create(_ path: String) throws(StateError) {
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw .storage("\(path) cannot be created (\(systemMessage(errno))); allow this user to write the directory")
    }
    close(descriptor)
    do {
      let queue = try DatabaseQueue(path: draft)
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA synchronous = FULL; PRAGMA application_id = \(StateSchema.applicationIdentifier)")
      }
      try queue.close()
    } catch {
      unlink(draft)
      if let error = error as? DatabaseError { throw .of(error, path: path) }
      throw .storage("\(path) cannot be created (\(error))")
    }
    guard rename(draft, path) == 0 else {
      throw .storage("\(path) cannot be created (\(systemMessage(errno))); allow this user to write the directory")
    }
  }

  /// The name under which all spellings of a path meet, so that they share one lock.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Checks that an open database is a state of the environment, and makes it one when it is empty.
  static func prepare(
    _ queue: DatabaseQueue, path: String, environment: String, isReadOnly: Bool
  ) throws {
    let migrator = StateSchema.migrator
    let isNew = try queue.read { database in
      let identifier = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if tables == 0 { return true }
      guard identifier == StateSchema.applicationIdentifier else {
        throw StateError.unreadable(
          "\(path) is an SQLite database but no state; correct the path of the state, it must be a file of its own")
      }
      if try migrator.hasBeenSuperseded(database) {
        throw StateError.unreadable(
          "\(path) was written by a newer version of this program; use that version, or restore a backup of this one")
      }
      return false
    }
    if isNew && isReadOnly {
      throw StateError.unreadable("\(path) is empty: nothing has run in the environment '\(environment)' yet")
    }
    if isReadOnly {
      guard try queue.read({ try migrator.hasCompletedMigrations($0) }) else {
        throw StateError.unreadable(
          "\(path) was written by an older version of this program; run `sync` once to bring it up")
      }
    } else {
      try queue.writeWithoutTransaction { database in
        if isNew { try database.execute(sql: "PRAGMA application_id = \(StateSchema.applicationIdentifier)") }
      }
      try migrator.migrate(queue)
      try queue.write { database in
        try database.execute(
          sql: "INSERT INTO environment (id, name) VALUES (1, ?) ON CONFLICT DO NOTHING", arguments: [environment])
      }
    }
    let found = try queue.read { try String.fetchOne($0, sql: "SELECT name FROM environment") } ?? ""
    guard found == environment else {
      throw StateError.otherEnvironment(found: found, expected: environment)
    }
  }
}
