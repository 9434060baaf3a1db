import TandemSyntax

/// An export that is neither JSON nor XML.
enum MalformedExport {
  static let rule = Rule(
    code: "T0901", name: "malformed-export", category: .syntax, severity: .error,
    summary: "An exported schema is neither JSON nor XML.",
    page: """
      `tandem verify --schema FILE` reads JSON, the `$metadata` of OData in XML, or a description of Tandem's own form in a file
      whose name ends in `.yaml`. The text stops being JSON, or XML, at the place that is shown. A file that was cut on its way, or an answer that is a page of HTML,
      looks so; export the schema again.
      """,
    failing: VerificationExample.json("{\"name\": \"Tool\", \"fields\": [{\"name\": \"id\"}"),
    passing: VerificationExample.passing)

  static func diagnostic(_ fault: ExportFault) -> Diagnostic {
    Diagnostic(
      rule, fault.message,
      explanation: "Up to here the text is \(fault.notation). Export the schema again, or correct the file.",
      at: fault.span)
  }
}
