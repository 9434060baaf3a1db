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

      Where nothing changed since the last time, nothing is done: every document, description and generated file is \
      compared with what it held then, and warnings are told again. A generated file that was edited is generated \
      anew, and the edited text is kept beside it in the hidden directory '.tandem'.

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
    let places = try input.find()
    let record = RecordDirectory(of: output)
    let former = record.manifest()
    let testsOutput = self.testsOutput ?? Files.join(Files.directory(of: output), "Tests")
    let request = GenerationRequest(
      input: input, places: places, outputs: tests ? [output, testsOutput] : [output],
      options: tests ? ["--module \(module)"] : [])
    if let former, request.isAnswered(by: former) {
      Report(findings: former.findings, remarks: former.remarks).print(quiet: input.quiet)
      say(OutputDirectory.Outcome(unchanged: former.outputs.count, isRemembered: true), in: output)
      return
    }
    let loaded = try input.load(places)
    let compilation = try loaded.compiled(otherwise: "nothing was generated", quiet: input.quiet)
    KeptUntilExit.keep(compilation)
    let report = Report(compilation, loaded, leaveOut: .note)
    report.print(quiet: input.quiet)
    let hashes = Dictionary((former?.outputs ?? []).map { ($0.path, $0.hash) }) { first, _ in first }
    var (outputs, others) = try write(compilation.swift(), to: output, former: hashes)
    if tests {
      let written = try write(compilation.laws(module: module), to: testsOutput, former: hashes)
      outputs += written.outputs
      others += written.others
    }
    if let manifest = request.manifest(loaded, compilation, outputs: outputs, others: others, report) {
      record.remember(manifest)
    }
  }

  /// Writes files into a directory.
  ///
  /// - Returns: What they hold now, and what the files of others beside them hold.
  private func write(
    _ files: [GeneratedFile], to output: String, former: [String: ContentHash]
  ) throws(FileProblem) -> (outputs: [FileRecord], others: [FileRecord]) {
    let directory = OutputDirectory(path: output, former: former)
    let (generated, others) = try directory.existingFiles(besides: files, fileExtension: "swift")
    if !generated.isEmpty && !prune && !input.namesDirectoriesOnly {
      throw FileProblem(
        description:
          "'\(output)' holds code of other documents (\(generated[0])); name the directory with all documents, another --output, or --prune to remove it"
      )
    }
    say(try directory.update(files, removing: generated), in: output)
    let outputs = Parallel.map(files) { file in
      FileRecord(path: Files.join(output, file.path), hash: ContentHash(file.contents))
    }
    return (outputs, others)
  }

  private func say(_ outcome: OutputDirectory.Outcome, in output: String) {
    // What somebody wrote into a generated file is never replaced without a word.
    for (path, copy) in outcome.kept {
      Terminal.message(
        "\(path) did not hold what tandem wrote last (an edit by hand, or another version); its text is kept in \(copy)"
      )
    }
    if !input.quiet { Terminal.message(outcome.summary(of: output)) }
  }
}
