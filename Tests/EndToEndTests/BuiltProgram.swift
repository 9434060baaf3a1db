import Foundation

/// One of the package's programs, as a user runs it.
struct BuiltProgram {
  let name: String

  static let demo = BuiltProgram(name: "demo")
  static let sync = BuiltProgram(name: "sync")

  /// The directory that holds the built programs and the tests.
  private static let directory: String = {
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") || argument.contains(".build") {
      let directory = URL(filePath: argument).deletingLastPathComponent().path
      if FileManager.default.isExecutableFile(atPath: directory + "/sync") { return directory }
    }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
  }()

  /// Starts the program; what it prints goes into a file in the directory in which it works.
  func start(_ arguments: [String], in directory: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "\(Self.directory)/\(name)")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: directory)
    let output = "\(directory)/\(name)-output.txt"
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    let handle = FileHandle(forWritingAtPath: output)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    return process
  }

  /// Runs the program to its end and gives its exit status and what it printed.
  @discardableResult
  func run(_ arguments: [String], in directory: String) throws -> (status: Int32, output: String) {
    let process = try start(arguments, in: directory)
    process.waitUntilExit()
    let output = FileManager.default.contents(atPath: "\(directory)/\(name)-output.txt") ?? Data()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
