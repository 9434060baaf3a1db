import TandemSyntax
import TandemValues

/// What a system says of itself: its entities with their properties, as an export holds them. What an export does not say
/// is `nil`, and never taken for false.
public struct ExportedSchema: Sendable {
  /// The form of the export, for messages: `Salesforce describe`.
  public var format: String
  /// The file.
  public var file: SourceFile
  /// The name of the system, where the export tells it.
  public var system: String?
  /// The entities, in order.
  public var entities: [ExportedEntity]
  /// True when the export lists every entity of the system, so that one which is not there is gone.
  public var isComplete: Bool
  /// True for forms in which a part of a system looks like the whole: it counts as the whole when it has at least half of
  /// the described entities.
  public var mayBePartial = false

  /// Joins the parts.
  public init(format: String, file: SourceFile, system: String? = nil, entities: [ExportedEntity], isComplete: Bool) {
    self.format = format
    self.file = file
    self.system = system
    self.entities = entities
    self.isComplete = isComplete
  }
}

/// An entity of an export.
public struct ExportedEntity: Sendable {
  /// The name.
  public var name: Located<String>
  /// The name for people.
  public var label: String?
  /// Other names under which a description may know it, such as its path.
  public var otherNames: [String] = []
  /// The properties; `nil` where the export names the entity alone.
  public var properties: [ExportedProperty]?
  /// The names of the properties that together are the key of its records; `nil` where the export does not say.
  public var key: [String]?

  /// Makes an entity.
  public init(name: Located<String>, label: String? = nil, otherNames: [String] = [], properties: [ExportedProperty]?) {
    self.name = name
    self.label = label
    self.otherNames = otherNames
    self.properties = properties
  }
}

/// A property of an export.
public struct ExportedProperty: Sendable {
  /// The name.
  public var name: Located<String>
  /// The name for people.
  public var label: String?
  /// The type with its limits; `nil` where the export has none that Tandem knows.
  public var type: ValueType?
  /// Another type that the export may mean by the same word.
  public var otherType: ValueType?
  /// True when no record can be created without it.
  public var isRequired: Bool?
  /// True when only the system writes it.
  public var isReadOnly: Bool?
  /// True when it cannot be changed after creation.
  public var isCreateOnly: Bool?
  /// True when no two records have the same value.
  public var isUnique: Bool?
  /// The entities whose keys the property holds; empty for a property that surely is no reference.
  public var references: [String]?
  /// True for the way to other records, which holds no value of its own.
  public var isNavigation = false
  /// The members of an object, or of the elements of a list; `nil` where the export has none.
  public var members: [ExportedProperty]?

  /// Makes a property of which only the name is known.
  public init(name: Located<String>) { self.name = name }
}
