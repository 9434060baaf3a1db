import TandemCompiler
import TandemSemantics
import TandemSyntax

/// The files of an example, ready to be compiled.
struct ExampleInput {
  var documents: [SourceFile] = []
  var systems: [SourceFile] = ExampleSystems.all
  var settings: SourceFile?
  var exports: [SourceFile] = []

  init(_ example: Chapter.Example, of chapter: Chapter) throws {
    for block in example.inputs {
      let bytes = try Self.bytes(block, of: chapter)
      let name = block.fileName
      if block.words[0] == "schema" {
        exports.append(SourceFile(path: name ?? "export.json", bytes: bytes))
      } else if let name, name.hasPrefix("systems/") {
        let path = "examples/" + name
        let file = SourceFile(path: path, bytes: bytes)
        if let index = systems.firstIndex(where: { $0.path == path }) {
          systems[index] = file
        } else {
          systems.append(file)
        }
      } else if name == "tandem.yaml" {
        settings = SourceFile(path: "tandem.yaml", bytes: bytes)
      } else {
        documents.append(SourceFile(path: name ?? "document.\(block.words[0])", bytes: bytes))
      }
    }
  }

  /// The path as the listings show it: the example systems stand under `systems/`.
  static func shown(_ path: String) -> String {
    path.hasPrefix("examples/") ? String(path.dropFirst("examples/".count)) : path
  }

  private static func bytes(_ block: Chapter.Block, of chapter: Chapter) throws -> [UInt8] {
    var lines = block.lines
    if block.words.contains("change") {
      guard let base = chapter.bases[block.words[0]] else {
        throw ChapterFault(description: "line \(block.line): there is no `\(block.words[0]) base` above this change")
      }
      lines = try changed(base.lines, by: block)
    }
    let text = lines.map { $0 + "\n" }.joined()
    return block.words.contains("escaped") ? try unescaped(text, line: block.line) : Array(text.utf8)
  }

  private static func changed(_ base: [String], by block: Chapter.Block) throws -> [String] {
    var lines = base
    for hunk in block.lines.split(separator: "@@", omittingEmptySubsequences: true) {
      let old = hunk.filter { !$0.hasPrefix("+") }.map { String($0.dropFirst()) }
      let new = hunk.filter { !$0.hasPrefix("-") }.map { String($0.dropFirst()) }
      let places = lines.indices.filter { lines[$0...].starts(with: old) }
      guard places.count == 1, let place = places.first, !old.isEmpty else {
        throw ChapterFault(
          description: "line \(block.line): \(old) stands \(places.count) times in the document that is changed")
      }
      lines.replaceSubrange(place..<(place + old.count), with: new)
    }
    return lines
  }

  /// Resolves the escapes of a block.
  static func unescaped(_ text: String, line: Int) throws -> [UInt8] {
    var result: [UInt8] = []
    var rest = Substring(text)
    func number(_ digits: Substring) throws -> UInt32 {
      guard let value = UInt32(digits, radix: 16) else {
        throw ChapterFault(description: "line \(line): \(digits) is no number of base 16")
      }
      return value
    }
    while let next = rest.first {
      rest.removeFirst()
      guard next == "\\" else {
        result += Array(String(next).utf8)
        continue
      }
      guard let kind = rest.popFirst() else { break }
      switch kind {
      case "\n": break
      case "r": result.append(0x0D)
      case "t": result.append(0x09)
      case "\\": result.append(0x5C)
      case "x":
        result.append(UInt8(truncatingIfNeeded: try number(rest.prefix(2))))
        rest = rest.dropFirst(2)
      case "u":
        let digits = rest.dropFirst().prefix { $0 != "}" }
        if let scalar = Unicode.Scalar(try number(digits)) { result += Array(String(Character(scalar)).utf8) }
        rest = rest.dropFirst(digits.count + 2)
      case "*":
        let count = rest.prefix { $0.isNumber }
        // The text may hold braces when it stands between brackets.
        let close: Character = rest.dropFirst(count.count).first == "[" ? "]" : "}"
        let body = rest.dropFirst(count.count + 1).prefix { $0 != close }
        let once = try unescaped(String(body), line: line)
        for _ in 0..<(Int(count) ?? 0) { result += once }
        rest = rest.dropFirst(count.count + body.count + 2)
      default:
        throw ChapterFault(description: "line \(line): \\\(kind) is no escape of these chapters")
      }
    }
    return result
  }

  /// What the compiler says about the files.
  func check(rules: RuleSet = .standard) -> Compilation {
    var settings = self.settings.map { ProjectSettings($0, rules: rules) }
    // The only directory of these examples is the one of the example systems.
    if let systems = settings?.systems, systems.value != "systems" {
      settings?.reportMissingSystems(at: systems.value)
      return Compiler.check(documents: [], systems: []).applying(deny: [], allow: [], settings: settings)
    }
    let compilation = Compiler.check(documents: documents, systems: systems, today: RuleExamples.today, rules: rules)
      .applying(
        deny: [], allow: [], settings: settings)
    return exports.isEmpty
      ? compilation : SchemaVerification.verify(compilation, descriptions: systems, exports: exports, rules: rules)
  }
}
