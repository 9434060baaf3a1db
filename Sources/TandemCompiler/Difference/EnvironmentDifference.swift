import TandemSyntax

/// What the files of environments say about systems, in two versions: the key and the value of every line below
/// `systems`, and who may write. Parameters are told by ``ParameterDifference`` where documents declare them.
public enum EnvironmentDifference {
  /// The changes, one for each environment and key. A file that cannot be read counts as one without entries.
  public static func changes(from old: [SourceFile], to new: [SourceFile]) -> [Change] {
    func name(_ file: SourceFile) -> String {
      let last = file.path.split(separator: "/").last.map(String.init) ?? file.path
      return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    }
    let former = Dictionary(old.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
    return new.flatMap { file -> [Change] in
      // An environment that stands in one version only runs, or ran, on its own.
      guard let earlier = former[name(file)] else { return [] }
      return compare(Entries(earlier), Entries(file), environment: name(file))
    }
  }

  private static func compare(_ old: Entries, _ new: Entries, environment: String) -> [Change] {
    (new.order + old.order.filter { new.values[$0] == nil }).compactMap { key in
      let (before, after) = (old.values[key], new.values[key])
      guard before?.text != after?.text else { return nil }
      // A key that is a new system's first one adds something; nothing that ran is reached in another way.
      return Change(
        kind(key), kind(key) == .writeAccessChanged ? .behaviour : .dataLoss, of: "environment \(environment)",
        "`\(key)` is \(after.map { "`\($0.text)`" } ?? "not set"), where it was \(before.map { "`\($0.text)`" } ?? "not set").",
        before: before.map { [$0.place] } ?? [], after: after.map { [$0.place] } ?? [], remedy: .review,
        "Make sure that the same records are meant: those that are not found there are taken for deleted.")
    }
  }

  private static func kind(_ key: String) -> ChangeKind {
    let words = NormalizedName(key.split(separator: ".").last ?? "").text
    if ["secret", "password", "token", "credential", "apikey"].contains(where: words.contains) {
      return .secretChanged
    }
    if ["auth", "grant", "login", "user"].contains(where: words.contains) { return .authenticationChanged }
    if ["writes", "production", "readonly"].contains(words) { return .writeAccessChanged }
    return .locationChanged
  }

  /// The scalars of a file by their keys: `systems.Salesforce.host`.
  private struct Entries {
    var order: [String] = []
    var values: [String: (text: String, place: Change.Place)] = [:]

    init(_ file: SourceFile) {
      guard let root = YAMLDocument.parse(file).root else { return }
      add(root, prefix: [], file)
    }

    private mutating func add(_ node: YAMLNode, prefix: [String], _ file: SourceFile) {
      switch node.content {
      case .mapping(let entries):
        for entry in entries {
          guard !prefix.isEmpty || ["systems", "production", "writes"].contains(entry.key.text) else { continue }
          // A system keeps its identity however it is spelled.
          add(entry.value, prefix: prefix + [entry.key.text], file)
        }
      case .scalar(let scalar):
        let key = prefix.joined(separator: ".")
        if values[key] == nil { order.append(key) }
        values[key] = (
          scalar.text, Change.Place(file: file.path, line: node.span.start.line, text: "\(key): \(scalar.text)")
        )
      default: break
      }
    }
  }
}
