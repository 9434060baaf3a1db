import TandemSyntax
import TandemValues

/// The `$metadata` of an OData service, of version 2, 3 or 4: its types of entities with their properties, and the ways
/// between them as references. An entity may be described by the name of its type or of its set.
enum ODataMetadataExport: SchemaExport {
  static let name = "OData $metadata"

  static func read(_ text: ExportText) -> ExportedSchema? {
    guard let root = text.xml else { return nil }
    let model = ODataModel(root)
    let entities = model.entityTypes.map { entity($0, of: model) }
    guard !entities.isEmpty else { return nil }
    var schema = ExportedSchema(format: name, file: text.file, entities: entities, isComplete: true)
    // Services answer for one area of a system each.
    schema.mayBePartial = true
    return schema
  }

  private static func entity(_ type: ODataModel.StructuredType, of model: ODataModel) -> ExportedEntity {
    let structural = model.properties(of: type)
    let references = ODataReferences(type, of: model)
    let properties = ODataProperties(model: model, type: type)
    var exported = structural.map { properties.property($0, references: references) }
    let taken = Set(exported.map(\.name.value))
    exported += references.navigations.filter { !taken.contains($0.name.value) }.map { properties.navigation($0) }
    var entity = ExportedEntity(
      name: type.name, label: type.element.prefixed("label") ?? model.annotations.text("Label", of: [type.qualified]),
      otherNames: model.sets(of: type), properties: exported)
    let key = model.key(of: type)
    entity.key = key.isEmpty ? nil : key
    return entity
  }
}

/// Makes exported properties of those of OData.
struct ODataProperties {
  let model: ODataModel
  let type: ODataModel.StructuredType
  /// Complex types inside of complex types go no deeper.
  private static let maximumDepth = 8

  /// A property with a value.
  func property(
    _ element: XMLElement, references: ODataReferences?, depth: Int = 0
  ) -> ExportedProperty {
    let name = element.located("Name") ?? Located("", at: element.span)
    var property = ExportedProperty(name: name)
    let targets = model.annotationTargets(name.value, of: type)
    let notes = model.annotations
    property.label = element.prefixed("label") ?? notes.text("Label", of: targets, inside: element)
    (property.type, property.otherType) = ODataTypes.types(of: element, in: model)
    let isKey = model.key(of: type).contains(name.value)
    protect(&property, element, targets)
    property.isRequired = isRequired(element, isKey: isKey, isReadOnly: property.isReadOnly == true)
    if model.isAlternateKey(name.value, of: type) { property.isUnique = true }
    if let found = references?.targets(of: name.value), !found.isEmpty { property.references = found }
    if depth < Self.maximumDepth, let inner = model.complexType(ODataTypes.elementType(element["Type"] ?? "")) {
      let members = ODataProperties(model: model, type: inner)
      property.members = model.properties(of: inner).map {
        members.property($0, references: nil, depth: depth + 1)
      }
    }
    return property
  }

  /// The way to another record, or to several: these come with the properties that they have themselves.
  func navigation(_ navigation: ODataReferences.Navigation) -> ExportedProperty {
    var property = ExportedProperty(name: navigation.name)
    property.isNavigation = true
    property.references = [navigation.target.name.value]
    if navigation.isCollection {
      let inner = ODataProperties(model: model, type: navigation.target)
      property.type = .list(.object([]))
      property.members = model.properties(of: navigation.target).map {
        inner.property($0, references: nil, depth: Self.maximumDepth)
      }
    }
    return property
  }

  private func protect(_ property: inout ExportedProperty, _ element: XMLElement, _ targets: [String]) {
    let notes = model.annotations
    if element.prefixed("StoreGeneratedPattern") == "Computed" { property.isReadOnly = true }
    if let creates = element.prefixed("creatable"), let updates = element.prefixed("updatable") {
      property.isReadOnly = creates == "false" && updates == "false"
      property.isCreateOnly = creates != "false" && updates == "false"
    }
    if notes.flag("Computed", of: targets, inside: element) == true { property.isReadOnly = true }
    if notes.flag("Immutable", of: targets, inside: element) == true { property.isCreateOnly = true }
    if let permission = notes.text("Permissions", of: targets, inside: element) {
      property.isReadOnly = permission.split(separator: "/").last == "Read"
    }
  }

  /// A record can be created without a property that may be null or has a default. Before version 4 services took the zero of
  /// a number for one that is left out, so that only texts, dates and the like tell.
  private func isRequired(_ element: XMLElement, isKey: Bool, isReadOnly: Bool) -> Bool? {
    // Of a collection `Nullable` says whether its elements may be null.
    guard !isKey, !isReadOnly, !ODataTypes.isCollection(element["Type"] ?? "") else { return nil }
    guard element["Nullable"] == "false" else { return false }
    guard element["DefaultValue"] == nil else { return false }
    if model.isVersion4 { return true }
    switch ODataTypes.word(element["Type"] ?? "") {
    case "String", "Binary": return true
    default: return nil
    }
  }
}
