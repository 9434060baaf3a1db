import Foundation
import Testing

@testable import TandemSyntax

@Suite("docutils")
struct DocutilsTests {
  /// Parses documents as docutils does and prints every message of it, even the least; tells what comments it found.
  private static let program = """
    import sys
    import docutils.core, docutils.nodes, docutils.utils
    for path in sys.argv[1:]:
        messages = []
        with open(path, newline='') as file:
            text = file.read()
        settings = {'report_level': 1, 'halt_level': 6, 'warning_stream': False, 'input_encoding': 'utf-8'}
        tree = docutils.core.publish_doctree(text, source_path=path, settings_overrides=settings)
        for message in tree.findall(docutils.nodes.system_message):
            print(path, message.astext().replace('\\n', ' '))
        print(path, 'comments:', sum(1 for _ in tree.findall(docutils.nodes.comment)))
    """

  private func run(_ texts: [String]) throws -> (status: Int32, lines: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tandem-docutils-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var names: [String] = []
    for (number, text) in texts.enumerated() {
      names.append("\(number).rst")
      try Data(text.utf8).write(to: folder.appending(path: "\(number).rst"))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.program] + names
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init))
  }

  @Test("takes RST that Tandem writes for documents with rows without a message, comments included")
  func writtenDocuments() throws {
    let yaml = try WrittenDocuments.own(".yaml").map(\.text) + [CommentSamples.yaml]
    var dataflows = yaml.compactMap { YAMLReader.read(SourceFile(path: "a.yaml", text: $0)).product }
    #expect(dataflows.count == yaml.count)
    for file in try WrittenDocuments.own(".rst") { dataflows.append(try #require(RSTReader.read(file).product)) }
    // A section without rows is what docutils itself calls a table without a body.
    for index in dataflows.indices { dataflows[index].flows.removeAll { $0.rows.isEmpty } }
    let texts = dataflows.map(RSTWriter.write)
    let outcome = try run(texts)
    #expect(
      outcome.status == 0,
      "docutils is missing or failed; Scripts/prerequisites.sh installs it: \(outcome.lines.suffix(3))")
    let messages = outcome.lines.filter { !$0.contains(" comments: ") }
    #expect(messages.isEmpty, "\(messages.prefix(10))")
    let comments = outcome.lines.filter { $0.contains(" comments: ") }
    #expect(comments.count == texts.count)
    // As many as Tandem finds in the same text.
    for (number, text) in texts.enumerated() {
      let found = RSTReader.pieces(in: SourceFile(path: "a.rst", text: text)).count
      #expect(comments.indices.contains(number) && comments[number].hasSuffix(": \(found)"), "\(comments) \(found)")
    }
  }
}
