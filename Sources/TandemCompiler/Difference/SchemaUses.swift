import TandemSemantics
import TandemSyntax

/// Where flows use entities and properties.
struct SchemaUses {
  /// The rows and policies that name a property; their places are made when somebody asks.
  private var properties: [PropertyKey: [Use]] = [:]
  /// The entities of flows, by their side.
  private(set) var entities: Set<PropertyKey> = []
  /// The entities that flows create.
  private(set) var created: Set<PropertyKey> = []
  /// The properties of match tables.
  private(set) var matched: Set<PropertyKey> = []

  private enum Use {
    case rows(FlowVersion, CheckedProperty)
    case place(Change.Place)

    var places: [Change.Place] {
      switch self {
      case .rows(let version, let property): return version.places(of: property)
      case .place(let place): return [place]
      }
    }
  }

  init(_ sides: [DifferenceSide]) {
    for flow in sides.flatMap(\.flows) { add(flow) }
  }

  /// The rows and policies that name a property, a member of it, or the object that it is a member of.
  func places(of key: PropertyKey) -> [Change.Place] {
    let uses = properties[key] ?? properties.filter { key.isInside($0.key) || $0.key.isInside(key) }.flatMap(\.value)
    var seen: Set<Change.Place> = []
    return uses.flatMap(\.places).filter { seen.insert($0).inserted }.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  private mutating func add(_ version: FlowVersion) {
    let flow = version.flow
    for side in FlowSide.both { entities.insert(PropertyKey(version.entity(side), "")) }
    if case .never = flow.creation {} else { created.insert(PropertyKey(flow.target, "")) }
    for property in flow.properties {
      for key in property.keys(in: version) { note(key, .rows(version, property)) }
      if let lookup = version.lookup(of: property) { entities.insert(PropertyKey(lookup.entity, "")) }
    }
    let title = version.place(nil, version.title)
    for pair in flow.matching.flatMap(\.pairs) {
      let span = version.written?.matching?.span
      let place = version.place(span, "match on \(MappingWords.path(pair.source)) = \(MappingWords.path(pair.target))")
      for key in [PropertyKey(flow.source, pair.source.text), PropertyKey(flow.target, pair.target.text)] {
        matched.insert(key)
        note(key, .place(place))
      }
    }
    for path in flow.sourceScope?.paths ?? [] { note(PropertyKey(flow.source, path.text), .place(title)) }
    for path in flow.targetScope?.paths ?? [] { note(PropertyKey(flow.target, path.text), .place(title)) }
    switch flow.creation {
    case .when(let condition): for path in condition.paths { note(PropertyKey(flow.source, path.text), .place(title)) }
    case .connected(let connections):
      for connection in connections {
        entities.insert(PropertyKey(connection.entity, ""))
        note(PropertyKey(connection.entity, connection.entity.properties[connection.property].name), .place(title))
      }
    case .always, .never: break
    }
  }

  private mutating func note(_ key: PropertyKey, _ use: Use) { properties[key, default: []].append(use) }
}
