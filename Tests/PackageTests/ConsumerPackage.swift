import Foundation
import TestSupport
import Testing

/// A package that uses Tandem as anybody's package does: made by `tandem new` in an empty directory, and built by SwiftPM.
///
/// What SwiftPM builds of Tandem itself is kept between the tests and between their runs; the package is made anew each time.
struct ConsumerPackage {
  /// Where the package is.
  let path: String

  private static let root = Program.package + "/.build/consumer"
  private static let scratch = root + "/build"

  /// Makes the package `shop`, with further arguments of `tandem new`.
  init(_ arguments: [String] = []) throws {
    path = Self.root + "/shop"
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: Self.root, withIntermediateDirectories: true)
    // A fresh checkout: what was built of the last package goes, what was built of Tandem stays.
    for name in ["Generated.build", "sync.build", "samples.build"] {
      if let directory = try? built(name) { try FileManager.default.removeItem(at: directory) }
    }
    try? FileManager.default.removeItem(atPath: Self.scratch + "/plugins/outputs")
    let outcome = try Program.run(
      "tandem", ["new", "shop", "--tandem", Program.package] + arguments, directory: Self.root)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// What a command printed, both streams together, and how it ended.
  struct Outcome {
    var status: Int32
    var output: String
  }

  /// Runs a line as a user types it in the package's directory.
  func run(_ command: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1\n" + command]
    process.currentDirectoryURL = URL(filePath: path)
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFTPM_BUILD_DIR": Self.scratch]) { $1 }
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
  }

  /// Builds the library of the documents; the test fails when that fails.
  func build() throws {
    let outcome = try run("swift build --target Generated")
    try #require(outcome.status == 0, "\(outcome.output)")
  }

  /// The text of a file of the package.
  func text(_ name: String) throws -> String { try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

  /// Writes a file of the package.
  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Replaces the only place of a text in a file.
  func edit(_ name: String, _ old: String, with new: String) throws {
    let text = try text(name)
    try #require(text.components(separatedBy: old).count == 2, "'\(old)' does not stand once in \(name)")
    try write(name, text.replacing(old, with: new))
  }

  /// The lines of code in the package's README.
  func commands() throws -> [String] {
    try text("README.md").split(separator: "\n").filter { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
  }

  /// When each generated file and its object file were written last, by their names.
  func times() throws -> [String: Date] {
    var times: [String: Date] = [:]
    let objects = try built("Generated.build").path
    for (directory, ending) in [(generated, ".swift"), (objects, ".swift.o")] {
      for name in try FileManager.default.contentsOfDirectory(atPath: directory) where name.hasSuffix(ending) {
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
        times[name] = try #require(attributes[.modificationDate] as? Date)
      }
    }
    return times
  }

  /// The directory of the generated files.
  var generated: String { Self.scratch + "/plugins/outputs/shop/Generated/destination/TandemPlugin" }

  /// A file or directory among what was built.
  func built(_ name: String) throws -> URL {
    let directories = try FileManager.default.contentsOfDirectory(
      at: URL(filePath: Self.scratch), includingPropertiesForKeys: nil)
    let candidates = directories.map { $0.appending(path: "debug/\(name)") }
    return try #require(candidates.first { FileManager.default.fileExists(atPath: $0.path) }, "there is no \(name)")
  }
}
