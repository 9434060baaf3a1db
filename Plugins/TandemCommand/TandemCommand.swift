import Foundation
import PackagePlugin

/// `swift package tandem ...` runs the compiler of documents in the package's directory, in the version that the package
/// names. Commands that write want `swift package --allow-writing-to-package-directory tandem ...`.
@main
struct TandemCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let process = Process()
    process.executableURL = try context.tool(named: "tandem").url
    process.arguments = arguments
    process.currentDirectoryURL = context.package.directoryURL
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Unsuccessful(status: process.terminationStatus) }
  }

  /// The program has said itself what is wrong.
  private struct Unsuccessful: Error, CustomStringConvertible {
    var status: Int32
    var description: String { "tandem ended with status \(status)" }
  }
}
