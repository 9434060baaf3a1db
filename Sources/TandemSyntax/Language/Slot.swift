/// A place in a ``Template`` that the author of a document fills.
public enum Slot: String, Sendable, Hashable {
  /// The flow's source entity with its system: `Customerp Order`.
  case source
  /// The flow's target entity with its system.
  case target
  /// Either of the two entities.
  case side
  /// The other one of the two entities, when ``side`` stands before it.
  case partner
  /// A list of entities: `Customerp Order, Customerp Quote, or Customerp User`.
  case entities
  /// A system's name.
  case system
  /// A second system's name.
  case otherSystem
  /// Executable text.
  case expression
  /// Prose of a person, which no program understands.
  case remark
  /// A property and the text that it is given: `Status = "Void"`.
  case assignment
  /// A path to a property.
  case property
  /// Another flow of the document: `Order to Invoice`.
  case flow
  /// The former name of an entity.
  case formerName
  /// The name of a value map, a parameter or a conversion.
  case name
  /// An entity without its system.
  case entity
  /// A second entity without its system.
  case otherEntity
  /// Pairs of a lookup: `customer.number = AccountNumber, country = Country`.
  case pairs
  /// A literal: `"EUR"`.
  case literal
  /// A word for a place in an order: `first`.
  case ordinal
  /// Any text without quotation marks.
  case text

  /// True when the slot's text may itself hold the fixed text that follows it, so that it ends at the last one.
  public var reachesFar: Bool { self == .remark || self == .expression || self == .assignment }

  /// How messages name the slot when the author has to fill it.
  public var nameInBraces: String { "{\(rawValue)}" }

  /// What stands for the slot in a form that messages show to an author: capitals for what is the author's.
  public var nameInCapitals: String {
    switch self {
    case .source, .target, .side, .partner: return "SYSTEM ENTITY"
    case .entities: return "SYSTEM ENTITY, SYSTEM ENTITY"
    case .system, .otherSystem: return "SYSTEM"
    case .expression: return "CONDITION"
    case .remark: return "..."
    case .assignment: return "PROPERTY = \"VALUE\""
    case .property: return "PATH"
    case .flow: return "ENTITY to ENTITY"
    case .formerName: return "FORMER NAME"
    case .name: return "NAME"
    case .entity, .otherEntity: return "ENTITY"
    case .pairs: return "PATH = PROPERTY"
    case .literal: return "\"VALUE\""
    case .ordinal: return "first"
    case .text: return "TEXT"
    }
  }
}
