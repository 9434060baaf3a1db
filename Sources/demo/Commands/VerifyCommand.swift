import ArgumentParser

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Look in the other systems whether each edit arrived.",
    discussion: "Exits with 1 when one did not. Example: demo verify .tandem/demo")

  @OptionGroup var sample: SampleOptions

  func run() throws {
    let edits = SampleEdits.all(sample.world)
    var looked = 0
    var arrived = 0
    for (number, edit) in edits.enumerated() {
      for check in edit.checks {
        let found = try SampleDatabase(check.system, in: sample.directory).text(check.sql)
        let isThere = found == check.expected
        looked += 1
        if isThere { arrived += 1 }
        let place = "\(SampleTime.padded(number + 1)). \(check.system.rawValue), \(check.place)"
        let outcome =
          isThere
          ? "\(Self.show(found)) arrived" : "expected \(Self.show(check.expected)), found \(Self.show(found))  <-- MISSING"
        print("\(place): \(outcome)")
      }
    }
    print("\(arrived) of \(looked) places have what the \(edits.count) edits said")
    if arrived < looked { throw ExitCode.failure }
  }

  private static func show(_ text: String?) -> String { text.map { "'\($0)'" } ?? "nothing" }
}
