/// A title that names no two systems.
enum MalformedTitle {
  static let rule = Rule(
    code: "T0101",
    name: "malformed-title",
    category: .syntax,
    severity: .error,
    summary: "The document does not begin with a title of the form `A to B Dataflow`.",
    page: """
      The title names the two systems, and stands between two rules of its own length:

          ===========================
          Shopbase to Ledger Dataflow
          ===========================

      The system on the left is the one that records are created from.
      """,
    failing: RSTExample.failing("Shopbase to Ledger Dataflow", "Shopbase and Ledger Dataflow"),
    passing: RSTExample.passing
  )

  static func missing(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "the document has no title",
      explanation: "Begin with a title such as `Shopbase to Ledger Dataflow`, between two rules of `=` of its length.",
      at: span)
  }

  static func words(_ span: SourceSpan, text: String) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    var words = text.split(separator: " ").map(String.init)
    if let last = words.last, words.contains("to"), SpellingDistance.nearest(to: last, in: ["Dataflow"]) != nil {
      words[words.count - 1] = "Dataflow"
      let title = words.joined(separator: " ")
      if title != text { fixes = [.init("write `\(title)`", safe: true, edits: [TextEdit(span, replacement: title)])] }
    }
    return Diagnostic(
      rule, "the title does not read `A to B Dataflow`",
      explanation: "Name the system on the left, `to`, the system on the right, and `Dataflow`.", at: span, fixes: fixes
    )
  }
}
