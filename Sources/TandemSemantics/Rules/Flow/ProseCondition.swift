import TandemSyntax

/// A condition that is a remark of a person.
enum ProseCondition {
  static let rule = Rule(
    code: "T4003", name: "prose-condition", category: .flow, severity: .warning,
    summary: "A condition is prose that nothing can evaluate.",
    page: """
      A sentence for people stands where a condition is needed. It is never guessed: the flow is held until the
      condition is an expression, in double backticks in RST: ``status = "won"``. Words that read as such an expression
      and only lack the backticks are told, with the correction that adds them.
      """,
    failing: .rst(
      Examples.rst().text.replacingFirst(
        "Every Shop Customer will be synchronized", with: "When a customer has paid, it  will be synchronized")),
    passing: .rst(
      Examples.rst().text.replacingFirst(
        "Every Shop Customer will be synchronized", with: "When ``status = \"active\"``, it  will be synchronized")))

  static func diagnostic(_ text: String, at span: SourceSpan, entity: CatalogEntity) -> Diagnostic {
    if let condition = ConditionInProse(text, sentence: span, entity: entity) {
      return Diagnostic(
        rule,
        "`\(condition.text)` reads as a condition, and is a remark"
          + (condition.isRST ? " without double back quotes" : ""),
        explanation: "The flow is held as long as it is one. \(condition.advice)", at: condition.place,
        labels: [Diagnostic.Label("the entity that it asks for", at: entity.nameSpan)], fixes: condition.fixes)
    }
    let example = entity.model.properties.first { $0.type.closedValues != nil }
    let shown =
      example.flatMap { property in property.type.closedValues?.first.map { "\(property.name) = \"\($0)\"" } }
      ?? "\(entity.model.properties.first { !$0.isReadOnly }?.name ?? "PROPERTY") is not empty"
    let isRST = span.file.path.hasSuffix(".rst")
    return Diagnostic(
      rule, "\"\(text)\" is a remark, not a condition that can be evaluated",
      explanation: "The flow is held until it is an expression over \(entity.title), such as "
        + (isRST ? "``\(shown)`` in double backticks." : "`\(shown)`."),
      at: span, labels: [Diagnostic.Label("the properties that a condition can ask for", at: entity.nameSpan)])
  }
}

extension String {
  /// The text with the first occurrence of another one replaced.
  func replacingFirst(_ text: String, with replacement: String) -> String {
    let bytes = Array(utf8)
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return self }
    for start in 0...(bytes.count - wanted.count) where Array(bytes[start..<(start + wanted.count)]) == wanted {
      return String(decoding: bytes[..<start], as: UTF8.self) + replacement
        + String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
    }
    return self
  }
}
