import Foundation
import TandemEmit

/// The Swift compiler, looking at generated files without making code of them.
public enum TypeCheck {
  /// The directory of the runtime's built modules beside the tests that run; `nil` where they are not.
  public static var modulesBesideTests: String? {
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") || argument.contains(".build") {
      let directory = URL(filePath: argument).deletingLastPathComponent().path + "/Modules"
      if FileManager.default.fileExists(atPath: directory + "/TandemRuntime.swiftmodule") { return directory }
    }
    return nil
  }

  /// What the compiler says of the files; `nil` when it has nothing to say.
  ///
  /// - Parameters:
  ///   - files: Generated files, of one module.
  ///   - modules: The directory that holds the built modules of the runtime.
  ///   - directory: Where the files are written to; it is made, and removed when all is well.
  public static func complaints(
    about files: [GeneratedFile], modules: String, in directory: String
  ) throws -> String? {
    let manager = FileManager.default
    try? manager.removeItem(atPath: directory)
    try manager.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for file in files { try Data(file.contents.utf8).write(to: URL(filePath: "\(directory)/\(file.path)")) }
    let output = directory + "/complaints"
    _ = manager.createFile(atPath: output, contents: nil)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-parse-as-library", "-module-name", "Generated", "-swift-version", "6",
        "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "MemberImportVisibility",
        "-warnings-as-errors", "-I", modules,
      ] + files.map(\.path)
    process.currentDirectoryURL = URL(filePath: directory)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let handle = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let said = String(decoding: manager.contents(atPath: output) ?? Data(), as: UTF8.self)
    if process.terminationStatus == 0 {
      try? manager.removeItem(atPath: directory)
      return nil
    }
    return said.isEmpty ? "swiftc ended with \(process.terminationStatus)" : said
  }
}
