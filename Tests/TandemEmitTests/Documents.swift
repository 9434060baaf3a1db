import TandemEmit
import TandemSemantics
import TandemSyntax
import Testing

/// Documents between the Shop and the Ledger of the examples, checked.
enum Documents {
  /// A dataflow whose only flow is Shop Customer to Ledger Account, with the name mapped and further rows.
  static func customer(_ rows: String..., policy: String = "", values: String = "") throws -> CheckedDataflow {
    var text = "dataflow: Shop to Ledger\n"
    if !values.isEmpty { text += "values:\n  \(values)\n" }
    text += "flows:\n- flow: Shop Customer to Ledger Account\n"
    if !policy.isEmpty { text += "  \(policy)\n" }
    text += "  properties:\n"
    for row in ["{source: name, target: Name, type: string}"] + rows { text += "  - \(row)\n" }
    return try check(text)
  }

  /// A dataflow from a whole document.
  static func check(_ text: String) throws -> CheckedDataflow {
    let reading = YAMLReader.read(SourceFile(path: "documents/shop-to-ledger.yaml", text: text))
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message))")
    let systems = ExampleSystems.all.compactMap { SystemReader.read($0).product }
    let result = Checker.check([try #require(reading.product)], systems: systems)
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message))")
    return try #require(result.dataflows.first)
  }

  /// The generated Swift of a dataflow.
  static func swift(_ dataflow: CheckedDataflow) -> String { DataflowEmitter.emit(dataflow).contents }
}
