import Foundation
import TestSupport

/// One of the package's programs, at work in a directory of samples.
struct BuiltProgram {
  let name: String

  static let demo = BuiltProgram(name: "demo")
  static let sync = BuiltProgram(name: "sync")

  /// Starts the program; what it prints goes into files in the directory in which it works.
  func start(_ arguments: [String], in directory: String) throws -> Process {
    try Program.start(name, arguments, directory: directory, outputs: directory)
  }

  /// Runs the program to its end and gives its exit status and what it printed.
  @discardableResult
  func run(_ arguments: [String], in directory: String) throws -> (status: Int32, output: String) {
    let outcome = try Program.run(name, arguments, directory: directory)
    return (outcome.status, outcome.output + outcome.errors)
  }
}
