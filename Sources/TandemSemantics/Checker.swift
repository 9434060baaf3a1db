import TandemSyntax

/// What checking a set of documents against a set of system descriptions gives.
public struct CheckResult: Sendable {
  /// The systems, in the order of their files.
  public var systems: [SystemModel]
  /// The documents without errors in their head; each with those flows that have no error.
  public var dataflows: [CheckedDataflow]
  /// Everything that has to be said, ordered by file and place.
  public var diagnostics: [Diagnostic]

  /// Joins the parts.
  public init(systems: [SystemModel], dataflows: [CheckedDataflow], diagnostics: [Diagnostic]) {
    self.systems = systems
    self.dataflows = dataflows
    self.diagnostics = diagnostics
  }
}

/// Checks documents against system descriptions: resolves names, types rows, groups connected rows, runs all rules.
public enum Checker {
  /// Checks everything that was read, once. Pure: the same input gives the same result in the same order.
  public static func check(_ documents: [Dataflow], systems: [SystemDescription]) -> CheckResult {
    let report = Report()
    var builder = CatalogBuilder(report: report)
    let catalog = builder.catalog(of: systems)

    let conversions = KnownConversions()
    let contexts = documents.map {
      HeadResolver.context(of: $0, catalog: catalog, report: report, conversions: conversions)
    }
    let heads = contexts.map { context in context.map(HeadResolver.heads) ?? [] }
    var index = FlowIndex()
    for head in heads.joined() { if let head { index.add(head) } }
    for (context, heads) in zip(contexts, heads) { if let context { index.noteUnread(context, heads: heads) } }

    var dataflows: [CheckedDataflow] = []
    var resolved: [ResolvedFlow] = []
    for (context, heads) in zip(contexts, heads) {
      guard let context else { continue }
      dataflows.append(check(heads, in: context, index: index, resolved: &resolved))
    }
    OppositeDocuments.check(resolved)
    return CheckResult(
      systems: catalog.systems.map(\.model), dataflows: dataflows,
      diagnostics: sorted(report.closed(), files: systems.map(\.file) + documents.map(\.file)))
  }

  private static func check(
    _ heads: [FlowHead?], in context: DocumentContext, index: FlowIndex, resolved all: inout [ResolvedFlow]
  ) -> CheckedDataflow {
    let repeated = SectionRepetition.check(heads, context: context)
    var flows: [CheckedFlow] = []
    var resolved: [ResolvedFlow] = []
    for (position, head) in heads.enumerated() {
      guard let head, !repeated.contains(position) else { continue }
      let outcome = FlowChecker(head: head, context: context, index: index).check()
      resolved.append(outcome.resolved)
      if let checked = outcome.checked { flows.append(checked) }
    }
    all.append(contentsOf: resolved)
    for rule in MappingRules.documentChecks { rule.check(resolved, context: context) }
    return CheckedDataflow(
      name: name(of: context.document.file.path),
      title: "\(context.spelling(of: .source)) to \(context.spelling(of: .target))",
      path: context.document.file.path, source: context.source.model, target: context.target.model,
      parameters: context.parameters, flows: flows)
  }

  /// The file name without its folder and extension.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }

  /// In the order of the files as they were given, then by place, then as found.
  private static func sorted(_ diagnostics: [Diagnostic], files: [SourceFile]) -> [Diagnostic] {
    DiagnosticOrder.sorted(diagnostics, files: files)
  }
}
