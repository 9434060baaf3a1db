/// A comparison that is worth a line: how many times as long one program takes as another.
struct Ratio {
  /// The name of the program that is expected to take longer.
  var slower: String
  /// The name of the other one.
  var faster: String
  /// What there is to reach, in words.
  var goal: String

  /// The ratios of the least and of the middle times.
  func text(_ candidates: [Candidate]) -> String? {
    guard let slow = candidates.first(where: { $0.name == slower })?.spread(\.wall),
      let fast = candidates.first(where: { $0.name == faster })?.spread(\.wall)
    else { return nil }
    return "\(slower) / \(faster): \(Figure.times(slow.least / fast.least)) by the least times, "
      + "\(Figure.times(slow.middle / fast.middle)) by the medians (goal: \(goal))"
  }
}

/// A time that a program should stay under.
struct Limit {
  /// The name of the program.
  var name: String
  /// The most that it should take, in seconds.
  var seconds: Double

  /// The middle time beside the limit.
  func text(_ candidates: [Candidate]) -> String? {
    candidates.first { $0.name == name }?.spread(\.wall).map { wall in
      "\(name): \(Figure.milliseconds(wall.middle)) ms by the median (goal: under \(Figure.milliseconds(seconds)) ms)"
    }
  }
}

/// Numbers as the table prints them.
enum Figure {
  /// Milliseconds with one digit after the point.
  static func milliseconds(_ seconds: Double) -> String { fixed(seconds * 1_000, digits: 1) }

  /// Megabytes with one digit after the point.
  static func megabytes(_ kilobytes: Double) -> String { fixed(kilobytes / 1_024, digits: 1) }

  /// `1.93 times`
  static func times(_ ratio: Double) -> String { fixed(ratio, digits: ratio < 10 ? 2 : 1) + " times" }

  private static func fixed(_ value: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    let whole = Int(scaled / scale)
    let rest = String(Int(scaled) - whole * Int(scale))
    return "\(whole)." + String(repeating: "0", count: max(0, digits - rest.count)) + rest
  }
}
