import TandemSyntax
import TandemValues

/// The types of OData in Tandem's words.
enum ODataTypes {
  /// The type of a property, and another one that the service may mean: before version 4 there was no type of a day alone.
  static func types(of element: XMLElement, in model: ODataModel) -> (type: ValueType?, other: ValueType?) {
    let written = element["Type"] ?? ""
    let type = type(elementType(written), element, in: model, depth: 0)
    if isCollection(written) { return (type.map { .list($0) }, nil) }
    guard type == .datetime, !model.isVersion4, word(written) == "DateTime" else { return (type, nil) }
    return element.prefixed("display-format") == "Date" ? (.date, nil) : (.datetime, .date)
  }

  /// True for `Collection(X)`.
  static func isCollection(_ written: String) -> Bool { written.hasPrefix("Collection(") && written.hasSuffix(")") }

  /// The type in `Collection(X)`, else the type itself.
  static func elementType(_ written: String) -> String {
    isCollection(written) ? String(written.dropFirst("Collection(".count).dropLast()) : written
  }

  /// The last part of a name of a primitive type; the whole of any other.
  static func word(_ written: String) -> String {
    written.hasPrefix("Edm.") ? String(written.dropFirst(4)) : written
  }

  private static func type(_ written: String, _ facets: XMLElement, in model: ODataModel, depth: Int) -> ValueType? {
    // A type may be defined by another one, which in a wrong export may be defined by the first.
    guard depth < 4 else { return nil }
    if let definition = model.definition(written) {
      let own = definition.element
      let isNarrowed = facets["MaxLength"] != nil || facets["Precision"] != nil || facets["Scale"] != nil
      return type(own["UnderlyingType"] ?? "", isNarrowed ? facets : own, in: model, depth: depth + 1)
    }
    if let values = model.enumeration(written) {
      return values.isEmpty ? nil : .enumeration(values: values, open: false)
    }
    if model.complexType(written) != nil { return .object([]) }
    switch word(written) {
    case "String": return .string(maximumLength: number(facets["MaxLength"]))
    case "Byte", "SByte", "Int16", "Int32", "Int64": return .integer
    case "Decimal":
      return .decimal(precision: number(facets["Precision"]), scale: number(facets["Scale"]))
    case "Single", "Double": return .float
    case "Boolean": return .boolean
    case "Date": return .date
    case "DateTime", "DateTimeOffset": return .datetime
    case "Time", "TimeOfDay": return .time
    case "Guid": return .guid
    case "Binary", "Stream": return .binary
    case "Untyped": return .json
    default: return nil
    }
  }

  /// A length or a number of digits; `nil` for `max`, `variable`, and what no system can mean.
  private static func number(_ text: String?) -> Int? {
    guard let text, let number = Int(text), (0...Int(Int32.max)).contains(number) else { return nil }
    return number
  }
}
