import TandemSyntax
import TandemValues

/// JSON Schema: one object, or several under `$defs`, `definitions` or the `components.schemas` of an OpenAPI document.
enum JSONSchemaExport: SchemaExport {
  static let name = "JSON Schema"

  static func read(_ text: ExportText) -> ExportedSchema? {
    guard let root = text.json else { return nil }
    let library = root["$defs"] ?? root["definitions"] ?? root["components"]?["schemas"]
    var entities = (library?.members ?? []).compactMap { member -> ExportedEntity? in
      guard isObject(member.value) else { return nil }
      return entity(member.value, name: member.name)
    }
    if isObject(root), let name = root.located("title") { entities.insert(entity(root, name: name), at: 0) }
    guard !entities.isEmpty else { return nil }
    var schema = ExportedSchema(format: name, file: text.file, entities: entities, isComplete: library != nil)
    schema.mayBePartial = true
    return schema
  }

  private static func isObject(_ node: JSONNode) -> Bool {
    guard let properties = node["properties"], case .object = properties.content else { return false }
    return node["entities"] == nil
  }

  private static func entity(_ node: JSONNode, name: Located<String>) -> ExportedEntity {
    ExportedEntity(
      name: Located(name.value, at: name.span), label: node["title"]?.string,
      properties: properties(of: node, depth: 0))
  }

  private static func properties(of node: JSONNode, depth: Int) -> [ExportedProperty] {
    let required = Set((node["required"]?.elements ?? []).compactMap(\.string))
    return (node["properties"]?.members ?? []).map { member in
      var property = ExportedProperty(name: member.name)
      property.label = member.value["title"]?.string
      property.type = type(member.value, depth: depth)
      property.isRequired = required.contains(member.name.value)
      property.isReadOnly = member.value["readOnly"]?.boolean ?? false
      let inner = member.value["items"] ?? member.value
      if isObject(inner), depth < 8 { property.members = properties(of: inner, depth: depth + 1) }
      return property
    }
  }

  private static func type(_ node: JSONNode, depth: Int) -> ValueType? {
    if let values = node["enum"]?.elements.compactMap(\.string), !values.isEmpty {
      return .enumeration(values: values, open: false)
    }
    guard let word = node["type"]?.strings.first(where: { $0 != "null" }) else { return nil }
    switch word {
    case "string":
      switch node["format"]?.string {
      case "date": return .date
      case "date-time": return .datetime
      case "time": return .time
      case "uuid": return .guid
      case "byte", "binary": return .binary
      default: return .string(maximumLength: node["maxLength"]?.integer)
      }
    case "integer": return .integer
    case "number": return node["format"]?.string == "double" ? .float : .decimal(precision: nil, scale: nil)
    case "boolean": return .boolean
    case "array": return depth < 8 ? node["items"].flatMap { type($0, depth: depth + 1) }.map { .list($0) } : nil
    case "object": return isObject(node) ? .object([]) : .json
    default: return nil
    }
  }
}
