extension SystemReader {
  /// The properties under a `properties` key, in order.
  static func properties(_ mapping: MappingReader) -> [PropertyDescription] {
    mapping.entries.compactMap { property($0, context: mapping.context) }
  }

  private static func property(_ entry: YAMLNode.Entry, context: YAMLContext) -> PropertyDescription? {
    guard !context.isFaulty(entry.key.span),
      var keys = MappingReader(
        entry.value, what: "the property `\(ClauseText.excerpt(entry.key.text))`", context: context)
    else { return nil }
    keys.require(.propertyType)
    let type = keys.scalar(DescriptionKey.type)
    var property = PropertyDescription(
      name: entry.key.located, type: type?.located ?? Located("", at: entry.key.span), span: entry.span)
    let element = keys.scalar(DescriptionKey.element)
    property.elementType = element?.located
    property.label = keys.text(DescriptionKey.label)
    property.about = keys.text(DescriptionKey.about)
    property.maximumLength = keys.number(DescriptionKey.maximum, in: 1...Int.max)
    property.precision = keys.number(DescriptionKey.precision, in: 1...1_000)
    property.scale = keys.number(DescriptionKey.scale, in: 0...1_000)
    property.values =
      keys.list(DescriptionKey.values)?.items.compactMap { context.scalar($0, of: "a value")?.located } ?? []
    property.isOpen = keys.flag(DescriptionKey.open)
    property.isKey = keys.flag(DescriptionKey.key)
    property.isRequired = keys.flag(DescriptionKey.required)
    property.isReadOnly = keys.flag(DescriptionKey.readOnly)
    property.isCreateOnly = keys.flag(DescriptionKey.createOnly)
    property.isUnique = keys.flag(DescriptionKey.unique)
    property.isInferred = keys.flag(DescriptionKey.inferred)
    property.isPersonal = keys.flag(DescriptionKey.personal)
    property.references = keys.texts(DescriptionKey.reference)
    property.defaultValue = keys.text(DescriptionKey.defaultValue).map { Located(.string($0.value), at: $0.span) }
    property.citation = keys.text(DescriptionKey.citation)
    if let members = keys.mapping(DescriptionKey.properties) { property.members = properties(members) }
    keys.finish()
    guard let type, isTypeWord(type, context), element.map({ isTypeWord($0, context) }) ?? true else { return nil }
    checkDetails(of: type, element: element, keys)
    return property
  }

  private static func isTypeWord(_ scalar: YAMLScalar, _ context: YAMLContext) -> Bool {
    if UnknownTypeWord.words.contains(scalar.text) { return true }
    context.report(UnknownTypeWord.diagnostic(scalar))
    return false
  }

  /// Which keys belong to which types, and which of them a type cannot do without.
  private static let details = KeyForm.keys(of: .property).filter { !$0.types.isEmpty }

  private static func checkDetails(of type: YAMLScalar, element: YAMLScalar?, _ keys: MappingReader) {
    // The details of a list are those of its elements.
    let words = type.text == "list" ? ["list", element?.text ?? ""] : [type.text]
    for detail in details {
      let fits = detail.types.contains { words.contains($0) }
      if let entry = keys.entries.first(where: { $0.key.text == detail.key }) {
        if !fits {
          let types = detail.types.map { "`\($0)`" }.joined(separator: ", ")
          keys.context.report(IncompleteType.superfluous(entry, type: type.text, belongs: types))
        }
      } else if fits, detail.isRequired, !keys.context.hasScannerFault(around: keys.node) {
        keys.context.report(IncompleteType.missing(detail.key, form: detail.form, type: type))
      }
    }
  }
}
