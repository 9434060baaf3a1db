import TandemRuntime

/// One flow in a server of your own: it knows its two systems, and runs when the server says so.
public func customersToAccounts(
  shop: any SystemConnector, ledger: any SystemConnector, state: any StateStore
) -> SyncEngine {
  var options = SyncOptions()
  options.flows = [ShopToLedgerDataflow.CustomerToAccount.declaration.identifier]
  return SyncEngine(
    dataflows: [ShopToLedgerDataflow.dataflow], connectors: [shop, ledger], store: state, options: options)
}

/// What the server does with it, as long as it runs.
public func serve(_ engine: SyncEngine, every pause: Duration = .seconds(30)) async throws {
  while !Task.isCancelled {
    let report = try await engine.run(.apply)
    if report.needsPerson { print("\(report.flows.map(\.title)) need a person") }
    try await Task.sleep(for: pause)
  }
}
