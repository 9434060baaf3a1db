/// Points as a probability.
enum Confidence {
  /// Points with their percent: the logistic function at the places that matter.
  private static let curve: [(points: Int, percent: Int)] = [
    (-300, 5), (-200, 12), (-100, 27), (-50, 38), (0, 50), (50, 62), (100, 73), (150, 82), (200, 88), (300, 95),
    (400, 98), (500, 99),
  ]

  /// How likely something is that evidences give so many points, in percent.
  static func percent(_ points: Int) -> Int {
    var last = curve[0]
    for place in curve {
      if points <= place.points {
        let width = max(1, place.points - last.points)
        return last.percent + (place.percent - last.percent) * max(0, points - last.points) / width
      }
      last = place
    }
    return last.percent
  }

  /// The points that give at least so many percent.
  static func points(_ percent: Int) -> Int {
    var points = curve[0].points
    while points < 600, Confidence.percent(points) < percent { points += 5 }
    return points
  }
}
