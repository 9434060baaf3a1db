import TandemSemantics
import TandemSyntax
import Testing

/// Reads and checks texts as the compiler does, so that tests work on documents as authors write them.
enum Support {
  /// The systems of the examples.
  static let systems: [SystemDescription] = ExampleSystems.all.map { MiniReader(file: $0).system() }

  /// Checks one document against the systems of the examples.
  static func check(_ example: Rule.Example, name: String = "document") -> CheckResult {
    if example.notation == .systemDescription {
      let file = SourceFile(path: "examples/systems/\(name).yaml", text: example.text)
      return Checker.check([], systems: [MiniReader(file: file).system()])
    }
    let file = SourceFile(path: "examples/\(name).\(example.notation.rawValue)", text: example.text)
    let document = example.notation == .rst ? RSTReader.read(file).product : MiniReader(file: file).dataflow()
    return Checker.check(document.map { [$0] } ?? [], systems: systems)
  }

  /// Checks a document in YAML.
  static func check(_ text: String) -> CheckResult { check(.yaml(text)) }

  /// The diagnostics as one line each, for expectations and failures.
  static func lines(_ result: CheckResult) -> [String] {
    result.diagnostics.map { "\($0.span.start.line): \($0.rule.code) \($0.severity.rawValue) \($0.message)" }
  }
}

extension Support {
  /// Reads a document in YAML.
  static func dataflow(_ file: SourceFile) -> Dataflow { MiniReader(file: file).dataflow() }
  /// Reads a description.
  static func description(_ file: SourceFile) -> SystemDescription { MiniReader(file: file).system() }

  /// The first flow of a document of the rows, Shop Customer to Ledger Account.
  static func flow(_ rows: String...) -> CheckedFlow? {
    let text = "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
      + (["{source: name, target: Name, type: string}"] + rows).map { "  - \($0)\n" }.joined()
    return check(text).dataflows.first?.flows.first
  }
}
