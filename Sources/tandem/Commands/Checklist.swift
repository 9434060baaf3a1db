import ArgumentParser
import TandemCompiler
import TandemEmit

struct Checklist: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the QA checklists of documents.",
    discussion: "Example: tandem checklist Specs --format markdown --output Generated/Checklists")

  @OptionGroup var input: InputOptions

  @Option(help: "The form of the checklists: rst or markdown.")
  var format: ChecklistFormat = .rst

  @Option(help: "The directory that the checklists are written to.")
  var output: String = "Generated/Checklists"

  func run() throws {
    do { try write() } catch let problem as FileProblem { throw Terminal.fail(problem) }
  }

  private func write() throws {
    let compilation = try input.compile(otherwise: "no checklist was written")
    let files = compilation.checklists(format)
    let directory = OutputDirectory(path: output)
    // A checklist stands for itself: naming one document says nothing about the checklists of the others.
    let others =
      input.namesDirectoriesOnly
      ? try directory.existingFiles(besides: files, fileExtension: format.fileExtension).generated : []
    let outcome = try directory.update(files, removing: others)
    if !input.quiet {
      for path in outcome.written { Terminal.message("wrote \(path)") }
      Terminal.message(outcome.summary(of: output))
    }
  }
}

extension ChecklistFormat: ExpressibleByArgument {}
