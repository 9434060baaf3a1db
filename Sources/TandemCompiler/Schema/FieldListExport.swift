import TandemSyntax
import TandemValues

/// Plain JSON that lists fields: `{"entities": {"Account": {"fields": {"Name": {"type": "string", "max": 60}}}}}`. Entities and
/// fields stand in objects under their names, or in arrays with a member `name`; a field may be its type alone.
enum FieldListExport: SchemaExport {
  static let name = "list of fields"

  static func read(_ text: ExportText) -> ExportedSchema? {
    guard let root = text.json else { return nil }
    let library = root["entities"] ?? root["tables"] ?? root["objects"]
    let named = library.map(Self.named) ?? (root.located("name").map { [($0, root)] } ?? [])
    let entities = named.compactMap { name, node -> ExportedEntity? in
      guard let fields = node["fields"] ?? node["properties"] ?? node["columns"] else { return nil }
      let paths = [node["path"]?.string, node["resource"]?.string].compactMap(\.self)
      let ends = paths.compactMap { $0.split(separator: "/").last.map(String.init) }
      let properties = Self.named(fields)
      var entity = ExportedEntity(
        name: name, label: node["label"]?.string, otherNames: paths + ends,
        properties: properties.map(property))
      let key = properties.filter { $0.1["key"]?.boolean == true }.map(\.0.value)
      entity.key = key.isEmpty ? nil : key
      return entity
    }
    guard !entities.isEmpty else { return nil }
    var schema = ExportedSchema(
      format: name, file: text.file, system: root["system"]?.string, entities: entities, isComplete: library != nil)
    schema.mayBePartial = true
    return schema
  }

  private static func named(_ node: JSONNode) -> [(Located<String>, JSONNode)] {
    if case .array(let elements) = node.content {
      return elements.compactMap { element in element.located("name").map { ($0, element) } }
    }
    return node.members.map { ($0.name, $0.value) }
  }

  private static func property(_ name: Located<String>, _ node: JSONNode) -> ExportedProperty {
    var property = ExportedProperty(name: name)
    property.label = (node["label"] ?? node["title"])?.string
    property.type = type(node.string ?? node["type"]?.string ?? "", node)
    // In such a list a mark that is not there is a mark that is not set, as long as marks are set at all.
    if node.isComposite {
      property.isRequired = (node["required"] ?? node["mandatory"])?.boolean ?? node["nullable"]?.boolean.map { !$0 }
      property.isReadOnly = (node["readOnly"] ?? node["readonly"])?.boolean
      property.isCreateOnly = node["createOnly"]?.boolean
      property.isUnique = node["unique"]?.boolean
      property.references = (node["references"] ?? node["ref"])?.strings
    }
    if let members = node["properties"] ?? node["fields"] { property.members = named(members).map(Self.property) }
    return property
  }

  private static func type(_ word: String, _ node: JSONNode) -> ValueType? {
    let maximum = (node["max"] ?? node["maxLength"] ?? node["length"])?.integer
    if let values = node["values"] ?? node["enum"] {
      let texts = values.members.isEmpty ? values.strings : values.members.map(\.name.value)
      if !texts.isEmpty { return .enumeration(values: texts, open: node["open"]?.boolean ?? false) }
    }
    switch NormalizedName(word).text {
    case "string", "text", "varchar", "char", "nvarchar", "edmstring", "enum": return .string(maximumLength: maximum)
    case "integer", "int", "bigint", "smallint", "long", "edmint16", "edmint32", "edmint64", "edmbyte": return .integer
    case "decimal", "numeric", "money", "edmdecimal":
      return .decimal(precision: node["precision"]?.integer, scale: node["scale"]?.integer)
    case "float", "double", "real", "number", "edmdouble", "edmsingle": return .float
    case "boolean", "bool", "bit", "edmboolean": return .boolean
    case "date", "edmdate": return .date
    case "time", "edmtimeofday": return .time
    case "datetime", "timestamp", "edmdatetime", "edmdatetimeoffset": return .datetime
    case "guid", "uuid", "edmguid": return .guid
    case "binary", "blob", "edmbinary": return .binary
    case "json": return .json
    default: return nil
    }
  }
}
