import TandemSyntax

/// A section that says that it keeps nothing in step, and says what it keeps in step.
enum LinksOnly: MappingRule {
  static let rule = Rule(
    code: "T4030", name: "links-only-contradiction", category: .flow, severity: .error,
    summary: "A section that only links and creates has a direction, or rows that would keep properties in step.",
    page: """
      A section with `links only` keeps no property in step, so no edit travels and a direction says nothing; whether
      records are created is said by `create`. Its rows can only give a record its first values: each of them works `at
      creation`. Take one of the two statements out.
      """,
    failing: Examples.flow(
      "Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string}"],
      policy: "links only: true"),
    passing: Examples.flow(
      "Shop Customer to Ledger Account", rows: ["{source: name, target: Name, type: string, direction: at creation}"],
      policy: "links only: true"))

  static func check(_ flow: ResolvedFlow) {
    let section = flow.head.flow
    guard section.linksOnly else { return }
    let place = section.linksOnlyPlace ?? section.title
    let isRST = flow.context.document.notation == .rst
    let word = isRST ? "the sentence on linking" : "`links only`"
    if let direction = section.direction {
      flow.context.report.add(
        Diagnostic(
          rule, "a section that keeps no property in step has no direction",
          explanation: "No edit travels here. Leave the direction out; whether records are created says "
            + (isRST ? "the section's first sentence." : "`create`."),
          at: direction.span, labels: [Diagnostic.Label("nothing is kept in step", at: place)],
          fixes: removal(direction.span, "remove the direction", isRST: isRST)))
    }
    // What could not be resolved is reported already, and its direction may be one that is allowed.
    let rows = flow.rows.filter { $0.direction != .atCreation && $0.row.direction?.value != .atCreation }
    guard let first = rows.first else { return }
    flow.context.report.add(
      Diagnostic(
        rule,
        "the section says that it keeps no property in step, and \(Wording.count(rows.count, "row")) "
          + (rows.count == 1 ? "does" : "do"),
        explanation: "Leave \(word) out, or let each row work `at creation` only, or remove the rows.", at: place,
        labels: [Diagnostic.Label("a row that keeps properties in step", at: first.row.span)],
        fixes: removal(place, isRST ? "remove the sentence" : "remove `links only`", isRST: isRST)))
  }

  /// The correction that removes the line of a sentence or key, where nothing else stands on it.
  private static func removal(_ span: SourceSpan, _ message: String, isRST: Bool) -> [Diagnostic.Fix] {
    let file = span.file
    let line = span.start.line - 1
    guard span.end.line - 1 == line else { return [] }
    func start(of line: Int) -> Int { line < file.lineStarts.count ? file.lineStarts[line] : file.bytes.count }
    func isBlank(_ range: Range<Int>) -> Bool {
      file.bytes[range].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    }
    let before = file.bytes[start(of: line)..<span.lowerBound]
    // In YAML the key stands before the value, and never the dash of the section.
    let isAlone = before.allSatisfy { byte in
      byte == 0x20 || !isRST && (byte == UInt8(ascii: ":") || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
    guard isAlone, isBlank(span.upperBound..<start(of: line + 1)) else { return [] }
    var end = start(of: line + 1)
    if isRST, isBlank(end..<start(of: line + 2)) { end = start(of: line + 2) }
    return [
      Diagnostic.Fix(
        message, safe: false, edits: [TextEdit(SourceSpan(file: file, start(of: line)..<end), replacement: "")])
    ]
  }
}
