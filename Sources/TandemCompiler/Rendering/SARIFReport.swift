import TandemSyntax

/// Diagnostics in the Static Analysis Results Interchange Format, version 2.1.0.
public enum SARIFReport {
  /// The log of one run.
  public static func render(_ diagnostics: [Diagnostic]) -> String {
    var seen: Set<String> = []
    let rules = diagnostics.map(\.rule).filter { seen.insert($0.code).inserted }.sorted { $0.code < $1.code }
    let positions = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
    let driver = JSONText.object([
      ("name", .string("tandem")), ("rules", .array(rules.map(rule))),
    ])
    return JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(diagnostics.map { result($0, position: positions[$0.rule.code] ?? 0) })),
          ])
        ])
      ),
    ]).text + "\n"
  }

  private static func rule(_ rule: Rule) -> JSONText {
    .object([
      ("id", .string(rule.code)),
      ("name", .string(rule.name)),
      ("shortDescription", .object([("text", .string(rule.summary))])),
      ("help", .object([("text", .string(rule.page))])),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
      ("properties", .object([("category", .string(rule.category.rawValue))])),
    ])
  }

  private static func result(_ diagnostic: Diagnostic, position: Int) -> JSONText {
    var members: [(String, JSONText)] = [
      ("ruleId", .string(diagnostic.rule.code)),
      ("ruleIndex", .integer(position)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", .object([("text", .string("\(diagnostic.message). \(diagnostic.explanation)"))])),
      ("locations", .array([location(diagnostic.span, message: nil)])),
    ]
    if !diagnostic.labels.isEmpty {
      members.append(("relatedLocations", .array(diagnostic.labels.map { location($0.span, message: $0.message) })))
    }
    return .object(members)
  }

  private static func location(_ span: SourceSpan, message: String?) -> JSONText {
    let start = span.start
    let end = span.end
    var members: [(String, JSONText)] = [
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(percentEncoded(span.file.path)))])),
          (
            "region",
            .object([
              ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
              ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
            ])
          ),
        ])
      )
    ]
    if let message { members.append(("message", .object([("text", .string(message))]))) }
    return .object(members)
  }

  private static func percentEncoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80
        && (("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
          || "/-._~".unicodeScalars.contains(scalar))
      if isPlain {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
