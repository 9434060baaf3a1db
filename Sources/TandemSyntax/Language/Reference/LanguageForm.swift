/// One row of one of the tables of the language.
public enum LanguageForm: Sendable, Hashable {
  /// A sentence of a section.
  case sentence(SentenceForm.Kind)
  /// A heading or fixed line of an RST document.
  case heading(HeadingForm.Kind)
  /// A key of a mapping in YAML.
  case key(KeyForm.Place, String)
  /// Words under a key of a flow in YAML.
  case choice(key: String, words: String)
  /// A column of a table in RST.
  case column(ColumnForm.Kind)
  /// A direction of a row.
  case direction(DirectionForm.Kind)
  /// A clause of a row.
  case clause(ClauseForm.Kind)
  /// The condition on the element that a cell means.
  case dependency
  /// What happens to values that stand in no line of a value map.
  case otherwise(String)

  /// Every row of every table.
  public static let all: [LanguageForm] =
    HeadingForm.Kind.allCases.map { .heading($0) } + SentenceForm.all.map { .sentence($0.kind) }
    + KeyForm.all.map { .key($0.place, $0.key) }
    + PolicyForm.all.map { .choice(key: $0.key, words: $0.words.text) }
    + ColumnForm.Kind.allCases.map { .column($0) } + DirectionForm.all.map { .direction($0.kind) }
    + ClauseForm.all.map { .clause($0.kind) } + [.dependency] + ColumnForm.otherwiseWords.map { .otherwise($0) }

  /// The choice of a policy that a sentence says, with the sentence and the key.
  static func policy(_ kind: SentenceForm.Kind) -> [LanguageForm] {
    guard let form = PolicyForm.of(kind) else { return [.sentence(kind)] }
    return [.sentence(kind), .key(.flow, form.key), .choice(key: form.key, words: form.words.text)]
  }

  /// A clause with its key.
  static func rule(_ kind: ClauseForm.Kind) -> [LanguageForm] {
    [.clause(kind), .key(.row, ClauseForm.of(kind).key)]
  }

  /// How the form reads in RST; `nil` where another form of the same entry says it, or YAML alone has it.
  var textInRST: String? {
    switch self {
    case .sentence(let kind): return SentenceForm.of(kind).template.text
    case .heading(let kind): return kind.text
    case .column(let kind): return ColumnForm.of(kind).heading.text
    case .direction(let kind): return DirectionForm.all.first { $0.kind == kind }?.template.text
    case .clause(let kind): return ClauseForm.of(kind).template.text
    case .dependency: return "(\(DependencyForm.template.text))"
    case .otherwise(let word): return word == DocumentKey.value ? "\"...\"" : word
    case .key, .choice: return nil
    }
  }

  /// How the form reads in YAML; `nil` where another form of the same entry says it, or RST alone has it.
  var textInYAML: String? {
    switch self {
    case .key(.layout, let key): return key
    case .key(let place, let key):
      // Where the words are a form of their own, they say it better.
      if place == .flow, !PolicyForm.choices(of: key).isEmpty { return nil }
      if place == .row, key == DirectionForm.key { return nil }
      return KeyForm.all.first { $0.place == place && $0.key == key }.map { "\($0.key): \($0.form)" }
    // Under the key of deletions the words stand per system.
    case .choice(let key, let words): return key == DocumentKey.deletion ? words : "\(key): \(words)"
    case .direction(let kind):
      return DirectionForm.all.first { $0.kind == kind }.map { "\(DirectionForm.key): \($0.template.text)" }
    case .otherwise(let word):
      let isWord = word != DocumentKey.value
      return "\(ColumnForm.otherwise.word): " + (isWord ? word : "{\(word): \(KeyForm.otherwiseValue.form)}")
    case .sentence, .heading, .column, .clause, .dependency: return nil
    }
  }
}
