import TandemSyntax

/// Collects what has to be said while a document is checked.
///
/// Not checked for use by several threads: each document has its own, and they are joined at the end.
final class Report: @unchecked Sendable {
  /// In the order of finding; the checker sorts them at the end.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many faults were met, listed or not, so that a caller can tell whether its part went well.
  private(set) var faultCount = 0
  private var counts: [Kind: Int] = [:]
  private var surplus: [Kind: (rule: Rule, count: Int, place: SourceSpan)] = [:]
  /// The rules whose findings it takes.
  let rules: RuleSet

  /// An empty report of what some rules find.
  init(_ rules: RuleSet = .standard) { self.rules = rules }

  private struct Kind: Hashable {
    var file: ObjectIdentifier
    var code: String
  }

  /// Takes one diagnostic. Of one kind in one file only so many are listed; the others are counted.
  func add(_ diagnostic: Diagnostic) {
    if rules.replaces(diagnostic.rule) { return }
    if diagnostic.severity == .error { faultCount += 1 }
    if isListed(diagnostic.rule, at: diagnostic.span) { diagnostics.append(diagnostic) }
  }

  /// The same where finding the words costs more than finding the fault: they are only made for what is listed.
  func add(_ rule: Rule, at span: SourceSpan, _ make: @autoclosure () -> Diagnostic) {
    if rules.replaces(rule) { return }
    if rule.severity == .error { faultCount += 1 }
    if isListed(rule, at: span) { diagnostics.append(make()) }
  }

  /// Notes a fault that follows from one which the author knows already: nothing is said, and what depends on it is not
  /// used.
  func silence() { faultCount += 1 }

  /// Takes over what another report found, as if it had been found here.
  func append(_ other: Report) {
    faultCount += other.faultCount
    for diagnostic in other.diagnostics where isListed(diagnostic.rule, at: diagnostic.span) {
      diagnostics.append(diagnostic)
    }
    for (kind, further) in other.surplus {
      counts[kind, default: 0] += further.count
      surplus[kind] = (further.rule, (surplus[kind]?.count ?? 0) + further.count, surplus[kind]?.place ?? further.place)
    }
  }

  /// What was listed, and for each kind of which there was more a closing remark.
  func closed() -> [Diagnostic] {
    if rules.replaces(FurtherFindings.rule) { return diagnostics }
    return diagnostics
      + surplus.values.sorted { ($0.place.lowerBound, $0.rule.code) < ($1.place.lowerBound, $1.rule.code) }.map {
        FurtherFindings.diagnostic($0.rule, count: $0.count, at: $0.place)
      }
  }

  private func isListed(_ rule: Rule, at span: SourceSpan) -> Bool {
    let kind = Kind(file: ObjectIdentifier(span.file), code: rule.code)
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    guard count > FurtherFindings.listed else { return true }
    surplus[kind] = (rule, (surplus[kind]?.count ?? 0) + 1, surplus[kind]?.place ?? span)
    return false
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

  /// A text that is too long to be shown: `a text of 2001 characters`.
  static func length(of text: String) -> String {
    // Bytes are counted faster than scalars: those that go on with a character begin with the bits 10.
    let count = text.utf8.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return "a text of \(count) characters"
  }

  /// The words with their article: `an enum`, `a date`, ``an `Account` ``.
  static func a(_ words: String) -> String { (beginsWithVowelSound(words) ? "an " : "a ") + words }

  private static func beginsWithVowelSound(_ words: String) -> Bool {
    let letters = Array(words.unicodeScalars.drop { $0 == "`" || $0 == "\"" }.prefix(3))
    guard let first = letters.first else { return false }
    func isUpper(_ index: Int) -> Bool { index < letters.count && letters[index].properties.isUppercase }
    // Abbreviations are spelled out: an SMS, a UID.
    if isUpper(0), isUpper(1) { return "AEFHILMNORSX".unicodeScalars.contains(first) }
    let lower = Array(String(String.UnicodeScalarView(letters)).lowercased().unicodeScalars)
    guard "aeiou".unicodeScalars.contains(lower[0]) else { return false }
    // A user, a unit, a euro; but an update and an unknown one.
    if lower.starts(with: "eu".unicodeScalars) || lower.starts(with: "one".unicodeScalars) { return false }
    return !["uni", "use", "usa", "usu", "uti"].contains { lower.starts(with: $0.unicodeScalars) }
  }
}
