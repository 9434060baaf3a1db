import TandemSemantics
import TandemValues

/// The Swift names and types of a system: made once, used by the file that declares them and by those that map them.
struct SwiftSystem: Sendable {
  /// The namespace: `CustomCRM`.
  let name: String
  /// The entities, in the order of the description.
  let entities: [SwiftEntity]

  init(_ system: SystemModel) {
    let namespace = SwiftNames.system(system.name)
    name = namespace
    let names = SwiftNameList.unique(system.entities.map(\.name)) { spelling, suffix in
      let entity = SwiftNames.entity(spelling)
      // Inside of the namespace its own name must go on to mean it.
      return (entity == namespace ? entity + "Entity" : entity) + suffix
    }
    entities = zip(system.entities, names).map { SwiftEntity($0, name: $1, namespace: namespace) }
  }

  /// The entity with the description's name.
  func entity(_ name: String) -> SwiftEntity? { entities.first { $0.model.name == name } }
}

/// The Swift form of an entity.
struct SwiftEntity: Sendable {
  let model: EntityModel
  /// The struct's name.
  let name: String
  /// The struct's name with its namespace.
  let qualifiedName: String
  /// The stored properties, in the order of the description.
  let properties: [SwiftProperty]

  init(_ model: EntityModel, name: String, namespace: String) {
    self.model = model
    self.name = name
    qualifiedName = "\(namespace).\(name)"
    properties = SwiftProperty.make(
      model.properties, within: qualifiedName, namespace: namespace, reserved: ["schema", "layout", "values"])
  }
}

/// The Swift form of a property or member.
struct SwiftProperty: Sendable {
  let model: PropertyModel
  /// The stored property's name.
  let name: String
  /// The struct that holds the members, for an object or a list of objects.
  let structure: SwiftStructure?

  /// The type of the stored property, without its question mark.
  var type: String { Self.type(model.type, structure: structure) }

  /// - Parameters:
  ///   - type: The qualified name of the type that the properties belong to.
  ///   - namespace: The name of the system, which no structure may hide.
  ///   - reserved: The type's own members.
  static func make(
    _ models: [PropertyModel], within type: String, namespace: String, reserved: Set<String>
  ) -> [SwiftProperty] {
    let names = SwiftNameList.unique(models.map(\.name)) { spelling, suffix in
      let isReserved = reserved.contains(SwiftNames.property(spelling))
      return SwiftNames.property(spelling, with: (isReserved ? "Value" : "") + suffix)
    }
    let structured = models.filter { structureSuffix($0.type) != nil }
    // Scripts without capitals write types and properties alike.
    let structureNames = SwiftNameList.unique(
      structured.map(\.name), reserved: reserved.union(names).union([namespace])
    ) { spelling, suffix in
      let element = structured.first { $0.name == spelling }.flatMap { structureSuffix($0.type) } ?? ""
      return element.isEmpty ? SwiftNames.entity(spelling) + suffix : SwiftNames.type(spelling) + element + suffix
    }
    let structures = Dictionary(zip(structured.map(\.name), structureNames)) { first, _ in first }
    return zip(models, names).map { model, name in
      let structure = structures[model.name].map { structureName in
        SwiftStructure(
          name: structureName, qualifiedName: "\(type).\(structureName)",
          properties: make(
            model.members, within: "\(type).\(structureName)", namespace: namespace, reserved: ["layout", "propertyValue"]))
      }
      return SwiftProperty(model: model, name: name, structure: structure)
    }
  }

  private static func structureSuffix(_ type: ValueType) -> String? {
    switch type {
    case .object: return ""
    case .list(.object): return "Element"
    default: return nil
    }
  }

  private static func type(_ type: ValueType, structure: SwiftStructure?) -> String {
    switch type {
    case .string, .json, .enumeration: return "String"
    case .integer: return "Int64"
    case .decimal: return "DecimalNumber"
    case .float: return "Double"
    case .boolean: return "Bool"
    case .date: return "CalendarDate"
    case .time: return "TimeOfDay"
    case .datetime: return "Timestamp"
    case .guid: return "GUID"
    case .binary: return "[UInt8]"
    case .object: return structure?.qualifiedName ?? "String"
    case .list(let element): return "[\(Self.type(element, structure: structure))]"
    }
  }

  /// The Swift type of a plain value.
  static func plainType(_ type: ValueType) -> String { Self.type(type, structure: nil) }

  /// The function of `Field` that carries values of a type.
  static func fieldFunction(_ type: ValueType) -> String {
    switch type {
    case .string, .json, .enumeration: return "string"
    case .object: return "object"
    case .list: return "list"
    default: return type.word
    }
  }

  /// The expression that turns a typed expression into a `Value`.
  static func toValue(_ expression: String, _ type: ValueType, depth: Int = 0) -> String {
    if case .list(let element) = type {
      let item = depth == 0 ? "$0" : "element"
      return "Field.value(list: \(expression)) { \(toValue(item, element, depth: depth + 1)) }"
    }
    return "Field.value(\(fieldFunction(type)): \(expression))"
  }

  /// The expression that reads a `Value` into the stored property; throws.
  static func fromValue(_ expression: String, _ type: ValueType, property: String) -> String {
    let name = SwiftLiteral.string(property)
    if case .list(let element) = type {
      return "Field.list(\(expression), \(name), Field.\(fieldFunction(element)))"
    }
    return "Field.\(fieldFunction(type))(\(expression), \(name))"
  }
}

/// The Swift form of a structured property.
struct SwiftStructure: Sendable {
  let name: String
  let qualifiedName: String
  let properties: [SwiftProperty]
}
