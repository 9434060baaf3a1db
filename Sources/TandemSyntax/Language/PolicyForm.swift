/// One choice of a flow's policies: its YAML key and words, and the RST sentence that says the same.
public final class PolicyForm: Sendable {
  /// The key in a YAML flow.
  public let key: String
  /// The words under the key; under `deletion` they stand per system.
  public let words: Template
  /// The sentence in RST; `nil` for a choice that is meant where no sentence stands.
  public let sentence: SentenceForm.Kind?

  init(_ key: String, _ words: String, _ sentence: SentenceForm.Kind?) {
    self.key = key
    self.words = Template(words)
    self.sentence = sentence
  }

  /// All choices of all policies.
  public static let all: [PolicyForm] = [
    PolicyForm("create", "always", .createAlways),
    PolicyForm("create", "never", .linkFirst),
    PolicyForm("create", "when {expression}", .createWhen),
    PolicyForm("create", "connected to {entities}", .createConnected),
    PolicyForm("conflict", "newest", .conflictNewest),
    PolicyForm("conflict", "ask", .conflictPerson),
    PolicyForm("conflict", "{system} wins", .conflictSystem),
    PolicyForm("deletion", "ignore", .deletionIgnored),
    PolicyForm("deletion", "unlink", .deletionUnlinks),
    PolicyForm("deletion", "propagate", .deletionPropagates),
    PolicyForm("deletion", "archive with {assignment}", .deletionArchives),
    PolicyForm("first run", "full", nil),
    PolicyForm("first run", "new records only", .firstRunSkips),
    PolicyForm("first run", "link only", .firstRunLinks),
    PolicyForm("direction", "to {system}", .keepInStepOneWay),
    PolicyForm("links only", "true", .linksOnly),
    PolicyForm("where", "{expression}", .scope),
    PolicyForm("was", "{formerName}", .formerName),
    PolicyForm("parent", "{flow} via {property}", .parent),
  ]

  /// The choices under one key, in order.
  public static func choices(of key: String) -> [PolicyForm] { all.filter { $0.key == key } }
}
