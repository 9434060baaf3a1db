import TandemSemantics
import TandemSyntax
import TandemValues

/// Writes the tests of a document: what the check proved of its rows, to be tried on the generated mapping.
public enum LawEmitter {
  /// The test files for several documents, in their order.
  ///
  /// - Parameters:
  ///   - dataflows: The checked documents.
  ///   - module: The module that holds their generated mappings.
  public static func emit(_ dataflows: [CheckedDataflow], module: String) -> [GeneratedFile] {
    Parallel.map(dataflows) { emit($0, module: module) }
  }

  /// The name of the test file for a document's path: `Specs/dataflows/a-to-b.rst` gives `AToBLawTests.swift`.
  public static func fileName(forDocument path: String) -> String { "\(suiteName(forDocument: path)).swift" }

  private static func suiteName(forDocument path: String) -> String {
    "\(SwiftNames.type(FileStem.of(path)))LawTests"
  }

  private static func emit(_ dataflow: CheckedDataflow, module: String) -> GeneratedFile {
    let names = SwiftNames.unique(
      dataflow.flows.map { SwiftNames.property("\($0.source.name) to \($0.target.name)") }, reserved: ["expect"])
    var writer = SwiftWriter()
    writer.line("// \(GeneratedFile.mark) from \(SwiftLiteral.comment(dataflow.path)). Edits are lost.")
    writer.line()
    for module in [module, "TandemLaws", "TandemRuntime", "TandemValues", "Testing"].sorted() {
      writer.line("import \(module)")
    }
    writer.line()
    writer.documentation("What the check proved of the rows of \(dataflow.title), tried on the generated mapping.")
    writer.line("@Suite(\(SwiftLiteral.string(dataflow.title)))")
    writer.block("struct \(suiteName(forDocument: dataflow.path))") { writer in
      for (flow, name) in zip(dataflow.flows, names) {
        writer.call(
          "@Test",
          SwiftCall(
            "",
            [("", .text(SwiftLiteral.string(flow.title))), ("arguments", .text("Laws.\(name).cases"))]))
        writer.line("func \(name)(_ law: LawCase) { expect(law) }")
        writer.line()
      }
      expectation(into: &writer)
    }
    writer.line()
    writer.documentation("What the check proved.")
    writer.block("private enum Laws") { writer in
      for (index, (flow, name)) in zip(dataflow.flows, names).enumerated() {
        if index > 0 { writer.line() }
        writer.documentation("\(flow.title), declared at \(dataflow.path):\(flow.line).")
        let arguments: [(label: String, value: SwiftCall.Argument)] = [
          ("", .text("\(DataflowEmitter.typeName(of: dataflow)).dataflow")),
          ("flow", .text(String(index))),
          (
            "rows",
            .list(flow.properties.indices.map { .call(LawExpression(dataflow, flow, property: $0).call) })
          ),
        ]
        writer.call("static let \(name) = ", SwiftCall("FlowLaws", arguments))
      }
    }
    return GeneratedFile(path: fileName(forDocument: dataflow.path), contents: writer.text)
  }

  /// A failure is recorded at the document's line, where it can be mended.
  private static func expectation(into writer: inout SwiftWriter) {
    writer.block("private func expect(_ law: LawCase)") { writer in
      writer.block("for violation in law.violations()") { writer in
        writer.line("let place = SourceLocation(")
        writer.line(
          "  fileID: \"Dataflows/\\(violation.document)\", filePath: violation.document, line: violation.line, column: 1)"
        )
        writer.line("Issue.record(Comment(rawValue: violation.description), sourceLocation: place)")
      }
    }
  }
}
