/// One key of a YAML file: where it stands, what stands under it, and what it says.
///
/// ``all`` lists every key of documents, those of clauses and of the layout included, ``ofDescriptions`` those of system
/// descriptions and ``ofSettings`` those of `tandem.yaml`: readers name their keys from them, the documentation and the
/// completions print them.
public struct KeyForm: Sendable {
  /// The mapping that the key belongs to.
  public let place: Place
  /// The key.
  public let key: String
  /// What stands under the key: an example, or the words with slots.
  public let form: String
  /// What it says, in one sentence.
  public let summary: String
  /// True when the mapping cannot do without it.
  public let isRequired: Bool
  /// The types of properties that the key belongs to, in a system description; none where it belongs to all, or to
  /// something else.
  public let types: [String]

  /// The mappings of the files.
  public enum Place: Sendable, Hashable, CaseIterable {
    // Those of a document.
    case document, parameter, otherwise, flow, creation, row, condition, layout
    // Those of a system description.
    case system, entity, property, changes, deletions
    // The settings of a project.
    case settings

    /// The mappings of a document.
    public static let ofDocuments: [Place] = [
      .document, .parameter, .otherwise, .flow, .creation, .row, .condition, .layout,
    ]
    /// The mappings of a system description.
    public static let ofDescriptions: [Place] = [.system, .entity, .property, .changes, .deletions]

    /// How messages and the documentation call such a mapping.
    public var title: String {
      switch self {
      case .document: return "a document"
      case .parameter: return "a parameter"
      case .otherwise: return "`\(ColumnForm.otherwise.word)`"
      case .flow: return "a flow"
      case .creation: return "`\(DocumentKey.creation)`"
      case .row: return "a row of `\(DocumentKey.properties)`"
      case .condition: return "a condition on an element"
      case .layout: return "`\(LayoutForm.documentKey)`"
      case .system: return "a system description"
      case .entity: return "an entity"
      case .property: return "a property"
      case .changes: return "`\(DescriptionKey.changes)`"
      case .deletions: return "`\(DescriptionKey.deletions)`"
      case .settings: return "`\(SettingsReader.fileName)`"
      }
    }
  }

  init(
    _ place: Place, _ key: String, _ form: String, isRequired: Bool = false, types: [String] = [], _ summary: String
  ) {
    self.place = place
    self.key = key
    self.form = form
    self.summary = summary
    self.isRequired = isRequired
    self.types = types
  }

  /// The words that may stand under the key as they are, for messages and completions; none where a name, a text or an
  /// expression stands.
  public var words: [String] {
    switch place {
    case .flow:
      return PolicyForm.choices(of: key).map(\.words.text).filter { !$0.contains("{") }
    case .row where key == DocumentKey.direction:
      return DirectionForm.all.map(\.template.text).filter { !$0.contains("{") }
    case .row where key == ClauseForm.of(.readBack).key: return [FlagForm.on]
    case .row where key == ClauseForm.of(.choice).key: return ClauseForm.ordinals.indices.map { "\($0 + 1)" }
    default: return WordForm.words(of: key, in: place).map(\.word)
    }
  }
}

extension KeyForm {
  /// The two systems of a document.
  public static let dataflow = KeyForm(
    .document, DocumentKey.dataflow, "Custom ERP to Salesforce", isRequired: true,
    "The two systems: the one on the left is the source of new records.")
  /// When the document was generated.
  public static let generated = KeyForm(
    .document, DocumentKey.generated, "\"2024-05-17 09:30:00\"", "The date and the time at which the document was made."
  )
  /// The two entities of a flow.
  public static let flow = KeyForm(
    .flow, DocumentKey.flow, "System Entity to System Entity", isRequired: true,
    "The two entities, in the order of the document's systems.")
  /// The type of a parameter.
  public static let parameterType = KeyForm(
    .parameter, DocumentKey.type, "string", isRequired: true, "The type of its values.")
  /// The value of an `otherwise` that is no word.
  public static let otherwiseValue = KeyForm(
    .otherwise, DocumentKey.value, "X", isRequired: true, "The value that all others become.")
  /// A person's remark in the place of a condition.
  public static let remark = KeyForm(
    .creation, DocumentKey.remark, "what a person has to do", isRequired: true,
    "A remark of a person in the place of a condition; it holds the flow.")
  /// The source's property of a row.
  public static let source = KeyForm(.row, DocumentKey.source, "property", "The property of the source.")
  /// The target's property of a row.
  public static let target = KeyForm(
    .row, DocumentKey.target, "Property", isRequired: true, "The property of the target.")
  /// The pairs of a lookup.
  public static let lookupPairs = KeyForm(
    .row, DocumentKey.lookupPairs, "{source.path: Property}",
    "The pairs of a lookup: properties of the source and of the looked-up entity that must be equal.")
  /// The value of a condition on an element.
  public static let conditionValue = KeyForm(
    .condition, DocumentKey.value, "mobile", isRequired: true, "The value that the property must have.")
  /// The property of a condition on an element.
  public static let conditionPath = KeyForm(
    .condition, DocumentKey.path, "phones.kind", isRequired: true, "The property that must have the value.")

  /// All keys of documents, place by place, in the order in which they are written.
  public static let all: [KeyForm] =
    [
      dataflow, generated,
      KeyForm(
        .document, LayoutForm.documentKey, "{line ends: crlf}",
        "How the document is laid out in RST where that is not as usual; it changes nothing of what it means."),
      KeyForm(.document, DocumentKey.introduction, "text", "The paragraph of the introduction."),
      KeyForm(
        .document, DocumentKey.parameters, "{name: {type: string}}",
        "Typed values that each environment sets, by their names."),
      KeyForm(
        .document, DocumentKey.values, "{Name: {left: right}}",
        "Value maps by their names: the values of the source on the left, those of the target on the right."),
      KeyForm(.document, DocumentKey.flows, "[...]", "The flows, each a pair of entities that are kept in step."),
      parameterType,
      KeyForm(.parameter, DocumentKey.defaultValue, "text", "The value where an environment sets none."),
      otherwiseValue, flow,
      KeyForm(
        .flow, DocumentKey.formerName, "{formerName}",
        "The former name of the source's entity, so that links survive a renaming; for the other side, or for both, a mapping from system to name."
      ),
      KeyForm(
        .flow, DocumentKey.parent, "{flow} via {property}",
        "For the elements of a list: the flow of the records that hold the list, and the property that refers to them."),
      KeyForm(
        .flow, DocumentKey.scope, "{expression}",
        "Which records take part; for both sides, or for the target's, a mapping from system to expression."),
      KeyForm(
        .flow, DocumentKey.creation, "always", "When a target record is created; always, where the key is absent."),
      KeyForm(
        .flow, DocumentKey.match, "[{property: Property}]",
        "How existing records are recognised: alternatives, each of pairs that must all be equal."),
      KeyForm(.flow, DocumentKey.conflict, "newest", "Who wins when both sides have changed a property."),
      KeyForm(
        .flow, DocumentKey.deletion, "{System: ignore}",
        "What a deletion does; the system is the one in which the record is deleted."),
      KeyForm(
        .flow, DocumentKey.removal, "delete", "What happens to the record of an element that has left its list."),
      KeyForm(.flow, DocumentKey.firstRun, "full", "What the first run does with records that are already there."),
      KeyForm(.flow, DocumentKey.direction, "to {system}", "The one direction in which edits travel."),
      KeyForm(.flow, DocumentKey.linksOnly, FlagForm.on, "That the flow keeps no property in step, on purpose."),
      KeyForm(
        .flow, DocumentKey.properties, "[{source: property, target: Property}]", "The rows of the property table."),
      remark, source, target,
      KeyForm(.row, DocumentKey.type, "string", "The type of the target's property."),
      KeyForm(.row, DocumentKey.direction, "both", "In which direction the values of the row travel."),
    ]
    + ClauseForm.all.flatMap { form in
      [KeyForm(.row, form.key, form.keyForm, form.summary)] + (form.kind == .lookup ? [lookupPairs] : [])
    }
    + [
      KeyForm(
        .row, DependencyForm.keys.source, "[{value: V, path: P}]",
        "Which element of the source's list is meant: the one whose property has the value."),
      KeyForm(.row, DependencyForm.keys.target, "[{value: V, path: P}]", "The same for the target's list."),
      conditionValue, conditionPath,
    ] + LayoutForm.all.map { KeyForm(.layout, $0.key, "", $0.summary) }

  /// The keys of a mapping, in the order in which they are written.
  public static func keys(of place: Place) -> [KeyForm] {
    (all + ofDescriptions + ofSettings).filter { $0.place == place }
  }
}
