/// The systems of a workload. All have the same kinds of entities, each names and types their properties in its own way.
struct Landscape {
  var systems: [System]

  /// A business system.
  struct System {
    var name: String
    var entities: [Entity]
  }

  /// A kind of records, as one system has it.
  struct Entity {
    var name: String
    var properties: [Property]
  }

  /// A property of an entity.
  struct Property {
    var name: String
    var concept: Concept
    /// The characters that a text may have.
    var maximum: Int
  }

  /// Makes systems whose texts differ a little in length, so that some rows lose something.
  init(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    systems = Self.systemNames.enumerated().map { position, name in
      let spelling = Spelling.allCases[position % Spelling.allCases.count]
      let entities = Self.entityNames.map { entity in
        let properties = Concept.all.map { concept in
          let isShorter = concept.isPlainText && numbers.chance(4)
          return Property(
            name: spelling.name(of: concept.words), concept: concept,
            maximum: isShorter ? concept.maximum / 2 : concept.maximum)
        }
        return Entity(name: entity, properties: properties)
      }
      return System(name: name, entities: entities)
    }
  }

  private static let systemNames = [
    "Alder", "Birch", "Cedar", "Elder", "Hazel", "Larch", "Maple", "Poplar", "Rowan", "Willow",
  ]

  private static let entityNames = [
    "Customer", "Contact", "Order", "Quote", "Product", "Invoice", "Project", "Task", "Employee", "Payment", "Shipment",
    "Ticket",
  ]
}

/// How a system spells its properties.
enum Spelling: CaseIterable {
  case camel, pascal, snake

  /// The words in this spelling.
  func name(of words: [String]) -> String {
    switch self {
    case .camel: return words[0] + words.dropFirst().map(Self.capitalised).joined()
    case .pascal: return words.map(Self.capitalised).joined()
    case .snake: return words.joined(separator: "_")
    }
  }

  private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
