import TandemCompiler
import TandemSemantics
import TandemSyntax

/// The report of a check on standard error.
struct Report {
  /// The findings.
  var findings: String
  /// What is said besides: which flows are held, and how much of what was found.
  var remarks: String

  init(findings: String, remarks: String) {
    self.findings = findings
    self.remarks = remarks
  }

  /// - Parameter leaveOut: The severity of findings that are only counted.
  init(_ compilation: Compilation, _ loaded: LoadedInput, leaveOut: Severity? = nil) {
    let renderer = TextReport(usesColour: Terminal.usesColour)
    let shown = compilation.diagnostics.filter { $0.severity != leaveOut }
    findings = Parallel.map(shown) { renderer.render($0) + "\n" }.joined()
    remarks = ""
    for dataflow in compilation.result.dataflows {
      let held = dataflow.flows.filter { $0.held != nil }
      guard !held.isEmpty else { continue }
      // Flows with errors are no flows yet, so nothing is said of how many there are in all.
      let flows = held.count == 1 ? "1 flow is held" : "\(held.count) flows are held"
      remarks += "\(dataflow.title): \(flows) and will not write:\n"
      for flow in held { remarks += "  \(dataflow.path):\(flow.line): \(flow.title): \(flow.held ?? "")\n" }
    }
    remarks += TextReport.summary(
      compilation.diagnostics, documents: loaded.documents.count, systems: loaded.systems.count,
      systemsFrom: loaded.systemsDirectory, settings: loaded.settings?.file.path,
      suppressed: compilation.suppressed.count)
    remarks += "\n"
  }

  static func print(_ compilation: Compilation, _ loaded: LoadedInput, quiet: Bool) {
    Report(compilation, loaded).print(quiet: quiet)
  }

  func print(quiet: Bool) {
    Terminal.error(findings)
    if !quiet { Terminal.error(remarks) }
  }
}
