import TandemSemantics
import TandemSyntax
import TandemValues

/// Another description of Tandem's own form, such as a connector writes.
enum DescriptionExport: SchemaExport {
  static let name = "Tandem description"

  static func read(_ text: ExportText) -> ExportedSchema? {
    guard Compiler.isYAML(text.file.path),
      let model = Compiler.check(documents: [], systems: [text.file]).result.systems.first, !model.entities.isEmpty
    else { return nil }
    return ExportedSchema(
      format: name, file: text.file, system: model.name, entities: model.entities.map(entity), isComplete: true)
  }

  private static func entity(_ entity: EntityModel) -> ExportedEntity {
    var exported = ExportedEntity(
      name: Located(entity.name, at: nameSpan(entity.name, in: entity.span)), label: entity.label,
      otherNames: entity.aliases + [entity.resource], properties: entity.properties.map(property))
    exported.key = [entity.properties[entity.key].name]
    return exported
  }

  /// The entry of an entity begins with its name.
  private static func nameSpan(_ name: String, in span: SourceSpan) -> SourceSpan {
    let end = min(span.upperBound, span.lowerBound + name.utf8.count)
    return SourceSpan(file: span.file, span.lowerBound..<end)
  }

  private static func property(_ property: PropertyModel) -> ExportedProperty {
    var exported = ExportedProperty(name: Located(property.name, at: property.span))
    exported.label = property.label
    exported.type = property.type
    exported.isRequired = property.isRequired
    exported.isReadOnly = property.isReadOnly
    exported.isCreateOnly = property.isCreateOnly
    exported.isUnique = property.isUnique
    exported.references = property.references
    exported.members = property.members.isEmpty ? nil : property.members.map(Self.property)
    return exported
  }
}
