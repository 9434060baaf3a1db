/// The words of the keys of a YAML document that no other table holds; ``KeyForm`` describes them with all others.
public enum DocumentKey {
  // MARK: - A document

  /// The systems of a document: `Custom ERP to Salesforce`.
  public static let dataflow = "dataflow"
  /// When the document was generated.
  public static let generated = "generated"
  /// The paragraph of the introduction.
  public static let introduction = "introduction"
  /// The typed values that differ per environment.
  public static let parameters = "parameters"
  /// The code tables.
  public static let values = "values"
  /// The sections.
  public static let flows = "flows"

  // MARK: - A flow

  /// The entities of a flow.
  public static let flow = "flow"
  /// The former name of an entity.
  public static let formerName = "was"
  /// The flow of the records that hold a list's elements.
  public static let parent = "parent"
  /// Which records take part.
  public static let scope = "where"
  /// When a record is created.
  public static let creation = "create"
  /// The combinations of properties that recognise a record.
  public static let match = "match"
  /// Who wins when both sides have changed.
  public static let conflict = "conflict"
  /// What a deletion does.
  public static let deletion = "deletion"
  /// What happens to the record of an element that left its list.
  public static let removal = "removed"
  /// What the first run does with records that are there.
  public static let firstRun = "first run"
  /// In which direction edits travel; also of a row.
  public static let direction = "direction"
  /// That an empty property table is meant.
  public static let linksOnly = "links only"
  /// The rows of the property table.
  public static let properties = "properties"
  /// A person's remark in the place of a condition, under ``creation``.
  public static let remark = "remark"

  // MARK: - A row

  /// The property of the source.
  public static let source = "source"
  /// The property of the target.
  public static let target = "target"
  /// The type of the target's property, or of a parameter.
  public static let type = "type"
  /// The value where the source, or the environment, has none.
  public static let defaultValue = "default"
  /// The pairs of a lookup.
  public static let lookupPairs = "by"
  /// The value of a condition on an element, or of an `otherwise` that is no word.
  public static let value = "value"
  /// The property of a condition on an element.
  public static let path = "path"

  // MARK: - What stands under them

  /// The systems as they stand under ``dataflow``.
  public static let systems = Template("{otherSystem} to {system}")
  /// The entities under the key of a reference.
  public static let reference = Template("{entity} to {otherEntity}")
}
