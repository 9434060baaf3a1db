import TandemSyntax
import TandemValues

/// What Salesforce answers to `GET /sobjects/{T}/describe`, one object or several in an array, or to `GET /sobjects`, which
/// names all objects without their fields. The marks of requirement and protection follow from the flags of each field:
/// one is required when it can be given at creation, may not be null, and has no default.
enum SalesforceDescribeExport: SchemaExport {
  static let name = "Salesforce describe"

  static func read(_ text: ExportText) -> ExportedSchema? {
    guard let root = text.json else { return nil }
    let listed = root["sobjects"]?.elements
    let objects = listed ?? (root.elements.isEmpty ? [root] : root.elements)
    let entities = objects.compactMap { object -> ExportedEntity? in
      guard let name = object.located("name") else { return nil }
      let fields = object["fields"]?.elements
      // Other exports have names and fields too; these flags only Salesforce gives.
      if let fields {
        guard fields.contains(where: { $0["nillable"] != nil && $0["updateable"] != nil }) else { return nil }
      } else if listed == nil || object["queryable"] == nil {
        return nil
      }
      var entity = ExportedEntity(
        name: name, label: object["label"]?.string, properties: fields?.compactMap(property))
      let key = fields?.filter { $0["type"]?.string == "id" }.compactMap { $0["name"]?.string } ?? []
      entity.key = key.isEmpty ? nil : key
      return entity
    }
    guard !entities.isEmpty else { return nil }
    return ExportedSchema(format: name, file: text.file, entities: entities, isComplete: listed != nil)
  }

  private static func property(_ field: JSONNode) -> ExportedProperty? {
    guard let name = field.located("name") else { return nil }
    var property = ExportedProperty(name: name)
    property.label = field["label"]?.string
    property.type = field["type"]?.string.flatMap { type($0, field) }
    let (creates, updates) = (field["createable"]?.boolean, field["updateable"]?.boolean)
    if let creates, let updates {
      property.isReadOnly = !creates && !updates
      property.isCreateOnly = creates && !updates
    }
    if field["type"]?.string != "id" { property.isUnique = field["unique"]?.boolean }
    property.references = field["referenceTo"]?.strings
    if let creates, let isNullable = field["nillable"]?.boolean, let hasDefault = field["defaultedOnCreate"]?.boolean {
      property.isRequired = creates && !isNullable && !hasDefault
    }
    return property
  }

  private static func type(_ word: String, _ field: JSONNode) -> ValueType? {
    switch word {
    case "id", "reference": return .string(maximumLength: 18)
    case "string", "textarea", "phone", "url", "email", "combobox", "encryptedstring":
      return .string(maximumLength: field["length"]?.integer.flatMap { $0 > 0 ? $0 : nil })
    case "picklist": return picklist(field)
    case "multipicklist": return .list(picklist(field))
    case "int", "long": return .integer
    case "double", "currency", "percent":
      return .decimal(precision: field["precision"]?.integer, scale: field["scale"]?.integer)
    case "boolean": return .boolean
    case "date": return .date
    case "datetime": return .datetime
    case "time": return .time
    case "base64": return .binary
    case "json": return .json
    // Compound and polymorphic fields have no type of their own.
    default: return nil
    }
  }

  private static func picklist(_ field: JSONNode) -> ValueType {
    let values = (field["picklistValues"]?.elements ?? []).filter { $0["active"]?.boolean != false }
    return .enumeration(
      values: values.compactMap { $0["value"]?.string }, open: field["restrictedPicklist"]?.boolean != true)
  }
}

extension JSONNode {
  /// The text of a member with its place, without the quotation marks.
  func located(_ name: String) -> Located<String>? {
    guard let node = self[name], let text = node.string, !text.isEmpty else { return nil }
    return Located(text, at: node.textSpan)
  }

  /// The place between the quotation marks of a text.
  var textSpan: SourceSpan {
    guard string != nil, span.upperBound - span.lowerBound > 2 else { return span }
    return SourceSpan(file: span.file, (span.lowerBound + 1)..<(span.upperBound - 1))
  }
}
