import Foundation
import FuzzSupport
import TandemCompiler

/// Batches of projects with hostile names and texts, each compiled by one call of the Swift compiler.
enum HostileRun {
  /// Runs batches and prints what does not hold.
  ///
  /// - Parameters:
  ///   - batches: The number of projects.
  ///   - modules: The directory of the runtime's built modules; without it nothing is compiled.
  ///   - lists: True to print why documents could not be written.
  /// - Returns: The number of batches in which something does not hold.
  static func run(batches: Int, seed: Int, modules: String?, lists: Bool, say: (String) -> Void) throws -> Int {
    var failures = 0
    var (documents, refused) = (0, 0)
    // What generated code uses itself are the names that it has to fear most.
    var words: [String] = []
    for batch in 0..<batches {
      let number = UInt64(bitPattern: Int64(seed &* 1_000 &+ batch))
      let project = HostileProject(seed: number, pairs: 12, words: words)
      documents += project.documents.count
      refused += project.refused.count
      if lists { for refusal in project.refused { say("refused: \(refusal.reasons)") } }
      let compilation = project.compile()
      let files = compilation.swift()
      if words.isEmpty { words = HostileProject.words(of: files) }
      var found = HostileProject.errors(compilation)
      do { try project.check(files) } catch { found.append("\(error)") }
      if let modules {
        let directory = FileManager.default.currentDirectoryPath + "/.build/fuzz/hostile-\(number)"
        if let complaints = try TypeCheck.complaints(about: files, modules: modules, in: directory) {
          found.append("\(directory)\n\(complaints.prefix(3_000))")
        }
      }
      if found.isEmpty { continue }
      failures += 1
      for line in found { say("hostile names, seed \(number): \(line)") }
    }
    say(
      "hostile names: seed \(seed), \(documents) documents in \(batches) batches, \(refused) could not be written, \(failures) failures"
        + (modules == nil ? "; not compiled, for want of --modules" : ""))
    return failures
  }
}
