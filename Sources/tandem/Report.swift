import TandemCompiler
import TandemSemantics
import TandemSyntax

/// The report of a check on standard error.
enum Report {
  static func print(_ compilation: Compilation, _ loaded: LoadedInput, quiet: Bool) {
    let renderer = TextReport(usesColour: Terminal.usesColour)
    Terminal.error(Parallel.map(compilation.diagnostics) { renderer.render($0) + "\n" }.joined())
    guard !quiet else { return }
    for dataflow in compilation.result.dataflows {
      let held = dataflow.flows.filter { $0.held != nil }
      if !held.isEmpty {
        // Flows with errors are no flows yet, so nothing is said of how many there are in all.
        let flows = held.count == 1 ? "1 flow is held" : "\(held.count) flows are held"
        Terminal.message("\(dataflow.title): \(flows) and will not write:")
        for flow in held { Terminal.message("  \(dataflow.path):\(flow.line): \(flow.title): \(flow.held ?? "")") }
      }
    }
    Terminal.message(
      TextReport.summary(
        compilation.diagnostics, documents: loaded.documents.count, systems: loaded.systems.count,
        systemsFrom: loaded.systemsDirectory, settings: loaded.settings?.file.path,
        suppressed: compilation.suppressed.count))
  }
}
