import TandemSemantics
import TandemSyntax
import TandemValues

/// The way from the shared view back into a record.
extension FlowEmitter {
  func putIntoSource(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
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
  func writeBackToSupplier(
    _ property: CheckedProperty, _ inputs: [CheckedProperty.Input], _ index: Int, into writer: inout SwiftWriter,
    _ conversions: inout ConversionExpressions
  ) {
    var collected = conversions
    if property.combination == .firstNonEmpty {
      writer.line("if \(shared(index).inForm(.value).call.inline).isEmpty {")
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

  func optional(_ path: PathExpression) -> String {
    path.mayThrow ? "((try? \(path.value)) ?? .absent)" : path.value
  }

  func writeBack(
    _ input: CheckedProperty.Input, _ index: Int, into writer: inout SwiftWriter,
    _ conversions: inout ConversionExpressions
  ) {
    guard let path = writablePath(input) else { return }
    path.assign(restored(index, by: input.conversion, for: path, &conversions), into: &writer)
  }

  /// A shared property on its way back through a conversion.
  private func restored(
    _ index: Int, by conversion: (any Conversion)?, for path: PathExpression, _ conversions: inout ConversionExpressions
  ) -> SwiftExpression {
    var value = shared(index)
    value.property = path.text
    for part in ConversionExpressions.parts(conversion).reversed() {
      value = value.applying(part, as: conversions.expression(part), backward: true)
    }
    return value
  }

  func writablePath(_ input: CheckedProperty.Input) -> PathExpression? {
    guard case .property(let path) = input.origin else { return nil }
    let expression = PathExpression(record: "source", entity: source, path: path)
    return expression.isWritable ? expression : nil
  }

  func putIntoTarget(into writer: inout SwiftWriter, _ conversions: inout ConversionExpressions) {
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
            path.assign(restored(index, by: output.normaliser, for: path, &collected), into: &writer)
          }
        }
        writer.endLocation()
      }
    }
    conversions = collected
  }

  func put(
    side: String, type: String, into writer: inout SwiftWriter, _ body: (inout SwiftWriter) -> Void
  ) {
    writer.line("public static func put(")
    writer.line("  _ shared: Shared, changed: PropertySet, into \(side): inout \(type), _ context: MappingContext")
    writer.block(") throws(MappingError)", body)
  }
}
