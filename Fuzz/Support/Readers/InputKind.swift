/// What a text of the fuzz tests is read as: one kind for each reader.
public enum InputKind: String, CaseIterable, Sendable {
  /// A document in RST.
  case rst
  /// A document in YAML.
  case yaml
  /// The description of a system.
  case system
  /// An expression, alone in its file.
  case expression

  /// What names of files of the kind end in; the longer ending is the rarer one.
  public var fileExtension: String {
    switch self {
    case .rst: return "rst"
    case .yaml: return "yaml"
    case .system: return "system.yaml"
    case .expression: return "expression"
    }
  }

  /// The kind that the name of a file tells.
  public init?(fileName: String) {
    let kinds: [InputKind] = [.system, .yaml, .rst, .expression]
    guard let kind = kinds.first(where: { fileName.hasSuffix("." + $0.fileExtension) }) else { return nil }
    self = kind
  }
}
