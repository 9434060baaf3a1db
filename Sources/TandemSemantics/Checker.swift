import TandemSyntax

/// What checking a set of documents against a set of system descriptions gives.
public struct CheckResult: Sendable {
  /// The systems, in the order of their files.
  public var systems: [SystemModel]
  /// The documents without errors in their head; each with those flows that have no error.
  public var dataflows: [CheckedDataflow]
  /// Everything that has to be said, ordered by file and place.
  public var diagnostics: [Diagnostic]
  /// The number of different verdicts that had to be proven.
  public var verdictCount: Int
  /// The flows with all that was resolved of them, those with errors among them. Kept with the result, because giving
  /// back thousands of rows takes longer than most rules, and a process that ends does not have to.
  public var graph: FlowGraph
}

/// Checks documents against system descriptions: resolves names, types rows, groups connected rows, runs all rules.
public enum Checker {
  /// Checks everything that was read, once. Pure: the same input gives the same result in the same order.
  ///
  /// Documents are checked beside each other. Each has reports of its own, which are joined in the order of the
  /// documents, so that nothing shows which one was ready first.
  ///
  /// - Parameter rules: All of them as they stand, or with one replaced.
  public static func check(
    _ documents: [Dataflow], systems: [SystemDescription], rules: RuleSet = .standard
  ) -> CheckResult {
    let report = Report(rules)
    let catalog = CatalogBuilder.catalog(of: systems, report: report)

    let opened = Parallel.map(documents) { OpenedDocument($0, catalog: catalog, rules: rules) }
    for document in opened { report.append(document.report) }
    var index = FlowIndex()
    for document in opened {
      for case let head? in document.heads { index.add(head) }
    }
    for document in opened {
      if let context = document.context { index.noteUnread(context, heads: document.heads) }
    }

    let flows = index
    let outcomes = Parallel.map(opened, state: { KnownConversions() }) { conversions, document in
      check(document, index: flows, conversions: conversions, rules: rules)
    }
    let graph = FlowGraph(outcomes.flatMap(\.resolved))
    let findings = Parallel.map(AcrossRules.checks) { rule in
      let findings = Report(rules)
      rule.check(graph, findings)
      return findings
    }
    for document in opened { if let context = document.context { report.append(context.report) } }
    for findings in findings { report.append(findings) }
    var found = report.closed()
    if rules.alwaysReporting != nil {
      let places = RulePlaces(documents: documents, systems: systems, flows: outcomes.flatMap(\.resolved))
      found = rules.applied(to: found) { places.spans(of: $0) }
    }
    return CheckResult(
      systems: catalog.systems.map(\.model), dataflows: outcomes.compactMap(\.dataflow),
      diagnostics: DiagnosticOrder.sorted(found, files: systems.map(\.file) + documents.map(\.file)),
      verdictCount: Set(outcomes.lazy.flatMap(\.proven)).count, graph: graph)
  }

  /// What checking a document gives.
  private struct Outcome: Sendable {
    /// The document for the back ends; `nil` when its systems are not known.
    var dataflow: CheckedDataflow?
    /// Its flows, for rules over all documents.
    var resolved: [ResolvedFlow] = []
    /// What had to be proven for the document, and for none that the same thread checked before.
    var proven: [VerdictKey] = []
  }

  private static func check(
    _ document: OpenedDocument, index: FlowIndex, conversions: KnownConversions, rules: RuleSet
  ) -> Outcome {
    guard let context = document.context else { return Outcome() }
    context.begin(Report(rules), conversions: conversions)
    let repeated = SectionRepetition.check(document.heads, context: context)
    var flows: [CheckedFlow] = []
    var resolved: [ResolvedFlow] = []
    for (position, head) in document.heads.enumerated() {
      guard let head, !repeated.contains(position) else { continue }
      let isRepeated = repeated.contains { document.heads[$0]?.pair == head.pair }
      let outcome = FlowChecker(head: head, context: context, index: index, isRepeated: isRepeated).check()
      resolved.append(outcome.resolved)
      if let checked = outcome.checked { flows.append(checked) }
    }
    for rule in MappingRules.documentChecks { rule.check(resolved, context: context) }
    let dataflow = CheckedDataflow(
      name: name(of: context.document.file.path),
      title: "\(context.spelling(of: .source)) to \(context.spelling(of: .target))",
      path: context.document.file.path, source: context.source.model, target: context.target.model,
      parameters: context.parameters, flows: flows)
    return Outcome(dataflow: dataflow, resolved: resolved, proven: conversions.prover.takeFresh())
  }

  /// The file name without its folder and extension.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}

/// A document whose systems and sections were looked up.
struct OpenedDocument: Sendable {
  /// What checking the document needs; `nil` when a system is not known.
  let context: DocumentContext?
  /// The sections, each `nil` where an entity is not known.
  let heads: [FlowHead?]
  /// What was found so far.
  let report: Report

  init(_ document: Dataflow, catalog: SystemCatalog, rules: RuleSet = .standard) {
    report = Report(rules)
    context = HeadResolver.context(of: document, catalog: catalog, report: report)
    heads = context.map(HeadResolver.heads) ?? []
  }
}
