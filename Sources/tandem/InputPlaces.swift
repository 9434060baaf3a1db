import TandemEmit
import TandemSyntax

/// Where the documents of a command are, before any of them is read.
struct InputPlaces {
  /// What was named on the command line, or the default.
  var roots: [String]
  /// The paths that may be documents'.
  var candidates: [Candidate]
  /// The file of settings of the project.
  var settings: SourceFile?

  /// A path that may be a document's.
  struct Candidate: Sendable, Equatable {
    var path: String
    /// True when the user named it, so that it is one whatever it looks like.
    var isNamed: Bool
  }

  /// The candidates, each file once, however often and in whatever spelling its path was given.
  static func withoutRepetition(_ candidates: [Candidate]) -> [Candidate] {
    var seen: [Files.Identity: [String]] = [:]
    return candidates.filter { candidate in
      guard let identity = Files.identity(of: candidate.path) else { return true }
      let others = seen[identity, default: []]
      // One file may have several names; each of them is a document.
      if !others.isEmpty {
        let path = Files.realPath(candidate.path)
        if others.contains(where: { Files.realPath($0) == path }) { return false }
      }
      seen[identity] = others + [candidate.path]
      return true
    }
  }

  /// Reads the documents; what Tandem itself wrote into a directory (a checklist) is none, and given apart.
  func documents() throws(FileProblem) -> (documents: [SourceFile], ignored: [SourceFile]) {
    let read = Parallel.map(candidates) { candidate -> Result<SourceFile, FileProblem> in
      do throws(FileProblem) { return .success(try Files.read(candidate.path)) } catch { return .failure(error) }
    }
    var documents: [SourceFile] = []
    var ignored: [SourceFile] = []
    for (candidate, result) in zip(candidates, read) {
      let file = try result.get()
      if candidate.isNamed || !GeneratedFile.isMarked(file.bytes.prefix(200)) {
        documents.append(file)
      } else {
        ignored.append(file)
      }
    }
    return (documents, ignored)
  }
}
