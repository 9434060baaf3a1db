import TandemSemantics
import TandemSyntax

/// Where flows use entities and properties.
struct SchemaUses {
  /// The rows and policies that name a property.
  private(set) var properties: [PropertyKey: [Change.Place]] = [:]
  /// The entities of flows, by their side.
  private(set) var entities: Set<PropertyKey> = []
  /// The entities that flows create.
  private(set) var created: Set<PropertyKey> = []
  /// The properties of match tables.
  private(set) var matched: Set<PropertyKey> = []

  init(_ sides: [DifferenceSide]) {
    for flow in sides.flatMap(\.flows) { add(flow) }
  }

  /// The rows and policies that name a property, or the object that it is a member of.
  func places(of key: PropertyKey) -> [Change.Place] {
    if let places = properties[key] { return places }
    return properties.filter { key.isInside($0.key) }.flatMap(\.value).sorted {
      ($0.file, $0.line) < ($1.file, $1.line)
    }
  }

  private mutating func add(_ version: FlowVersion) {
    let flow = version.flow
    for side in FlowSide.both { entities.insert(PropertyKey(version.entity(side), "")) }
    if case .never = flow.creation {} else { created.insert(PropertyKey(flow.target, "")) }
    for property in flow.properties {
      for key in property.keys(in: version) { note(key, version.places(of: property)) }
      if let lookup = version.lookup(of: property) { entities.insert(PropertyKey(lookup.entity, "")) }
    }
    let title = version.place(nil, version.title)
    for pair in flow.matching.flatMap(\.pairs) {
      let span = version.written?.matching?.span
      let place = version.place(span, "match on \(MappingWords.path(pair.source)) = \(MappingWords.path(pair.target))")
      for key in [PropertyKey(flow.source, pair.source.text), PropertyKey(flow.target, pair.target.text)] {
        matched.insert(key)
        note(key, [place])
      }
    }
    for path in flow.sourceScope?.paths ?? [] { note(PropertyKey(flow.source, path.text), [title]) }
    for path in flow.targetScope?.paths ?? [] { note(PropertyKey(flow.target, path.text), [title]) }
    switch flow.creation {
    case .when(let condition): for path in condition.paths { note(PropertyKey(flow.source, path.text), [title]) }
    case .connected(let connections):
      for connection in connections {
        entities.insert(PropertyKey(connection.entity, ""))
        note(PropertyKey(connection.entity, connection.entity.properties[connection.property].name), [title])
      }
    case .always, .never: break
    }
  }

  private mutating func note(_ key: PropertyKey, _ places: [Change.Place]) {
    properties[key, default: []] += places.filter { !properties[key, default: []].contains($0) }
  }
}
