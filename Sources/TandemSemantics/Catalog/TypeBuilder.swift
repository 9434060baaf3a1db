import TandemSyntax
import TandemValues

/// Turns the words of a property's description into its type.
enum TypeBuilder {
  /// The words that a document may use for a type, in the order in which messages list them.
  static let words = TypeForm.all.map(\.word)

  /// The type of a described property. The reader has reported words that are no types and details that are missing;
  /// they become something harmless here.
  static func type(of property: PropertyDescription, members: [PropertyModel]) -> ValueType {
    guard property.type.value == "list" else { return type(word: property.type.value, of: property, members: members) }
    return .list(type(word: property.elementType?.value ?? "string", of: property, members: members))
  }

  private static func type(word: String, of property: PropertyDescription, members: [PropertyModel]) -> ValueType {
    switch word {
    case "decimal": return .decimal(precision: property.precision?.value, scale: property.scale?.value)
    case "enum":
      return .enumeration(values: property.values.map(\.value), open: property.isOpen || property.values.isEmpty)
    case "object": return .object(members.map { ValueType.Member(name: $0.name, type: $0.type) })
    case "string": return .string(maximumLength: property.maximumLength?.value)
    default: return plainType(word) ?? .string(maximumLength: property.maximumLength?.value)
    }
  }

  /// The type that a word alone stands for; `nil` for words that need more, and for unknown ones.
  static func plainType(_ word: String) -> ValueType? {
    switch word {
    case "string": return .string(maximumLength: nil)
    case "integer": return .integer
    case "decimal": return .decimal(precision: nil, scale: nil)
    case "float": return .float
    case "boolean": return .boolean
    case "date": return .date
    case "time": return .time
    case "datetime": return .datetime
    case "guid": return .guid
    case "binary": return .binary
    case "json": return .json
    default: return nil
    }
  }
}
