import TandemSemantics
import TandemSyntax
import TandemValues

/// The projections of both records into the shared view.
extension FlowEmitter {
  func viewOfSource(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
    writer.documentation("The source record in the shared view.")
    var collected = conversions
    view(of: "source", type: "Source", into: &writer) { writer in
      for (index, property) in flow.properties.enumerated() {
        writer.location(file: document, line: property.lines.first ?? flow.line)
        sourceProperty(property, index, into: &writer, &collected)
        writer.endLocation()
      }
    }
    conversions = collected
  }

  private func view(
    of record: String, type: String, into writer: inout SwiftWriter, _ body: (inout SwiftWriter) -> Void
  ) {
    writer.function(
      "public static func view", ["of \(record): \(type)", "_ context: MappingContext"],
      " throws(MappingError) -> Shared"
    ) { writer in
      writer.line("\(flow.properties.isEmpty ? "let" : "var") shared = Shared()")
      body(&writer)
      writer.line("return shared")
    }
  }

  private func sourceProperty(
    _ property: CheckedProperty, _ index: Int, into writer: inout SwiftWriter,
    _ conversions: inout ConversionExpressions
  ) {
    let readings = property.inputs.enumerated().map { number, input in
      read(input, of: property, element: "element\(index)" + (number == 0 ? "" : "Choice\(number + 1)"), &conversions)
    }
    switch property.combination {
    case .single, .byCondition:
      // The first input whose condition holds.
      let unconditional = readings.firstIndex { $0.condition == nil } ?? readings.count
      for (position, reading) in readings.prefix(unconditional + 1).enumerated() {
        if let condition = reading.condition {
          writer.line(position == 0 ? "if \(condition) {" : "} else if \(condition) {")
          writer.indented { assign(reading, index, into: &$0) }
        } else if position == 0 {
          assign(reading, index, into: &writer)
        } else {
          writer.line("} else {")
          writer.indented { assign(reading, index, into: &$0) }
        }
      }
      if sourceMaySayNothing(property), shared(index).form != .value {
        if readings.isEmpty {
          writer.line("shared.unknown.insert(\(index))")
        } else {
          writer.line("} else {")
          writer.indented { $0.line("shared.unknown.insert(\(index))") }
        }
      }
      if readings.first?.condition != nil { writer.line("}") }
    case .firstNonEmpty: firstNonEmpty(property, readings, index, into: &writer)
    case .join(let separator):
      writer.line("var parts\(index): [String?] = []")
      for reading in readings {
        guarded(reading.condition, into: &writer) { writer in
          reading.path?.findElement(as: reading.element, into: &writer)
          writer.call(
            reading.value.isThrowing ? "try " : "", SwiftCall("parts\(index).append", [("", .call(reading.value.call))])
          )
        }
      }
      let joined = SwiftExpression(
        "Field.join(parts\(index), separator: \(SwiftLiteral.string(separator)))", .string, property: property.name
      ).inForm(shared(index).form)
      writer.call("\(shared(index).call.callee) = \(joined.isThrowing ? "try " : "")", joined.call)
    }
    if let value = property.defaultValue { fill(index, with: value, into: &writer) }
  }

  private func firstNonEmpty(
    _ property: CheckedProperty, _ readings: [InputReading], _ index: Int, into writer: inout SwiftWriter
  ) {
    let marksUnknown = sourceMaySayNothing(property) && shared(index).form != .value
    if marksUnknown {
      let conditions = readings.compactMap(\.condition).map { "(\($0))" }
      writer.line("if !(\(conditions.joined(separator: " || "))) { shared.unknown.insert(\(index)) }")
    }
    for (position, reading) in readings.enumerated() {
      let isEmpty = "\(shared(index).inForm(.value).call.inline).isEmpty"
      let tests = [position == 0 ? nil : isEmpty, reading.condition].compactMap(\.self)
      guarded(tests.isEmpty ? nil : tests.joined(separator: " && "), into: &writer) {
        assign(reading, index, into: &$0)
      }
    }
  }

  private func guarded(
    _ condition: String?, into writer: inout SwiftWriter, _ body: (inout SwiftWriter) -> Void
  ) {
    if let condition { writer.block("if \(condition)", body) } else { body(&writer) }
  }

  private func assign(_ reading: InputReading, _ index: Int, into writer: inout SwiftWriter) {
    reading.path?.findElement(as: reading.element, into: &writer)
    writer.call("\(shared(index).call.callee) = \(reading.value.isThrowing ? "try " : "")", reading.value.call)
  }

  /// Puts the default where the value is missing.
  private func fill(_ index: Int, with value: Value, into writer: inout SwiftWriter) {
    let shared = shared(index)
    let name = shared.call.callee
    let literal = SwiftExpression(value, as: shared.form, property: shared.property).inForm(shared.form)
    if shared.form == .value {
      writer.line("\(name) = Field.value(\(name), default: \(SwiftLiteral.value(value)))")
    } else {
      writer.line("if \(name) == nil { \(name) = \(literal.isThrowing ? "try " : "")\(literal.call.inline) }")
    }
  }

  /// How an input is read: perhaps an element of a list is found first, then the value is converted.
  struct InputReading {
    var path: PathExpression?
    /// The variable that holds the position of the element.
    var element: String
    var value: SwiftExpression
    var condition: String?
  }

  private func read(
    _ input: CheckedProperty.Input, of property: CheckedProperty, element: String,
    _ conversions: inout ConversionExpressions
  ) -> InputReading {
    var form = Self.form(of: property)
    if case .join = property.combination { form = .string }
    var value: SwiftExpression
    var expression: PathExpression?
    switch input.origin {
    case .property(let path):
      let path = PathExpression(record: "source", entity: source, path: path)
      value = path.expression(element: element)
      expression = path
    case .constant(let literal): value = SwiftExpression(literal, as: form, property: "constant")
    case .parameter(let position):
      value = SwiftExpression("context.parameters[\(position)]", .value, property: "parameter")
    }
    for part in ConversionExpressions.parts(input.conversion) {
      value = value.applying(part, as: conversions.expression(part), backward: false)
    }
    return InputReading(
      path: expression, element: element, value: value.inForm(form), condition: condition(of: input))
  }

  func condition(of input: CheckedProperty.Input) -> String? {
    var tests: [String] = []
    if let condition = input.condition {
      tests.append(ConditionExpression(record: "source", entity: source).render(condition))
    }
    switch input.origin {
    case .property(let path):
      if let condition = PathExpression(record: "source", entity: source, path: path).recordCondition {
        tests.append(condition)
      }
    case .parameter(let position): tests.append("context.parameters[\(position)] != .absent")
    case .constant: break
    }
    return tests.isEmpty ? nil : tests.joined(separator: " && ")
  }

  func viewOfTarget(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
    writer.documentation("The target record in the shared view.")
    var collected = conversions
    view(of: "target", type: "Target", into: &writer) { writer in
      for (index, property) in flow.properties.enumerated() {
        let marksUnknown = shared(index).form != .value
        guard let output = property.outputs.first else {
          if marksUnknown { writer.line("shared.unknown.insert(\(index))") }
          continue
        }
        let path = PathExpression(record: "target", entity: target, path: output.path)
        let element = "element\(index)"
        var value = path.expression(element: element)
        for part in ConversionExpressions.parts(output.normaliser) {
          value = value.applying(part, as: collected.expression(part), backward: false)
        }
        let reading = InputReading(
          path: path, element: element, value: value.inForm(shared(index).form), condition: path.recordCondition)
        writer.location(file: document, line: output.line)
        if let condition = reading.condition {
          writer.line("if \(condition) {")
          writer.indented { assign(reading, index, into: &$0) }
          if marksUnknown {
            writer.line("} else {")
            writer.indented { $0.line("shared.unknown.insert(\(index))") }
          }
          writer.line("}")
        } else {
          assign(reading, index, into: &writer)
        }
        writer.endLocation()
      }
    }
    conversions = collected
  }
}
