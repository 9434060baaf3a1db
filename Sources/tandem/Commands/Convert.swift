import ArgumentParser
import TandemCompiler
import TandemSyntax

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a document in the other notation.",
    discussion: """
      Both notations say the same. A document in RST that goes to YAML and back has the same bytes: what differs from the \
      usual layout stands under the key 'layout'. What cannot be kept is named on standard error.

      Example: tandem convert my-flow.rst --to yaml --output my-flow.yaml
      """)

  /// The notations.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case rst, yaml
  }

  @Argument(help: "The document.")
  var path: String

  @Option(help: "The notation: rst or yaml.")
  var to: Form

  @Option(help: "The file that is written; by default the document goes to standard output.")
  var output: String?

  func run() throws {
    do { try convert() } catch let problem as FileProblem { throw Terminal.fail(problem) }
  }

  private func convert() throws {
    let file = try Files.read(path)
    if let output, Files.exists(output), Files.realPath(output) == Files.realPath(path) {
      throw FileProblem(description: "'\(output)' is the document itself and is not overwritten; name another --output")
    }
    let reading = Compiler.read(file)
    let errors = reading.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty, let dataflow = reading.product else {
      let renderer = TextReport(usesColour: Terminal.usesColour)
      for diagnostic in errors { Terminal.error(renderer.render(diagnostic) + "\n") }
      throw FileProblem(description: "'\(path)' was not converted because of the errors above")
    }
    let text = to == .yaml ? YAMLWriter.write(dataflow) : RSTWriter.write(dataflow)
    let check = ConversionCheck(reading, dataflow, text: text, isYAML: to == .yaml)
    if let fault = check.fault { throw FileProblem(description: "'\(path)' was not converted: \(fault)") }
    for loss in check.losses { Terminal.message("\(path): warning: \(loss)") }
    if let output {
      if Files.isDirectory(output) {
        throw FileProblem(description: "'\(output)' is a directory; --output takes the file that is written")
      }
      _ = try Files.writeIfChanged(output, bytes: Array(text.utf8))
    } else {
      Terminal.output(text)
    }
  }
}
