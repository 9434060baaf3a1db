/// A program with the work that it does, and what its runs have cost.
struct Candidate {
  /// How the table calls it.
  var name: String
  /// The program and its arguments.
  var arguments: [String]
  /// Where it runs.
  var directory: String
  /// Slow programs run less often.
  var maximumRuns: Int
  private(set) var costs: [ChildProcess.Cost] = []
  /// Why it was not measured.
  private(set) var problem: String?

  init(_ name: String, _ arguments: [String], in directory: String, maximumRuns: Int = .max) {
    self.name = name
    self.arguments = arguments
    self.directory = directory
    self.maximumRuns = maximumRuns
  }

  /// Runs it once more unless it has run often enough.
  mutating func run(countsAs isMeasured: Bool) {
    guard problem == nil, costs.count < maximumRuns else { return }
    guard let cost = ChildProcess.run(arguments, in: directory) else {
      problem = "`\(arguments[0])` is not there"
      return
    }
    if cost.status != 0 { problem = "ended with status \(cost.status)" }
    if isMeasured { costs.append(cost) }
  }

  /// The least, middle and greatest of a figure over all runs.
  func spread(_ figure: (ChildProcess.Cost) -> Double) -> (least: Double, middle: Double, greatest: Double)? {
    let sorted = costs.map(figure).sorted()
    guard problem == nil, let least = sorted.first, let greatest = sorted.last else { return nil }
    let half = sorted.count / 2
    let middle = sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    return (least, middle, greatest)
  }
}
