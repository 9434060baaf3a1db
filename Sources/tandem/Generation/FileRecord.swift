import TandemSyntax

/// What a file held when it was last read or written.
struct FileRecord: Hashable, Sendable {
  var path: String
  var hash: ContentHash

  init(path: String, hash: ContentHash) {
    self.path = path
    self.hash = hash
  }

  init(_ file: SourceFile) { self.init(path: file.path, hash: ContentHash(file.bytes)) }

  /// True when all files still hold what they held. Every one of them is read: sizes and times can stay as they were while
  /// the text does not, and reading a file that the system has in memory costs little more than asking for its time.
  static func allHold(_ records: [FileRecord]) -> Bool {
    Parallel.map(records, state: { [UInt8]() }) { buffer, record in
      Files.hash(record.path, buffer: &buffer) == record.hash
    }.allSatisfy { $0 }
  }
}
