import Foundation
import PackagePlugin

/// Generates the Swift code of a target's documents whenever the package is built.
///
/// One command for all documents of a target: rules look at all of them together, and files that would not change are not
/// touched, so that only what an edit changes is compiled again.
@main
struct TandemPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let package = context.package.directoryURL
    guard let inputs = try PluginInputs.find(for: target.directoryURL, in: package) else {
      Diagnostics.error(
        "the target '\(target.name)' has no dataflow documents: put them, and a directory 'systems', into '\(target.directoryURL.path)' or 'Specs'"
      )
      return []
    }
    let output = context.pluginWorkDirectoryURL
    return [
      .buildCommand(
        displayName: "Generate the dataflows of \(target.name)",
        executable: try context.tool(named: "tandem").url,
        arguments: ["build-step", "--package", package.path, "--output", output.path]
          + inputs.systems.flatMap { ["--system", $0] } + ["--"] + inputs.documents,
        inputFiles: inputs.all.map { package.appending(path: $0) },
        outputFiles: inputs.outputs.map { output.appending(path: $0) })
    ]
  }
}
