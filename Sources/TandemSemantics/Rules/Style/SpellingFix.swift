import TandemSyntax

/// Spells a name alike in all places of a document where a section uses it: titles, sentences, and the heads of tables.
enum SpellingFix {
  /// The edits that replace the system's spelling wherever it stands before an entity or before "Data Type".
  static func system(_ spelling: String, with replacement: String, in document: Dataflow) -> [TextEdit] {
    var followers: Set<String> = ["Data Type"]
    for flow in document.flows {
      for name in [flow.source, flow.target] where name.system.value == spelling { followers.insert(name.entity.value) }
    }
    return edits(document) { file in
      occurrences(of: spelling, in: file).filter { range in
        followers.contains { follows($0, at: range.upperBound + 1, in: file) && file.bytes[range.upperBound] == 0x20 }
      }.map { ($0, replacement) }
    }
  }

  /// The edits that replace the entity's spelling wherever it stands behind one of the names of its system.
  static func entity(_ spelling: String, with replacement: String, in document: Dataflow) -> [TextEdit] {
    var systems: Set<String> = []
    for flow in document.flows {
      for name in [flow.source, flow.target] where name.entity.value == spelling { systems.insert(name.system.value) }
    }
    return edits(document) { file in
      occurrences(of: spelling, in: file).filter { range in
        systems.contains { system in
          let start = range.lowerBound - system.utf8.count - 1
          return start >= 0 && follows(system, at: start, in: file) && file.bytes[range.lowerBound - 1] == 0x20
        }
      }.map { ($0, replacement) }
    }
  }

  private static func edits(_ document: Dataflow, _ find: (SourceFile) -> [(Range<Int>, String)]) -> [TextEdit] {
    let file = document.file
    let found = find(file)
    var edits = found.map { TextEdit(SourceSpan(file: file, $0.0), replacement: $0.1) }
    guard document.notation == .rst else { return edits }
    // The rule under a title is as long as the title.
    for flow in document.flows {
      let line = flow.title.start.line
      guard line < file.lineStarts.count else { continue }
      let end = line + 1 < file.lineStarts.count ? file.lineStarts[line + 1] : file.bytes.count
      let inTitle = found.filter {
        $0.0.lowerBound >= file.lineStarts[line - 1] && $0.0.upperBound <= file.lineStarts[line]
      }
      let underline = file.lineStarts[line]..<end
      let dashes = file.bytes[underline].prefix { $0 == UInt8(ascii: "-") }
      guard !inTitle.isEmpty, !dashes.isEmpty else { continue }
      let change = inTitle.reduce(0) { $0 + $1.1.unicodeScalars.count - scalars(file.bytes[$1.0]) }
      // The rule may have the right length already, or be too short in a way that stays.
      let title = file.position(at: flow.title.upperBound).column - 1 + change
      guard change != 0, dashes.count != title else { continue }
      let length = max(1, dashes.count + change)
      edits.append(
        TextEdit(
          SourceSpan(file: file, underline.lowerBound..<(underline.lowerBound + dashes.count)),
          replacement: String(repeating: "-", count: length)))
    }
    return edits.sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// Where the text stands as a word of its own.
  private static func occurrences(of text: String, in file: SourceFile) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, wanted.count < file.bytes.count else { return [] }
    var result: [Range<Int>] = []
    var index = 0
    while index + wanted.count <= file.bytes.count {
      if file.bytes[index] == first, index == 0 || !isWord(file.bytes[index - 1]),
        file.bytes[index..<(index + wanted.count)].elementsEqual(wanted),
        index + wanted.count == file.bytes.count || !isWord(file.bytes[index + wanted.count])
      {
        result.append(index..<(index + wanted.count))
        index += wanted.count
      } else {
        index += 1
      }
    }
    return result
  }

  private static func follows(_ text: String, at offset: Int, in file: SourceFile) -> Bool {
    let wanted = text.utf8
    guard offset >= 0, offset + wanted.count <= file.bytes.count else { return false }
    return file.bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
      && (offset + wanted.count == file.bytes.count || !isWord(file.bytes[offset + wanted.count]))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      return true
    default: return false
    }
  }
}
