import TandemSemantics
import TandemSyntax
import TandemValues

/// One description against one export.
struct DescriptionVerification {
  private(set) var diagnostics: [Diagnostic] = []
  private let model: SystemModel
  private let schema: ExportedSchema
  private let uses: SchemaUses
  private let documents: [SourceFile]
  /// What was guessed so far; beyond this number of names that are gone, comparing each with all others would take longer
  /// than anybody waits.
  private var guesses = 0
  private static let mostGuesses = 200
  /// The rows that are labelled; further ones are counted in a note.
  private static let labelledRows = 3

  init(
    model: SystemModel, description: SystemDescription, schema: ExportedSchema, uses: SchemaUses,
    documents: [SourceFile]
  ) {
    self.model = model
    self.schema = schema
    self.uses = uses
    self.documents = documents
    var found: [String: ExportedEntity] = [:]
    var unknown: [ExportedEntity] = []
    for exported in schema.entities {
      if let entity = SystemChoice.entity(exported, of: model) {
        if found[entity.name] == nil { found[entity.name] = exported }
      } else {
        unknown.append(exported)
      }
    }
    let isWhole = schema.isComplete && (!schema.mayBePartial || found.count * 2 >= description.entities.count)
    for described in description.entities {
      guard let entity = model.entities.first(where: { $0.name == described.name.value }) else { continue }
      if let exported = found[entity.name] {
        verify(described, entity, exported)
      } else if isWhole {
        let near = NearMiss.find(
          entity.name, label: entity.label, type: nil,
          among: unknown.map { NearMiss.Candidate(name: $0.name, label: $0.label) })
        var diagnostic = EntityGone.diagnostic(described.name, system: model.name, near: near, in: schema)
        if !uses.entities.contains(PropertyKey(entity, "")) { diagnostic.severity = .warning }
        diagnostics.append(diagnostic)
      }
    }
  }

  // MARK: - Entities

  private mutating func verify(_ described: EntityDescription, _ entity: EntityModel, _ exported: ExportedEntity) {
    guard let properties = exported.properties else { return }
    if let drift = KeyDrift.diagnostic(described, entity, exported) {
      var diagnostic = drift
      if !uses.entities.contains(PropertyKey(entity, "")) { diagnostic.severity = .warning }
      diagnostics.append(diagnostic)
    }
    var structural: [Int: String] = [entity.cursor: "It is the cursor by which changes are found."]
    structural[entity.key] = "It is the key of the records."
    if let modified = entity.modified { structural[modified] = "It tells the time of the last edit." }
    if let externalKey = entity.externalKey { structural[externalKey] = "It holds the identifier of a create." }
    if let title = entity.title, structural[title] == nil { structural[title] = "It names a record to a person." }
    verify(
      described.properties, entity.properties, properties, prefix: "",
      in: Context(described: described, entity: entity, exported: exported, structural: structural))
  }

  /// The entity that properties belong to.
  private struct Context {
    var described: EntityDescription
    var entity: EntityModel
    var exported: ExportedEntity
    /// What the engine itself uses properties for, by their positions.
    var structural: [Int: String]
    /// `Shed Tool`.
    var title: String { "\(entity.system) \(entity.name)" }
    var isCreated: PropertyKey { PropertyKey(entity, "") }
  }

  private mutating func verify(
    _ described: [PropertyDescription], _ models: [PropertyModel], _ exported: [ExportedProperty], prefix: String,
    in context: Context
  ) {
    let byName = Dictionary(exported.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(described.map(\.name.value))
    // Ways to other records are described as their keys, or not at all.
    var new = exported.filter { !names.contains($0.name.value) && !$0.isNavigation }
    for (position, property) in described.enumerated() where position < models.count {
      let path = prefix + property.name.value
      let role = prefix.isEmpty ? context.structural[position] : nil
      if let counterpart = byName[property.name.value] {
        verify(property, models[position], counterpart, path: path, role: role, in: context)
        continue
      }
      guesses += 1
      let near =
        guesses > Self.mostGuesses
        ? nil
        : NearMiss.find(
          property.name.value, label: property.label?.value, type: models[position].type,
          among: new.map { NearMiss.Candidate(name: $0.name, label: $0.label, type: $0.type) })
      add(
        PropertyGone.diagnostic(
          property.name, path: path, entity: context.title, near: near, of: context.exported), path, role, context)
      if let near { new.removeAll { $0.name.value == near.name.value } }
    }
    // What nobody described may be whatever it likes, except required.
    let required = new.filter { $0.isRequired == true }
    for property in required where prefix.isEmpty {
      var diagnostic = NewRequirement.diagnostic(
        property.name.value, entity: context.described.name, described: nil, at: property.name)
      if !uses.created.contains(context.isCreated) { diagnostic.severity = .warning }
      diagnostics.append(diagnostic)
    }
    let optional = new.filter { $0.isRequired != true }
    if prefix.isEmpty, !optional.isEmpty {
      diagnostics.append(NewProperties.diagnostic(optional, entity: context.described.name))
    }
  }

  // MARK: - Properties

  private mutating func verify(
    _ described: PropertyDescription, _ model: PropertyModel, _ exported: ExportedProperty, path: String,
    role: String?, in context: Context
  ) {
    if let type = exported.type {
      let comparison = TypeComparison.compare(model.type, type)
      let other = exported.otherType.map { TypeComparison.compare(model.type, $0) }
      switch other == .same ? .same : comparison {
      case .same: break
      case .limits(let isNarrower):
        add(
          LimitDrift.diagnostic(
            path, entity: context.title, from: model.type, to: type, isNarrower: isNarrower, described: described,
            at: exported.name), path, role, context)
      case .values(let gone, let new):
        var diagnostic = ValuesDrift.diagnostic(
          path, entity: context.title, gone: gone, new: new, described: described, at: exported.name)
        // A value that is new can be read, and nothing that is written is refused.
        if gone.isEmpty { diagnostic.severity = .warning }
        add(diagnostic, path, role, context)
      case .other:
        add(
          TypeDrift.diagnostic(
            path, entity: context.title, from: model.type, to: type, described: described, at: exported.name), path,
          role, context)
      }
    }
    if !described.isKey {
      verifyAccess(described, model, exported, path: path, in: context)
      verifyRequirement(described, model, exported, path: path, in: context)
      verifyUniqueness(described, model, exported, path: path, in: context)
    }
    if !exported.isNavigation {
      let drift = ReferenceDrift(schema: schema, system: self.model)
      if let found = drift.diagnostic(described, model, exported, path: path, entity: context.title) {
        add(found, path, role, context)
      }
    }
    if let members = exported.members, !described.members.isEmpty {
      verify(described.members, model.members, members, prefix: path + ".", in: context)
    }
  }

  private mutating func verifyAccess(
    _ described: PropertyDescription, _ model: PropertyModel, _ exported: ExportedProperty, path: String,
    in context: Context
  ) {
    let isReadOnly = exported.isReadOnly == true && !model.isReadOnly
    let isCreateOnly = exported.isCreateOnly == true && !model.isCreateOnly && !model.isReadOnly
    guard isReadOnly || isCreateOnly else { return }
    add(
      WriteDrift.diagnostic(
        path, entity: context.title, isReadOnly: isReadOnly, described: described, at: exported.name), path, nil,
      context)
  }

  private mutating func verifyRequirement(
    _ described: PropertyDescription, _ model: PropertyModel, _ exported: ExportedProperty, path: String,
    in context: Context
  ) {
    guard exported.isRequired == true, !model.isRequired, !model.isReadOnly, model.defaultValue == nil else { return }
    var diagnostic = NewRequirement.diagnostic(
      path, entity: context.described.name, described: described, at: exported.name)
    let isGiven = !uses.places(of: PropertyKey(context.entity, path)).isEmpty
    if isGiven || !uses.created.contains(context.isCreated) { diagnostic.severity = .warning }
    diagnostics.append(withRows(diagnostic, path, context))
  }

  private mutating func verifyUniqueness(
    _ described: PropertyDescription, _ model: PropertyModel, _ exported: ExportedProperty, path: String,
    in context: Context
  ) {
    guard let isUnique = exported.isUnique, isUnique != model.isUnique else { return }
    var diagnostic = UniquenessDrift.diagnostic(
      path, entity: context.title, isUnique: isUnique, described: described, at: exported.name)
    let isUsed = !uses.places(of: PropertyKey(context.entity, path)).isEmpty
    if isUnique || !isUsed { diagnostic.severity = .note }
    diagnostics.append(withRows(diagnostic, path, context))
  }

  /// Adds what concerns rows: an error where there are some, a weaker one where there are none.
  private mutating func add(_ diagnostic: Diagnostic, _ path: String, _ role: String?, _ context: Context) {
    var diagnostic = withRows(diagnostic, path, context)
    let key = PropertyKey(context.entity, path)
    let isUsed =
      role != nil && uses.entities.contains(PropertyKey(context.entity, ""))
      || !uses.places(of: key).isEmpty
    if let role { diagnostic.notes.insert(role, at: 0) }
    if !isUsed { diagnostic.severity = diagnostic.severity == .error ? .warning : .note }
    diagnostics.append(diagnostic)
  }

  private func withRows(_ diagnostic: Diagnostic, _ path: String, _ context: Context) -> Diagnostic {
    var diagnostic = diagnostic
    let rows = uses.places(of: PropertyKey(context.entity, path))
    for row in rows.prefix(Self.labelledRows) {
      guard let span = span(of: row) else { continue }
      diagnostic.labels.append(Diagnostic.Label("used here", at: span))
    }
    let rest = rows.count - Self.labelledRows
    if rest > 0 { diagnostic.notes.append("\(rest) further place\(rest == 1 ? " uses" : "s use") it.") }
    return diagnostic
  }

  /// The text of a row's first line.
  private func span(of place: Change.Place) -> SourceSpan? {
    guard let file = documents.first(where: { $0.path == place.file }), place.line <= file.lineStarts.count else {
      return nil
    }
    var start = file.lineStarts[place.line - 1]
    var end = place.line < file.lineStarts.count ? file.lineStarts[place.line] : file.bytes.count
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    while start < end, file.bytes[start] <= 0x20 { start += 1 }
    return SourceSpan(file: file, start..<end)
  }
}
