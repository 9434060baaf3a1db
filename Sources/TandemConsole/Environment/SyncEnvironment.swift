import TandemSQLite

/// Where a sync runs: which systems it reaches, which parameters they need, and where the state is kept.
///
/// Everything that differs between a rehearsal and production stands here, in `environments/NAME.yaml`; documents and
/// system descriptions are the same everywhere.
public struct SyncEnvironment: Sendable {
  /// The name, which the state records.
  public var name: String
  /// The path of the state database.
  public var statePath: String
  /// True when the records are a company's real ones.
  public var isProduction: Bool
  /// True when the sync may write. A production environment must say so.
  public var writes: Bool
  /// How each system is reached, by its name.
  public var systems: [String: SystemLocation]
  /// The parameters of each dataflow, by their names, as text.
  public var parameters: [String: [String: String]]

  /// How a system is reached.
  public enum SystemLocation: Sendable, Hashable {
    /// A SQLite database with a table per entity.
    case sqlite(path: String)
  }

  /// The environment without a file: everything below a directory, one database per system.
  public static func embedded(name: String = "default", systems: [String], directory: String = ".tandem")
    -> SyncEnvironment
  {
    let base = "\(directory)/\(name)"
    var locations: [String: SystemLocation] = [:]
    for system in systems { locations[system] = .sqlite(path: "\(base)/\(fileName(for: system)).sqlite") }
    return SyncEnvironment(
      name: name, statePath: "\(base)/state.sqlite", isProduction: false, writes: true, systems: locations,
      parameters: [:])
  }

  /// The name of a system's file: `Custom CRM` is `custom-crm`.
  public static func fileName(for system: String) -> String { SQLiteNames.file(of: system) }
}

/// An environment that cannot be used; the description says where and what to do.
public struct EnvironmentError: Error, Sendable, CustomStringConvertible {
  /// A sentence for the operator.
  public var description: String

  /// Makes an error.
  public init(_ description: String) { self.description = description }
}
