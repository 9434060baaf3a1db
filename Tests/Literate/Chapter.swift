import Foundation

/// A chapter of the literate tests: Markdown whose fenced blocks are documents and what has to be said about them.
///
/// The word behind the fence tells what a block is:
/// - `yaml` or `rst`: a document, `document.yaml` or `document.rst` unless a second word names it. Documents of different
///   names that follow each other are checked together. A name below `systems/` makes it a description, which joins those
///   of the example systems or stands in the place of the one of its name.
/// - `rst base`, `yaml base`: the document that later `change` blocks start from, a document of the chapter as well.
/// - `rst change`, `yaml change`: that document with some lines changed, as in a patch: ` ` kept, `-` left out, `+` put in;
///   a line `@@` divides changes.
/// - `escaped` as a further word: `\xE9` is a byte, `\r`, `\t` and `\u{202E}` a character, `\*3{x}` or `\*3[x]` repeats, and a backslash
///   at a line's end joins it with the next.
/// - `yaml tandem.yaml`: the settings of the project.
/// - `schema NAME.json`: an exported schema; the descriptions are held against it, and what that gives is expected.
/// - `diagnostics`, `text`, `text colour`, `github`, `sarif`, `json`: what is expected.
struct Chapter {
  /// A fenced block.
  struct Block {
    /// The words behind the fence.
    var words: [String]
    /// What stands between the fences.
    var lines: [String]
    /// The line of the opening fence, counted from 1.
    var line: Int

    /// The name that the block gives its document; `nil` for `document.yaml` and `document.rst`.
    var fileName: String? { words.dropFirst().first { !["base", "change", "escaped"].contains($0) } }
  }

  /// Documents and what is expected of them.
  struct Example {
    var heading: String
    var inputs: [Block] = []
    var expectations: [Block] = []
    /// The line of the first block, counted from 1.
    var line: Int { inputs.first?.line ?? 1 }
    /// The index behind the last line of the last input, where a missing expectation belongs.
    var endOfInputs = 0
  }

  var path: String
  var lines: [String]
  var examples: [Example] = []
  /// The document that changes start from, for each notation.
  var bases: [String: Block] = [:]

  static let expectationWords: Set<String> = ["diagnostics", "text", "github", "sarif", "json"]

  static var directory: String { URL(filePath: #filePath).deletingLastPathComponent().path + "/Chapters" }

  /// The names of all chapters, without their extension.
  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
    .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()

  init(named name: String) throws {
    path = Self.directory + "/" + name + ".md"
    lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    var heading = name
    var open: Example?
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("#") {
        heading = line.drop { $0 == "#" || $0 == " " }.description
        if let example = open { examples.append(example) }
        open = nil
      }
      guard line.hasPrefix("```"), line != "```" else {
        index += 1
        continue
      }
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      var end = index + 1
      while end < lines.count, lines[end] != "```" { end += 1 }
      let block = Block(words: words, lines: Array(lines[(index + 1)..<end]), line: index + 1)
      if Self.expectationWords.contains(words[0]) {
        open?.expectations.append(block)
      } else if ["rst", "yaml", "schema"].contains(words[0]) {
        // A document of the same name, or behind an expectation, belongs to the next example.
        if let example = open,
          !example.expectations.isEmpty || example.inputs.contains(where: { $0.fileName == block.fileName })
        {
          examples.append(example)
          open = nil
        }
        var example = open ?? Example(heading: heading)
        example.inputs.append(block)
        example.endOfInputs = end + 1
        open = example
        if words.contains("base") { bases[words[0]] = block }
      }
      index = end + 1
    }
    if let example = open { examples.append(example) }
  }
}

/// What is wrong with a chapter itself.
struct ChapterFault: Error, CustomStringConvertible {
  var description: String
}
