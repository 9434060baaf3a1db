/// What the last generation into a directory was made from, what it wrote, and what it said.
///
/// While all of it still holds, generating again would give the same files and the same words, and is left out.
struct GenerationManifest: Sendable, Equatable {
  /// The tool, the directory that it ran in, and what it was asked for.
  var request: [String]
  /// The day of the generation, in days since 1970-01-01.
  var day: Int
  /// The first day on which the same files would be judged otherwise, because a comment is over then.
  var changesOn: Int?
  /// The paths at which documents were looked for, in their order.
  var candidates: [String]
  /// The first document, near which the descriptions are.
  var firstDocument: String
  /// The paths of the descriptions, in their order.
  var descriptions: [String]
  /// Every file that was read: documents, descriptions, settings.
  var inputs: [FileRecord]
  /// Every file that was generated.
  var outputs: [FileRecord]
  /// The files of the same kind in the output directories that others wrote.
  var others: [FileRecord]
  /// The findings as they were printed.
  var findings: String
  /// What was printed besides, unless the user wanted nothing else.
  var remarks: String

  /// The form of the file. Another one is read as none.
  private static let form = "tandem generation 1\n"

  /// The bytes of the file, which end in their own hash.
  var bytes: [UInt8] {
    var writer = ManifestWriter()
    writer.text(Self.form)
    writer.list(request) { $0.text($1) }
    writer.number(UInt64(bitPattern: Int64(day)))
    writer.list(changesOn.map { [$0] } ?? []) { $0.number(UInt64(bitPattern: Int64($1))) }
    writer.list(candidates) { $0.text($1) }
    writer.text(firstDocument)
    writer.list(descriptions) { $0.text($1) }
    for records in [inputs, outputs, others] { writer.list(records) { $0.record($1) } }
    writer.text(findings)
    writer.text(remarks)
    writer.number(ContentHash(writer.bytes).bits)
    return writer.bytes
  }
}

extension GenerationManifest {
  /// The manifest in a file's bytes; `nil` when they are damaged or of another version, which costs only time.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 8 else { return nil }
    var end = ManifestReader(bytes.suffix(8))
    guard let hash = try? end.number(), hash == ContentHash(Array(bytes.dropLast(8))).bits else { return nil }
    var reader = ManifestReader(bytes.dropLast(8))
    do throws(ManifestReader.Damage) {
      guard try reader.text() == Self.form else { return nil }
      request = try reader.list { reader throws(ManifestReader.Damage) in try reader.text() }
      day = Int(truncatingIfNeeded: try reader.number())
      changesOn = try reader.list { reader throws(ManifestReader.Damage) in Int(truncatingIfNeeded: try reader.number())
      }
      .first
      candidates = try reader.list { reader throws(ManifestReader.Damage) in try reader.text() }
      firstDocument = try reader.text()
      descriptions = try reader.list { reader throws(ManifestReader.Damage) in try reader.text() }
      inputs = try reader.list { reader throws(ManifestReader.Damage) in try reader.record() }
      outputs = try reader.list { reader throws(ManifestReader.Damage) in try reader.record() }
      others = try reader.list { reader throws(ManifestReader.Damage) in try reader.record() }
      findings = try reader.text()
      remarks = try reader.text()
    } catch { return nil }
    guard reader.isAtEnd else { return nil }
  }
}
