import Generated
import TandemRuntime
import TandemValues

/// The records of the six systems without what the systems made up: keys, versions and times are left out, and a reference
/// stands as what the record that it leads to says. Two worlds are the same to their users when this is equal.
struct CanonicalWorld {
  /// A line per record, sorted.
  let lines: [String]

  init(_ systems: SampleSystems) async throws {
    let references = Self.references()
    var records: [(schema: EntitySchema, records: [Record])] = []
    for schema in SampleSystems.entities { records.append((schema, try await systems.records(of: schema))) }
    // What a record says without its references; by this, references are shown.
    var names: [EntityReference: [Value: String]] = [:]
    var texts: [String: [Value: String]] = [:]
    for (schema, found) in records {
      for record in found {
        let name = "\(schema.reference.entity){\(Self.own(record, schema, references))}"
        names[schema.reference, default: [:]][record.key.value] = name
        switch record.key.value {
        case .string, .guid: texts[schema.reference.system, default: [:]][record.key.value] = name
        default: break
        }
      }
    }
    var lines: [String] = []
    for (schema, found) in records {
      let known = texts[schema.reference.system] ?? [:]
      for record in found {
        let parts = Self.shown(schema).map { position in
          let value = record.values[position]
          let place = Place(entity: schema.reference, position: position)
          let target = references[place].flatMap { names[$0]?[value] }
          return "\(schema.properties[position].name)=\(target ?? Self.text(value, known))"
        }
        lines.append("\(schema.reference): \(parts.joined(separator: "; "))")
      }
    }
    self.lines = lines.sorted()
  }

  /// The lines that only one of two worlds has, for the message of a failed test.
  func difference(from other: CanonicalWorld) -> String {
    let mine = lines.difference(from: other.lines)
    return mine.prefix(10).map { change in
      switch change {
      case .insert(_, let line, _): return "+ \(line)"
      case .remove(_, let line, _): return "- \(line)"
      }
    }.joined(separator: "\n")
  }

  private struct Place: Hashable {
    var entity: EntityReference
    var position: Int
  }

  /// The properties that hold a key alone, with the entity that it leads to.
  private static func references() -> [Place: EntityReference] {
    let flows = Dataflows.all.flatMap(\.flows).map(\.declaration)
    var result: [Place: EntityReference] = [:]
    for flow in flows {
      for property in flow.properties {
        guard case .reference(let other, let reversed)? = property.translation,
          let referred = flows.first(where: { $0.identifier == other })
        else { continue }
        for position in property.sourceProperties {
          result[Place(entity: flow.source, position: position)] = reversed ? referred.target : referred.source
        }
        for position in property.targetProperties {
          result[Place(entity: flow.target, position: position)] = reversed ? referred.source : referred.target
        }
      }
    }
    return result
  }

  /// What users can see and set.
  private static func shown(_ schema: EntitySchema) -> [Int] {
    schema.properties.indices.filter { position in
      position != schema.key && position != schema.changes.cursor && position != schema.modified
        && position != schema.externalKey && schema.properties[position].access != .readOnly
    }
  }

  private static func own(_ record: Record, _ schema: EntitySchema, _ references: [Place: EntityReference]) -> String {
    shown(schema).compactMap { position in
      if references[Place(entity: schema.reference, position: position)] != nil { return nil }
      return text(record.values[position], nil)
    }.joined(separator: "|")
  }

  /// A value, with the text keys in it replaced by what they lead to; without names, by a mark.
  private static func text(_ value: Value, _ names: [Value: String]?) -> String {
    switch value {
    case .list(let elements): return "[" + elements.map { text($0, names) }.joined(separator: ",") + "]"
    case .object(let members): return "{" + members.map { text($0, names) }.joined(separator: ",") + "}"
    case .guid: return names.map { $0[value] ?? "key" } ?? "key"
    case .string(let content): return names?[value] ?? (names == nil && looksLikeKey(content) ? "key" : content)
    default: return value.isMissing ? "" : value.displayText
    }
  }

  /// A key as Salesforce makes them.
  private static func looksLikeKey(_ text: String) -> Bool {
    text.utf8.count == 18 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }
}
