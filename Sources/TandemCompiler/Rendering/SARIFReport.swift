import TandemSyntax

/// Diagnostics in the Static Analysis Results Interchange Format, version 2.1.0.
///
/// Columns count Unicode scalars, and the column behind the last character ends a region, as everywhere in Tandem.
public enum SARIFReport {
  /// The log of one run.
  ///
  /// - Parameter suppressed: The findings that comments allow; they stand behind the others, with the reason.
  public static func render(_ diagnostics: [Diagnostic], suppressed: [SuppressedDiagnostic] = []) -> String {
    var seen: Set<String> = []
    let rules = (diagnostics + suppressed.map(\.diagnostic)).map(\.rule).filter { seen.insert($0.code).inserted }.sorted
    { $0.code < $1.code }
    var positions: [String: Int] = [:]
    for (position, rule) in rules.enumerated() { positions[rule.code] = position }
    var fingerprints = SARIFFingerprints()
    var results: [JSONText] = []
    func add(_ diagnostic: Diagnostic, _ suppression: Suppression?) {
      results.append(
        result(
          diagnostic, position: positions[diagnostic.rule.code] ?? 0, fingerprint: fingerprints.next(for: diagnostic),
          suppression: suppression))
    }
    for diagnostic in diagnostics { add(diagnostic, nil) }
    for allowed in suppressed { add(allowed.diagnostic, allowed.suppression) }
    let driver = JSONText.object([("name", .string("tandem")), ("rules", .array(rules.map(rule)))])
    return JSONText.object([
      (
        "$schema",
        .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])),
            ("invocations", .array([.object([("executionSuccessful", .boolean(true))])])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
          ])
        ])
      ),
    ]).text + "\n"
  }

  private static func rule(_ rule: Rule) -> JSONText {
    .object([
      ("id", .string(rule.code)),
      ("name", .string(rule.name)),
      ("shortDescription", text(rule.summary)),
      ("fullDescription", text(rule.page)),
      (
        "help",
        .object([("text", .string(RulePage.render(rule))), ("markdown", .string(RulePage.markdown(rule)))])
      ),
      ("defaultConfiguration", .object([("level", .string(rule.severity.rawValue))])),
      ("properties", .object([("category", .string(rule.category.rawValue))])),
    ])
  }

  private static func result(
    _ diagnostic: Diagnostic, position: Int, fingerprint: String, suppression: Suppression?
  ) -> JSONText {
    let sentences = ["\(diagnostic.message).", diagnostic.explanation] + diagnostic.notes.map { "(\($0))" }
    var members: [(String, JSONText)] = [
      ("ruleId", .string(diagnostic.rule.code)),
      ("ruleIndex", .integer(position)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", text(sentences.filter { !$0.isEmpty }.joined(separator: " "))),
      ("locations", .array([location(diagnostic.span)])),
    ]
    if !diagnostic.labels.isEmpty {
      members.append(
        (
          "relatedLocations",
          .array(diagnostic.labels.enumerated().map { location($1.span, identifier: $0 + 1, message: $1.message) })
        ))
    }
    let fixes = diagnostic.fixes.filter { !$0.edits.isEmpty }
    if !fixes.isEmpty { members.append(("fixes", .array(fixes.map(fix)))) }
    if let suppression {
      members.append(
        (
          "suppressions",
          .array([
            .object([
              ("kind", .string("inSource")), ("status", .string("accepted")),
              ("justification", .string(suppression.reason.value)), ("location", location(suppression.span)),
            ])
          ])
        ))
    }
    members.append(("partialFingerprints", .object([(SARIFFingerprints.key, .string(fingerprint))])))
    return .object(members)
  }

  private static func fix(_ fix: Diagnostic.Fix) -> JSONText {
    // A change speaks of one file, and of each file once.
    var files: [SourceFile] = []
    for edit in fix.edits where !files.contains(where: { $0 === edit.span.file }) { files.append(edit.span.file) }
    let changes = files.map { file in
      JSONText.object([
        ("artifactLocation", artifact(file)),
        (
          "replacements",
          .array(
            fix.edits.filter { $0.span.file === file }.map { edit in
              .object([("deletedRegion", region(edit.span)), ("insertedContent", text(edit.replacement))])
            })
        ),
      ])
    }
    return .object([
      ("description", text(fix.message)), ("artifactChanges", .array(changes)),
      ("properties", .object([("safe", .boolean(fix.isSafe))])),
    ])
  }

  private static func text(_ text: String) -> JSONText { .object([("text", .string(text))]) }

  private static func location(_ span: SourceSpan, identifier: Int? = nil, message: String? = nil) -> JSONText {
    var members: [(String, JSONText)] = []
    if let identifier { members.append(("id", .integer(identifier))) }
    members.append(
      ("physicalLocation", .object([("artifactLocation", artifact(span.file)), ("region", region(span))])))
    if let message { members.append(("message", text(message))) }
    return .object(members)
  }

  private static func artifact(_ file: SourceFile) -> JSONText { .object([("uri", .string(uri(file.path)))]) }

  private static func region(_ span: SourceSpan) -> JSONText {
    let start = span.start
    let end = span.end
    return .object([
      ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)), ("endLine", .integer(end.line)),
      ("endColumn", .integer(end.column)),
    ])
  }

  /// A path as a URI: relative to wherever the path is, or with the scheme `file` when it is absolute.
  static func uri(_ path: String) -> String {
    var result = path.hasPrefix("/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}

/// Recognises a result again when lines were put in above it: its code, its file and the text of its line, and a number
/// where these are the same for several.
struct SARIFFingerprints {
  /// The name of the fingerprint; a change of how it is made is a change of its number.
  static let key = "codeAndLine/v1"

  private var counts: [UInt64: Int] = [:]

  /// The fingerprint of the next diagnostic.
  mutating func next(for diagnostic: Diagnostic) -> String {
    let line = diagnostic.span.file.line(diagnostic.span.start.line)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [diagnostic.rule.code, diagnostic.span.file.path, line] {
      for byte in part.utf8 where byte != 0x20 && byte != 0x09 { Self.mix(byte, into: &hash) }
      Self.mix(0, into: &hash)
    }
    let count = counts[hash, default: 0]
    counts[hash] = count + 1
    return String(hash, radix: 16) + ":" + String(count)
  }

  /// One step of the hash of Fowler, Noll and Vo.
  private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash ^= UInt64(byte)
    hash &*= 0x100_0000_01B3
  }
}
