import ArgumentParser

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Look in the other systems whether each edit arrived.",
    discussion: "Exits with 1 when one did not. Example: demo verify .tandem/demo")

  @OptionGroup var sample: SampleOptions

  func run() throws {
    let edits = SampleEdits.all(sample.world)
    var looked = 0
    var arrived: [SampleSystem: Int] = [:]
    for (number, edit) in edits.enumerated() {
      for check in edit.checks {
        let found = try SampleDatabase(check.system, in: sample.directory).text(check.sql)
        let isThere = found == check.expected
        looked += 1
        if isThere { arrived[check.system, default: 0] += 1 }
        let place = "\(SampleTime.padded(number + 1)). \(check.system.rawValue), \(check.place)"
        let outcome =
          isThere
          ? "\(Self.show(found)) arrived"
          : "expected \(Self.show(check.expected)), found \(Self.show(found))  <-- MISSING"
        print("\(place): \(outcome)")
      }
    }
    let sum = arrived.values.reduce(0, +)
    let places = SampleSystem.allCases.compactMap { system in arrived[system].map { "\(system.rawValue) \($0)" } }
    print("\(sum) of \(looked) places have what the \(edits.count) edits said (\(places.joined(separator: ", ")))")
    if sum < looked { throw ExitCode.failure }
  }

  private static func show(_ text: String?) -> String { text.map { "'\($0)'" } ?? "nothing" }
}
