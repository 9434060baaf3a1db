import TandemSyntax

/// Plants one fault at a random place of a document.
public struct FaultPlanter: Sendable {
  private var generator: SeededGenerator
  private let original: DocumentLines
  private let dataflow: Dataflow

  /// Makes a planter for a document that was read without errors.
  ///
  /// - Parameters:
  ///   - seed: The same seed gives the same faults.
  public init(seed: UInt64, dataflow: Dataflow) {
    generator = SeededGenerator(seed: seed)
    self.dataflow = dataflow
    original = DocumentLines(dataflow.file.bytes, isRST: dataflow.notation == .rst)
  }

  /// The document with a fault of the kind; `nil` when it has no place for one.
  public mutating func plant(_ kind: FaultKind) -> PlantedFault? {
    for _ in 0..<20 {
      if let fault = tryPlanting(kind), fault.bytes != dataflow.file.bytes { return fault }
    }
    return nil
  }

  private mutating func tryPlanting(_ kind: FaultKind) -> PlantedFault? {
    switch kind {
    case .sentenceWord: return sentenceWord()
    case .key: return key()
    case .deletedLine, .deletedRule: return deletedLine(kind)
    case .duplicatedLine: return duplicatedLine()
    case .movedLine: return movedLine()
    case .indentation, .tab: return indentation(kind)
    case .deletedMark: return deletedMark()
    case .property: return property()
    case .entity, .system: return name(kind)
    case .valueMap: return valueMap()
    case .swappedCells: return swappedCells()
    case .junkLine: return junkLine()
    case .lostKey: return lostKey()
    }
  }

  private func fault(_ kind: FaultKind, _ changed: DocumentLines, at lines: ClosedRange<Int>) -> PlantedFault {
    PlantedFault(kind: kind, bytes: changed.bytes, lines: (lines.lowerBound + 1)...(lines.upperBound + 1))
  }

  /// Names that differ in blanks and case alone are the same name.
  private func isSame(_ fault: PlantedFault) -> Bool {
    func key(_ bytes: [UInt8]) -> NormalizedName { NormalizedName(String(decoding: bytes, as: UTF8.self)) }
    return key(fault.bytes) == key(dataflow.file.bytes)
  }

  // MARK: - Words

  /// Exchanges two letters, leaves one out or doubles one, behind the first.
  private mutating func misspell(_ word: [UInt8]) -> [UInt8] {
    guard word.count >= 3 else { return word + word.suffix(1) }
    var word = word
    let place = 1 + generator.number(below: word.count - 2)
    switch generator.number(below: 3) {
    case 0: word.swapAt(place, place + 1)
    case 1: word.remove(at: place)
    default: word.insert(word[place], at: place)
    }
    return word
  }

  private mutating func misspelt(_ kind: FaultKind, _ line: Int, _ range: Range<Int>) -> PlantedFault {
    var changed = original
    changed.lines[line].replaceSubrange(range, with: misspell(Array(original.lines[line][range])))
    return fault(kind, changed, at: line...line)
  }

  private mutating func sentenceWord() -> PlantedFault? {
    guard original.isRST, let line = generator.choice(of: original.sentences) else { return nil }
    // What stands between back quotes and quotation marks is no word of the sentence.
    let end = original.text(line).prefix { $0 != "`" }.utf8.count
    let words = original.words(line).filter { range in
      range.count >= 4 && range.upperBound <= end
        && original.lines[line][range].allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    }
    return generator.choice(of: words).map { misspelt(.sentenceWord, line, $0) }
  }

  private static let keys: Set<String> = [
    "flow", "source", "target", "type", "flows", "properties", "create", "match", "where", "conflict", "direction",
    "values", "reference", "lookup", "constant", "parameter", "default", "wins", "format", "join", "choice",
    "deletion", "introduction", "generated", "dataflow", "parameters", "when", "conversion",
  ]

  private mutating func key() -> PlantedFault? {
    guard !original.isRST, let line = generator.choice(of: original.filled) else { return nil }
    let words = original.words(line).filter { range in
      guard Self.keys.contains(original.word(line, range)), range.upperBound < original.lines[line].count else {
        return false
      }
      // In front of a key stands nothing but structure.
      let before = range.lowerBound == 0 ? 0x20 : original.lines[line][range.lowerBound - 1]
      let isFirst = original.lines[line][..<range.lowerBound].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
      let previous = original.lines[line][..<range.lowerBound].last { $0 != 0x20 }
      return original.lines[line][range.upperBound] == UInt8(ascii: ":")
        && (isFirst || before == UInt8(ascii: "{") || previous == UInt8(ascii: ","))
    }
    return generator.choice(of: words).map { misspelt(.key, line, $0) }
  }

  private mutating func property() -> PlantedFault? {
    let rows = dataflow.flows.flatMap(\.rows)
    guard let row = generator.choice(of: rows) else { return nil }
    let cells = [row.source?.path, row.target.path].compactMap { $0 }
    guard let name = generator.choice(of: cells)?.segments.last else { return nil }
    let start = name.span.start
    let range = start.column - 1..<start.column - 1 + name.value.utf8.count
    guard original.lines[start.line - 1].count >= range.upperBound,
      original.word(start.line - 1, range) == name.value
    else { return nil }
    let fault = misspelt(.property, start.line - 1, range)
    return isSame(fault) ? nil : fault
  }

  private mutating func name(_ kind: FaultKind) -> PlantedFault? {
    guard let flow = generator.choice(of: dataflow.flows) else { return nil }
    let side = generator.number(below: 2) == 0 ? flow.source : flow.target
    let (system, entity) = (side.system.value, side.entity.value)
    // In each place where the system and the entity stand together.
    let line = generator.choice(
      of: original.filled.filter { !original.places(of: "\(system) \(entity)", in: $0).isEmpty })
    guard let line, let range = generator.choice(of: original.places(of: "\(system) \(entity)", in: line)) else {
      return nil
    }
    let split = range.lowerBound + system.utf8.count
    return misspelt(kind, line, kind == .system ? range.lowerBound..<split : split + 1..<range.upperBound)
  }

  private mutating func valueMap() -> PlantedFault? {
    let opening = original.isRST ? "values " : "values: "
    let candidates = original.filled.compactMap { line -> (Int, Range<Int>)? in
      for map in dataflow.valueMaps {
        guard let place = original.places(of: opening + map.name.value, in: line).first, place.lowerBound > 2 else {
          continue
        }
        return (line, place.lowerBound + opening.utf8.count..<place.upperBound)
      }
      return nil
    }
    guard let (line, range) = generator.choice(of: candidates) else { return nil }
    let fault = misspelt(.valueMap, line, range)
    return isSame(fault) ? nil : fault
  }

  // MARK: - Lines

  private mutating func deletedLine(_ kind: FaultKind) -> PlantedFault? {
    if kind == .deletedRule, !original.isRST { return nil }
    let lines =
      kind == .deletedLine ? original.filled : original.lines.indices.filter { original.isRule($0) }
    guard let line = generator.choice(of: lines) else { return nil }
    var changed = original
    changed.lines.remove(at: line)
    return fault(kind, changed, at: max(0, line - 1)...line)
  }

  private mutating func duplicatedLine() -> PlantedFault? {
    guard let line = generator.choice(of: original.filled) else { return nil }
    var changed = original
    changed.lines.insert(changed.lines[line], at: line)
    return fault(.duplicatedLine, changed, at: line...line + 1)
  }

  private mutating func movedLine() -> PlantedFault? {
    let filled = original.filled
    guard filled.count > 1 else { return nil }
    let place = generator.number(below: filled.count - 1)
    var changed = original
    changed.lines.swapAt(filled[place], filled[place + 1])
    return fault(.movedLine, changed, at: filled[place]...filled[place + 1])
  }

  private mutating func indentation(_ kind: FaultKind) -> PlantedFault? {
    guard let line = generator.choice(of: original.filled.filter { original.indentation($0) > 0 || kind != .tab })
    else {
      return nil
    }
    var changed = original
    let indentation = original.indentation(line)
    if kind == .tab {
      changed.lines[line].replaceSubrange(0..<indentation, with: [0x09])
    } else {
      let choices = [-2, -1, 1, 2, 3].filter { $0 + indentation >= 0 }
      let difference = generator.choice(of: choices) ?? 1
      changed.lines[line].replaceSubrange(0..<indentation, with: repeatElement(0x20, count: indentation + difference))
    }
    return fault(kind, changed, at: line...line)
  }

  private mutating func junkLine() -> PlantedFault? {
    guard let line = generator.choice(of: original.filled) else { return nil }
    var changed = original
    let indentation = original.indentation(line) * generator.number(below: 2)
    let words = generator.choice(of: ["see below", "Ask Anna about this.", "TODO", "xx"]) ?? "xx"
    changed.lines.insert([UInt8](repeating: 0x20, count: indentation) + Array(words.utf8), at: line)
    return fault(.junkLine, changed, at: line...line)
  }

  private mutating func lostKey() -> PlantedFault? {
    guard !original.isRST else { return nil }
    let keys = original.filled.filter { line in
      let text = original.text(line).drop { $0 == " " }
      return ["flows:", "properties:", "match:", "values:", "parameters:"].contains { text == $0 }
    }
    guard let line = generator.choice(of: keys) else { return nil }
    var changed = original
    switch generator.number(below: 3) {
    case 0: changed.lines.remove(at: line)
    case 1 where line > 0: changed.lines.swapAt(line, line - 1)
    default: changed.lines.swapAt(line, min(line + 1, changed.lines.count - 1))
    }
    return fault(.lostKey, changed, at: max(0, line - 1)...line + 1)
  }

  // MARK: - Parts of lines

  private mutating func deletedMark() -> PlantedFault? {
    let marks = Array("\"'[]{}`".utf8)
    let lines = original.filled.filter { original.lines[$0].contains(where: marks.contains) }
    guard let line = generator.choice(of: lines) else { return nil }
    let places = original.lines[line].indices.filter { marks.contains(original.lines[line][$0]) }
    guard let place = generator.choice(of: places) else { return nil }
    var changed = original
    changed.lines[line].remove(at: place)
    return fault(.deletedMark, changed, at: line...line)
  }

  private mutating func swappedCells() -> PlantedFault? {
    let rows = dataflow.flows.flatMap(\.rows)
    guard let row = generator.choice(of: rows), let source = row.source?.span,
      NormalizedName(source.text) != NormalizedName(row.target.span.text)
    else { return nil }
    let spans = [source, row.target.span].sorted { $0.lowerBound < $1.lowerBound }
    var bytes = dataflow.file.bytes
    let texts = spans.map { Array(bytes[$0.range]) }
    bytes.replaceSubrange(spans[1].range, with: texts[0])
    bytes.replaceSubrange(spans[0].range, with: texts[1])
    let first = spans[0].start.line
    return PlantedFault(kind: .swappedCells, bytes: bytes, lines: first...max(first, spans[1].start.line))
  }
}
