import TandemSyntax

/// The rules on descriptions that are held against an export, in the order of their codes.
public enum VerificationRules {
  /// All of them.
  public static let all: [Rule] = [
    MalformedExport.rule, UnknownExport.rule, ForeignExport.rule, EntityGone.rule, PropertyGone.rule,
    NewProperties.rule, TypeDrift.rule, LimitDrift.rule, ValuesDrift.rule, NewRequirement.rule, WriteDrift.rule,
    KeyDrift.rule, UniquenessDrift.rule, ReferenceDrift.rule,
  ]
}

/// The small world of the pages: a shed with tools, and an export of it. A line of dashes divides the two.
enum VerificationExample {
  /// The description and an export of which some fields, or the one of `label`, are others.
  ///
  /// - Parameters:
  ///   - lines: Further lines of the description: properties, or entities.
  ///   - entity: True when the lines stand behind the entity.
  ///   - fields: Further fields of the export.
  ///   - label: The export's field `label`.
  ///   - key: The export's field `id`.
  static func example(
    _ lines: String, entity: Bool = false, fields: String = "",
    label: String = "{\"type\": \"string\", \"max\": 40}", key: String = "{\"type\": \"integer\"}"
  ) -> Rule.Example {
    let description = """
      system: Shed
      changes: {cursor: version, kind: rowversion, deletes: {kind: feed}}
      entities:
        Tool:
          properties:
            id: {type: integer, key: true, readOnly: true}
            label: {type: string, max: 40}
      \(entity ? "" : lines)      version: {type: integer, readOnly: true}
      \(entity ? lines : "")
      """
    let export = """
      {"entities": {"Tool": {"fields": {"id": \(key), "label": \(label), \(fields)"version": {"type": "integer"}}}}}

      """
    let kept = description.split(separator: "\n").joined(separator: "\n")
    return .system(kept + "\n---\n" + export)
  }

  /// The same with an export of any text.
  static func json(_ text: String) -> Rule.Example {
    let whole = example("").text
    let description = whole.range(of: "---\n").map { whole[..<$0.upperBound] } ?? ""
    return .system(description + text + "\n")
  }

  /// An export that says what the description says.
  static let passing = example("")
}

extension String {
  /// The first place of a text.
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
