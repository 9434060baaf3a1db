/// Swift identifiers for names of systems, entities, properties and files, after the Swift API Design Guidelines.
enum SwiftNames {
  /// A type's name: `Business_entity` is `BusinessEntity`, `custom-crm` is `CustomCrm`, `Custom CRM` is `CustomCRM`.
  static func type(_ name: String) -> String {
    let words = words(of: name)
    guard !words.isEmpty else { return "Unnamed" }
    return escape(guardLeadingDigit(words.map(capitalise).joined()), isType: true)
  }

  /// A property's name: `VATNumber` is `vatNumber`, `ID` is `id`, `Sync_Id__c` is `syncIdC`.
  static func property(_ name: String) -> String {
    let words = words(of: name)
    guard let first = words.first else { return "unnamed" }
    let rest = words.dropFirst().map { word in word == word.uppercased() && word.count > 1 ? word : capitalise(word) }
    return escape(guardLeadingDigit(first.lowercased() + rest.joined()), isType: false)
  }

  /// Names for a list in which no two may collide: later ones get a number.
  static func unique(_ names: [String], reserved: Set<String> = []) -> [String] {
    var taken = reserved
    return names.map { name in
      var candidate = name
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = name.hasSuffix("`") ? "\(name.dropLast().dropFirst())\(number)" : "\(name)\(number)"
        number += 1
      }
      return candidate
    }
  }

  /// Splits a name at punctuation, and where a small letter meets a capital, and before the last capital of a run that
  /// small letters follow (`VATNumber`: `VAT`, `Number`). A name whose every letter has one case stays one word.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var current: [Unicode.Scalar] = []
    func flush() {
      if !current.isEmpty {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: current)
        words.append(String(text))
        current = []
      }
    }
    let scalars = Array(name.unicodeScalars)
    for index in scalars.indices {
      let scalar = scalars[index]
      guard isIdentifierPart(scalar) else {
        flush()
        continue
      }
      if let last = current.last, isUpper(scalar) {
        let next = index + 1 < scalars.count ? scalars[index + 1] : nil
        if !isUpper(last) {
          flush()
        } else if let next, isLower(next), current.count > 1 || !isUpper(last) {
          flush()
        }
      }
      current.append(scalar)
    }
    flush()
    return words
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
  }

  private static func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    return scalar.properties.isAlphabetic && scalar.properties.isXIDContinue
  }

  private static func capitalise(_ word: String) -> String {
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }

  private static func guardLeadingDigit(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, ("0"..."9").contains(first) else { return name }
    return "_" + name
  }

  private static func escape(_ name: String, isType: Bool) -> String {
    if isType { return reservedTypes.contains(name) ? name + "Entity" : name }
    // Quoted or not, `self` always means the record itself.
    if name == "self" { return "selfValue" }
    return reservedProperties.contains(name) ? "`\(name)`" : name
  }

  /// Names of types that generated code itself uses, which an entity must not hide.
  private static let reservedTypes: Set<String> = [
    "Self", "Type", "Protocol", "Any", "String", "Int64", "Double", "Bool", "Array", "Optional", "Value", "ValueType",
    "Field", "Entity", "EntitySchema", "EntityReference", "PropertySchema", "ChangeFeed", "MappingError",
    "MappingContext", "SharedView", "SharedProperty", "PropertySet", "FlowDeclaration", "FlowMapping", "MappedFlow",
    "FlowIdentifier", "DecimalNumber", "CalendarDate", "TimeOfDay", "Timestamp", "GUID", "UInt8", "Set", "Source",
    "Target", "StructuredProperty", "DataflowDeclaration", "GeneratedCodeFormat", "ParameterDeclaration", "Sendable",
  ]

  private static let reservedProperties: Set<String> = [
    "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout",
    "internal", "let", "open", "operator", "private", "precedencegroup", "protocol", "public", "rethrows", "static",
    "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do", "else",
    "fallthrough", "for", "guard", "if", "in", "repeat", "return", "throw", "switch", "where", "while", "Any", "as",
    "await", "false", "is", "nil", "Self", "super", "throws", "true", "try", "Type", "actor", "async",
  ]
}
