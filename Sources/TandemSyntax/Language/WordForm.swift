/// One of the words that may stand under a key of a system description or of a project's settings.
public struct WordForm: Sendable {
  /// The mapping that the key belongs to.
  public let place: KeyForm.Place
  /// The key.
  public let key: String
  /// The word.
  public let word: String
  /// What it says, in one sentence.
  public let summary: String

  private init(_ place: KeyForm.Place, _ key: String, _ word: String, _ summary: String) {
    self.place = place
    self.key = key
    self.word = word
    self.summary = summary
  }

  /// All words, key by key, in the order in which messages list them.
  public static let all: [WordForm] =
    [
      WordForm(.system, DescriptionKey.protocolName, "sql", "A database, whose entities are tables."),
      WordForm(.system, DescriptionKey.protocolName, "salesforce", "The REST interface of Salesforce."),
      WordForm(.system, DescriptionKey.protocolName, "exact", "The REST interface of Exact Online."),
      WordForm(.system, DescriptionKey.protocolName, "superoffice", "The REST interface of SuperOffice."),
      WordForm(.system, DescriptionKey.protocolName, "odata", "A service that speaks OData."),
      WordForm(.system, DescriptionKey.protocolName, "rest", "A REST interface of its own kind."),
      WordForm(.system, DescriptionKey.protocolName, "file", "Files that are exported and imported."),
    ]
    + ChangesDescription.Kind.allCases.map { WordForm(.changes, DescriptionKey.kind, $0.rawValue, summary($0)) }
    + DeletionKind.allCases.map { WordForm(.deletions, DescriptionKey.kind, $0.rawValue, summary($0)) }
    + SettingsLevel.allCases.map { WordForm(.settings, SettingsKey.severities, $0.rawValue, summary($0)) }

  /// The words that may stand under a key; none where a name, a text or a mapping stands.
  public static func words(of key: String, in place: KeyForm.Place) -> [WordForm] {
    all.filter { $0.place == place && $0.key == key }
  }

  private static func summary(_ kind: ChangesDescription.Kind) -> String {
    switch kind {
    case .rowversion: return "A number that every change makes larger, and that no two changes share."
    case .timestamp: return "A time, which several changes may share."
    }
  }

  private static func summary(_ kind: DeletionKind) -> String {
    switch kind {
    case .feed: return "It keeps a list of the keys of deleted records."
    case .flag: return "The record stays, and a property of it says that it is deleted."
    case .keys: return "Not at all: all keys are read and compared, which costs a reading of the whole entity."
    }
  }

  private static func summary(_ level: SettingsLevel) -> String {
    switch level {
    case .error: return "Nothing is generated while it stands."
    case .warning: return "Probably wrong."
    case .note: return "Good to know."
    case .off: return "Not reported."
    }
  }
}
