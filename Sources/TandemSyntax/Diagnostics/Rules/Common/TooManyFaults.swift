/// More faults than are listed.
enum TooManyFaults {
  static let rule = Rule(
    code: "T0007",
    name: "too-many-faults",
    category: .syntax,
    severity: .error,
    summary: "The file has more faults than anybody would read.",
    page: """
      Only the first 500 faults of a file are listed. Such a file is most often not a dataflow document at all.
      """,
    failing: .rst(
      RSTExample.document
        + String(repeating: "\nShop customers like the ledger.\n", count: TooManyFaults.maximum + 1)),
    passing: RSTExample.passing
  )

  /// So many faults of one file are listed.
  static let maximum = 500

  static func cut(_ diagnostics: [Diagnostic], in file: SourceFile) -> [Diagnostic] {
    let kept = diagnostics.prefix(maximum)
    guard diagnostics.count > maximum else { return diagnostics }
    let span = diagnostics[maximum].span
    let last = Diagnostic(
      rule, "further faults are not listed", explanation: "Correct the first \(maximum), then check the file again.",
      at: SourceSpan(file: file, span.lowerBound..<span.lowerBound))
    return Array(kept) + [last]
  }
}
