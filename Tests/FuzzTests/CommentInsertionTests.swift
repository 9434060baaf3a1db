import Foundation
import FuzzSupport
import Testing

/// Comments at the lines of documents, in every form: none loses a byte or moves, in conversion or by formatting.
/// `make fuzz` puts them at every place.
@Suite(.serialized) struct CommentInsertionTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static let paths = [
    "Documentation/Examples/nursery-to-bookkeeping.rst", "Documentation/Examples/nursery-to-bookkeeping.yaml",
    "Specs/dataflows/custom-erp-to-crmoffice.rst", "Specs/dataflows/customcrm-to-exactonline.yaml",
  ]

  @Test("comments stay at their parts and documents come back, wherever comments are put", arguments: paths)
  func insertion(path: String) async throws {
    let kind = try #require(InputKind(fileName: path))
    let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    let insertion = CommentInsertion(text, kind: kind)
    // A step that shares no divisor with the number of forms, so that all forms and all parts of the document have turns.
    var documents = stride(from: 0, to: insertion.count, by: max(insertion.count / 60, 1) | 1).map(insertion.bytes)
    documents += (0..<20).map { insertion.bytes(seed: $0, comments: 5) }
    var count = 0
    for bytes in documents {
      await Task.yield()
      do { if try CommentProperties.check(bytes, as: kind) { count += 1 } } catch {
        Issue.record("\(error)\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    // Not every line boundary of RST takes a comment; of what stands below, most do.
    #expect(count * 8 > documents.count, "\(count) of \(documents.count) documents were read without an error")
  }
}
