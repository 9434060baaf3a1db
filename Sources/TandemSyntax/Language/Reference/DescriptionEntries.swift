/// What a system description says.
///
/// An example is written down with the keys that it is about; the rest of the description stands around it, so that the
/// whole can be read and checked.
enum DescriptionEntries {
  /// The key of a mapping.
  private static func key(_ place: KeyForm.Place, _ key: String) -> [KeyForm] {
    KeyForm.ofDescriptions.filter { $0.place == place && $0.key == key }
  }

  private static func keys(_ place: KeyForm.Place, _ names: String...) -> [KeyForm] {
    names.flatMap { key(place, $0) }
  }

  private static func indented(_ text: String, by blanks: Int) -> String {
    let margin = String(repeating: " ", count: blanks)
    return text.split(separator: "\n").map { margin + $0 }.joined(separator: "\n")
  }

  private static let opening = "system: Shop"
  private static let changes = "changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}"
  private static let entity = """
    entities:
      Customer:
        properties:
    """
  private static let properties = """
    id: {type: integer, key: true, readOnly: true}
    version: {type: integer, readOnly: true}
    """

  /// An entry about a system: the keys stand beside its entities.
  private static func ofSystem(
    _ identifier: String, _ title: String, _ summary: String, _ keys: [KeyForm], _ example: String,
    further: String = ""
  ) -> FileEntry {
    FileEntry(
      identifier, title, in: .descriptions, summary, keys, example,
      file: [opening, example, entity, indented(properties + "\n" + further, by: 6)].joined(separator: "\n"))
  }

  /// An entry about an entity: the keys stand beside its properties.
  private static func ofEntity(
    _ identifier: String, _ title: String, _ summary: String, _ keys: [KeyForm], _ example: String,
    further: String = ""
  ) -> FileEntry {
    FileEntry(
      identifier, title, in: .descriptions, summary, keys, "entities:\n  Customer:\n" + indented(example, by: 4),
      file: [
        opening, changes, "entities:\n  Customer:", indented(example, by: 4), "    properties:",
        indented(properties + "\n" + further, by: 6),
      ].joined(separator: "\n"))
  }

  /// An entry about properties of an entity.
  private static func ofProperty(
    _ identifier: String, _ title: String, _ summary: String, _ keys: [KeyForm], _ example: String
  ) -> FileEntry {
    FileEntry(
      identifier, title, in: .descriptions, summary, keys, "properties:\n" + indented(example, by: 2),
      file: [opening, changes, entity, indented(properties, by: 6), indented(example, by: 6)].joined(separator: "\n"))
  }

  static let all: [FileEntry] = systems + entities + plain + types

  private static let systems: [FileEntry] = [
    FileEntry(
      "description-system", "A whole description",
      in: .descriptions, "A system has a name, a way in which changes are found, and entities with properties.",
      keys(.system, DescriptionKey.system, DescriptionKey.changes, DescriptionKey.entities)
        + keys(.entity, DescriptionKey.properties)
        + keys(.property, DescriptionKey.type, DescriptionKey.key, DescriptionKey.readOnly),
      """
      system: Shop
      changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
      entities:
        Customer:
          properties:
            id: {type: integer, key: true, readOnly: true}
            name: {type: string}
            version: {type: integer, readOnly: true}
      """),
    ofSystem(
      "description-names", "What people should know of a system",
      "Further names, and a sentence that the pages and checklists may show. The protocol says how the system is reached.",
      keys(.system, DescriptionKey.aliases, DescriptionKey.about, DescriptionKey.protocolName),
      """
      aliases: [Webshop]
      about: Where our customers order.
      protocol: sql
      \(changes)
      """),
    ofSystem(
      "description-read-only", "A system that is only read",
      "A document that would write into it is told so.", keys(.system, DescriptionKey.readOnly),
      """
      readOnly: true
      \(changes)
      """),
    ofSystem(
      "description-changes", "How changes are found",
      "A property whose value grows with every edit is the cursor: reading goes on where it ended. Deletions are found in a list that the system keeps, here for sixty days.",
      keys(.changes, DescriptionKey.cursor, DescriptionKey.kind, DescriptionKey.deletions)
        + keys(.deletions, DescriptionKey.kind, DescriptionKey.retention),
      """
      changes:
        cursor: version
        kind: rowversion
        deletes: {kind: feed, retention: 60d}
      """),
    ofSystem(
      "description-times", "Changes by their time",
      "Where a time is the cursor, an edit may become visible after a later one was read; reading begins again that much earlier. Here a deleted record stays, and a property tells of it.",
      keys(.system, DescriptionKey.modified)
        + keys(.changes, DescriptionKey.cursor, DescriptionKey.kind, DescriptionKey.lookback)
        + keys(.deletions, DescriptionKey.kind, DescriptionKey.property),
      """
      modified: changedAt
      changes:
        cursor: changedAt
        kind: timestamp
        lookback: 5m
        deletes: {kind: flag, property: isDeleted}
      """,
      further: """
        changedAt: {type: datetime, readOnly: true}
        isDeleted: {type: boolean, readOnly: true}
        """),
  ]

  private static let entities: [FileEntry] = [
    ofEntity(
      "description-entity", "What people should know of an entity",
      "Documents name the entity by its name in the system or by an alias. The title is the property by which a person recognises a record, in plans, conflicts and checklists.",
      keys(
        .entity, DescriptionKey.aliases, DescriptionKey.label, DescriptionKey.about, DescriptionKey.title),
      """
      aliases: [Buyer]
      label: Customer of the shop
      about: Somebody who has ordered at least once.
      title: name
      """, further: "name: {type: string}"),
    ofEntity(
      "description-own-changes", "An entity with changes of its own",
      "What the system says of changes counts for all entities but those that say it themselves. Here nothing tells of deletions.",
      keys(.entity, DescriptionKey.modified, DescriptionKey.changes),
      """
      modified: changedAt
      changes: {cursor: changedAt, kind: timestamp, lookback: 2m, deletes: {kind: keys}}
      """, further: "changedAt: {type: datetime, readOnly: true}"),
    ofEntity(
      "description-resource", "Where the records are kept",
      "The table, the path or the object, where it is not called as the entity; and what must be enabled in the system.",
      keys(.entity, DescriptionKey.resource, DescriptionKey.feature),
      """
      resource: crm/customers
      feature: Customer accounts
      """),
    ofEntity(
      "description-external-key", "No record twice",
      "A property that is kept for Tandem's own identifier. Where a creation is cut short, nobody has to find out by hand whether the record is there.",
      keys(.entity, DescriptionKey.externalKey),
      "externalKey: syncId", further: "syncId: {type: string, max: 40, unique: true}"),
    ofEntity(
      "description-read-only-entity", "An entity that is only read",
      "Its records are found and referred to, and never written.", keys(.entity, DescriptionKey.readOnly),
      "readOnly: true"),
  ]

  private static let plain: [FileEntry] = [
    ofProperty(
      "description-property", "What people should know of a property",
      "The label is what stands on the screen of the system. A citation says where the facts come from, `inferred` that they are a guess, and `personal` that the property tells something of a person.",
      keys(
        .property, DescriptionKey.label, DescriptionKey.about, DescriptionKey.citation, DescriptionKey.inferred,
        DescriptionKey.personal),
      """
      rating: {type: integer, label: Credit rating, about: 1 is the best., source: the screen}
      score: {type: integer, inferred: true}
      born: {type: date, personal: true}
      """),
    ofProperty(
      "description-required", "What a record must have",
      "A required property that no row fills is an error, unless the system fills it in itself. One that is unique can recognise a record.",
      keys(
        .property, DescriptionKey.required, DescriptionKey.unique, DescriptionKey.defaultValue,
        DescriptionKey.createOnly),
      """
      number: {type: string, required: true, unique: true}
      country: {type: string, required: true, default: NL}
      currency: {type: string, createOnly: true}
      """),
    ofProperty(
      "description-reference", "A reference",
      "Its value is a key of another entity. A row that copies it is told to translate it.",
      keys(.property, DescriptionKey.reference),
      """
      parentId: {type: integer, ref: Customer}
      """),
  ]

  private static let types: [FileEntry] = [
    ofProperty(
      "description-text", "A text, and bytes",
      "A value that is too long for the other side is found before it is sent.",
      keys(.property, DescriptionKey.maximum),
      """
      name: {type: string, max: 60}
      picture: {type: binary, max: 65536}
      """),
    ofProperty(
      "description-decimal", "A decimal", "The digits that the system keeps.",
      keys(.property, DescriptionKey.precision, DescriptionKey.scale),
      "credit: {type: decimal, precision: 12, scale: 2}"),
    ofProperty(
      "description-enumeration", "An enumeration",
      "The words that the system knows. Between two enumerations a value map says which belongs to which.",
      keys(.property, DescriptionKey.values, DescriptionKey.open),
      """
      status: {type: enum, values: [new, active, dormant]}
      branch: {type: enum, values: [Retail, Trade], open: true}
      """),
    ofProperty(
      "description-list", "A list", "Several values of one type, or several objects with parts of their own.",
      keys(.property, DescriptionKey.element, DescriptionKey.properties),
      """
      labels: {type: list, of: string, max: 20}
      phones:
        type: list
        of: object
        properties: {kind: {type: enum, values: [mobile, work]}, number: {type: string}}
      """),
    ofProperty(
      "description-object", "An object",
      "A property with parts. A document names a part with a full stop: `address.city`.",
      keys(.property, DescriptionKey.properties),
      """
      address:
        type: object
        properties:
          street: {type: string, max: 80}
          city: {type: string, max: 40}
      """),
  ]
}
