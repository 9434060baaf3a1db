/// Swift identifiers for names of systems, entities, properties and files, after the Swift API Design Guidelines.
///
/// A name follows from one spelling alone, never from its neighbours: `SwiftNameList` keeps those apart that collide, and
/// `SwiftReservedNames` adds what no declaration may hide. This file needs no other one, so that a build plugin can have it.
enum SwiftNames {
  /// Words in the manner of a type: `Business_entity` is `BusinessEntity`, `custom-crm` is `CustomCRM`.
  static func type(_ name: String) -> String {
    let words = words(of: name)
    guard !words.isEmpty else { return "Unnamed" }
    return guardHead(words.map(inner).joined())
  }

  /// A property's name: `VATNumber` is `vatNumber`, `ID` is `id`, `Account_Id__c` is `accountID`.
  static func property(_ name: String) -> String {
    let words = words(of: name)
    guard let first = words.first else { return "unnamed" }
    return escape(guardHead(first.lowercased() + words.dropFirst().map(inner).joined()))
  }

  /// A property's name with something behind it, quoted only where that is needed.
  static func property(_ name: String, with suffix: String) -> String {
    escape(unescaped(property(name)) + suffix)
  }

  /// A name without the quotes that keep it from being a keyword.
  static func unescaped(_ name: String) -> String { name.hasPrefix("`") ? String(name.dropFirst().dropLast()) : name }

  /// Splits a name at punctuation, and where a small letter meets a capital, and before the last capital of a run that
  /// small letters follow (`VATNumber`: `VAT`, `Number`). A word whose every letter has one case stays one word.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    func flush() {
      if !current.isEmpty { words.append(String(current)) }
      current = String.UnicodeScalarView()
      last = nil
    }
    let scalars = Array(name.unicodeScalars)
    let end = scalars.count - markLength(scalars)
    for index in 0..<end {
      let scalar = scalars[index]
      guard isIdentifierPart(scalar) else {
        flush()
        continue
      }
      if let before = last, isUpper(scalar) {
        let isBeforeSmall = index + 1 < end && isLower(scalars[index + 1])
        if !isUpper(before) || isBeforeSmall && current.count > 1 { flush() }
      }
      current.append(scalar)
      last = scalar
    }
    flush()
    // A name in capitals throughout says nothing by them: `ORDER_DATE` reads as `Order_Date`.
    guard words.count > 1, !scalars.contains(where: isLower) else { return words }
    return words.map { $0.lowercased() }
  }

  /// The length of the mark that systems put behind the names of what their customers add: `__c`, `__r`.
  private static func markLength(_ scalars: [Unicode.Scalar]) -> Int {
    guard scalars.count > 3, let last = scalars.last, last.isASCII, isLower(last),
      scalars[scalars.count - 2] == "_", scalars[scalars.count - 3] == "_"
    else { return 0 }
    return 3
  }

  /// A word that does not begin a property's name.
  private static func inner(_ word: String) -> String {
    let upper = word.uppercased()
    if acronyms.contains(upper) { return upper }
    if word.count > 2, let last = word.last, last == "s" || last == "S", acronyms.contains(String(upper.dropLast())) {
      return upper.dropLast() + "s"
    }
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }

  /// Words that American English writes in capitals, which Swift therefore writes in one case throughout.
  private static let acronyms: Set<String> = [
    "API", "BIC", "CRM", "CSV", "EAN", "ERP", "EU", "FTP", "GPS", "GTIN", "GUID", "HTML", "HTTP", "HTTPS", "IBAN", "ID",
    "IP", "ISBN", "ISO", "JSON", "KPI", "PDF", "PMS", "SEPA", "SKU", "SMS", "SMTP", "SQL", "UK", "URI", "URL", "USA",
    "UTC", "UUID", "VAT", "VIP", "XML",
  ]

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
  }

  private static func isLower(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isLowercase
  }

  /// True for what may stand in an identifier and can be seen there.
  private static func isIdentifierPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    let properties = scalar.properties
    return properties.isAlphabetic && properties.isXIDContinue && !properties.isDefaultIgnorableCodePoint
  }

  /// A name that may begin an identifier: no digit, and no mark that combines with what stands before it.
  private static func guardHead(_ name: String) -> String {
    guard let first = name.unicodeScalars.first else { return name }
    switch first.value {
    case 0x30...0x39, 0x300...0x36F, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: return "_" + name
    default: return name
    }
  }

  private static func escape(_ name: String) -> String {
    // Quoted or not, `self` always means the record itself.
    if name == "self" { return "selfValue" }
    return keywords.contains(name) ? "`\(name)`" : name
  }

  private static let keywords: Set<String> = [
    "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init", "inout",
    "internal", "let", "open", "operator", "private", "precedencegroup", "protocol", "public", "rethrows", "static",
    "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do", "else",
    "fallthrough", "for", "guard", "if", "in", "repeat", "return", "throw", "switch", "where", "while", "Any", "as",
    "await", "false", "is", "nil", "Self", "super", "throws", "true", "try", "Type", "actor", "async",
  ]
}
