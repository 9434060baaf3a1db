import TandemSyntax

/// The type of a property of which only documents tell.
struct AssumedType {
  /// The document's word for it.
  var word: String
  /// True where the document tells it of this property, false where it does of the one on the other side.
  var isTold: Bool
}

/// An entity of which only documents tell.
struct AssumedEntity {
  let name: String
  private var properties: [Property] = []

  init(name: String) { self.name = name }

  /// A property, or a structured one with its members.
  private struct Property {
    var name: String
    /// The type, if a document tells one.
    var type: AssumedType?
    /// The entity whose key it holds.
    var referent: String?
    var members: [Property] = []
    /// True when documents speak of elements that have some value.
    var isList = false
  }

  /// Adds a property by its path.
  ///
  /// - Parameters:
  ///   - type: What the document's type column says.
  ///   - isElement: True when the path goes through the elements of a list.
  mutating func add(_ path: [String], type: AssumedType?, isElement: Bool) {
    Self.add(path[...], type: type, isElement: isElement, to: &properties)
  }

  /// Notes that a property holds the key of another entity's record.
  mutating func refer(_ path: [String], to entity: String) {
    guard path.count == 1 else { return }
    add(path, type: nil, isElement: false)
    let wanted = NormalizedName(path[0])
    guard let place = properties.firstIndex(where: { NormalizedName($0.name) == wanted }) else { return }
    properties[place].referent = entity
  }

  private static func add(
    _ path: ArraySlice<String>, type: AssumedType?, isElement: Bool, to properties: inout [Property]
  ) {
    guard let name = path.first else { return }
    let wanted = NormalizedName(name)
    let place: Int
    if let known = properties.firstIndex(where: { NormalizedName($0.name) == wanted }) {
      place = known
    } else {
      properties.append(Property(name: name))
      place = properties.count - 1
    }
    if path.count > 1 {
      if isElement { properties[place].isList = true }
      add(path.dropFirst(), type: type, isElement: false, to: &properties[place].members)
    } else if properties[place].type == nil || type?.isTold == true && properties[place].type?.isTold == false {
      properties[place].type = type
    }
  }

  /// The entity's lines in the description.
  var lines: [String] {
    var lines = ["  \(YAMLText.scalar(name)):", "    properties:"]
    let names = Set(properties.map { NormalizedName($0.name) })
    if !names.contains(NormalizedName("id")) {
      lines.append("      id: {type: string, key: true, readOnly: true} # ASSUMPTION: no document names the key")
    }
    for property in properties { lines += Self.lines(of: property, margin: "      ") }
    for (name, type) in [("modifiedAt", "datetime"), ("rowVersion", "integer")]
    where !names.contains(NormalizedName(name)) {
      lines.append("      \(name): {type: \(type), readOnly: true} # ASSUMPTION")
    }
    return lines
  }

  private static func lines(of property: Property, margin: String) -> [String] {
    let name = margin + YAMLText.scalar(property.name)
    guard property.members.isEmpty else {
      var lines = [name + ":", margin + (property.isList ? "  type: list" : "  type: object")]
      if property.isList { lines.append(margin + "  of: object") }
      lines.append(margin + "  properties:")
      for member in property.members { lines += Self.lines(of: member, margin: margin + "    ") }
      return lines
    }
    let isKey = margin.count == 6 && NormalizedName(property.name) == NormalizedName("id")
    let key = isKey ? ", key: true" : ""
    if let referent = property.referent {
      return ["\(name): {type: string, ref: \(YAMLText.scalar(referent))\(key)} # ASSUMPTION: of the type of the key"]
    }
    guard let type = property.type, types.contains(type.word) else {
      return ["\(name): {type: string\(key)} # ASSUMPTION: no document tells the type"]
    }
    let remark = type.isTold ? "as a document says" : "ASSUMPTION: the type of the other side"
    return ["\(name): {type: \(type.word)\(key)} # \(remark)"]
  }

  /// The words that documents and descriptions share.
  private static let types: Set<String> = [
    "string", "integer", "decimal", "float", "boolean", "date", "time", "datetime", "guid", "binary", "json",
  ]
}
