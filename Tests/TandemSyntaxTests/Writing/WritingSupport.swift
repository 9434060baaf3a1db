import Foundation
import Testing

@testable import TandemSyntax

/// The documents of the project, and the supplied ones where they are at hand.
enum WrittenDocuments {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func files(in directory: URL, _ suffix: String) throws -> [SourceFile] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).filter { $0.hasSuffix(suffix) }.sorted().map {
      SourceFile(path: $0, bytes: Array(try Data(contentsOf: directory.appending(path: $0))))
    }
  }

  static func own(_ suffix: String) throws -> [SourceFile] {
    try files(in: package.appending(path: "Specs/dataflows"), suffix)
  }

  static func supplied() throws -> [SourceFile] {
    guard let directory = ProcessInfo.processInfo.environment["TANDEM_SEEDS"] else {
      print("skipped: TANDEM_SEEDS does not name the directory of the supplied documents")
      return []
    }
    return try files(in: URL(filePath: directory), ".rst")
  }
}

/// Converts an RST document to YAML and back; expects the same bytes.
@discardableResult
func expectRoundTrip(
  _ bytes: [UInt8], path: String = "test.rst", sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> String {
  let reading = readRST(bytes: bytes, path: path, sourceLocation: sourceLocation)
  #expect(
    !reading.diagnostics.contains { $0.severity == .error }, "\(path): \(listed(reading))",
    sourceLocation: sourceLocation)
  let dataflow = try #require(reading.product, sourceLocation: sourceLocation)
  let yaml = YAMLWriter.write(dataflow)
  let second = YAMLReader.read(SourceFile(path: path + ".yaml", text: yaml))
  #expect(second.diagnostics.isEmpty, "\(path): \(listed(second))\n\(yaml)", sourceLocation: sourceLocation)
  let converted = try #require(second.product, sourceLocation: sourceLocation)
  let text = RSTWriter.write(converted)
  let expected = String(decoding: bytes, as: UTF8.self)
  if !text.utf8.elementsEqual(bytes) {
    let pairs = zip(
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      text.split(separator: "\n", omittingEmptySubsequences: false))
    let difference = pairs.enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(path) comes back otherwise, first in line \((difference?.offset ?? -2) + 1):
      \(difference.map { "\($0.element.0.debugDescription)\n\($0.element.1.debugDescription)" } ?? "other length")
      \(yaml.prefix(1_500))
      """, sourceLocation: sourceLocation)
  }
  return yaml
}

@discardableResult
func expectRoundTrip(
  _ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws -> String {
  try expectRoundTrip(Array(text.utf8), sourceLocation: sourceLocation)
}
