import TandemSyntax
import TandemValues

/// Turns the words of a property's description into its type.
enum TypeBuilder {
  /// The words that a description may use for a type, in the order in which messages list them.
  static let words = [
    "string", "integer", "decimal", "float", "boolean", "date", "time", "datetime", "guid", "binary", "json", "enum",
    "object", "list",
  ]

  /// The type of a described property; what is wrong is reported at its place and replaced by something harmless.
  static func type(of property: PropertyDescription, members: [PropertyModel], report: Report) -> ValueType {
    if property.type.value == "list" {
      guard let element = property.elementType else {
        report.add(IncompleteType.listWithoutElements(property))
        return .list(.string(maximumLength: nil))
      }
      return .list(type(word: element, of: property, members: members, report: report))
    }
    return type(word: property.type, of: property, members: members, report: report)
  }

  private static func type(
    word: Located<String>, of property: PropertyDescription, members: [PropertyModel], report: Report
  ) -> ValueType {
    switch word.value {
    case "string": return .string(maximumLength: property.maximumLength?.value)
    case "decimal": return .decimal(precision: property.precision?.value, scale: property.scale?.value)
    case "enum":
      if property.values.isEmpty && !property.isOpen {
        report.add(IncompleteType.enumerationWithoutValues(property))
        return .string(maximumLength: nil)
      }
      return .enumeration(values: property.values.map(\.value), open: property.isOpen)
    case "object":
      if members.isEmpty {
        report.add(IncompleteType.objectWithoutMembers(property))
        return .json
      }
      return .object(members.map { ValueType.Member(name: $0.name, type: $0.type) })
    default:
      if let plain = plainType(word.value) { return plain }
      report.add(UnknownTypeWord.inDescription(word, property: property))
      return .string(maximumLength: property.maximumLength?.value)
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
