/// What a generation remembers, in a hidden directory inside of the output directory: it comes and goes with the files that
/// it speaks of, no build looks into it, and its own `.gitignore` keeps it out of every repository.
struct RecordDirectory {
  private let path: String
  private let output: String

  init(of output: String) {
    self.output = output
    path = Files.join(output, ".tandem")
  }

  /// The last generation into the directory; `nil` where none is known.
  func manifest() -> GenerationManifest? {
    (try? Files.bytes(Files.join(path, "manifest"))).flatMap { GenerationManifest($0) }
  }

  /// Remembers a generation. Where that is not possible the next one takes longer, and nothing else.
  func remember(_ manifest: GenerationManifest) {
    _ = try? Files.writeIfChanged(Files.join(path, ".gitignore"), bytes: Array("*\n".utf8))
    _ = try? Files.writeIfChanged(Files.join(path, "manifest"), bytes: manifest.bytes)
  }

  /// Keeps what a file held before it is replaced or removed.
  ///
  /// - Returns: Where it is kept now.
  func keep(_ bytes: [UInt8], of name: String) throws(FileProblem) -> String {
    _ = try Files.writeIfChanged(Files.join(path, ".gitignore"), bytes: Array("*\n".utf8))
    let plain = Files.join(Files.join(path, "replaced"), name)
    var target = plain
    var number = 2
    while Files.exists(target), (try? Files.bytes(target)) != bytes {
      target = "\(plain).\(number)"
      number += 1
    }
    _ = try Files.writeIfChanged(target, bytes: bytes)
    return target
  }
}
