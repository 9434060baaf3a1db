extension KeyForm {
  static let system = KeyForm(
    .system, DescriptionKey.system, "Custom ERP", isRequired: true, "The name by which documents call the system.")
  static let entities = KeyForm(
    .system, DescriptionKey.entities, "{Order: {properties: {...}}}", isRequired: true,
    "The entities by their names, as the system spells them.")
  static let entityProperties = KeyForm(
    .entity, DescriptionKey.properties, "{id: {type: integer, key: true}}", isRequired: true,
    "The properties by their names, as the system spells them; one of them is the key.")
  static let cursor = KeyForm(
    .changes, DescriptionKey.cursor, "rowVersion", isRequired: true,
    "The property by whose order changes are read, such as a row version or a time.")
  static let cursorKind = KeyForm(
    .changes, DescriptionKey.kind, "rowversion", isRequired: true, "What the cursor is.")
  static let deletions = KeyForm(
    .changes, DescriptionKey.deletions, "{kind: keys}", isRequired: true, "How deletions are found.")
  static let deletionKind = KeyForm(
    .deletions, DescriptionKey.kind, "feed", isRequired: true, "How the system tells of deletions.")
  static let deletionProperty = KeyForm(
    .deletions, DescriptionKey.property, "IsDeleted",
    "The property that is true on a deleted record; the kind `\(DeletionKind.flag.rawValue)` needs it.")
  static let propertyType = KeyForm(
    .property, DescriptionKey.type, "string", isRequired: true, "The type of its values.")

  /// All keys of system descriptions, place by place.
  public static let ofDescriptions: [KeyForm] =
    [
      system,
      KeyForm(
        .system, DescriptionKey.aliases, "[Customerp, ERP]",
        "Other spellings of the name. White space and capitals need none."),
      KeyForm(.system, DescriptionKey.about, "What we ship and bill with.", "A sentence for people."),
      KeyForm(.system, DescriptionKey.protocolName, "sql", "How the system is reached."),
      KeyForm(
        .system, DescriptionKey.modified, "modifiedAt",
        "The property with the time of the last edit, for conflicts that the newest edit wins; it counts for all entities."
      ),
      KeyForm(
        .system, DescriptionKey.changes, "{cursor: ..., kind: ..., deletes: ...}",
        "How changes are found, for all entities."),
      KeyForm(.system, DescriptionKey.readOnly, FlagForm.on, "That nothing may be written into the system."),
      entities,
      KeyForm(
        .entity, DescriptionKey.aliases, "[SalesOrders]",
        "Other spellings of the name. White space, capitals and a plural need none."),
      KeyForm(.entity, DescriptionKey.label, "Sales order", "The name for people, where it is another one."),
      KeyForm(.entity, DescriptionKey.about, "What a customer has ordered.", "A sentence for people."),
      KeyForm(
        .entity, DescriptionKey.resource, "salesorder/SalesOrders",
        "Where the system keeps the records: a table, a path or the name of an object. The entity's name, where it is absent."
      ),
      KeyForm(.entity, DescriptionKey.title, "number", "The property by which a person recognises a record."),
      KeyForm(.entity, DescriptionKey.modified, "changedAt", "The same as for the system, for this entity."),
      KeyForm(
        .entity, DescriptionKey.changes, "{cursor: ..., kind: ..., deletes: ...}",
        "The same as for the system, for this entity."),
      KeyForm(
        .entity, DescriptionKey.externalKey, "syncId",
        "A unique property that Tandem may fill with an identifier of its own. With it a record whose creation was cut short is found again, and never created twice."
      ),
      KeyForm(
        .entity, DescriptionKey.feature, "Divisions",
        "A feature of the system without which the entity does not exist; a note reminds of it."),
      KeyForm(.entity, DescriptionKey.readOnly, FlagForm.on, "That its records can only be read."),
      entityProperties, propertyType,
      KeyForm(.property, DescriptionKey.label, "Customer number", "The name for people, where it is another one."),
      KeyForm(.property, DescriptionKey.about, "1 is the best.", "A sentence for people."),
      KeyForm(.property, DescriptionKey.key, FlagForm.on, "That it is the key of the entity; each entity has one."),
      KeyForm(.property, DescriptionKey.required, FlagForm.on, "That no record can be created without it."),
      KeyForm(.property, DescriptionKey.readOnly, FlagForm.on, "That the system alone writes it."),
      KeyForm(
        .property, DescriptionKey.createOnly, FlagForm.on, "That it is given at creation and cannot be changed later."),
      KeyForm(.property, DescriptionKey.unique, FlagForm.on, "That no two records have the same value."),
      KeyForm(
        .property, DescriptionKey.defaultValue, "open", "What the system fills in where nothing is given at creation."),
      KeyForm(
        .property, DescriptionKey.reference, "Customer",
        "That it holds the key of a record of another entity, or of one of several: `[Customer, Supplier]`."),
      KeyForm(
        .property, DescriptionKey.inferred, FlagForm.on,
        "That the facts were concluded from samples, and nobody has confirmed them; a note reminds of it."),
      KeyForm(
        .property, DescriptionKey.personal, FlagForm.on,
        "That it tells something of a person; a note asks what it is needed for."),
      KeyForm(.property, DescriptionKey.citation, "the manual, page 12", "Where the facts come from."),
      KeyForm(
        .property, DescriptionKey.maximum, "80", types: ["string", "enum", "binary"],
        "The most characters of a text, or bytes."),
      KeyForm(.property, DescriptionKey.precision, "12", types: ["decimal"], "The most digits in all."),
      KeyForm(.property, DescriptionKey.scale, "2", types: ["decimal"], "The digits behind the point."),
      KeyForm(
        .property, DescriptionKey.values, "[open, closed]", isRequired: true, types: ["enum"],
        "The words that it may have."),
      KeyForm(
        .property, DescriptionKey.open, "true", types: ["enum"],
        "That further words may occur, as where users add their own."),
      KeyForm(
        .property, DescriptionKey.element, "string", isRequired: true, types: ["list"],
        "The type of the elements. The keys of that type stand beside it."),
      KeyForm(
        .property, DescriptionKey.properties, "{name: {type: string}}", isRequired: true, types: ["object"],
        "The parts of the object, described as properties are."),
      cursor, cursorKind,
      KeyForm(
        .changes, DescriptionKey.lookback, "5m",
        "How far behind the last change reading begins again, where changes may become visible late: a whole number with `s`, `m`, `h` or `d`."
      ),
      deletions, deletionKind,
      KeyForm(
        .deletions, DescriptionKey.retention, "60d",
        "For how many days deletions are told; for ever, where it is absent. Only with the kind `\(DeletionKind.feed.rawValue)`."
      ),
      deletionProperty,
    ]
}

/// How a system tells of deletions.
enum DeletionKind: String, CaseIterable {
  case feed, flag, keys
}
