/// One clause of a property row: how it reads in the Rule column, and its key in YAML.
public final class ClauseForm: Sendable {
  /// Which clause it is.
  public let kind: Kind
  /// How it reads in RST.
  public let template: Template
  /// Its key in a YAML row: `values`.
  public let key: String
  /// What stands under the key, for messages and the documentation.
  public let keyForm: String
  /// True when it holds executable text; the RST writer puts it between double backticks.
  public let holdsCode: Bool
  /// What it does, in one sentence.
  public let summary: String

  /// The clauses, in the order in which a writer prints them.
  public enum Kind: Sendable, Hashable, CaseIterable {
    case choice, join, when, values, reference, lookup, constant, parameter, defaultValue, wins, format, conversion
    case readBack
  }

  /// The key that holds the pairs of a `lookup` in YAML.
  public static let lookupPairsKey = DocumentKey.lookupPairs

  init(_ kind: Kind, _ template: String, key: String, _ keyForm: String, code: Bool = false, _ summary: String) {
    self.kind = kind
    self.template = Template(template)
    self.key = key
    self.keyForm = keyForm
    self.holdsCode = code
    self.summary = summary
  }

  /// All clauses. Forms that begin with a fixed word stand before those that begin with a name.
  public static let all: [ClauseForm] = [
    ClauseForm(.choice, "{ordinal} choice", key: "choice", "1", "The place in the order of rows with one target."),
    ClauseForm(
      .join, "joined by {literal}", key: "join", "\"text\"", "The rows of one target are joined with the text."),
    ClauseForm(
      .when, "when {expression}", key: "when", "{expression}", code: true,
      "The row applies to records that satisfy the condition."),
    ClauseForm(.values, "values {name}", key: "values", "{name}", "The value goes through the named value map."),
    ClauseForm(
      .reference, "reference {entity} to {otherEntity}", key: "reference", "{entity} to {otherEntity}",
      "The reference is translated through the links of the named flow."),
    ClauseForm(
      .lookup, "lookup {entity} by {pairs}", key: "lookup", "{entity}", code: true,
      "The reference is found by natural keys in an entity that no flow synchronises."),
    ClauseForm(.constant, "constant {literal}", key: "constant", "{literal}", "The target is given the value."),
    ClauseForm(
      .parameter, "parameter {name}", key: "parameter", "{name}", "The target is given the environment's parameter."),
    ClauseForm(
      .defaultValue, "default {literal}", key: DocumentKey.defaultValue, "{literal}",
      "The target is given the value where the source has none."),
    ClauseForm(.format, "format {literal}", key: "format", "yyyy-MM-dd", "The text is a date or time in the format."),
    ClauseForm(
      .conversion, "conversion {name}", key: "conversion", "{name}", "The value goes through the named conversion."),
    ClauseForm(
      .readBack, "read back", key: "read back", FlagForm.on, "Of several targets, this one is read on the way back."),
    ClauseForm(.wins, "{system} wins", key: "wins", "{system}", "The named system wins conflicts of the row."),
  ]

  /// The form of a clause.
  public static func of(_ kind: Kind) -> ClauseForm {
    for form in all where form.kind == kind { return form }
    return all[0]
  }

  /// The keys of all clauses, in their order.
  static let keys: [String] = all.map(\.key)

  private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }

  /// The form of the clause that a key of a YAML row holds.
  static func withKey(_ key: String) -> ClauseForm? { byKey[key] }

  /// The words for places in an order, first for 1.
  public static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
  ]
}

/// The clause that a table cell may carry behind its path, in parentheses; several stand without a separator.
public enum DependencyForm {
  /// How it reads in RST.
  public static let template = Template("Dependant on having {text} in {property}")
  /// The words that open it.
  public static let opening = "Dependant on having "
  /// The words between the value and the path.
  public static let middle = " in "
  /// The keys of a YAML row that hold the clauses of its two cells.
  public static let keys = (source: "source dependencies", target: "target dependencies")
  /// The keys of one entry there.
  public static let entryKeys = (value: DocumentKey.value, path: DocumentKey.path)
}
