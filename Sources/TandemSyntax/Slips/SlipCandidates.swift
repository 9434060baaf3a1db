/// The single slips of a pen that can have made a line what it is, each as the correction that undoes it.
struct SlipCandidates {
  private let file: SourceFile
  private let line: Range<Int>
  private let isYAML: Bool
  private let tokens: [SlipToken]
  private let fault: Range<Int>

  /// - Parameters:
  ///   - line: The content of the line.
  ///   - fault: What was reported; slips near it come first.
  init(_ line: Range<Int>, of file: SourceFile, isYAML: Bool, fault: Range<Int>) {
    self.file = file
    self.line = line
    self.isYAML = isYAML
    self.fault = fault
    tokens = SlipToken.tokens(of: line, in: file.bytes)
  }

  /// The corrections, the likeliest first.
  var fixes: [Diagnostic.Fix] {
    let signs = near(confused) + near(exchanged) + near(turned) + near(glued) + near(missing)
    return (signs + near(words) + near(surplus)).map(\.fix)
  }

  /// Those of a word or a sign that stands twice: nobody writes that on purpose, so they go before all others.
  var doublings: [Diagnostic.Fix] { near(doubled).map(\.fix) }

  /// The bracket at the end of the line as each of the others. It goes before what closes the right one behind it, which
  /// would leave the wrong one in the text.
  var closings: [Diagnostic.Fix] {
    guard let last = tokens.last, !last.isWord, [")", "]", "}"].contains(text(last.range)) else { return [] }
    let found = text(last.range)
    return (SlipCandidates.lookAlikes[found] ?? []).map {
      candidate("write `\($0)` instead of `\(found)`", last.range, $0).fix
    }
  }

  private typealias Candidate = (place: Int, fix: Diagnostic.Fix)

  /// Those nearest to the fault first, and no more than can be tried.
  private func near(_ candidates: [Candidate]) -> [Candidate] {
    let sorted = candidates.enumerated().sorted { left, right in
      (distance(left.element.place), left.offset) < (distance(right.element.place), right.offset)
    }
    return sorted.prefix(SlipCandidates.maximum).map(\.element)
  }

  private static let maximum = 60

  private func distance(_ place: Int) -> Int {
    min(abs(place - fault.lowerBound), abs(place - fault.upperBound))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: file.bytes[range], as: UTF8.self) }

  private func candidate(_ message: String, _ range: Range<Int>, _ replacement: String) -> Candidate {
    let edit = TextEdit(SourceSpan(file: file, range), replacement: replacement)
    return (range.lowerBound, Diagnostic.Fix(message, safe: false, edits: [edit]))
  }

  private func isSame(_ left: SlipToken, _ right: SlipToken) -> Bool {
    file.bytes[left.range].elementsEqual(file.bytes[right.range])
  }

  // MARK: - Slips

  /// A word or a sign that stands twice.
  private var doubled: [Candidate] {
    tokens.indices.dropFirst().compactMap { index in
      let (first, second) = (tokens[index - 1], tokens[index])
      guard isSame(first, second) else { return nil }
      return candidate(
        "remove the second `\(text(second.range))`", first.range.upperBound..<second.range.upperBound, "")
    }
  }

  /// One sign in the place of another that looks like it.
  private var confused: [Candidate] {
    tokens.flatMap { token -> [Candidate] in
      guard !token.isWord else { return [] }
      let found = text(token.range)
      let meant = SlipCandidates.lookAlikes[found] ?? []
      return meant.map { candidate("write `\($0)` instead of `\(found)`", token.range, $0) }
    }
  }

  private static let lookAlikes: [String: [String]] = [
    ";": [":", ","], ",": [";", ":"], ":": [";", ","], "=": [":"], "{": ["[", "("], "}": ["]", ")"], "[": ["{", "("],
    "]": ["}", ")"], "(": ["{", "["], ")": ["}", "]"], "'": ["\"", "``"], "\"": ["'", "``"], "`": ["``", "\""],
    "*": ["-"], "~": ["-"], "+": ["-"], "\\": ["/"],
  ]

  /// Two neighbours in each other's place.
  private var exchanged: [Candidate] {
    tokens.indices.dropFirst().compactMap { index in
      let (first, second) = (tokens[index - 1], tokens[index])
      // A character that escapes the next one is not exchanged with it by a slip.
      guard !isSame(first, second), text(first.range) != "\\", text(second.range) != "\\" else { return nil }
      let between = text(first.range.upperBound..<second.range.lowerBound)
      return candidate(
        "exchange `\(text(first.range))` and `\(text(second.range))`",
        first.range.lowerBound..<second.range.upperBound, text(second.range) + between + text(first.range))
    }
  }

  /// A value in the place of its key (YAML).
  private var turned: [Candidate] {
    guard isYAML, let colon = tokens.firstIndex(where: { text($0.range) == ":" }), colon > 0, colon + 1 < tokens.count,
      let key = tokens[..<colon].first(where: \.isWord), tokens[(colon + 1)...].allSatisfy(\.isWord)
    else { return [] }
    let left = key.range.lowerBound..<tokens[colon - 1].range.upperBound
    let right = tokens[colon + 1].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
    let turned = text(right) + text(left.upperBound..<right.lowerBound) + text(left)
    return [
      candidate(
        "exchange `\(text(left))` and `\(text(right))`", left.lowerBound..<right.upperBound, turned)
    ]
  }

  /// A blank that is missing between a sign and a word.
  private var glued: [Candidate] {
    tokens.indices.dropFirst().compactMap { index in
      let (first, second) = (tokens[index - 1], tokens[index])
      guard first.range.upperBound == second.range.lowerBound, !first.isWord || !second.isWord,
        text(first.range) != "\\"
      else { return nil }
      let place = second.range.lowerBound..<second.range.lowerBound
      return candidate("write a blank behind `\(text(first.range))`", place, " ")
    }
  }

  /// A sign that is missing.
  private var missing: [Candidate] {
    let signs = isYAML ? [":", ",", "}", "]", "\"", "'", "{", "["] : ["``", "\"", ";", ")", "(", ",", ":", ".", "="]
    return signs.flatMap { sign in
      near(
        tokens.flatMap { token -> [Candidate] in
          let isOpening = ["{", "[", "("].contains(sign)
          var result: [Candidate] = []
          if !isOpening {
            let end = token.range.upperBound
            result.append(candidate("write `\(sign)` behind `\(text(token.range))`", end..<end, sign))
          }
          if isOpening || ["``", "\"", "'"].contains(sign) {
            let start = token.range.lowerBound
            result.append(candidate("write `\(sign)` before `\(text(token.range))`", start..<start, sign))
          }
          return result
        }
      ).prefix(8)
    }
  }

  /// A fixed word of the language that is missing, or that lost its blank. Short words such as `to` stand in many forms, so
  /// that none is concluded from them.
  private var words: [Candidate] {
    let present = Set(tokens.filter(\.isWord).map { text($0.range) })
    var candidates: [Candidate] = []
    for fixed in SlipCandidates.forms
    where fixed.contains(where: { $0.utf8.count > 3 && present.contains($0) || isGlued($0) }) {
      for word in fixed where !present.contains(word) {
        for token in tokens {
          let (start, end) = (token.range.lowerBound, token.range.upperBound)
          candidates.append(candidate("write `\(word)` before `\(text(token.range))`", start..<start, word + " "))
          candidates.append(candidate("write `\(word)` behind `\(text(token.range))`", end..<end, " " + word))
          guard token.isWord, token.range.count > word.utf8.count else { continue }
          let found = text(token.range)
          let place =
            found.hasPrefix(word) ? start + word.utf8.count : found.hasSuffix(word) ? end - word.utf8.count : nil
          if let place { candidates.append(candidate("write a blank in `\(found)`", place..<place, " ")) }
        }
      }
    }
    return candidates
  }

  private func isGlued(_ word: String) -> Bool {
    word.count > 1
      && tokens.contains { token in
        token.isWord && token.range.count > word.utf8.count
          && (text(token.range).hasPrefix(word) || text(token.range).hasSuffix(word))
      }
  }

  /// The fixed words of the clauses, directions and policies.
  private static let forms: [[String]] = {
    let templates = ClauseForm.all.map(\.template) + DirectionForm.all.map(\.template) + PolicyForm.all.map(\.words)
    return templates.map { template in
      template.text.split(separator: " ").map(String.init).filter { !$0.contains("{") }
    }
  }()

  /// A sign too many.
  private var surplus: [Candidate] {
    tokens.compactMap { token in
      token.isWord ? nil : candidate("remove `\(text(token.range))`", token.range, "")
    }
  }
}
