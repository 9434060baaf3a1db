/// The words of the keys of a system description; ``KeyForm/ofDescriptions`` describes them.
enum DescriptionKey {
  // MARK: - A system, or an entity

  /// The name of the system.
  static let system = "system"
  /// Other spellings of a name.
  static let aliases = "aliases"
  /// A sentence for people.
  static let about = "about"
  /// How the system is reached.
  static let protocolName = "protocol"
  /// The property with the time of the last edit.
  static let modified = "modified"
  /// How changes are found.
  static let changes = "changes"
  /// That nobody but the system writes; also of a property.
  static let readOnly = "readOnly"
  /// The entities of the system.
  static let entities = "entities"
  /// The name for people; also of a property.
  static let label = "label"
  /// Where the entity lives in the system.
  static let resource = "resource"
  /// The property that names a record to a person.
  static let title = "title"
  /// The property for Tandem's own identifier.
  static let externalKey = "externalKey"
  /// What must be enabled in the system.
  static let feature = "feature"
  /// The properties of an entity, or the parts of an object.
  static let properties = "properties"

  // MARK: - Changes and deletions

  /// The property that a reader of changes walks along.
  static let cursor = "cursor"
  /// What the cursor is, or how deletions are told.
  static let kind = "kind"
  /// How far a reader of changes goes back.
  static let lookback = "lookback"
  /// How deletions are found.
  static let deletions = "deletes"
  /// How long deletions are told.
  static let retention = "retention"
  /// The flag of a deleted record.
  static let property = "property"

  // MARK: - A property

  /// The type.
  static let type = "type"
  /// The type of a list's elements.
  static let element = "of"
  /// The longest text.
  static let maximum = "max"
  /// Digits in all.
  static let precision = "precision"
  /// Digits behind the point.
  static let scale = "scale"
  /// The words of an enumeration.
  static let values = "values"
  /// That further words may occur.
  static let open = "open"
  /// That the property is the key.
  static let key = "key"
  /// That a record cannot be without it.
  static let required = "required"
  /// That it is given once.
  static let createOnly = "createOnly"
  /// That no two records share a value.
  static let unique = "unique"
  /// That nobody has confirmed it.
  static let inferred = "inferred"
  /// That it tells something of a person.
  static let personal = "personal"
  /// The entities that it refers to.
  static let reference = "ref"
  /// What the system fills in.
  static let defaultValue = "default"
  /// Where the facts come from.
  static let citation = "source"
}
