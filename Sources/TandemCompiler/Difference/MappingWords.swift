import TandemSemantics
import TandemSyntax
import TandemValues

/// Parts of checked flows in the words of the language, without any position: two texts are the same exactly when both
/// parts mean the same.
struct MappingWords {
  let dataflow: CheckedDataflow

  /// `emails.address having kind = "work"`.
  static func path(_ path: ResolvedPath) -> String {
    let dependencies = path.dependencies.map { dependency in
      let values = dependency.values.map(Self.value).joined(separator: " or ")
      return "\(dependency.steps.map(\.name).joined(separator: ".")) = \(values)"
    }
    return dependencies.isEmpty ? path.text : "\(path.text) having \(dependencies.joined(separator: ", "))"
  }

  /// The condition as a document writes it; `nil` gives `nil`.
  func condition(_ expression: CheckedExpression?) -> String? {
    expression.map { text($0, inside: 0) }
  }

  /// The name of a parameter with its sign.
  func parameter(_ position: Int) -> String {
    dataflow.parameters.indices.contains(position) ? "$" + dataflow.parameters[position].name : "$?"
  }

  /// A value between quotation marks, long ones cut.
  static func value(_ value: Value) -> String {
    if value.isMissing { return "nothing" }
    let scalars = Array(value.displayText.unicodeScalars)
    var text = String(String.UnicodeScalarView(scalars.prefix(scalars.count > 48 ? 32 : 48)))
    if scalars.count > 48 { text += "... (\(scalars.count) characters)" }
    return "\"" + InvisibleCharacter.shown(text) + "\""
  }

  /// A type with its constraints: `string(50)`, `decimal(12, 2)`, `enum(open, closed)`.
  static func type(_ type: ValueType) -> String {
    switch type {
    case .string(let maximum): return maximum.map { "string(\($0))" } ?? "string"
    case .decimal(let precision, let scale):
      guard precision != nil || scale != nil else { return "decimal" }
      return "decimal(\(precision.map(String.init) ?? "?"), \(scale.map(String.init) ?? "?"))"
    case .enumeration(let values, let isOpen):
      let shown = values.prefix(6).joined(separator: ", ") + (values.count > 6 ? ", ..." : "")
      return (isOpen ? "open " : "") + "enum(\(shown))"
    case .list(let element): return "list of " + self.type(element)
    default: return type.word
    }
  }

  /// The elementary conversions; `nil` where nothing is done.
  static func conversion(_ conversion: (any Conversion)?) -> String? {
    let parts = ConversionParts.of(conversion)
    return parts.isEmpty ? nil : parts.map(summary).joined(separator: ", ")
  }

  /// The order of a value map's lines counts only where two have one value; ``ValueMapDifference`` looks at that.
  private static func summary(_ conversion: any Conversion) -> String {
    guard conversion is TandemValues.ValueMap else { return conversion.summary }
    let arguments = conversion.arguments.map { argument -> String in
      guard case .pairs(let pairs) = argument.value else { return argument.value.summary }
      return pairs.map { "\($0.left) = \($0.right)" }.sorted().joined(separator: ", ")
    }
    return "valueMap(\(arguments.joined(separator: "; ")))"
  }

  /// How keys are translated; `nil` where they are not.
  func translation(_ translation: CheckedProperty.Translation?) -> String? {
    switch translation {
    case .none: return nil
    case .reference(let flow, _):
      return "reference through the links of \(flow.split(separator: "~").joined(separator: " and "))"
    case .lookup(let entity, let property):
      let model = dataflow.target.entities.first { $0.name == entity }
      let name = model.flatMap { $0.properties.indices.contains(property) ? $0.properties[property].name : nil }
      return "lookup \(entity) by \(name ?? "its key")"
    }
  }

  /// What feeds a property: a path, a constant, a parameter.
  func origin(_ origin: CheckedProperty.Input.Origin) -> String {
    switch origin {
    case .property(let path): return Self.path(path)
    case .constant(let value): return "constant \(Self.value(value))"
    case .parameter(let position): return "parameter \(parameter(position))"
    }
  }

  // MARK: - Conditions

  /// A literal as the language writes it.
  private static func literal(_ value: Value) -> String {
    switch value {
    case .integer, .decimal, .float, .boolean: return value.displayText
    default: return self.value(value)
    }
  }

  private func text(_ expression: CheckedExpression, inside level: Int) -> String {
    func wrapped(_ text: String, _ own: Int) -> String { own < level ? "(\(text))" : text }
    switch expression {
    case .property(let path): return Self.path(path)
    case .parameter(let position): return parameter(position)
    case .literal(let value): return Self.literal(value)
    case .comparison(let comparison, let left, let right):
      return "\(text(left, inside: 4)) \(comparison.rawValue) \(text(right, inside: 4))"
    case .membership(let element, let values, let negated):
      let list = values.map(Self.literal).joined(separator: ", ")
      return "\(text(element, inside: 4)) \(negated ? "not in" : "in") (\(list))"
    case .emptiness(let element, let negated): return "\(text(element, inside: 4)) is \(negated ? "not " : "")empty"
    case .or(let left, let right): return wrapped("\(text(left, inside: 1)) or \(text(right, inside: 1))", 1)
    case .and(let left, let right): return wrapped("\(text(left, inside: 2)) and \(text(right, inside: 2))", 2)
    case .not(let operand): return wrapped("not \(text(operand, inside: 3))", 3)
    }
  }
}

/// The elementary conversions of a conversion, in forward order; those that do nothing are left out.
enum ConversionParts {
  static func of(_ conversion: (any Conversion)?) -> [any Conversion] {
    guard let conversion else { return [] }
    if conversion.parts.isEmpty { return conversion is Identity ? [] : [conversion] }
    return conversion.parts.flatMap { of($0) }
  }
}
