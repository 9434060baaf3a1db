import TandemSemantics
import TandemSyntax
import Testing

/// Reads and checks texts as the compiler does, so that tests work on documents as authors write them.
enum Support {
  /// The systems of the examples.
  static let systems: [SystemDescription] = ExampleSystems.all.map(description)

  /// Checks one document against the systems of the examples.
  static func check(_ example: Rule.Example, name: String = "document") -> CheckResult {
    if example.notation == .systemDescription {
      let file = SourceFile(path: "examples/systems/\(name).yaml", text: example.text)
      return Checker.check([], systems: [description(file)])
    }
    // An example of several documents divides them by a line of dashes; a part may describe a further system.
    let parts = example.text.components("---\n")
    let further = parts.filter { $0.hasPrefix("system:") }.enumerated().map { index, text in
      description(SourceFile(path: "examples/systems/further\(index).yaml", text: text + "\n"))
    }
    let documents = parts.filter { !$0.hasPrefix("system:") }.enumerated().map { index, text in
      let number = index == 0 ? "" : "\(index + 1)"
      return dataflow(SourceFile(path: "examples/\(name)\(number).\(example.notation.rawValue)", text: text))
    }
    return Checker.check(documents, systems: systems + further)
  }

  /// Checks a document in YAML.
  static func check(_ text: String) -> CheckResult { check(.yaml(text)) }

  /// The diagnostics as one line each, for expectations and failures.
  static func lines(_ result: CheckResult) -> [String] {
    result.diagnostics.map { "\($0.span.start.line): \($0.rule.code) \($0.severity.rawValue) \($0.message)" }
  }
}

extension Support {
  /// Reads a document in the notation that its path tells; what the reader has to say is a failure of the test.
  static func dataflow(_ file: SourceFile) -> Dataflow {
    let reading = file.path.hasSuffix(".rst") ? RSTReader.read(file) : YAMLReader.read(file)
    let faults = reading.diagnostics.map { "\($0.span.start.line): \($0.rule.code) \($0.message)" }
    #expect(faults.isEmpty, "\(file.path) \(faults) \(file.text)")
    if let product = reading.product { return product }
    Issue.record("\(file.path) cannot be read")
    let nowhere = Located("", at: SourceSpan(file: file, 0..<0))
    return Dataflow(file: file, notation: .yaml, source: nowhere, target: nowhere)
  }

  /// Reads a description; what the reader has to say is a failure of the test.
  static func description(_ file: SourceFile) -> SystemDescription {
    let reading = SystemReader.read(file)
    let faults = reading.diagnostics.map { "\($0.span.start.line): \($0.rule.code) \($0.message)" }
    #expect(faults.isEmpty, "\(file.path) \(faults) \(file.text)")
    if let product = reading.product { return product }
    Issue.record("\(file.path) cannot be read")
    return SystemDescription(file: file, name: Located("", at: SourceSpan(file: file, 0..<0)))
  }

  /// The first flow of a document of the rows, Shop Customer to Ledger Account.
  static func flow(_ rows: String...) -> CheckedFlow? {
    let text =
      "dataflow: Shop to Ledger\nflows:\n- flow: Shop Customer to Ledger Account\n  properties:\n"
      + (["{source: name, target: Name, type: string}"] + rows).map { "  - \($0)\n" }.joined()
    return check(text).dataflows.first?.flows.first
  }
}

extension String {
  /// The documents of a YAML example.
  fileprivate func components(_ line: String) -> [String] {
    var parts = [""]
    for next in split(separator: "\n", omittingEmptySubsequences: false).map({ $0 + "\n" }) {
      if next == line, hasPrefix("dataflow:") || hasPrefix("system:") {
        parts.append("")
      } else {
        parts[parts.count - 1] += next
      }
    }
    if parts[parts.count - 1].hasSuffix("\n") { parts[parts.count - 1].removeLast() }
    return parts
  }
}
