/// What a property means in every system.
struct Concept {
  var words: [String]
  var type: String
  var maximum: Int
  var role: Role

  /// What the row of a property says beside its two names.
  enum Role {
    /// The key, or what the system keeps for itself: not mapped.
    case kept
    /// Nothing more.
    case plain
    /// Recognises records.
    case identifying
    /// Refers to another entity.
    case reference(String)
    /// Goes through a value map.
    case mapped
    /// Has a value for records that have none.
    case defaulted(String)
    /// Travels to the target only.
    case oneWay
  }

  /// True for texts that may be longer in one system than in another.
  var isPlainText: Bool {
    guard type == "string", case .plain = role else { return false }
    return true
  }

  /// The properties of every entity: three that a system keeps for itself and twenty that are mapped.
  static let all: [Concept] = [
    Concept(words: ["id"], type: "integer", maximum: 0, role: .kept),
    Concept(words: ["number"], type: "string", maximum: 20, role: .identifying),
    Concept(words: ["name"], type: "string", maximum: 80, role: .plain),
    Concept(words: ["customer", "id"], type: "integer", maximum: 0, role: .reference("Customer")),
    Concept(words: ["status"], type: "enum", maximum: 0, role: .mapped),
    Concept(words: ["description"], type: "string", maximum: 2000, role: .plain),
    Concept(words: ["email"], type: "string", maximum: 120, role: .identifying),
    Concept(words: ["phone", "number"], type: "string", maximum: 40, role: .plain),
    Concept(words: ["street"], type: "string", maximum: 100, role: .plain),
    Concept(words: ["postal", "code"], type: "string", maximum: 12, role: .plain),
    Concept(words: ["city"], type: "string", maximum: 60, role: .plain),
    Concept(words: ["country", "code"], type: "string", maximum: 3, role: .plain),
    Concept(words: ["currency"], type: "string", maximum: 3, role: .defaulted("EUR")),
    Concept(words: ["amount"], type: "decimal", maximum: 0, role: .plain),
    Concept(words: ["discount", "percentage"], type: "decimal", maximum: 0, role: .plain),
    Concept(words: ["quantity"], type: "integer", maximum: 0, role: .plain),
    Concept(words: ["is", "active"], type: "boolean", maximum: 0, role: .plain),
    Concept(words: ["ordered", "on"], type: "date", maximum: 0, role: .plain),
    Concept(words: ["delivered", "at"], type: "datetime", maximum: 0, role: .oneWay),
    Concept(words: ["remarks"], type: "string", maximum: 4000, role: .plain),
    Concept(words: ["external", "reference"], type: "string", maximum: 40, role: .plain),
    Concept(words: ["modified", "at"], type: "datetime", maximum: 0, role: .kept),
    Concept(words: ["row", "version"], type: "integer", maximum: 0, role: .kept),
  ]
}
