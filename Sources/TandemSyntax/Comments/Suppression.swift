/// A comment by which an author allows findings: `tandem allows CODE, CODE until YYYY-MM-DD: REASON`.
public struct Suppression: Sendable {
  /// The codes or names of what is allowed, as they stand.
  public var rules: [Located<String>]
  /// The last day on which it holds, as it stands; for ever without one.
  public var until: Located<String>?
  /// Why the findings are allowed.
  public var reason: Located<String>
  /// From the first word to the last.
  public var span: SourceSpan
  /// The bytes of the part in which findings are allowed.
  public var covers: SourceSpan
  /// The comment that holds it, and the number of its line there.
  public var comment: Comment
  /// The number of its line in the comment.
  public var line: Int

  /// What is wrong with a comment that was surely meant to allow something.
  public enum Fault: Sendable, Hashable {
    /// The first two words are misspelt.
    case words
    /// Nothing is named that is allowed.
    case noRules
    /// No colon divides what is allowed from the reason.
    case noColon
    /// No reason stands behind the colon.
    case noReason
    /// What stands behind `until` is no date.
    case date
  }

  /// A line of a comment that allows something, or was meant to.
  public enum Reading: Sendable {
    /// Well formed.
    case suppression(Suppression)
    /// Not well formed: what is wrong, and where.
    case fault(Fault, SourceSpan)
  }

  /// The first words of such a comment.
  public static let words = "tandem allows"

  /// Reads the lines of a comment that allow something.
  public static func readings(in comment: Comment) -> [Reading] {
    comment.places.indices.compactMap { reading(of: comment, line: $0) }
  }

  /// True when bytes hold the first word of such a comment; a cheap test before the costly one.
  static func mayBegin(in bytes: ArraySlice<UInt8>) -> Bool {
    let word = Array("tandem".utf8)
    guard bytes.count >= word.count else { return false }
    return (bytes.startIndex...bytes.endIndex - word.count).contains { start in
      word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] }
    }
  }

  private static func reading(of comment: Comment, line: Int) -> Reading? {
    let file = comment.places[line].file
    guard mayBegin(in: file.bytes[comment.places[line].range]) else { return nil }
    let clause = ClauseText(withoutMarks(comment.places[line].range, in: file.bytes), in: file)
    let words = SourceLine.words(in: clause.range, of: clause.bytes)
    guard words.count >= 2, clause.string(words[0]).lowercased() == "tandem" else { return nil }
    let verb = clause.string(words[1])
    let expected = Suppression.words.split(separator: " ").map(String.init)
    guard SpellingDistance.nearest(to: verb, in: [expected[1], "allow", "ignores", "suppresses"]) != nil else {
      return nil
    }
    var opening = words[0].lowerBound..<words[1].upperBound
    if clause.bytes[opening.upperBound - 1] == UInt8(ascii: ":") {
      opening = opening.lowerBound..<opening.upperBound - 1
    }
    guard clause.string(opening) == Suppression.words else { return .fault(.words, clause.part(opening).span) }
    let rest = opening.upperBound..<clause.range.upperBound
    guard let colon = clause.bytes[rest].firstIndex(of: UInt8(ascii: ":")) else {
      return .fault(.noColon, clause.span)
    }
    var head = rest.lowerBound..<colon
    let headWords = SourceLine.words(in: head, of: clause.bytes)
    var until: Located<String>?
    if let place = headWords.firstIndex(where: { clause.string($0) == "until" }) {
      let date = clause.part(headWords[place].upperBound..<head.upperBound).trimmed
      guard isDate(date.bytes[date.range]) else {
        return .fault(.date, date.range.isEmpty ? clause.part(headWords[place]).span : date.span)
      }
      until = date.located
      head = head.lowerBound..<headWords[place].lowerBound
    }
    let parts = clause.bytes[head].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    let rules = parts.map { clause.part($0.startIndex..<$0.endIndex).trimmed }
    guard rules.allSatisfy({ !$0.range.isEmpty && SourceLine.words(in: $0.range, of: $0.bytes).count == 1 }) else {
      return .fault(.noRules, clause.part(opening.lowerBound..<colon).span)
    }
    let reason = clause.part(colon + 1..<clause.range.upperBound).trimmed
    guard !reason.range.isEmpty else { return .fault(.noReason, clause.span) }
    return .suppression(
      Suppression(
        rules: rules.map(\.located), until: until, reason: reason.located, span: clause.span, covers: comment.covers,
        comment: comment, line: line))
  }

  /// The text behind a label of RST, and behind the number signs that a text may keep there.
  private static func withoutMarks(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var lower = range.lowerBound
    func skipBlanks() { while lower < range.upperBound, SourceLine.isBlank(bytes[lower]) { lower += 1 } }
    let text = String(decoding: bytes[range], as: UTF8.self)
    if let label = RSTCommentText.label([text])?.label { lower += label.utf8.count + 1 }
    skipBlanks()
    while lower < range.upperBound, bytes[lower] == UInt8(ascii: "#") { lower += 1 }
    skipBlanks()
    return lower..<range.upperBound
  }

  /// True for `YYYY-MM-DD` in digits; whether the calendar has the day is for others to say.
  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 10 else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      place == 4 || place == 7 ? byte == UInt8(ascii: "-") : byte >= 0x30 && byte <= 0x39
    }
  }
}
