import TandemSemantics
import TandemSyntax
import TandemValues

/// Scopes, the condition of a creation, and the keys by which records match.
extension FlowEmitter {
  func conditions(into writer: inout SwiftWriter) {
    func function(_ head: String, _ condition: String, _ text: String, into writer: inout SwiftWriter) {
      writer.line()
      writer.documentation(text)
      writer.block("public static func \(head) -> Bool") { $0.line(condition) }
    }
    if let scope = flow.sourceScope {
      function(
        "isInScope(_ source: Source, _ context: MappingContext)",
        ConditionExpression(record: "source", entity: source).render(scope),
        "True when the source record takes part in the flow.", into: &writer)
    }
    if let scope = flow.targetScope {
      function(
        "isInScope(_ target: Target, _ context: MappingContext)",
        ConditionExpression(record: "target", entity: target).render(scope),
        "True when the target record takes part in the flow.", into: &writer)
    }
    if case .when(let condition) = flow.creation {
      function(
        "shouldCreate(for source: Source, _ context: MappingContext)",
        ConditionExpression(record: "source", entity: source).render(condition),
        "True when a target is created for the source record.", into: &writer)
    }
  }

  /// Who wins a conflict, where the document leaves that to hand-written code.
  func decision(into writer: inout SwiftWriter) {
    guard case .handWritten(let function) = flow.conflict else { return }
    writer.line()
    writer.documentation("Who wins where both sides changed a property, which is written by hand.")
    writer.block("public static func decide(_ conflict: PropertyConflict) -> ConflictDecision") { writer in
      writer.location(file: document, line: flow.lines.conflict.first ?? flow.line)
      writer.line("\(HandWrittenCode.holder).\(SwiftNames.property(function))(conflict)")
      writer.endLocation()
    }
  }

  func matchKeys(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
    guard !flow.matching.isEmpty else { return }
    var collected = conversions
    for side in [FlowSide.source, .target] {
      let record = side == .source ? "source" : "target"
      let entity = side == .source ? source : target
      writer.line()
      writer.documentation("The \(record) record's key per alternative of the merge table.")
      writer.block(
        "public static func matchKeys(of \(record): \(side == .source ? "Source" : "Target"), _ context: MappingContext) -> [String?]"
      ) { writer in
        writer.line("var keys: [String?] = []")
        for (number, alternative) in flow.matching.enumerated() {
          var parts: [(label: String, value: SwiftCall.Argument)] = []
          for (position, pair) in alternative.pairs.enumerated() {
            let path = PathExpression(
              record: record, entity: entity, path: side == .source ? pair.source : pair.target)
            let element = "element\(number)Part\(position)"
            path.findElement(as: element, attempt: "try?", into: &writer)
            var value = path.expression(element: element)
            let conversion =
              side == .source ? pair.conversion : ConversionCatalog.normaliser(for: pair.target.type)
            for part in ConversionExpressions.parts(conversion) {
              value = value.applying(part, as: collected.expression(part), backward: false)
            }
            if value.isThrowing { value.call.callee = "try? " + value.call.callee }
            parts.append(("", .call(value.inForm(.value).call)))
          }
          writer.call("", SwiftCall("keys.append", [("", .call(SwiftCall("Field.matchKey", parts)))]))
        }
        writer.line("return keys")
      }
    }
    conversions = collected
  }
}
