import TandemSyntax

/// A comment in the settings that is to allow a finding.
enum CommentInSettings {
  static let rule = Rule(
    code: "T0605", name: "comment-in-settings", category: .syntax, severity: .warning,
    summary: "A comment in the settings is to allow a finding, which only comments of documents can.",
    page: """
      `\(Suppression.words) CODE: REASON` allows a finding at the part of a document, or of a description, that the comment
      belongs to. In the settings of a project it would belong to nothing. What the whole project decides stands there as a
      key below `severities`; the reason may stay beside it as a comment.
      """,
    failing: .yaml("# tandem allows T2003: texts are short here\nseverities:\n  T2002: note\n"),
    passing: .yaml("severities:\n  T2003: off  # texts are short here\n"))

  /// What is wrong with the comments of a file of settings.
  static func check(_ tree: SyntaxTree) -> [Diagnostic] {
    let file = tree.file
    return tree.tokens.filter { $0.kind == .comment }.flatMap { token -> [Diagnostic] in
      var range = token.range
      while let first = file.bytes[range].first, first == UInt8(ascii: "#") { range = range.dropFirst() }
      let span = SourceSpan(file: file, range)
      let comment = Comment(
        anchor: .document, placement: .before, lines: [span.text], span: span, places: [span], covers: span)
      return Suppression.readings(in: comment).map { reading in
        switch reading {
        case .suppression(let suppression):
          return diagnostic(at: suppression.span, names: suppression.rules.map(\.value))
        case .fault(_, let place): return diagnostic(at: place, names: [])
        }
      }
    }
  }

  private static func diagnostic(at span: SourceSpan, names: [String]) -> Diagnostic {
    let lines = (names.isEmpty ? ["CODE"] : names).map { "`\($0): off`" }
    return Diagnostic(
      rule, "this comment allows nothing, because it stands in the settings",
      explanation:
        "Write \(lines.joined(separator: ", ")) below `severities`, or move the comment to the part of a document "
        + "that it speaks of.",
      at: span)
  }
}
