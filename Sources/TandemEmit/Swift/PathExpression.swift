import TandemSemantics
import TandemValues

/// Swift expressions and statements that read and write along a resolved path of a record.
struct PathExpression {
  /// The variable that holds the record: `source` or `target`.
  let record: String
  let entity: SwiftEntity
  let path: ResolvedPath

  /// The path as its system spells it, for messages.
  var text: String { path.text }

  /// An expression of type `Value` that stands alone; it may throw where ``mayThrow``.
  var value: String { SwiftProperty.toValue(typed(position: inlinePosition), leafType) }

  /// An expression of type `Value` that follows ``findElement(as:attempt:into:)`` with the same variable.
  func value(element variable: String) -> String {
    SwiftProperty.toValue(typed(position: variable), leafType)
  }

  /// What stands at the end of the path, as it is stored, after ``findElement(as:attempt:into:)`` with the same variable;
  /// structured properties as a `Value`.
  func expression(element variable: String) -> SwiftExpression {
    let form = SwiftForm(leafType)
    let text = form == .value ? value(element: variable) : typed(position: variable)
    return SwiftExpression(text, form, property: self.text)
  }

  /// Finds the element of a list that is meant, in a statement of its own; nothing where the path meets no list.
  ///
  /// - Parameter attempt: `try`, or `try?` where a failure means that there is no element.
  func findElement(as variable: String, attempt: String = "try", into writer: inout SwiftWriter) {
    guard let list = listStep else { return }
    guard let condition = elementCondition else {
      writer.line("let \(variable) = \(listText(list))?.indices.first")
      return
    }
    writer.block(
      "let \(variable) = \(attempt) Field.position(in: \(listText(list)), \(SwiftLiteral.string(text)))"
    ) { $0.line(condition) }
  }

  /// True when reading can fail because several elements of a list are meant.
  var mayThrow: Bool { elementCondition != nil }

  /// The type at the end of the path.
  var leafType: ValueType { path.type }

  /// True when the entity's property may be written at all.
  var isWritable: Bool { !entity.model.properties[path.property].isReadOnly }

  /// The expression of the stored property's optional type; `position` is the position of the element that is meant.
  private func typed(position: String) -> String {
    let chain = swiftChain
    guard let list = listStep else { return "\(record).\(chain.map(\.name).joined(separator: "?."))" }
    let rest = chain[(list + 1)...].map(\.name).joined(separator: "?.")
    return "\(position).flatMap { \(listText(list))?[$0].\(rest) }"
  }

  private var inlinePosition: String {
    guard let list = listStep else { return "" }
    guard let condition = elementCondition else { return "\(listText(list))?.indices.first" }
    return "Field.position(in: \(listText(list)), \(SwiftLiteral.string(text)), where: { \(condition) })"
  }

  private func listText(_ list: Int) -> String {
    "\(record).\(swiftChain[...list].map(\.name).joined(separator: "?."))"
  }

  /// The Swift properties along the path.
  private var swiftChain: [SwiftProperty] {
    var result: [SwiftProperty] = []
    var level = entity.properties
    for step in path.steps {
      guard step.position < level.count else { break }
      let property = level[step.position]
      result.append(property)
      level = property.structure?.properties ?? []
    }
    return result
  }

  /// The step at which the path goes on inside the elements of a list of objects.
  private var listStep: Int? {
    path.steps.indices.dropLast().first { index in
      if case .list = path.steps[index].type { return true }
      return false
    }
  }

  /// The condition, on `$0`, by which the element that is meant is recognised; `nil` where the first one is meant, or the
  /// path meets no list.
  private var elementCondition: String? {
    guard let list = listStep else { return nil }
    let conditions = path.dependencies.filter { goesThroughList($0, list) }.map { dependency in
      let names = swiftNames(dependency.steps, from: list + 1)
      let left = SwiftProperty.toValue(
        "$0.\(names.joined(separator: "?."))", dependency.steps[dependency.steps.count - 1].type)
      return Self.isOneOf(left, dependency.values)
    }
    return conditions.isEmpty ? nil : conditions.joined(separator: " && ")
  }

  /// A condition on the record itself, from the dependencies that do not select an element; `nil` without any.
  var recordCondition: String? {
    let conditions = path.dependencies.filter { dependency in
      guard let list = listStep else { return true }
      return !goesThroughList(dependency, list)
    }.map { dependency in
      let steps = ResolvedPath(steps: dependency.steps)
      return Self.isOneOf(PathExpression(record: record, entity: entity, path: steps).value, dependency.values)
    }
    return conditions.isEmpty ? nil : conditions.joined(separator: " && ")
  }

  private func goesThroughList(_ dependency: ResolvedPath.Dependency, _ list: Int) -> Bool {
    dependency.steps.count > list + 1
      && zip(dependency.steps[...list], path.steps[...list]).allSatisfy { $0.position == $1.position }
  }

  private func swiftNames(_ steps: [ResolvedPath.Step], from first: Int) -> [String] {
    let chain = PathExpression(record: record, entity: entity, path: ResolvedPath(steps: steps)).swiftChain
    return chain[first...].map(\.name)
  }

  private static func isOneOf(_ left: String, _ values: [Value]) -> String {
    let tests = values.map { "Field.isEqual(\(left), to: \(SwiftLiteral.value($0)))" }
    return tests.count == 1 ? tests[0] : "(\(tests.joined(separator: " || ")))"
  }

  /// Statements that assign an expression to the end of the path and create what is missing on the way.
  func assign(_ value: SwiftExpression, into writer: inout SwiftWriter) {
    let chain = swiftChain
    guard let leaf = chain.last else { return }
    let form = SwiftForm(leafType)
    let stored = value.inForm(form)
    let call = form == .value ? SwiftCall.reading(stored.call, leafType, property: text) : stored.call
    let attempt = form == .value || stored.isThrowing ? "try " : ""
    guard chain.count > 1 else {
      writer.call("\(record).\(leaf.name) = \(attempt)", call)
      return
    }
    // Copies of the objects on the way, changed from the inside out and put back.
    var holder = record
    var putBack: [String] = []
    for (index, property) in chain.dropLast().enumerated() {
      let variable = "part\(index)"
      if case .list = property.model.type, let structure = property.structure {
        writer.line("var \(variable)List = \(holder).\(property.name) ?? []")
        if let condition = elementCondition {
          writer.block(
            "let \(variable)Found = try Field.position(in: \(variable)List, \(SwiftLiteral.string(text)))"
          ) { $0.line(condition) }
        } else {
          writer.line("let \(variable)Found = \(variable)List.indices.first")
        }
        writer.line("var \(variable) = \(structure.qualifiedName)()")
        writer.line("if let \(variable)Found { \(variable) = \(variable)List[\(variable)Found] }")
        for dependency in path.dependencies where goesThroughList(dependency, index) {
          let names = swiftNames(dependency.steps, from: index + 1)
          guard let first = dependency.values.first, names.count == 1 else { continue }
          let type = dependency.steps[dependency.steps.count - 1].type
          let literal = SwiftExpression(first, as: SwiftForm(type), property: text).inForm(SwiftForm(type))
          writer.call("\(variable).\(names[0]) = \(literal.isThrowing ? "try " : "")", literal.call)
        }
        putBack.append("\(holder).\(property.name) = \(variable)List")
        putBack.append("}")
        putBack.append("  \(variable)List.append(\(variable))")
        putBack.append("} else {")
        putBack.append("  \(variable)List[\(variable)Found] = \(variable)")
        putBack.append("if let \(variable)Found {")
      } else {
        let type = property.structure?.qualifiedName ?? property.type
        writer.line("var \(variable) = \(holder).\(property.name) ?? \(type)()")
        putBack.append("\(holder).\(property.name) = \(variable)")
      }
      holder = variable
    }
    writer.call("\(holder).\(leaf.name) = \(attempt)", call)
    for line in putBack.reversed() { writer.line(line) }
  }
}

extension SwiftCall {
  /// A call of `Field` that reads a value into a stored property of the type.
  static func reading(_ value: SwiftCall, _ type: ValueType, property: String) -> SwiftCall {
    let name = SwiftCall.Argument.text(SwiftLiteral.string(property))
    if case .list(let element) = type {
      return SwiftCall(
        "Field.list",
        [("", .call(value)), ("", name), ("", .text("Field.\(SwiftProperty.fieldFunction(element))"))])
    }
    return SwiftCall("Field.\(SwiftProperty.fieldFunction(type))", [("", .call(value)), ("", name)])
  }
}
