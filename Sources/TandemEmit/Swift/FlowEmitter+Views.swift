import TandemSemantics
import TandemSyntax
import TandemValues

/// The projections of both records into the shared view.
extension FlowEmitter {
  func viewOfSource(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
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

  func sourceProperty(
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
  struct InputReading {
    var path: PathExpression?
    /// The variable that holds the position of the element.
    var element: String
    var call: SwiftCall
    var throwing: Bool
    var condition: String?
  }

  func read(
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

  func condition(of input: CheckedProperty.Input) -> String? {
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

  func viewOfTarget(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
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
}
