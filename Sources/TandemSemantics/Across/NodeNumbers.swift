import TandemSyntax

/// Numbers for the places in records that rows name, from 0, in the order in which they are asked for.
struct NodeNumbers {
  /// How many have been given.
  private(set) var count = 0
  /// Those of whole properties, which nearly all are, by the number of the entity and the position of the property.
  private var whole: [[Int?]] = []
  private var others: [Place: Int] = [:]

  private struct Place: Hashable {
    var entity: Int
    /// As ``PropertyPlace/key`` writes it.
    var key: String
  }

  /// The number of the place that a cell names.
  mutating func number(of path: PathResolution) -> Int {
    let entity = path.entity.identifier
    guard path.place.isWhole else {
      let place = Place(entity: entity, key: path.key)
      if let number = others[place] { return number }
      others[place] = count
      count += 1
      return count - 1
    }
    while whole.count <= entity { whole.append([]) }
    if whole[entity].isEmpty { whole[entity] = Array(repeating: nil, count: path.entity.places.count) }
    let position = path.path.property
    if let number = whole[entity][position] { return number }
    whole[entity][position] = count
    count += 1
    return count - 1
  }
}
