/// What a text has that another one has not, with the lines around it.
struct LineDifference {
  /// The lines that are shown: ` ` before those that both have, `+` before new ones, `-` before those that are gone.
  private(set) var lines: [String] = []

  /// Compares two lists of lines.
  ///
  /// - Parameters:
  ///   - context: How many lines are shown on both sides of a difference.
  ///   - key: What of a line is compared.
  init(from old: [String], to new: [String], context: Int = 2, key: (String) -> String = { $0 }) {
    let (before, after) = (old.map(key), new.map(key))
    // Lengths of the longest common part of what begins at two places.
    var lengths = [[Int]](repeating: [Int](repeating: 0, count: after.count + 1), count: before.count + 1)
    for left in before.indices.reversed() {
      for right in after.indices.reversed() {
        lengths[left][right] =
          before[left] == after[right]
          ? lengths[left + 1][right + 1] + 1 : max(lengths[left + 1][right], lengths[left][right + 1])
      }
    }
    var all: [(mark: Character, text: String)] = []
    var (left, right) = (0, 0)
    while left < before.count || right < after.count {
      if left < before.count, right < after.count, before[left] == after[right] {
        all.append((" ", new[right]))
        (left, right) = (left + 1, right + 1)
      } else if right == after.count || left < before.count && lengths[left + 1][right] >= lengths[left][right + 1] {
        all.append(("-", old[left]))
        left += 1
      } else {
        all.append(("+", new[right]))
        right += 1
      }
    }
    var last = -1
    for (place, line) in all.enumerated() {
      let near = all[max(0, place - context)...min(all.count - 1, place + context)]
      guard near.contains(where: { $0.mark != " " }) else { continue }
      if last >= 0, place > last + 1 { lines.append("...") }
      lines.append(line.text.isEmpty ? String(line.mark).trimmingBlanks : "\(line.mark) \(line.text)")
      last = place
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String { self == " " ? "" : self }
}
