/// The keys of a YAML document and of its flows that no other table holds, in the order in which they are written.
public enum DocumentKey {
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
  /// The entities of a flow.
  public static let flow = "flow"
  /// The combinations of properties that recognise a record.
  public static let match = "match"
  /// The rows of the property table.
  public static let properties = "properties"
  /// A person's remark in the place of a condition, under `create`.
  public static let remark = "remark"
  /// The value of an `otherwise` that is no word.
  public static let value = "value"
  /// The systems as they stand under ``dataflow``.
  public static let systems = Template("{otherSystem} to {system}")
  /// The entities under the key of a reference.
  public static let reference = Template("{entity} to {otherEntity}")
}
