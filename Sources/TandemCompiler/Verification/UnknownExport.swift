import TandemSyntax

/// An export in a form that Tandem does not know.
enum UnknownExport {
  static let rule = Rule(
    code: "T0902", name: "unknown-export", category: .syntax, severity: .error,
    summary: "The text is JSON or XML, but no schema in a form that Tandem knows.",
    page: """
      Known are: a description of Tandem's own form (`.yaml`), what Salesforce answers to `describe`, the
      `$metadata` of OData (XML), JSON Schema (with a
      `title`, or with several entities under `$defs`, `definitions` or `components.schemas`), and plain lists of fields:
      `{"entities": {"Tool": {"fields": {"label": {"type": "string", "max": 40}}}}}`.
      """,
    failing: VerificationExample.json("{\"answer\": 42}"), passing: VerificationExample.passing)

  static func diagnostic(_ text: ExportText) -> Diagnostic {
    let tops = text.json?.members.prefix(5).map(\.name.value) ?? [text.xml?.name].compactMap(\.self)
    let names = tops.map { "`\($0)`" }
    let forms = SchemaExports.all.map { $0.name }.joined(separator: ", ")
    let end = min(text.file.bytes.count, 1)
    return Diagnostic(
      rule,
      text.xml?.name.lowercased() == "html"
        ? "this is a page of HTML, perhaps that of a login, and no schema"
        : "this is no schema in a form that is known",
      explanation:
        "Known are: \(forms). "
        + (names.isEmpty ? "The text names nothing." : "The text has \(names.joined(separator: ", ")) at its top."),
      at: SourceSpan(file: text.file, 0..<end))
  }
}
