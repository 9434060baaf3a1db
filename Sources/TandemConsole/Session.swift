import Foundation
import Logging
import TandemRuntime
import TandemSQLite
import TandemValues

/// An environment that is open: its state, its systems, the dataflows of the program.
struct Session {
  let environment: SyncEnvironment
  let dataflows: [DataflowDeclaration]
  let store: any StateStore
  let connectors: [any SystemConnector]
  private let parameters: [String: [Value]]
  private let selected: [DataflowDeclaration]

  /// What a session is opened for.
  enum Purpose {
    /// To look: nothing is written anywhere, and another process may run.
    case reading
    /// To run: no other process may run in the environment.
    case running
  }

  /// Opens the environment of a selection.
  ///
  /// - Throws: ``EnvironmentError`` and `StateError`, whose descriptions are for the operator.
  static func open(_ selection: SelectionOptions, for purpose: Purpose) throws -> Session {
    let dataflows = SyncConsole.dataflows
    var systems: [String] = []
    for schema in dataflows.flatMap(\.entities) where !systems.contains(schema.reference.system) {
      systems.append(schema.reference.system)
    }
    let environment = try environment(selection.environment, systems: systems)
    let store: any StateStore
    let exists = FileManager.default.fileExists(atPath: environment.statePath)
    if purpose == .reading && !exists {
      // Nothing has run yet. To look at it must not leave a file behind.
      store = MemoryStore()
    } else {
      if !exists { try createDirectory(for: environment.statePath) }
      store = try SQLiteStateStore(
        path: environment.statePath, environment: environment.name,
        access: purpose == .reading ? .readOnly : .exclusive)
    }
    var connectors: [any SystemConnector] = []
    for system in systems {
      if let own = SyncConsole.connectors.first(where: { $0.system == system }) {
        connectors.append(own)
        continue
      }
      guard case .sqlite(let path)? = environment.systems[system] else { continue }
      connectors.append(
        SQLiteConnector(system: system, path: path, access: purpose == .reading ? .readOnly : .readWrite))
    }
    return Session(
      environment: environment, dataflows: dataflows, store: store, connectors: connectors,
      parameters: try Self.parameters(environment, dataflows), selected: selection.selected)
  }

  /// An engine for the session's systems and state.
  func engine(options: SyncOptions) -> SyncEngine {
    var logger = Logger(label: "tandem.sync") { _ in StreamLogHandler.standardError(label: "tandem.sync") }
    // What an operator must know stands in the report; the log is for looking into a fault.
    let level = ProcessInfo.processInfo.environment["TANDEM_LOG"].flatMap { Logger.Level(rawValue: $0) }
    logger.logLevel = level ?? .critical
    var options = options
    options.detailLimit = 20_000
    return SyncEngine(
      dataflows: dataflows, connectors: connectors, store: store, parameters: parameters, logger: logger,
      options: options)
  }

  /// The titles of the selected flows that have never run and would run now.
  func flowsThatNeverRan(_ options: SyncOptions) async throws -> [String] {
    let declarations = selected.flatMap(\.flows).map(\.declaration).filter { declaration in
      declaration.held == nil && (options.flows?.contains(declaration.identifier) ?? true)
    }
    let active = Set(try await store.read { try $0.flowStates() }.map(\.flow))
    return declarations.filter { !active.contains($0.identifier) }.map { "\($0.source) to \($0.target)" }
  }

  /// The words by which a flow is shown.
  func title(of flow: FlowIdentifier) -> String {
    for declaration in dataflows.flatMap(\.flows).map(\.declaration) where declaration.identifier == flow {
      return "\(declaration.source) to \(declaration.target)"
    }
    return flow.text
  }

  /// The names of a flow's two systems.
  func systems(of flow: FlowIdentifier) -> (source: String, target: String) {
    guard let declaration = declaration(of: flow) else { return ("the left system", "the right system") }
    return (declaration.source.system, declaration.target.system)
  }

  /// A record as a person would call it: `Custom CRM Customer 17 "Ødegård AS"`.
  func name(of key: RecordKey, _ side: Side, in flow: FlowIdentifier, _ reader: any StateReader) throws -> String {
    guard let declaration = declaration(of: flow) else { return key.value.displayText }
    let entity = side == .source ? declaration.source : declaration.target
    let schema = dataflows.lazy.flatMap(\.entities).first { $0.reference == entity }
    var name = "\(entity) \(key.value.displayText)"
    if let position = schema?.title, let record = try reader.observation(of: entity, key: key)?.record,
      position < record.values.count, !record.values[position].isMissing
    {
      name += " \(RunText.show(record.values[position]))"
    }
    return name
  }

  /// How many records the selected flows still have to look at.
  func pendingCount(_ options: SyncOptions) async throws -> Int {
    let flows = selected.flatMap(\.flows).map(\.declaration.identifier).filter { options.flows?.contains($0) ?? true }
    return try await store.read { reader in try flows.reduce(0) { try $0 + reader.pendingCount($1) } }
  }

  /// The declaration of a flow.
  func declaration(of flow: FlowIdentifier) -> FlowDeclaration? {
    dataflows.flatMap(\.flows).map(\.declaration).first { $0.identifier == flow }
  }

  private static func environment(_ name: String, systems: [String]) throws -> SyncEnvironment {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
      throw EnvironmentError("'\(name)' cannot be the name of an environment")
    }
    let path = "environments/\(name).yaml"
    if FileManager.default.fileExists(atPath: path) || name != "default" {
      return try EnvironmentFile(path: path, systems: systems).read(name: name)
    }
    return SyncEnvironment.embedded(systems: systems)
  }

  private static func createDirectory(for path: String) throws {
    let directory = URL(filePath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw EnvironmentError("the directory '\(directory)' for the state cannot be made; look at its permissions")
    }
  }

  /// The parameters of every dataflow, typed, in the order of their declaration.
  private static func parameters(
    _ environment: SyncEnvironment, _ dataflows: [DataflowDeclaration]
  ) throws -> [String: [Value]] {
    for name in environment.parameters.keys.sorted() where !dataflows.contains(where: { $0.name == name }) {
      throw EnvironmentError(
        "the environment '\(environment.name)' has parameters for '\(name)', which is no dataflow; there are \(dataflows.map(\.name).joined(separator: ", "))"
      )
    }
    var result: [String: [Value]] = [:]
    for dataflow in dataflows {
      let given = environment.parameters[dataflow.name] ?? [:]
      for name in given.keys.sorted() where !dataflow.parameters.contains(where: { $0.name == name }) {
        throw EnvironmentError("the dataflow '\(dataflow.name)' has no parameter '\(name)'")
      }
      var values: [Value] = []
      for parameter in dataflow.parameters {
        if let text = given[parameter.name] {
          guard let value = parameter.type.parse(text) else {
            throw EnvironmentError(
              "the parameter '\(parameter.name)' of '\(dataflow.name)' must be of type \(parameter.type.word)")
          }
          values.append(value)
        } else if parameter.defaultValue != .absent {
          values.append(parameter.defaultValue)
        } else {
          throw EnvironmentError(
            "the environment '\(environment.name)' must set the parameter '\(parameter.name)' of '\(dataflow.name)' (\(parameter.type.word)); write it in environments/\(environment.name).yaml under 'parameters: {\(dataflow.name): {\(parameter.name): ...}}'"
          )
        }
      }
      result[dataflow.name] = values
    }
    return result
  }
}
