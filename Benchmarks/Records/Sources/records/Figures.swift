import Foundation

/// How long the work took.
func seconds(_ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let duration = try clock.measure(work)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// The least, middle and greatest time.
func report(_ name: String, _ times: [Double]) {
  let sorted = times.sorted()
  let cells = [sorted[0], sorted[sorted.count / 2], sorted[sorted.count - 1]].map { String(format: "%9.1f", $0 * 1000) }
  print(name.padding(toLength: 44, withPad: " ", startingAt: 0) + cells.joined() + " ms (least, median, greatest)")
}

/// How many times as fast one is as the other.
func ratio(_ name: String, _ slow: [Double], _ fast: [Double], goal: String) {
  let left = slow.sorted()
  let right = fast.sorted()
  let least = String(format: "%.2f", left[0] / right[0])
  let median = String(format: "%.2f", left[left.count / 2] / right[right.count / 2])
  print("\(name): \(least) by the least times, \(median) by the medians (goal: \(goal))")
}
