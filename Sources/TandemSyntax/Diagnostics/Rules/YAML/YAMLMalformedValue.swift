/// A value that is none of those which its key takes.
public enum YAMLMalformedValue {
  /// The rule's identity and page.
  public static let rule = Rule(
    code: "T0223",
    name: "malformed-value",
    category: .syntax,
    severity: .error,
    summary: "The value of a key is none of those that it takes.",
    page: """
      Many keys take one of a few values: flags take `true` or `false`, numbers are written in digits, and policies have
      their words. The message names them.
      """,
    failing: .flow(
      """
      conflict: latest
      """),
    passing: .flow(
      """
      conflict: newest
      """)
  )

  static func diagnostic(_ scalar: YAMLScalar, of key: String, explanation: String) -> Diagnostic {
    var diagnostic = diagnostic(scalar, of: key, forms: [])
    diagnostic.explanation = explanation
    return diagnostic
  }

  /// A choice of which a word is misspelt and the rest stays as it is.
  static func diagnostic(
    _ scalar: YAMLScalar, of key: String, forms: [String], correction: PolicyForm.Correction
  ) -> Diagnostic {
    var text = Array(scalar.text.utf8)
    text.replaceSubrange(correction.range, with: Array(correction.words.utf8))
    var diagnostic = diagnostic(scalar, of: key, forms: forms)
    diagnostic.message += "; did you mean `\(ClauseText.excerpt(String(decoding: text, as: UTF8.self)))`?"
    if case .exact(let range) = scalar.places {
      let place = range.lowerBound + correction.range.lowerBound..<range.lowerBound + correction.range.upperBound
      diagnostic.fixes = [
        Diagnostic.Fix(
          "replace with `\(correction.words)`", safe: false,
          edits: [TextEdit(SourceSpan(file: scalar.span.file, place), replacement: correction.words)])
      ]
    }
    return diagnostic
  }

  static func diagnostic(_ scalar: YAMLScalar, of key: String, forms: [String], nearest: String? = nil) -> Diagnostic {
    var fixes: [Diagnostic.Fix] = []
    if let nearest, case .exact(let range) = scalar.places, scalar.style == .plain {
      fixes = [
        Diagnostic.Fix(
          "replace with `\(nearest)`", safe: false,
          edits: [TextEdit(SourceSpan(file: scalar.span.file, range), replacement: nearest)])
      ]
    }
    let shown = scalar.text.isEmpty ? "nothing" : "`\(ClauseText.excerpt(scalar.text))`"
    return Diagnostic(
      rule, "`\(key)` cannot be \(shown)" + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: "Write \(forms.joined(separator: ", or ")).", at: scalar.span, fixes: fixes)
  }
}
