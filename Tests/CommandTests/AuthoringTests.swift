import Foundation
import TestSupport
import Testing

/// Pages of `Documentation` that are scripts: this runs them, block by block, each in a directory of its own.
@Suite("Every step of a page does what the page says")
struct AuthoringTests {
  private static let documentation = Program.package + "/Documentation"

  /// A fenced block of the page.
  private struct Block {
    /// What the block is: `console`, `diff`, or the notation of a file.
    var kind: String
    /// The file that it writes or changes, which stands above it between two asterisks on each side.
    var file: String?
    var lines: [String]
    /// Where the block begins, from 1.
    var line: Int
  }

  private func blocks(of name: String) throws -> [Block] {
    let page = try String(contentsOfFile: Self.documentation + "/" + name, encoding: .utf8)
    var blocks: [Block] = []
    var open: Block?
    var above = ""
    for (index, line) in page.components(separatedBy: "\n").enumerated() {
      if line == "```", let block = open {
        blocks.append(block)
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        let isName = above.count > 4 && above.hasPrefix("**") && above.hasSuffix("**")
        open = Block(
          kind: String(line.dropFirst(3)), file: isName ? String(above.dropFirst(2).dropLast(2)) : nil, lines: [],
          line: index + 1)
      }
      if !line.isEmpty { above = line }
    }
    #expect(open == nil, "a block is not closed")
    return blocks
  }

  @Test("in the order of the page", arguments: [("Authoring.md", 16), ("Changing.md", 8)])
  func steps(page: String, leastCommands: Int) throws {
    let folder = try TemporaryDirectory()
    try FileManager.default.copyItem(
      atPath: Self.documentation + "/Examples/systems", toPath: folder.path + "/systems")
    var commands = 0
    for block in try blocks(of: page) {
      switch (block.kind, block.file) {
      case ("console", nil): commands += try run(block, in: folder)
      case ("diff", let file?): try apply(block, to: folder.path + "/" + file)
      case ("rst", let file?), ("yaml", let file?), ("json", let file?):
        try folder.write(file, block.lines.joined(separator: "\n") + "\n")
      default: Issue.record("line \(block.line): a block is a console, a file with its name, or a diff of one")
      }
    }
    #expect(commands >= leastCommands, "\(page) has lost its commands")
  }

  // MARK: - Commands

  /// Runs the commands behind `$ ` and compares what they print with the lines below.
  private func run(_ block: Block, in folder: TemporaryDirectory) throws -> Int {
    var commands: [(text: String, expected: [String], line: Int)] = []
    for (index, line) in block.lines.enumerated() {
      if line.hasPrefix("$ ") {
        commands.append((String(line.dropFirst(2)), [], block.line + 1 + index))
      } else if commands.isEmpty {
        Issue.record("line \(block.line): a console begins with a command")
      } else {
        commands[commands.count - 1].expected.append(line)
      }
    }
    for (text, expected, line) in commands {
      let output = try shell(text, in: folder.path)
      #expect(
        matches(expected[...], output[...]),
        "line \(line): '\(text)' prints something else; take this over:\n\(output.joined(separator: "\n"))")
    }
    return commands.count
  }

  private func shell(_ command: String, in directory: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1\n" + command]
    process.currentDirectoryURL = URL(filePath: directory)
    let programs = URL(filePath: Program.path(of: "tandem")).deletingLastPathComponent().path
    process.environment = ["PATH": programs + ":/usr/bin:/bin", "LC_ALL": "C"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
    // Blank lines at the end do not show.
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// True when the output is what the page has, where `...` stands for any lines.
  private func matches(_ expected: ArraySlice<String>, _ output: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return output.isEmpty }
    let rest = expected.dropFirst()
    if first == "..." { return (output.startIndex...output.endIndex).contains { matches(rest, output[$0...]) } }
    return output.first == first && matches(rest, output.dropFirst())
  }

  // MARK: - Changes

  /// Applies a change: each part between lines `@@` replaces the one place whose lines it has.
  private func apply(_ block: Block, to path: String) throws {
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for part in block.lines.split(separator: "@@", omittingEmptySubsequences: false) {
      // An editor takes the blank of an empty line away.
      func side(_ mark: Character) -> String {
        part.filter { $0.isEmpty || $0.first == " " || $0.first == mark }.map { $0.dropFirst() + "\n" }.joined()
      }
      let places = text.ranges(of: side("-"))
      #expect(places.count == 1, "line \(block.line): the change has \(places.count) places in \(path):\n\(text)")
      guard let place = places.first else { continue }
      text.replaceSubrange(place, with: side("+"))
    }
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}
