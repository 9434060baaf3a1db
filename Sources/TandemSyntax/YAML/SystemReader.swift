/// Reads the description of a system: its entities with their properties, and how it tells of changes.
public enum SystemReader {
  /// Reads a description.
  ///
  /// Any bytes are welcome. What is wrong costs one diagnostic per fault, nothing of the broken part is used, and reading
  /// goes on behind it. Whether names refer to something is for the checker to say.
  public static func read(_ file: SourceFile) -> Reading<SystemDescription> {
    var reading = readOnce(file)
    reading.diagnostics = TriedFixes.tried(reading.diagnostics, in: file) { readOnce($0).diagnostics }
    return reading
  }

  /// Reads a text without trying the fixes that it offers.
  static func readOnce(_ file: SourceFile) -> Reading<SystemDescription> {
    var node: YAMLNode?
    var reading = YAMLContext.read(file) { root, context -> SystemDescription? in
      node = root
      guard var keys = MappingReader(root, what: KeyForm.Place.system.title, context: context) else { return nil }
      if keys.has(DocumentKey.dataflow) || keys.has(DocumentKey.flows), !keys.has(DescriptionKey.system),
        !keys.has(DescriptionKey.entities)
      {
        context.report(YAMLMissingKey.documentForDescription(at: keys.entries[0].key.span))
        return nil
      }
      return description(&keys, file: file)
    }
    if let node, reading.product != nil, file.hasNumberSign {
      let spoken = reading.tree.comments.filter { Suppression.mayBegin(in: file.bytes[$0]) }
      if !spoken.isEmpty {
        let parts = YAMLCommentAttachment(root: YAMLCommentSites(file: file).description(node), in: file)
        let comments = parts.attached(spoken)
        reading.product?.comments = comments
      }
    }
    reading.product?.hasUnreadParts = reading.diagnostics.contains { $0.severity == .error }
    return reading
  }

  private static func description(_ keys: inout MappingReader, file: SourceFile) -> SystemDescription? {
    keys.require(.system)
    keys.require(.entities)
    let name = keys.text(DescriptionKey.system)
    var description = SystemDescription(file: file, name: name ?? Located("", at: keys.node.span))
    description.aliases = keys.texts(DescriptionKey.aliases)
    description.about = keys.text(DescriptionKey.about)
    description.protocolName = protocolName(&keys)
    description.modified = keys.text(DescriptionKey.modified)
    description.changes = changes(&keys)
    description.isReadOnly = keys.flag(DescriptionKey.readOnly)
    if let entities = keys.mapping(DescriptionKey.entities) {
      description.entities = entities.entries.compactMap { entity($0, context: entities.context) }
    }
    keys.finish()
    return name == nil && description.entities.isEmpty ? nil : description
  }

  private static let protocols = WordForm.words(of: DescriptionKey.protocolName, in: .system).map(\.word)

  private static func protocolName(_ keys: inout MappingReader) -> Located<String>? {
    guard let scalar = keys.scalar(DescriptionKey.protocolName) else { return nil }
    if protocols.contains(scalar.text) { return scalar.located }
    keys.context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: DescriptionKey.protocolName, forms: protocols.map { "`\($0)`" },
        nearest: SpellingDistance.nearest(to: scalar.text, in: protocols)))
    return nil
  }

  private static func entity(_ entry: YAMLNode.Entry, context: YAMLContext) -> EntityDescription? {
    guard !context.isFaulty(entry.key.span),
      var keys = MappingReader(
        entry.value, what: "the entity `\(ClauseText.excerpt(entry.key.text))`", context: context)
    else { return nil }
    keys.require(.entityProperties)
    var entity = EntityDescription(name: entry.key.located, span: entry.span)
    entity.aliases = keys.texts(DescriptionKey.aliases)
    entity.label = keys.text(DescriptionKey.label)
    entity.about = keys.text(DescriptionKey.about)
    entity.resource = keys.text(DescriptionKey.resource)
    entity.title = keys.text(DescriptionKey.title)
    entity.modified = keys.text(DescriptionKey.modified)
    entity.changes = changes(&keys)
    entity.externalKey = keys.text(DescriptionKey.externalKey)
    entity.feature = keys.text(DescriptionKey.feature)
    entity.isReadOnly = keys.flag(DescriptionKey.readOnly)
    if let properties = keys.mapping(DescriptionKey.properties) { entity.properties = self.properties(properties) }
    keys.finish()
    return entity
  }
}
