import TandemSyntax
import TandemValues

/// A function that is written by hand and whose name is none in Swift.
enum FunctionName {
  static let rule = Rule(
    code: "T1013", name: "function-name", category: .names, severity: .error,
    summary: "A function that is written by hand has a name that is none in Swift.",
    page: """
      What a document leaves to hand-written code is a function in an extension that the generated code asks for. Its name
      is made of letters from a to z and digits, and begins with a letter: `laterStage`.
      """,
    failing: Examples.rows(
      "{source: email, target: Email, type: string}", policy: "conflict: hand-written later-stage"),
    passing: Examples.rows(
      "{source: email, target: Email, type: string}", policy: "conflict: hand-written laterStage"))

  /// The name that cannot be one.
  static func diagnostic(_ name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      rule, "`\(name)` is no name of a function in Swift",
      explanation: "Write letters from a to z and digits, a letter first, as in `laterStage`.", at: span)
  }
}
