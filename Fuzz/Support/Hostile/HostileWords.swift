/// Names and texts that try to become something else than a name and a text.
public enum HostileWords {
  /// Names as careless or malicious people give them.
  public static let names: [String] =
    [
      "class", "self", "Self", "init", "Type", "type", "protocol", "Protocol", "default", "in", "is", "as", "nil",
      "true",
      "func", "operator", "inout", "throws", "await", "async", "actor", "some", "any", "Any", "macro", "package",
      "each",
      "repeat", "where", "let", "var", "borrowing", "consuming", "discard", "switch", "super", "subscript", "deinit",
      "id", "hashValue", "description", "debugDescription", "values", "schema", "memberValues", "rawValue", "none",
      "wrapped", "allCases", "count", "hash", "map", "flatMap", "print", "fatalError", "dynamicType", "init()",
      "String", "Value", "Field", "Swift", "Int", "Void", "Never", "Error", "Result", "Character", "Foundation",
      "TandemRuntime", "TandemValues", "Generated", "Logging", "Main", "main", "Module", "Package", "Test", "Sequence",
      "Shared", "Format", "Element", "Key", "Index", "Iterator", "SubSequence", "ID", "Body", "Wrapped", "ArrayLiteral",
      "Ünïcode", "客户", "名前", "Straße", "Ǆenana", "ǆ", "ǅ", "ﬀ", "İstanbul", "ıı", "é", "e\u{301}", "𝒳", "अनुच्छेद",
      "\u{345}x", "مرحبا", "שלום", "\u{3164}", "a\u{200D}b", "a\u{202E}b", "²", "٣", "ⅷ", "ª", "º", "µ", "ŉ", "ΐ", "ß",
      "2fast", "3", "007", "1e5", "0x1F", "-1", "_", "__", "_1", "a__c", "Sync_Id__c", "Sync_Id",
      "+", "==", "->", "`class`", "\"quoted\"", "a\\(b)", "a\nb", "*/", "//", "/*", "#if", "#sourceLocation()", "@main",
      "$0", "$", "🦊", "a🦊b", "a;b", "a{b}", "a, b", "<T>", "a&b", "?", "!", "\u{0}", "\u{FEFF}a",
      "Name", "name", "NAME", "nAme", "first name", "first_name", "firstName", "FirstName", "first-name", "FIRST_NAME",
      "FIRST-NAME", "x1", "x2", "x3F2A", "nameX1B2C",
      String(repeating: "a", count: 200), String(repeating: "VeryLong", count: 25), String(repeating: "Ö", count: 200),
    ]

  /// Texts that try to leave their literal or comment; each holds the mark, which must never be code.
  public static let texts: [String] =
    [
      "\"", "\")", "\"; \(mark)()", "\\(\(mark)())", "\\\\(\(mark)())", "\\", "\\\"", "\\u{41}", "\"#", "\"\"\"",
      "#\"\(mark)\"#", "*/ \(mark)() /*", "/* \(mark)", "// \(mark)", "\n\(mark)()\n", "\r\n\(mark)()", "\r\(mark)()",
      "a\tb", "\u{0}\(mark)", "\u{1B}[31m\(mark)", "\u{7F}", "\u{85}\(mark)()", "\u{2028}\(mark)()",
      "\u{2029}\(mark)()",
      "\u{B}\(mark)()", "\u{C}\(mark)()",
      "\u{202E}\(mark)\u{202C}", "\u{2066}\(mark)\u{2069}", "\u{200B}", "\u{FEFF}\(mark)", "\u{301}abc", "🦊",
      "\u{E000}",
      "\u{FFFD}", "\u{E0041}", "`\(mark)`", "'\(mark)'", "${\(mark)}", "%@ %n", "#sourceLocation(file:\"x\",line:1)",
      "\n#sourceLocation()\n\(mark)()", "\n#if \(mark)", "}\n}\n\(mark)()", "é", "e\u{301}", "ÅÄÖ", " leading",
      "trailing ",
      "two  blanks", String(repeating: "long \(mark) ", count: 60), String(repeating: "\"", count: 150),
      String(repeating: "x", count: 300),
    ]

  /// A word that stands in no generated code but inside of literals and comments.
  public static let mark = "zzEscaped"
}
