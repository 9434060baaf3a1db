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
      guard var keys = MappingReader(root, what: "a system description", context: context) else { return nil }
      if keys.has("dataflow") || keys.has("flows"), !keys.has("system"), !keys.has("entities") {
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
    keys.require("system", form: "Custom ERP")
    keys.require("entities", form: "{Order: {properties: {...}}}")
    let name = keys.text("system")
    var description = SystemDescription(file: file, name: name ?? Located("", at: keys.node.span))
    description.aliases = keys.texts("aliases")
    description.about = keys.text("about")
    description.protocolName = protocolName(&keys)
    description.modified = keys.text("modified")
    description.changes = changes(&keys)
    description.isReadOnly = keys.flag("readOnly")
    if let entities = keys.mapping("entities") {
      description.entities = entities.entries.compactMap { entity($0, context: entities.context) }
    }
    keys.finish()
    return name == nil && description.entities.isEmpty ? nil : description
  }

  private static let protocols = ["sql", "salesforce", "exact", "superoffice", "odata", "rest", "file"]

  private static func protocolName(_ keys: inout MappingReader) -> Located<String>? {
    guard let scalar = keys.scalar("protocol") else { return nil }
    if protocols.contains(scalar.text) { return scalar.located }
    keys.context.report(
      YAMLMalformedValue.diagnostic(
        scalar, of: "protocol", forms: protocols.map { "`\($0)`" },
        nearest: SpellingDistance.nearest(to: scalar.text, in: protocols)))
    return nil
  }

  private static func entity(_ entry: YAMLNode.Entry, context: YAMLContext) -> EntityDescription? {
    guard !context.isFaulty(entry.key.span),
      var keys = MappingReader(
        entry.value, what: "the entity `\(ClauseText.excerpt(entry.key.text))`", context: context)
    else { return nil }
    keys.require("properties", form: "{id: {type: integer, key: true}}")
    var entity = EntityDescription(name: entry.key.located, span: entry.span)
    entity.aliases = keys.texts("aliases")
    entity.label = keys.text("label")
    entity.about = keys.text("about")
    entity.resource = keys.text("resource")
    entity.title = keys.text("title")
    entity.modified = keys.text("modified")
    entity.changes = changes(&keys)
    entity.externalKey = keys.text("externalKey")
    entity.feature = keys.text("feature")
    entity.isReadOnly = keys.flag("readOnly")
    if let properties = keys.mapping("properties") { entity.properties = self.properties(properties) }
    keys.finish()
    return entity
  }
}
