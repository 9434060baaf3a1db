import TandemSyntax

/// Collects what has to be said while a check runs. Local to one check, so it needs no lock.
final class Report {
  /// In the order of finding; the checker sorts them at the end.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many of them are errors, so that a caller can tell whether its part went well.
  private(set) var errorCount = 0

  /// Takes one diagnostic.
  func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.severity == .error { errorCount += 1 }
  }
}

/// Words that several messages share.
enum Wording {
  /// `a`, `b` and `c`, each in backticks; at most `limit`, then "and N more".
  static func list(_ names: [String], limit: Int = 8, quoted: Bool = true) -> String {
    let shown = names.prefix(limit).map { quoted ? "`\($0)`" : $0 }
    if names.count > limit { return shown.joined(separator: ", ") + " and \(names.count - limit) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "none" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The text with its first letter in upper case.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// `1 flow`, `2 flows`.
  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
