import TandemSyntax
import TandemValues

/// What was perhaps meant by a name that is gone: the name of something new that looks like it, and why.
struct NearMiss {
  /// The new name.
  let name: Located<String>
  /// Why it looks like the old one, in words.
  let reason: String
  /// True when only case and punctuation differ.
  let isRespelling: Bool

  /// Something that may be meant.
  struct Candidate {
    var name: Located<String>
    var label: String?
    var type: ValueType?
  }

  /// The likeliest candidate; `nil` when none is near enough.
  static func find(
    _ name: String, label: String?, type: ValueType?, among candidates: [Candidate]
  ) -> NearMiss? {
    if let same = candidates.first(where: { NormalizedName($0.name.value) == NormalizedName(name) }) {
      return NearMiss(name: same.name, reason: "only its spelling differs", isRespelling: true)
    }
    var best: (candidate: Candidate, score: Double, reasons: [String])?
    for candidate in candidates {
      let (score, reasons) = likeness(name, label, type, candidate)
      if score >= 0.6, score > best?.score ?? 0 { best = (candidate, score, reasons) }
    }
    return best.map {
      NearMiss(name: $0.candidate.name, reason: $0.reasons.joined(separator: " and "), isRespelling: false)
    }
  }

  /// The value that was perhaps meant.
  static func value(_ value: String, among values: [String]) -> String? {
    SpellingDistance.nearest(to: value, in: values)
  }

  private static func likeness(
    _ name: String, _ label: String?, _ type: ValueType?, _ candidate: Candidate
  ) -> (Double, [String]) {
    var score = nameLikeness(name, candidate.name.value)
    var reasons: [String] = []
    if score >= 0.5 { reasons.append("its name is like it") }
    if let label, let other = candidate.label, !NormalizedName(label).isEmpty {
      if NormalizedName(label) == NormalizedName(other) {
        score = max(score, 0.4) + 0.4
        reasons.append("it has the same label")
      }
    }
    if let type, let other = candidate.type {
      if type.word == other.word {
        score += 0.1
        if !reasons.isEmpty { reasons.append("it is \(type.word) too") }
      } else if !TypeComparison.areCompatible(type, other) {
        score -= 0.25
      }
    }
    return (score, reasons)
  }

  /// From 0 to 1: the share of words that both names have, where a word may be short for another one, or that of letters.
  static func nameLikeness(_ left: String, _ right: String) -> Double {
    let (one, two) = (words(left), words(right))
    guard !one.isEmpty, !two.isEmpty else { return 0 }
    var open = two
    var common = 0.0
    for word in one {
      if let place = open.firstIndex(of: word) {
        open.remove(at: place)
        common += 1
      } else if let place = open.firstIndex(where: { isShort(word, for: $0) || isShort($0, for: word) }) {
        open.remove(at: place)
        common += 0.8
      }
    }
    let byWords = 2 * common / Double(one.count + two.count)
    let (first, second) = (one.joined(), two.joined())
    let longest = max(first.count, second.count)
    let byLetters = SpellingDistance.between(first, second, limit: longest / 3).map { 1 - Double($0) / Double(longest) }
    return max(byWords, byLetters ?? 0)
  }

  /// `DiscountPct__c` gives `discount` and `pct`; the ending of custom fields says nothing.
  static func words(_ name: String) -> [String] {
    var words: [String] = []
    var current = ""
    var wasLower = false
    for scalar in name.unicodeScalars {
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        if !current.isEmpty { words.append(current) }
        (current, wasLower) = ("", false)
        continue
      }
      if scalar.properties.isUppercase, wasLower {
        words.append(current)
        current = ""
      }
      current += String(scalar).lowercased()
      wasLower = !scalar.properties.isUppercase
    }
    if !current.isEmpty { words.append(current) }
    return words.count > 1 && words.last == "c" ? words.dropLast() : words
  }

  /// `pct` for `percent`, `addr` for `address`: the letters in order, the first one the same.
  private static func isShort(_ short: String, for long: String) -> Bool {
    guard short.count >= 2, short.count < long.count, short.first == long.first else { return false }
    var rest = Substring(long)
    for letter in short {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}
