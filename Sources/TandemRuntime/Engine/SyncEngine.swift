import Logging
import TandemValues

/// What a run takes on and how much of it.
public struct SyncOptions: Sendable {
  /// The names of the dataflows that run; `nil` for all.
  public var dataflows: Set<String>?
  /// The flows that run; `nil` for all.
  public var flows: Set<FlowIdentifier>?
  /// How many changes are read and kept in one transaction.
  public var pageSize = 500
  /// How many records of a flow are decided on in one transaction.
  public var chunkSize = 256
  /// How many records of each flow are looked at in one run; `nil` for all.
  public var limitPerFlow: Int?
  /// How many writes the report lists; all are counted.
  public var detailLimit = 1_000

  /// Everything, in pages of the usual size.
  public init() {}
}

/// What a run does with its decisions.
public enum RunMode: Sendable, Hashable {
  /// Carries them out.
  case apply
  /// Carries them out on copies in memory, and lists what would be written.
  case plan
}

/// Runs dataflows: reads what changed, decides, writes, and keeps in the state what it knows.
///
/// The engine owns nothing: systems, state, time and identities are given to it, so that the same code runs in production,
/// under a simulator and for a plan.
public struct SyncEngine: Sendable {
  let table: FlowTable
  let connectors: [String: any SystemConnector]
  let store: any StateStore
  let clock: any SyncClock
  let operations: OperationIdentifiers
  let logger: Logger
  let options: SyncOptions

  /// Makes an engine.
  ///
  /// - Parameters:
  ///   - dataflows: All dataflows of the environment; `options` selects among them.
  ///   - connectors: One per system. Flows of a system without one are held.
  ///   - store: The state of the environment.
  ///   - parameters: Per name of a dataflow, the values of its parameters in the order of their declaration.
  ///   - clock: For the journal of runs.
  ///   - operations: For the identities of writes.
  ///   - logger: For what happens during a run; holds no values of records.
  ///   - options: What to run.
  public init(
    dataflows: [DataflowDeclaration], connectors: [any SystemConnector], store: any StateStore,
    parameters: [String: [Value]] = [:], clock: any SyncClock = MachineClock(),
    operations: OperationIdentifiers = OperationIdentifiers(), logger: Logger = Logger(label: "tandem.sync"),
    options: SyncOptions = SyncOptions()
  ) {
    self.connectors = Dictionary(connectors.map { ($0.system, $0) }, uniquingKeysWith: { first, _ in first })
    self.table = FlowTable(dataflows, systems: Set(self.connectors.keys), parameters: parameters)
    self.store = store
    self.clock = clock
    self.operations = operations
    self.logger = logger
    self.options = options
  }

  /// Runs the selected flows once, until nothing is left to do.
  ///
  /// - Throws: what the store throws, and `CancellationError`. A system that fails is reported, and only its flows stop.
  public func run(_ mode: RunMode) async throws -> RunReport {
    switch mode {
    case .apply:
      let run = try await SyncRun(engine: self, store: store, connectors: connectors, mode: mode)
      return try await run.run()
    case .plan:
      let run = try await SyncRun(
        engine: self, store: try await store.overlay(), connectors: connectors.mapValues { OverlaySystem($0) },
        mode: mode)
      return try await run.run()
    }
  }
}
