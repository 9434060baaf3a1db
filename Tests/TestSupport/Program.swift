import Foundation

/// Runs the built programs as a user does.
public struct Program {
  /// What a run gave.
  public struct Outcome: Sendable {
    /// The exit status.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var errors: String
    /// True when the program was ended by a signal: a trap.
    public var wasSignalled: Bool
  }

  /// The directory of the package.
  public static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The directory that holds the built programs and the tests.
  private static let binaries: String = {
    // The test runner is an executable beside the programs, or a helper of the toolchain that names the bundle.
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") || argument.contains(".build") {
      let directory = URL(filePath: argument).deletingLastPathComponent().path
      if FileManager.default.isExecutableFile(atPath: directory + "/tandem") { return directory }
    }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
  }()

  /// The path of a built program.
  public static func path(of name: String) -> String { "\(binaries)/\(name)" }

  /// Runs a program and waits for it.
  @discardableResult
  public static func run(
    _ name: String, _ arguments: [String], directory: String = package, environment: [String: String] = [:]
  ) throws -> Outcome {
    // Files instead of pipes: a report may be larger than a pipe holds.
    let folder = try TemporaryDirectory()
    let process = try start(name, arguments, directory: directory, environment: environment, outputs: folder.path)
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: FileManager.default.contents(atPath: folder.path + "/output") ?? Data(), as: UTF8.self),
      errors: String(decoding: FileManager.default.contents(atPath: folder.path + "/errors") ?? Data(), as: UTF8.self),
      wasSignalled: process.terminationReason == .uncaughtSignal)
  }

  /// Starts a program; what it prints goes into the files `output` and `errors` of a directory.
  public static func start(
    _ name: String, _ arguments: [String], directory: String = package, environment: [String: String] = [:],
    outputs: String
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "\(binaries)/\(name)")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: directory)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try create("\(outputs)/output")
    process.standardError = try create("\(outputs)/errors")
    try process.run()
    return process
  }

  private static func create(_ path: String) throws -> FileHandle {
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    return try FileHandle(forWritingTo: URL(filePath: path))
  }

  /// Runs the compiler.
  public static func tandem(_ arguments: String..., directory: String = package) throws -> Outcome {
    try run("tandem", arguments, directory: directory)
  }
}
