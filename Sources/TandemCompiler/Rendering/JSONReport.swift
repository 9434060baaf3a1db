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

  /// Entities that flows join: in how many rounds a change comes to rest.
  private static func component(_ component: FlowComponent) -> JSONText {
    .object([
      ("entities", .array(component.entities.map { .string($0) })),
      ("flows", .array(component.flows.map { .string($0) })),
      ("rounds", component.rounds.map { .integer($0) } ?? .null),
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
      ("loss", .array(property.verdict.losses.map { .string($0) })),
      ("counterexample", property.verdict.counterexample.map(counterexample) ?? .null),
    ])
  }

  private static func counterexample(_ counterexample: ValueTrip) -> JSONText {
    .object([
      ("start", .string(counterexample.start == .source ? "source" : "target")),
      (
        "steps",
        .array(
          counterexample.steps.map { step in
            .object([
              ("place", .string(step.place.rawValue)), ("value", value(step.value)),
              ("conversion", step.conversion.map { .string($0) } ?? .null),
            ])
          })
      ),
      ("refusal", counterexample.refusal.map { .string($0) } ?? .null),
    ])
  }

  /// A value as people write it; nothing for a missing one.
  private static func value(_ value: Value) -> JSONText {
    value.isMissing ? .null : .string(value.displayText)
  }

  private static func summary(_ compilation: Compilation) -> JSONText {
    func count(_ severity: Severity) -> JSONText {
      .integer(compilation.diagnostics.filter { $0.severity == severity }.count)
    }
    return .object([
      ("documents", .integer(compilation.documents.count)), ("errors", count(.error)), ("warnings", count(.warning)),
      ("notes", count(.note)), ("suppressed", .integer(compilation.suppressed.count)),
    ])
  }
}
