/// One column of a table: its heading in RST, and the key that holds its cells in YAML.
public final class ColumnForm: Sendable {
  /// Which column it is.
  public let kind: Kind
  /// The heading: `{source} Property`.
  public let heading: Template
  /// The key in YAML; `nil` where the notation says it by structure.
  public let key: String?

  /// The columns.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case source, target, type, direction, rule, combination
    case sourceValue, targetValue
    case parameter, parameterType, parameterDefault
  }

  init(_ kind: Kind, _ heading: String, key: String? = nil) {
    self.kind = kind
    self.heading = Template(heading)
    self.key = key
  }

  /// The property table: three columns in every document, two that may be there.
  public static let properties: (required: [ColumnForm], optional: [ColumnForm]) = (
    [
      ColumnForm(.source, "{source} Property", key: DocumentKey.source),
      ColumnForm(.target, "{target} Property", key: DocumentKey.target),
      ColumnForm(.type, "{system} Data Type", key: DocumentKey.type),
    ],
    [ColumnForm(.direction, "Direction", key: DirectionForm.key), ColumnForm(.rule, "Rule")]
  )

  /// The merge table.
  public static let merge: (required: [ColumnForm], optional: [ColumnForm]) = (
    [ColumnForm(.source, "{source} Property"), ColumnForm(.target, "{target} Property")],
    [ColumnForm(.combination, "Combination")]
  )

  /// The table of a value map; the systems are the document's.
  public static let values: (required: [ColumnForm], optional: [ColumnForm]) = (
    [ColumnForm(.sourceValue, "{otherSystem} Value"), ColumnForm(.targetValue, "{system} Value")], []
  )

  /// The table of the parameters.
  public static let parameters: (required: [ColumnForm], optional: [ColumnForm]) = (
    [
      ColumnForm(.parameter, "Parameter"), ColumnForm(.parameterType, "Type", key: DocumentKey.type),
      ColumnForm(.parameterDefault, "Default", key: DocumentKey.defaultValue),
    ], []
  )

  /// The left cell of a value map's line that speaks of all other values, and the words that its right cell may hold
  /// besides a value in quotation marks.
  public static let otherwise = (word: "otherwise", error: "error", keep: "keep", empty: "empty")
  /// The same as a list; the last stands for a value in quotation marks, which in YAML is a mapping with this key.
  public static let otherwiseWords = [otherwise.error, otherwise.keep, otherwise.empty, DocumentKey.value]

  /// The form of a column.
  public static func of(_ kind: Kind) -> ColumnForm {
    let tables = [properties, merge, values, parameters]
    return tables.lazy.flatMap { $0.required + $0.optional }.first { $0.kind == kind } ?? properties.required[0]
  }
}
