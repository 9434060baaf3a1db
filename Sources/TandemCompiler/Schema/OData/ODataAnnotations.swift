/// What an export says of types and properties besides their declaration, by the last word of the term: `Computed`.
struct ODataAnnotations {
  private var byTarget: [String: [XMLElement]] = [:]

  /// The annotations of all schemas.
  init(_ schemas: [XMLElement], aliases: [String: String]) {
    for group in schemas.flatMap({ $0.children("Annotations") }) {
      guard let target = group["Target"] else { continue }
      byTarget[Self.full(target, aliases), default: []] += group.children("Annotation")
    }
  }

  /// The target with its namespace in the place of an alias; what follows a slash has none.
  private static func full(_ target: String, _ aliases: [String: String]) -> String {
    let parts = target.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let dot = first.lastIndex(of: "."), let namespace = aliases[String(first[..<dot])]
    else { return target }
    return namespace + first[dot...] + (parts.count > 1 ? "/" + parts[1] : "")
  }

  private func annotation(_ term: String, of targets: [String], inside element: XMLElement?) -> XMLElement? {
    let own = element?.children("Annotation") ?? []
    return (own + targets.flatMap { byTarget[$0] ?? [] }).first { annotation in
      (annotation["Term"]?.split(separator: ".").last).map { $0 == term } ?? false
    }
  }

  /// A yes or no. An annotation without a value is a yes.
  func flag(_ term: String, of targets: [String], inside element: XMLElement? = nil) -> Bool? {
    guard let annotation = annotation(term, of: targets, inside: element) else { return nil }
    let text = annotation["Bool"] ?? annotation.children("Bool").first?.text ?? "true"
    return text == "true"
  }

  /// A text, or the member of an enumeration.
  func text(_ term: String, of targets: [String], inside element: XMLElement? = nil) -> String? {
    guard let annotation = annotation(term, of: targets, inside: element) else { return nil }
    let inner = annotation.children.first { $0.name == "String" || $0.name == "EnumMember" }?.text
    return annotation["String"] ?? annotation["EnumMember"] ?? inner
  }

  /// The alternate keys, each as the names of its properties.
  func alternateKeys(of targets: [String], inside elements: [XMLElement]) -> [[String]] {
    let own = elements.flatMap { $0.children("Annotation") }
    let all = (own + targets.flatMap { byTarget[$0] ?? [] }).filter { annotation in
      (annotation["Term"]?.split(separator: ".").last).map { $0 == "AlternateKeys" } ?? false
    }
    return all.flatMap { $0.children("Collection") }.flatMap { $0.children("Record") }.map { record in
      let key = record.children("PropertyValue").filter { $0["Property"] == "Key" }
      return key.flatMap { $0.children("Collection") }.flatMap { $0.children("Record") }.compactMap { reference in
        let name = reference.children("PropertyValue").first { $0["Property"] == "Name" }
        return name?["PropertyPath"] ?? name?["Path"] ?? name?["String"] ?? name?.children.first?.text
      }
    }
  }
}
