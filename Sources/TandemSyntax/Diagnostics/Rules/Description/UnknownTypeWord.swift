/// A word that names no type.
public enum UnknownTypeWord {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0401",
    name: "unknown-type-word",
    category: .syntax,
    severity: .error,
    summary: "The type of a property is none that Tandem knows.",
    page: """
      The types are string, integer, decimal, float, boolean, date, time, datetime, guid, binary, json, enum, object and list.
      """,
    failing: .system(
      """
      system: Custom ERP
      entities:
        Order:
          properties:
            id: {type: integer, key: true, readOnly: true}
            number: {type: text}

      """),
    passing: .system(
      """
      system: Custom ERP
      entities:
        Order:
          properties:
            id: {type: integer, key: true, readOnly: true}
            number: {type: string}

      """)
  )

  static let words = TypeForm.all.map(\.word)

  /// Words of databases and programming languages, and what they are called here.
  private static let meanings = [
    "text": "string", "varchar": "string", "nvarchar": "string", "char": "string", "int": "integer", "long": "integer",
    "bigint": "integer", "smallint": "integer", "number": "decimal", "numeric": "decimal", "money": "decimal",
    "currency": "decimal", "double": "float", "real": "float", "bool": "boolean", "bit": "boolean",
    "timestamp": "datetime", "uuid": "guid", "uniqueidentifier": "guid", "bytes": "binary", "blob": "binary",
    "array": "list", "picklist": "enum", "enumeration": "enum", "struct": "object", "map": "object",
  ]

  static func diagnostic(_ scalar: YAMLScalar) -> Diagnostic {
    let nearest = meanings[scalar.text.lowercased()] ?? SpellingDistance.nearest(to: scalar.text, in: words)
    var fixes: [Diagnostic.Fix] = []
    if let nearest, scalar.style == .plain {
      fixes = [
        Diagnostic.Fix(
          "replace with `\(nearest)`", safe: false, edits: [TextEdit(scalar.contentSpan, replacement: nearest)])
      ]
    }
    return Diagnostic(
      rule,
      "`\(ClauseText.excerpt(scalar.text))` is not a type" + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: "The types are \(words.joined(separator: ", ")).", at: scalar.span, fixes: fixes)
  }
}
