import TandemSemantics
import TandemValues

/// The Swift names and types of a system: made once, used by the file that declares them and by those that map them.
struct SwiftSystem: Sendable {
  /// The namespace: `CustomCRM`.
  let name: String
  /// The entities, in the order of the description.
  let entities: [SwiftEntity]

  init(_ system: SystemModel) {
    name = SwiftNames.type(system.name)
    let names = SwiftNames.unique(system.entities.map { SwiftNames.type($0.name) }, reserved: [name])
    let namespace = name
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
    properties = SwiftProperty.make(model.properties, within: qualifiedName, reserved: ["schema", "values"])
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

  static func make(_ models: [PropertyModel], within type: String, reserved: Set<String>) -> [SwiftProperty] {
    let names = SwiftNames.unique(models.map { SwiftNames.property($0.name) }, reserved: reserved)
    var structureNames: Set<String> = []
    return zip(models, names).map { model, name in
      var structure: SwiftStructure?
      if let suffix = structureSuffix(model.type) {
        let plain = SwiftNames.type(model.name) + suffix
        var candidate = plain
        var number = 2
        while !structureNames.insert(candidate).inserted {
          candidate = "\(plain)\(number)"
          number += 1
        }
        structure = SwiftStructure(
          name: candidate, qualifiedName: "\(type).\(candidate)",
          properties: make(model.members, within: "\(type).\(candidate)", reserved: ["memberValues"]))
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
