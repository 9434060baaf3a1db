import TandemSemantics
import TandemSyntax
import TandemValues

/// The report of a check that other programs read; its form is part of the command line's contract.
public enum JSONReport {
  /// The whole report.
  public static func render(_ compilation: Compilation) -> String {
    JSONText.object([
      ("diagnostics", .array(compilation.diagnostics.map(diagnostic))),
      ("dataflows", .array(compilation.result.dataflows.map(dataflow))),
      ("components", .array(compilation.result.components.map(component))),
      ("creation", creation(compilation.result.creationPlan)),
      ("summary", summary(compilation)),
    ]).text + "\n"
  }

  private static func diagnostic(_ diagnostic: Diagnostic) -> JSONText {
    .object([
      ("code", .string(diagnostic.rule.code)),
      ("rule", .string(diagnostic.rule.name)),
      ("category", .string(diagnostic.rule.category.rawValue)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("message", .string(diagnostic.message)),
      ("explanation", .string(diagnostic.explanation)),
      ("file", .string(diagnostic.span.file.path)),
      ("range", range(diagnostic.span)),
      (
        "labels",
        .array(
          diagnostic.labels.map { label in
            .object([
              ("file", .string(label.span.file.path)), ("range", range(label.span)),
              ("message", .string(label.message)),
            ])
          })
      ),
      ("notes", .array(diagnostic.notes.map { .string($0) })),
      ("fixes", .array(diagnostic.fixes.map(fix))),
    ])
  }

  private static func fix(_ fix: Diagnostic.Fix) -> JSONText {
    .object([
      ("message", .string(fix.message)),
      ("safe", .boolean(fix.isSafe)),
      (
        "edits",
        .array(
          fix.edits.map { edit in
            .object([
              ("file", .string(edit.span.file.path)), ("range", range(edit.span)),
              ("replacement", .string(edit.replacement)),
            ])
          })
      ),
    ])
  }

  private static func range(_ span: SourceSpan) -> JSONText {
    .object([("start", position(span.start)), ("end", position(span.end))])
  }

  private static func position(_ position: SourcePosition) -> JSONText {
    .object([
      ("line", .integer(position.line)), ("column", .integer(position.column)), ("offset", .integer(position.offset)),
    ])
  }

  private static func dataflow(_ dataflow: CheckedDataflow) -> JSONText {
    .object([
      ("file", .string(dataflow.path)),
      ("source", .string(dataflow.source.name)),
      ("target", .string(dataflow.target.name)),
      ("flows", .array(dataflow.flows.map(flow))),
    ])
  }

  private static func flow(_ flow: CheckedFlow) -> JSONText {
    .object([
      ("source", .string(flow.source.name)),
      ("target", .string(flow.target.name)),
      ("line", .integer(flow.line)),
      ("held", flow.held.map { .string($0) } ?? .null),
      ("atMostOnce", .string(flow.createLevel.rawValue)),
      ("rows", .array(flow.properties.map(row))),
    ])
  }

  /// In which order flows create records that refer to each other.
  private static func creation(_ plan: CreationPlan) -> JSONText {
    .object([
      ("order", .array(plan.order.map { .string($0) })),
      (
        "deferred",
        .array(
          plan.deferred.map { deferred in
            .object([
              ("flow", .string(deferred.flow)), ("property", .string(deferred.property)),
              ("waitsFor", .string(deferred.waitsFor)),
            ])
          })
      ),
    ])
  }

  /// Entities that flows join: in how many rounds a change comes to rest, and for which rows that is not proven.
  private static func component(_ component: FlowComponent) -> JSONText {
    .object([
      ("entities", .array(component.entities.map { .string($0) })),
      ("flows", .array(component.flows.map { .string($0) })),
      ("rounds", component.rounds.map { .integer($0) } ?? .null),
      (
        "unproven",
        .array(
          component.unproven.map { row in
            .object([
              ("file", .string(row.file)), ("flow", .string(row.flow)),
              ("lines", .array(row.lines.map { .integer($0) })), ("reason", .string(row.reason.rawValue)),
            ])
          })
      ),
      ("longestRing", component.longestRing.map { .integer($0) } ?? .null),
    ])
  }

  private static func row(_ property: CheckedProperty) -> JSONText {
    .object([
      ("lines", .array(property.lines.map { .integer($0) })),
      (
        "source",
        .array(
          property.inputs.compactMap { input in
            if case .property(let path) = input.origin { return .string(path.text) }
            return nil
          })
      ),
      ("target", .array(property.outputs.map { .string($0.path.text) })),
      ("verdict", .string(property.verdict.kind.rawValue)),
      ("loss", .array(kinds(property.verdict.losses))),
      ("lossWords", .array(property.verdict.losses.map { .string($0.words) })),
      ("exhaustive", .boolean(property.verdict.isExhaustive)),
      ("counterexample", property.verdict.counterexample.map { counterexample($0, of: property) } ?? .null),
    ])
  }

  /// The kinds, each once.
  private static func kinds(_ losses: [Loss]) -> [JSONText] {
    var kinds: [Loss.Kind] = []
    for loss in losses where !kinds.contains(loss.kind) { kinds.append(loss.kind) }
    return kinds.map { .string($0.rawValue) }
  }

  private static func counterexample(_ counterexample: ValueTrip, of property: CheckedProperty) -> JSONText {
    .object([
      ("source", path(counterexample, of: property, .source)), ("target", path(counterexample, of: property, .target)),
      ("given", .array(given(counterexample, of: property))),
      ("start", .string(counterexample.start == .source ? "source" : "target")),
      (
        "steps",
        .array(
          counterexample.steps.map { step in
            .object([
              ("place", .string(step.place.rawValue)), ("value", value(step.value)),
              ("state", .string(state(step.value))),
              ("conversion", step.conversion.map { .string($0) } ?? .null),
            ])
          })
      ),
      ("refusal", counterexample.refusal.map { .string($0) } ?? .null),
    ])
  }

  /// The paths through which the value travels.
  private static func paths(
    _ trip: ValueTrip, of property: CheckedProperty
  ) -> (source: ResolvedPath?, target: ResolvedPath?) {
    var source: ResolvedPath?
    if property.inputs.indices.contains(trip.input), case .property(let path) = property.inputs[trip.input].origin {
      source = path
    }
    return (source, property.outputs.indices.contains(trip.output) ? property.outputs[trip.output].path : nil)
  }

  private static func path(_ trip: ValueTrip, of property: CheckedProperty, _ side: FlowSide) -> JSONText {
    let paths = paths(trip, of: property)
    return (side == .source ? paths.source : paths.target).map { .string($0.text) } ?? .null
  }

  /// What else the records have to hold, so that the value stands at the place that the row means.
  private static func given(_ trip: ValueTrip, of property: CheckedProperty) -> [JSONText] {
    let paths = paths(trip, of: property)
    return [("source", paths.source), ("target", paths.target)].flatMap { place, path in
      (path?.dependencies ?? []).compactMap { dependency in
        guard let value = dependency.values.first else { return nil }
        let name = dependency.steps.map(\.name).joined(separator: ".")
        return .object([("place", .string(place)), ("path", .string(name)), ("value", .string(value.displayText))])
      }
    }
  }

  /// A value as people write it; nothing for a missing one.
  private static func value(_ value: Value) -> JSONText {
    value.isMissing ? .null : .string(value.displayText)
  }

  /// What stands there: a property that was not delivered, one without a value, an empty value, or another one.
  private static func state(_ value: Value) -> String {
    switch value {
    case .absent: return "absent"
    case .null: return "null"
    default: return value.isEmpty ? "empty" : "value"
    }
  }

  private static func summary(_ compilation: Compilation) -> JSONText {
    func count(_ severity: Severity) -> JSONText {
      .integer(compilation.diagnostics.filter { $0.severity == severity }.count)
    }
    return .object([
      ("documents", .integer(compilation.documents.count)), ("errors", count(.error)), ("warnings", count(.warning)),
      ("notes", count(.note)), ("suppressed", .integer(compilation.suppressed.count)),
      ("verdicts", .integer(compilation.result.verdictCount)),
    ])
  }
}
