import ArgumentParser

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit records in all six systems, as their users do.",
    discussion: "Example: demo edit .tandem/demo")

  @OptionGroup var sample: SampleOptions

  func run() throws {
    for (number, edit) in SampleEdits.all(sample.world).enumerated() {
      for step in edit.steps {
        let database = try SampleDatabase(step.system, in: sample.directory)
        guard try database.edit(step.sql) > 0 else {
          throw SampleError(
            "edit \(number + 1) found no record in \(step.system.rawValue): was the first sync complete? \(step.sql)")
        }
      }
      print("\(SampleTime.padded(number + 1)). \(edit.sentence)")
    }
  }
}

/// The sample that a command works on.
struct SampleOptions: ParsableArguments {
  @Argument(help: "The directory of the databases.")
  var directory: String

  @Option(help: "The seed that the databases were filled with.")
  var seed: UInt64 = 2026

  @Option(help: "The size that the databases were filled with.")
  var size: SampleWorld.Size = .full

  /// The world behind the databases.
  var world: SampleWorld { SampleWorld(seed: seed, size: size) }
}
