import TandemSyntax

/// The types that a `$metadata` declares, by their qualified names.
struct ODataModel {
  /// A type of entities, or a complex one.
  struct StructuredType {
    /// The name with its place.
    var name: Located<String>
    /// The name behind its namespace.
    var qualified: String
    var element: XMLElement
  }

  /// The types of entities that records can have, in their order.
  private(set) var entityTypes: [StructuredType] = []
  /// What is said of types and their properties elsewhere.
  let annotations: ODataAnnotations
  /// True since version 4, which knows types of days and no associations.
  let isVersion4: Bool
  /// The associations of the versions before, by their qualified names.
  private(set) var associations: [String: XMLElement] = [:]

  private var structured: [String: StructuredType] = [:]
  private var complex: Set<String> = []
  private var enumerations: [String: [String]] = [:]
  private var definitions: [String: StructuredType] = [:]
  private var setNames: [String: [String]] = [:]
  /// Short names of namespaces.
  private let aliases: [String: String]
  /// Types that inherit from more others are in a wrong export.
  private static let maximumInheritance = 16

  /// The model of an export; empty for XML that is none.
  init(_ root: XMLElement) {
    let schemas = Self.schemas(in: root)
    var aliases: [String: String] = [:]
    for schema in schemas {
      if let alias = schema["Alias"], let namespace = schema["Namespace"] { aliases[alias] = namespace }
    }
    self.aliases = aliases
    isVersion4 = root["Version"].map { $0.hasPrefix("4") } ?? false
    annotations = ODataAnnotations(schemas, aliases: aliases)
    for schema in schemas { add(schema) }
  }

  /// The schemas of a package, or the one that stands alone.
  private static func schemas(in root: XMLElement) -> [XMLElement] {
    switch root.name {
    case "Schema": return [root]
    case "Edmx": return root.children("DataServices").flatMap { $0.children("Schema") }
    default: return []
    }
  }

  private mutating func add(_ schema: XMLElement) {
    let namespace = schema["Namespace"] ?? ""
    for element in schema.children {
      guard let name = element.located("Name"), !name.value.isEmpty else { continue }
      let type = StructuredType(name: name, qualified: namespace + "." + name.value, element: element)
      switch element.name {
      case "EntityType":
        structured[type.qualified] = type
        if element["Abstract"] != "true" { entityTypes.append(type) }
      case "ComplexType":
        structured[type.qualified] = type
        complex.insert(type.qualified)
      case "EnumType":
        // Several values of one with flags hold at once, which no enumeration can say.
        let members = element["IsFlags"] == "true" ? [] : element.children("Member").compactMap { $0["Name"] }
        enumerations[type.qualified] = members
      case "TypeDefinition": definitions[type.qualified] = type
      case "Association": associations[type.qualified] = element
      case "EntityContainer":
        for set in element.children where set.name == "EntitySet" || set.name == "Singleton" {
          guard let name = set["Name"], let type = set["EntityType"] ?? set["Type"] else { continue }
          setNames[full(type), default: []].append(name)
        }
      default: break
      }
    }
  }

  /// A name with its namespace in the place of an alias.
  func full(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), let namespace = aliases[String(name[..<dot])] else { return name }
    return namespace + name[dot...]
  }

  /// The type of entities with a name.
  func entityType(_ name: String) -> StructuredType? {
    let full = full(name)
    return complex.contains(full) ? nil : structured[full]
  }

  /// The complex type with a name.
  func complexType(_ name: String) -> StructuredType? {
    let full = full(name)
    return complex.contains(full) ? structured[full] : nil
  }

  /// The values of an enumeration with a name; none where they are flags.
  func enumeration(_ name: String) -> [String]? { enumerations[full(name)] }

  /// What a name stands for that was given to a primitive type.
  func definition(_ name: String) -> StructuredType? { definitions[full(name)] }

  /// The names of the sets whose records have a type.
  func sets(of type: StructuredType) -> [String] { setNames[type.qualified] ?? [] }

  /// The type and those that it inherits from, from the first of them.
  func lineage(of type: StructuredType) -> [StructuredType] {
    var types = [type]
    while types.count < Self.maximumInheritance, let base = types[0].element["BaseType"],
      let parent = structured[full(base)], !types.contains(where: { $0.qualified == parent.qualified })
    {
      types.insert(parent, at: 0)
    }
    return types
  }

  /// The properties with values, inherited ones first.
  func properties(of type: StructuredType) -> [XMLElement] {
    lineage(of: type).flatMap { $0.element.children("Property") }.filter { $0["Name"]?.isEmpty == false }
  }

  /// The names of the properties that are the key.
  func key(of type: StructuredType) -> [String] {
    lineage(of: type).lazy.compactMap { type in
      type.element.children("Key").first.map { $0.children("PropertyRef").compactMap { $0["Name"] } }
    }.first ?? []
  }

  /// True for a property that alone is another key.
  func isAlternateKey(_ name: String, of type: StructuredType) -> Bool {
    let targets = lineage(of: type).map(\.qualified)
    return annotations.alternateKeys(of: targets, inside: lineage(of: type).map(\.element)).contains([name])
  }

  /// The names under which a property is annotated: of the type that declares it, or of those that inherit it.
  func annotationTargets(_ property: String, of type: StructuredType) -> [String] {
    lineage(of: type).map { $0.qualified + "/" + property }
  }
}
