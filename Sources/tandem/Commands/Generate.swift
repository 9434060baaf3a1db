import ArgumentParser
import TandemCompiler
import TandemEmit
import TandemSyntax

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Generate the Swift connectors and mappings of documents.",
    discussion: """
      Files that would not change are not touched; files in the output directory that were generated and no longer \
      would be are removed. Nothing is written when a document has an error. Name the directory that holds all \
      documents: the code lists every dataflow of the package.

      Example: tandem generate Specs --output Generated/Swift
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "The directory that the Swift files are written to.")
  var output: String = "Generated/Swift"

  @Flag(help: "Write tests as well: what the check proved of each group of rows, tried on the generated mapping.")
  var tests = false

  @Option(help: "The directory that the tests are written to; 'Tests' beside the output directory by default.")
  var testsOutput: String?

  @Option(help: "The module that the tests find the generated code in.")
  var module = "Generated"

  @Flag(help: "Remove what was generated from documents that are not named, also when single documents are named.")
  var prune = false

  func validate() throws {
    let name = Array(module.utf8)
    let isLetter = { (byte: UInt8) in byte == 0x5F || (0x61...0x7A).contains(byte | 0x20) }
    guard let first = name.first, isLetter(first),
      name.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) })
    else { throw ValidationError("'\(module)' is no name of a module; give --module letters, digits and underscores") }
  }

  func run() throws {
    do { try write() } catch let problem as FileProblem { throw Terminal.fail(problem) }
  }

  private func write() throws {
    let compilation = try input.compile(otherwise: "nothing was generated")
    try write(compilation.swift(), to: output)
    if tests {
      try write(compilation.laws(module: module), to: testsOutput ?? Files.join(Files.directory(of: output), "Tests"))
    }
  }

  private func write(_ files: [GeneratedFile], to output: String) throws {
    let directory = OutputDirectory(path: output)
    let others = try directory.generatedFiles(besides: files, fileExtension: "swift")
    if !others.isEmpty && !prune && !input.namesDirectoriesOnly {
      throw FileProblem(
        description:
          "'\(output)' holds code of other documents (\(others[0])); name the directory with all documents, another --output, or --prune to remove it"
      )
    }
    let outcome = try directory.update(files, fileExtension: "swift", removing: others)
    if !input.quiet { Terminal.message(outcome.summary(of: output)) }
  }
}
