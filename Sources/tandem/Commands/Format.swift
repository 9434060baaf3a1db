import ArgumentParser
import TandemCompiler
import TandemEmit
import TandemSyntax

struct Format: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring documents and system descriptions into the canonical form.",
    discussion: """
      Only white space, line ends and the lengths of rules change; comments and alignment that somebody made stay. A \
      file with errors is left alone. With '-' the text comes from standard input and goes to standard output.

      Examples: tandem format Specs
                tandem format my-flow.yaml --diff

      Exit status: 0 all is canonical now, 1 something would change (--check, --diff) or a file could not be formatted, \
      2 wrong usage.
      """)

  @Argument(help: "Documents and descriptions, directories that hold them, or '-'. By default 'Specs'.")
  var paths: [String] = []

  @Flag(help: "Change nothing; list the files that would change.")
  var check = false

  @Flag(help: "Change nothing; print what would change.")
  var diff = false

  @Flag(help: "Do not print what changed.")
  var quiet = false

  func validate() throws {
    if check && diff { throw ValidationError("--check and --diff exclude each other; --diff checks as well") }
    if paths.contains("-") && paths.count > 1 { throw ValidationError("'-' stands alone") }
  }

  func run() throws {
    if paths == ["-"] { return try formatStandardInput() }
    var isDone = true
    do throws(FileProblem) {
      let paths = try files()
      let results = Parallel.map(paths) { path -> Result<FormattedFile, FileProblem> in
        do throws(FileProblem) { return .success(FormattedFile(try Files.read(path))) } catch { return .failure(error) }
      }
      for (path, result) in zip(paths, results) where !finish(path, result) { isDone = false }
    } catch { throw Terminal.fail(error) }
    if !isDone { throw ExitCode(1) }
  }

  /// The files to format, each once.
  private func files() throws(FileProblem) -> [String] {
    if paths.isEmpty && !Files.isDirectory("Specs") {
      throw FileProblem(
        description: "there is no directory 'Specs' here; name a document or a directory, as in 'tandem format .'")
    }
    var result: [String] = []
    var seen: Set<String> = []
    for path in paths.isEmpty ? ["Specs"] : paths {
      let found = Files.isDirectory(path) ? try Self.documents(below: path) : [path]
      if found.isEmpty {
        throw FileProblem(description: "no document was found in '\(path)'; documents end in .rst or .yaml")
      }
      for file in found where seen.insert(Files.realPath(file)).inserted { result.append(file) }
    }
    return result
  }

  /// The documents and descriptions below a directory; what Tandem itself wrote there (a checklist) is none.
  private static func documents(below directory: String) throws(FileProblem) -> [String] {
    var result: [String] = []
    for path in try Files.files(below: directory) where InputOptions.isDocument(path) {
      if !GeneratedFile.isMarked(try Files.bytes(path).prefix(200)) { result.append(path) }
    }
    return result
  }

  /// Writes or shows one file. False when it could not be formatted, or only would be.
  private func finish(_ path: String, _ result: Result<FormattedFile, FileProblem>) -> Bool {
    do throws(FileProblem) {
      let formatted = try result.get()
      guard let formatting = formatted.formatting else { return report(formatted) }
      if formatting.isRefused {
        Terminal.message("'\(path)' was left as it is: with other white space it would say something else")
        return false
      }
      if formatting.isCanonical { return true }
      if check || diff {
        show(formatting)
        return false
      }
      if Files.isReadOnly(path) {
        throw FileProblem(description: "the file '\(path)' is read-only and was not formatted")
      }
      try Files.write(path, formatting.bytes)
      if !quiet { Terminal.message("formatted \(path)") }
      return true
    } catch {
      _ = Terminal.fail(error)
      return false
    }
  }

  private func show(_ formatting: Formatting) {
    if diff {
      Terminal.output(UnifiedDiff.render(formatting.file, formatting.edits))
    } else if !quiet {
      Terminal.output(formatting.file.path + "\n")
    }
  }

  private func report(_ formatted: FormattedFile) -> Bool {
    let renderer = TextReport(usesColour: Terminal.usesColour)
    for diagnostic in formatted.errors { Terminal.error(renderer.render(diagnostic) + "\n") }
    Terminal.message("'\(formatted.file.path)' was not formatted because of the errors above")
    return false
  }

  private func formatStandardInput() throws {
    guard let bytes = Terminal.input() else {
      throw Terminal.fail(FileProblem(description: "standard input cannot be read"))
    }
    let formatted = FormattedFile(Compiler.standardInput(bytes))
    guard let formatting = formatted.formatting else {
      _ = report(formatted)
      throw ExitCode(1)
    }
    guard check || diff else { return Terminal.output(String(decoding: formatting.bytes, as: UTF8.self)) }
    if formatting.isCanonical { return }
    show(formatting)
    throw ExitCode(1)
  }
}
