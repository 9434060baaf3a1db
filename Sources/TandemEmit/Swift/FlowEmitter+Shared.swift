import TandemSemantics
import TandemSyntax
import TandemValues

/// The struct of a flow's shared view.
extension FlowEmitter {
  /// The names of the struct's properties, in the order of the shared properties.
  static func sharedNames(of flow: CheckedFlow) -> [String] {
    SwiftNames.unique(
      flow.properties.map { SwiftNames.property($0.name) }, reserved: ["layout", "unknown", "sharedView"])
  }

  /// What the struct holds of a shared property. The two sides' keys of a translated reference may differ in type.
  static func form(of property: CheckedProperty) -> SwiftForm {
    property.translation == nil ? SwiftForm(property.type) : .value
  }

  /// The expression of a shared property.
  func shared(_ index: Int) -> SwiftExpression {
    SwiftExpression(
      "shared.\(sharedNames[index])", Self.form(of: flow.properties[index]), property: flow.properties[index].name)
  }

  func sharedView(into writer: inout SwiftWriter) {
    writer.documentation("The properties that both sides share, in normal form.")
    writer.block("public struct Shared: TypedSharedView") { writer in
      for (index, property) in flow.properties.enumerated() {
        writer.documentation(Self.documentation(property))
        let form = Self.form(of: property)
        writer.line("public var \(sharedNames[index]): \(form.typeName)\(form == .value ? " = .absent" : "?")")
      }
      if hasUnknown {
        writer.documentation("The positions about which the record says nothing.")
        writer.line("public var unknown = PropertySet()")
      }
      writer.line()
      writer.documentation("A view without any value.")
      writer.line("public init() {}")
      writer.line()
      writer.documentation("The table of the stored properties.")
      let paths = sharedNames.map { SwiftCall.Argument.text("\\.\($0)") }
      writer.table(
        "layout", "RecordLayout<Self>", SwiftCall("RecordLayout", [("", .text("declaration")), ("", .list(paths))]))
    }
  }

  /// True where a record may say nothing of a property that is no `Value` itself.
  private var hasUnknown: Bool {
    flow.properties.contains { property in
      Self.form(of: property) != .value && (sourceMaySayNothing(property) || targetMaySayNothing(property))
    }
  }

  /// True where all inputs have conditions, and no default stands in for them.
  func sourceMaySayNothing(_ property: CheckedProperty) -> Bool {
    if property.defaultValue != nil { return false }
    if case .join = property.combination { return false }
    return !property.inputs.contains { condition(of: $0) == nil }
  }

  func targetMaySayNothing(_ property: CheckedProperty) -> Bool {
    guard let output = property.outputs.first else { return true }
    return PathExpression(record: "target", entity: target, path: output.path).recordCondition != nil
  }

  private static func documentation(_ property: CheckedProperty) -> String {
    let lines = property.lines.map(String.init).joined(separator: ", ")
    return "\(property.name), of line \(lines)."
  }
}
