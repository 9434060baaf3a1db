import TandemSemantics
import TandemSyntax
import TandemValues

/// Writes one flow of a document as a type that conforms to the runtime's `MappedFlow`.
struct FlowEmitter {
  let flow: CheckedFlow
  /// The name of the type.
  let name: String
  /// The document's path, for `#sourceLocation`.
  let document: String
  let source: SwiftEntity
  let target: SwiftEntity

  /// Writes the type; conversions with arguments are collected for the document.
  func emit(into writer: inout SwiftWriter, conversions: inout ConversionExpressions) {
    // The closures of the writer cannot hold an inout parameter, so the collection travels as a copy.
    var collected = conversions
    writer.documentation("\(flow.title), declared at \(document):\(flow.line).")
    writer.block("public enum \(name): MappedFlow") { writer in
      writer.documentation("The entity on the left.")
      writer.line("public typealias Source = \(source.qualifiedName)")
      writer.documentation("The entity on the right.")
      writer.line("public typealias Target = \(target.qualifiedName)")
      writer.line()
      writer.documentation("The policies and shared properties.")
      writer.call("public static let declaration = ", FlowDeclarationExpression(flow: flow, document: document).call)
      writer.line()
      viewOfSource(into: &writer, &collected)
      writer.line()
      viewOfTarget(into: &writer, &collected)
      writer.line()
      putIntoSource(into: &writer, &collected)
      writer.line()
      putIntoTarget(into: &writer, &collected)
      conditions(into: &writer)
      matchKeys(into: &writer, &collected)
    }
    conversions = collected
  }

  // MARK: Projections

  private func viewOfSource(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
    writer.documentation("The source record in the shared view.")
    var collected = conversions
    writer.function(
      "public static func view", ["of source: Source", "_ context: MappingContext"],
      " throws(MappingError) -> SharedView"
    ) { writer in
      writer.line("\(flow.properties.isEmpty ? "let" : "var") view = SharedView(count: \(flow.properties.count))")
      for (index, property) in flow.properties.enumerated() {
        writer.location(file: document, line: property.lines.first ?? flow.line)
        sourceProperty(property, index, into: &writer, &collected)
        writer.endLocation()
      }
      writer.line("return view")
    }
    conversions = collected
  }

  private func sourceProperty(
    _ property: CheckedProperty, _ index: Int, into writer: inout SwiftWriter,
    _ conversions: inout ConversionExpressions
  ) {
    let values = property.inputs.enumerated().map { number, input in
      read(input, element: "element\(index)" + (number == 0 ? "" : "Choice\(number + 1)"), &conversions)
    }
    func assign(_ value: InputReading, into writer: inout SwiftWriter) {
      value.path?.findElement(as: value.element, into: &writer)
      writer.call("view[\(index)] = \(value.throwing ? "try " : "")", value.call)
    }
    switch property.combination {
    case .single:
      guard let value = values.first else { return }
      if let condition = value.condition {
        writer.block("if \(condition)") { assign(value, into: &$0) }
      } else {
        assign(value, into: &writer)
      }
    case .firstNonEmpty:
      for (position, value) in values.enumerated() {
        let tests = [position == 0 ? nil : "view[\(index)].isEmpty", value.condition].compactMap { $0 }
        if tests.isEmpty {
          assign(value, into: &writer)
        } else {
          writer.block("if \(tests.joined(separator: " && "))") { assign(value, into: &$0) }
        }
      }
    case .join(let separator):
      writer.line("var parts\(index): [Value] = []")
      func append(_ value: InputReading, into writer: inout SwiftWriter) {
        value.path?.findElement(as: value.element, into: &writer)
        writer.call(value.throwing ? "try " : "", SwiftCall("parts\(index).append", [("", .call(value.call))]))
      }
      for value in values {
        if let condition = value.condition {
          writer.block("if \(condition)") { append(value, into: &$0) }
        } else {
          append(value, into: &writer)
        }
      }
      writer.line("view[\(index)] = Field.join(parts\(index), separator: \(SwiftLiteral.string(separator)))")
    case .byCondition:
      for (position, value) in values.enumerated() {
        let test = value.condition ?? "true"
        let head = position == 0 ? "if \(test)" : "if case .absent = view[\(index)], \(test)"
        writer.block(head) { assign(value, into: &$0) }
      }
    }
    if let value = property.defaultValue {
      writer.line("view[\(index)] = Field.value(view[\(index)], default: \(SwiftLiteral.value(value)))")
    }
  }

  /// How an input is read: perhaps an element of a list is found first, then the value is converted.
  private struct InputReading {
    var path: PathExpression?
    /// The variable that holds the position of the element.
    var element: String
    var call: SwiftCall
    var throwing: Bool
    var condition: String?
  }

  private func read(
    _ input: CheckedProperty.Input, element: String, _ conversions: inout ConversionExpressions
  ) -> InputReading {
    var call: SwiftCall
    var throwing = false
    var name: String
    var expression: PathExpression?
    switch input.origin {
    case .property(let path):
      let path = PathExpression(record: "source", entity: source, path: path)
      call = SwiftCall(path.value(element: element), nil)
      name = path.text
      expression = path
    case .constant(let value):
      call = SwiftCall(SwiftLiteral.value(value), nil)
      name = "constant"
    case .parameter(let position):
      call = SwiftCall("context.parameters[\(position)]", nil)
      name = "parameter"
    }
    for part in ConversionExpressions.parts(input.conversion) {
      call = SwiftCall(
        "Field.read",
        [("", .call(call)), ("", .text(SwiftLiteral.string(name))), ("", .text(conversions.expression(part)))])
      throwing = true
    }
    return InputReading(
      path: expression, element: element, call: call, throwing: throwing, condition: condition(of: input))
  }

  private func condition(of input: CheckedProperty.Input) -> String? {
    var tests: [String] = []
    if let condition = input.condition {
      tests.append(ConditionExpression(record: "source", entity: source).render(condition))
    }
    if case .property(let path) = input.origin,
      let condition = PathExpression(record: "source", entity: source, path: path).recordCondition
    {
      tests.append(condition)
    }
    return tests.isEmpty ? nil : tests.joined(separator: " && ")
  }

  private func viewOfTarget(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
    writer.documentation("The target record in the shared view.")
    var collected = conversions
    writer.function(
      "public static func view", ["of target: Target", "_ context: MappingContext"],
      " throws(MappingError) -> SharedView"
    ) { writer in
      writer.line("\(flow.properties.isEmpty ? "let" : "var") view = SharedView(count: \(flow.properties.count))")
      for (index, property) in flow.properties.enumerated() {
        guard let output = property.outputs.first else { continue }
        let expression = PathExpression(record: "target", entity: target, path: output.path)
        var call = SwiftCall(expression.value(element: "element\(index)"), nil)
        var throwing = false
        for part in ConversionExpressions.parts(output.normaliser) {
          call = SwiftCall(
            "Field.read",
            [
              ("", .call(call)), ("", .text(SwiftLiteral.string(output.path.text))),
              ("", .text(collected.expression(part))),
            ])
          throwing = true
        }
        writer.location(file: document, line: output.line)
        func assign(into writer: inout SwiftWriter) {
          expression.findElement(as: "element\(index)", into: &writer)
          writer.call("view[\(index)] = \(throwing ? "try " : "")", call)
        }
        if let condition = expression.recordCondition {
          writer.block("if \(condition)") { assign(into: &$0) }
        } else {
          assign(into: &writer)
        }
        writer.endLocation()
      }
      writer.line("return view")
    }
    conversions = collected
  }

  // MARK: Putting back

  private func putIntoSource(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
    writer.documentation("Puts changed properties of the shared view into a source record.")
    var collected = conversions
    put(side: "source", type: "Source", into: &writer) { writer in
      for (index, property) in flow.properties.enumerated() where property.travelsBack {
        let inputs = property.inputs.filter { $0.isWrittenBack && writablePath($0) != nil }
        guard let first = inputs.first else { continue }
        writer.location(file: document, line: property.lines.first ?? flow.line)
        writer.block("if changed.contains(\(index))") { writer in
          if inputs.count == 1 {
            writeBack(first, index, into: &writer, &collected)
            return
          }
          writeBackToSupplier(property, inputs, index, into: &writer, &collected)
        }
        writer.endLocation()
      }
    }
    conversions = collected
  }

  /// Several inputs: the value goes to the one that supplies it now, else to the first; clearing clears all.
  private func writeBackToSupplier(
    _ property: CheckedProperty, _ inputs: [CheckedProperty.Input], _ index: Int, into writer: inout SwiftWriter,
    _ conversions: inout ConversionExpressions
  ) {
    var collected = conversions
    if property.combination == .firstNonEmpty {
      writer.line("if view[\(index)].isEmpty {")
      writer.indented { writer in
        for input in inputs { writeBack(input, index, into: &writer, &collected) }
      }
      for input in inputs.dropFirst() {
        guard let path = writablePath(input) else { continue }
        let others = inputs.prefix { $0.line != input.line }.compactMap { writablePath($0) }
        let tests = others.map { "\(optional($0)).isEmpty" } + ["!\(optional(path)).isEmpty"]
        writer.line("} else if \(tests.joined(separator: " && ")) {")
        writer.indented { writeBack(input, index, into: &$0, &collected) }
      }
      writer.line("} else {")
      writer.indented { writeBack(inputs[0], index, into: &$0, &collected) }
      writer.line("}")
    } else {
      for (position, input) in inputs.enumerated() {
        let test = condition(of: input) ?? "true"
        writer.line(position == 0 ? "if \(test) {" : "} else if \(test) {")
        writer.indented { writeBack(input, index, into: &$0, &collected) }
      }
      writer.line("}")
    }
    conversions = collected
  }

  private func optional(_ path: PathExpression) -> String {
    path.mayThrow ? "((try? \(path.value)) ?? .absent)" : path.value
  }

  private func writeBack(
    _ input: CheckedProperty.Input, _ index: Int, into writer: inout SwiftWriter,
    _ conversions: inout ConversionExpressions
  ) {
    guard let path = writablePath(input) else { return }
    var call = SwiftCall("view[\(index)]", nil)
    for part in ConversionExpressions.parts(input.conversion).reversed() {
      call = SwiftCall(
        "Field.write",
        [("", .call(call)), ("", .text(SwiftLiteral.string(path.text))), ("", .text(conversions.expression(part)))])
    }
    path.assign(call, into: &writer)
  }

  private func writablePath(_ input: CheckedProperty.Input) -> PathExpression? {
    guard case .property(let path) = input.origin else { return nil }
    let expression = PathExpression(record: "source", entity: source, path: path)
    return expression.isWritable ? expression : nil
  }

  private func putIntoTarget(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
    writer.documentation("Puts changed properties of the shared view into a target record.")
    var collected = conversions
    put(side: "target", type: "Target", into: &writer) { writer in
      for (index, property) in flow.properties.enumerated() where property.travelsForth {
        let outputs = property.outputs.filter {
          PathExpression(record: "target", entity: target, path: $0.path).isWritable
        }
        guard !outputs.isEmpty else { continue }
        writer.location(file: document, line: property.lines.first ?? flow.line)
        writer.block("if changed.contains(\(index))") { writer in
          for output in outputs {
            let path = PathExpression(record: "target", entity: target, path: output.path)
            var call = SwiftCall("view[\(index)]", nil)
            for part in ConversionExpressions.parts(output.normaliser).reversed() {
              call = SwiftCall(
                "Field.write",
                [
                  ("", .call(call)), ("", .text(SwiftLiteral.string(path.text))),
                  ("", .text(collected.expression(part))),
                ])
            }
            path.assign(call, into: &writer)
          }
        }
        writer.endLocation()
      }
    }
    conversions = collected
  }

  private func put(
    side: String, type: String, into writer: inout SwiftWriter, _ body: (inout SwiftWriter) -> Void
  ) {
    writer.line("public static func put(")
    writer.line("  _ view: SharedView, changed: PropertySet, into \(side): inout \(type), _ context: MappingContext")
    writer.block(") throws(MappingError)", body)
  }

  // MARK: Conditions and matching

  private func conditions(into writer: inout SwiftWriter) {
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

  private func matchKeys(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
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
            var call = SwiftCall(path.value(element: element), nil)
            let conversion =
              side == .source ? pair.conversion : ConversionCatalog.normaliser(for: pair.target.type)
            let elementary = ConversionExpressions.parts(conversion)
            for part in elementary {
              call = SwiftCall(
                "Field.read",
                [
                  ("", .call(call)), ("", .text(SwiftLiteral.string(path.text))),
                  ("", .text(collected.expression(part))),
                ])
            }
            if !elementary.isEmpty { call.callee = "try? " + call.callee }
            parts.append(("", .call(call)))
          }
          writer.call("", SwiftCall("keys.append", [("", .call(SwiftCall("Field.matchKey", parts)))]))
        }
        writer.line("return keys")
      }
    }
    conversions = collected
  }
}

extension CheckedProperty {
  /// True when edits on the target are put into the source.
  var travelsBack: Bool {
    if case .join = combination { return false }
    switch direction {
    case .both, .into(.source), .onlyIfEmpty(.source): return true
    case .into(.target), .onlyIfEmpty(.target), .atCreation: return false
    }
  }

  /// True when the source's values are put into the target.
  var travelsForth: Bool {
    switch direction {
    case .into(.source), .onlyIfEmpty(.source): return false
    case .both, .into(.target), .onlyIfEmpty(.target), .atCreation: return true
    }
  }
}
