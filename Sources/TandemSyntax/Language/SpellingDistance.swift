/// How far two words are apart in typing errors, for "did you mean".
public enum SpellingDistance {
  /// The candidate that was probably meant, or `nil` when none is close enough.
  ///
  /// Words are compared normalised (see ``NormalizedName``), so case and punctuation cost nothing. One error is allowed
  /// in short words, and one more per four letters. Of equally close candidates the first is returned.
  public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(NormalizedName(word).text.unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= longest else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(NormalizedName(candidate).text.unicodeScalars)
      let limit = min(threshold(for: max(wanted.count, letters.count)), (best?.distance ?? Int.max) - 1)
      guard limit >= 0, let distance = distance(wanted, letters, limit: limit) else { continue }
      // A word of which nothing is left is no typing error.
      guard distance < letters.count, distance < wanted.count else { continue }
      best = (candidate, distance)
      if distance == 0 { break }
    }
    return best?.candidate
  }

  /// The number of letters left out, added, replaced or swapped with their neighbour; `nil` when over the limit.
  public static func between(_ left: String, _ right: String, limit: Int = 8) -> Int? {
    distance(Array(left.unicodeScalars), Array(right.unicodeScalars), limit: limit)
  }

  /// The errors that are forgiven in a word of so many letters.
  public static func threshold(for count: Int) -> Int { count < 3 ? 0 : 1 + count / 4 }

  /// Longer words are not names; comparing them would cost their square.
  static let longest = 200

  static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit, left.count <= longest, right.count <= longest else { return nil }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious = [Int](repeating: 0, count: right.count + 1)
    var previous = Array(0...right.count)
    var current = previous
    for row in 1...left.count {
      current[0] = row
      var smallest = row
      for column in 1...right.count {
        let replacement = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var best = min(previous[column] + 1, current[column - 1] + 1, replacement)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforePrevious[column - 2] + 1)
        }
        current[column] = best
        smallest = min(smallest, best)
      }
      if smallest > limit { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    let distance = previous[right.count]
    return distance <= limit ? distance : nil
  }
}
