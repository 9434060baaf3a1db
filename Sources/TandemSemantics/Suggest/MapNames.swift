import TandemSyntax

/// The names of the value maps of a document.
struct MapNames {
  private var known: [NormalizedName: [String: String]] = [:]

  init(_ document: Dataflow) {
    for map in document.valueMaps {
      known[NormalizedName(map.name.value)] = Self.entries(map)
    }
  }

  private static func entries(_ map: TandemSyntax.ValueMap) -> [String: String] {
    Dictionary(map.entries.map { ($0.source.value, $0.target.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name under which a map may stand in the document, and whether it stands there already.
  mutating func name(like wanted: String, for map: TandemSyntax.ValueMap) -> (name: String, isKnown: Bool) {
    let entries = Self.entries(map)
    var name = wanted
    var number = 1
    while let other = known[NormalizedName(name)] {
      if other == entries { return (name, true) }
      number += 1
      name = "\(wanted) \(number)"
    }
    known[NormalizedName(name)] = entries
    return (name, false)
  }
}
