import TandemCompiler
import TandemEmit
import TandemSyntax

/// What is asked for with a generation, and whether an earlier one gave it already.
struct GenerationRequest {
  let input: InputOptions
  let places: InputPlaces
  /// The directories that are written to; what is remembered stands in the first one.
  let outputs: [String]
  /// Further options that decide what is written.
  var options: [String] = []

  /// What the answer depends on besides files; `nil` where it is not known which tool this is.
  private var words: [String]? {
    ToolIdentity.current.map { tool in
      let options = [input.systems.map { "--systems \($0)" } ?? "", Terminal.usesColour ? "colour" : ""]
      let counts = "\(self.options.count) \(places.roots.count) \(outputs.count)"
      return [tool, Files.realPath("."), counts] + options + self.options + outputs + places.roots
        + places.candidates.map { $0.isNamed ? "named" : "" }
    }
  }

  /// True when everything that the earlier generation read, and everything that it wrote, is still as it was, and nothing
  /// came or went. Then a generation would give the same files and the same words.
  func isAnswered(by former: GenerationManifest) -> Bool {
    let today = Clock.today
    guard former.request == words, former.day <= today, today < former.changesOn ?? .max,
      former.candidates == places.candidates.map(\.path)
    else { return false }
    do throws(FileProblem) {
      let settings = places.settings.map(ProjectSettings.init)
      let directory = input.systemsDirectory(
        settings: settings, firstDocument: former.firstDocument, roots: places.roots)
      guard let directory, try InputOptions.descriptions(in: directory) == former.descriptions else { return false }
      let known = Set((former.outputs + former.others).map(\.path))
      var existing: [String] = []
      for output in outputs { existing += try OutputDirectory(path: output).names(fileExtension: "swift") }
      guard existing.count == known.count, existing.allSatisfy(known.contains) else { return false }
    } catch { return false }
    guard former.inputs.map(\.path) == paths(descriptions: former.descriptions) else { return false }
    return FileRecord.allHold(former.inputs + former.outputs + former.others)
  }

  /// The files that are read, in the order in which a manifest holds them.
  private func paths(descriptions: [String]) -> [String] {
    (places.candidates.map(\.path) + descriptions + (places.settings.map { [$0.path] } ?? [])).sorted()
  }

  /// What is remembered of a generation.
  func manifest(
    _ loaded: LoadedInput, _ compilation: Compilation, outputs: [FileRecord], others: [FileRecord], _ report: Report
  ) -> GenerationManifest? {
    guard let words, let first = loaded.documents.first else { return nil }
    // What was read stands in memory; a file that changed since then is noticed the next time.
    let read = loaded.documents + loaded.ignored + loaded.systems + (loaded.settings.map { [$0.file] } ?? [])
    return GenerationManifest(
      request: words, day: Clock.today, changesOn: compilation.changesOn, candidates: places.candidates.map(\.path),
      firstDocument: first.path, descriptions: loaded.systems.map(\.path),
      inputs: Parallel.map(read) { FileRecord($0) }.sorted { $0.path < $1.path }, outputs: outputs, others: others,
      findings: report.findings, remarks: report.remarks)
  }
}
