/// One entry of the reference of the files beside a document: system descriptions, and the settings of a project.
///
/// ``all`` has an entry for each key and each word under one; a test compares, and runs every example.
public struct FileEntry: Sendable {
  /// The name that links to it use: `description-object`.
  public let identifier: String
  /// The chapter that it stands in.
  public let topic: Topic
  /// Its heading.
  public let title: String
  /// What it says, in one or two sentences.
  public let summary: String
  /// The keys that it speaks of; its example uses all of them.
  public let keys: [KeyForm]
  /// What the documentation shows of the example.
  public let example: String
  /// The file whose part the example is.
  public let file: String

  /// The chapters.
  public enum Topic: String, Sendable, CaseIterable {
    case descriptions = "system-descriptions", settings

    /// The mappings whose keys the chapter explains.
    public var places: [KeyForm.Place] { self == .settings ? [.settings] : KeyForm.Place.ofDescriptions }
  }

  init(
    _ identifier: String, _ title: String, in topic: Topic, _ summary: String, _ keys: [KeyForm], _ example: String,
    file: String? = nil
  ) {
    self.identifier = identifier
    self.topic = topic
    self.title = title
    self.summary = summary
    self.keys = keys
    self.example = example
    self.file = (file ?? example) + "\n"
  }

  /// All entries, chapter by chapter.
  public static let all: [FileEntry] = DescriptionEntries.all + SettingsEntries.all

  /// The entries of a chapter.
  public static func entries(of topic: Topic) -> [FileEntry] { all.filter { $0.topic == topic } }
}
