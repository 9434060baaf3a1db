import Foundation

/// Runs the built programs as a user does.
struct Program {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    /// True when the program was ended by a signal: a trap.
    var wasSignalled: Bool
  }

  /// The directory of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The directory that holds the built programs and the tests.
  static let binaries: String = {
    // The test runner is an executable beside the programs, or a helper of the toolchain that names the bundle.
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") || argument.contains(".build") {
      let directory = URL(filePath: argument).deletingLastPathComponent().path
      if FileManager.default.isExecutableFile(atPath: directory + "/tandem") { return directory }
    }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
  }()

  /// Runs a program and waits for it.
  static func run(
    _ name: String, _ arguments: [String], directory: String = package, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "\(binaries)/\(name)")
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: directory)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files instead of pipes: a report may be larger than a pipe holds.
    let folder = try TemporaryDirectory()
    let output = folder.path + "/output"
    let errors = folder.path + "/errors"
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: FileManager.default.contents(atPath: output) ?? Data(), as: UTF8.self),
      errors: String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self),
      wasSignalled: process.terminationReason == .uncaughtSignal)
  }

  static func tandem(_ arguments: String..., directory: String = package) throws -> Outcome {
    try run("tandem", arguments, directory: directory)
  }
}

/// A directory that goes away with its owner.
final class TemporaryDirectory {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "tandem-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some DataProtocol) throws -> String {
    let target = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: URL(filePath: target).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: target))
    return target
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }
}
