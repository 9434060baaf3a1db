/// Writes the description of a system.
enum DescriptionText {
  static func text(of system: Landscape.System) -> String {
    let names = system.entities[0].properties
    func name(_ words: [String]) -> String { names.first { $0.concept.words == words }?.name ?? "" }
    var text = """
      system: \(system.name)
      about: A system of the generated workload.
      protocol: sql
      modified: \(name(["modified", "at"]))
      changes: {cursor: \(name(["row", "version"])), kind: rowversion, deletes: {kind: feed}}
      entities:

      """
    for entity in system.entities {
      text += "  \(entity.name):\n    title: \(name(["name"]))\n    properties:\n"
      for property in entity.properties { text += "      \(property.name): {\(details(property, system.name))}\n" }
    }
    return text
  }

  private static func details(_ property: Landscape.Property, _ system: String) -> String {
    let type: String
    switch property.concept.type {
    case "string": type = "type: string, max: \(property.maximum)"
    case "decimal": type = "type: decimal, precision: 12, scale: 2"
    case "enum": type = "type: enum, values: [\(values(of: system).joined(separator: ", "))]"
    default: type = "type: \(property.concept.type)"
    }
    let label = property.concept.words.joined(separator: " ")
    switch property.concept.role {
    case .kept: return type + (property.concept.words == ["id"] ? ", key: true, readOnly: true" : ", readOnly: true")
    case .identifying: return type + ", unique: true, label: \(label)"
    case .reference(let entity): return type + ", ref: \(entity), label: \(label)"
    default: return type + ", label: \(label)"
    }
  }

  /// Each system has its own values, `open 3`, so that every document needs its map.
  static func values(of system: String) -> [String] {
    Document.values.map { "\($0.0) in \(system.lowercased())" }
  }
}
