import TandemSyntax

extension FaultSites {
  /// The words of the span that are among the given ones and long enough to be misspelt.
  private func misspellings(of wanted: Set<String>, in range: Range<Int>) -> [FaultSite] {
    text.words(in: range).filter { $0.count >= 4 && wanted.contains(text.word($0)) }
      .map { FaultSite(slip: .misspelling($0)) }
  }

  // MARK: - Words of the language

  private static let keyWords: Set<String> = [
    "dataflow", "generated", "introduction", "parameters", "values", "flows", "flow", "was", "where", "create", "match",
    "conflict", "deletion", "removed", "parent", "direction", "properties", "source", "target", "type", "choice",
    "join",
    "when", "reference", "lookup", "by", "constant", "parameter", "default", "wins", "format", "conversion",
    "otherwise",
  ]

  /// The keys of the language in a YAML document, each without its colon.
  var keys: [Range<Int>] {
    guard !isRST else { return [] }
    return text.filled.flatMap { index -> [Range<Int>] in
      let line = text.ranges[index]
      return text.words(in: line).filter { range in
        guard Self.keyWords.contains(text.word(range)), range.upperBound < line.upperBound,
          bytes[range.upperBound] == UInt8(ascii: ":")
        else { return false }
        // In front of a key stands nothing but structure.
        let before = bytes[line.lowerBound..<range.lowerBound]
        if before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) { return true }
        guard let last = before.last(where: { $0 != 0x20 }) else { return true }
        // A comma may stand in a text; text in quotation marks has an odd number of them before it.
        let quotes = before.count { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        return (last == UInt8(ascii: ",") || last == UInt8(ascii: "{")) && quotes.isMultiple(of: 2)
      }
    }
  }

  var capitalKeys: [FaultSite] {
    keys.map { .replacing($0.lowerBound..<$0.lowerBound + 1, with: text.word($0).prefix(1).uppercased()) }
  }

  var sentenceWords: [FaultSite] {
    guard isRST else { return [] }
    return text.sentences.flatMap { index -> [FaultSite] in
      // What stands between back quotes and quotation marks is no word of the sentence.
      let line = text.ranges[index]
      let end = bytes[line].firstIndex(of: UInt8(ascii: "`")) ?? line.upperBound
      return text.words(in: line.lowerBound..<end).filter { range in
        range.count >= 4 && bytes[range].allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      }.map { FaultSite(slip: .misspelling($0)) }
    }
  }

  var columnWords: [FaultSite] {
    guard isRST else { return [] }
    var sites: [FaultSite] = []
    var isHeading = false
    for index in text.indices {
      let line = text.text(index).drop { $0 == " " }
      if line.hasPrefix(".. list-table") { isHeading = true }
      // The second row ends the heading row.
      if isHeading, line.hasPrefix("* - "), !line.hasSuffix(" Property") { isHeading = false }
      guard isHeading, line.hasPrefix("* - ") || line.hasPrefix("- ") else { continue }
      sites += misspellings(
        of: ["Property", "Data", "Type", "Direction", "Rule", "Combination"], in: text.ranges[index])
    }
    return sites
  }

  var clauseWords: [FaultSite] {
    rows.flatMap { row -> [FaultSite] in
      let directions = row.direction.map {
        misspellings(of: ["both", "creation", "only", "empty"], in: $0.span.range)
      }
      guard isRST else { return directions ?? [] }
      return (directions ?? [])
        + row.clauses.flatMap { clause in
          misspellings(
            of: [
              "first", "second", "third", "choice", "joined", "values", "reference", "lookup", "constant", "parameter",
              "default", "wins", "format", "conversion", "read", "back", "when",
            ], in: clause.span.range)
        }
    }
  }

  var policyWords: [FaultSite] {
    guard !isRST else { return [] }
    let words: Set<String> = [
      "always", "never", "when", "connected", "newest", "wins", "ignore", "unlink", "propagate", "archive", "delete",
      "with", "full", "records", "only", "link",
    ]
    return dataflow.flows.flatMap { flow -> [FaultSite] in
      let spans =
        [flow.creation?.span, flow.conflict?.span, flow.firstRun?.span] + flow.deletions.map(\.policy.span)
      return spans.compactMap(\.self).flatMap { span -> [FaultSite] in
        // Behind the first quotation mark inside stands an expression.
        let inner = bytes[span.range].dropFirst().firstIndex(of: UInt8(ascii: "\""))
        return misspellings(of: words, in: span.lowerBound..<(inner ?? span.upperBound))
      }
    }
  }

  // MARK: - Names

  /// Each place where a system and one of its entities stand together.
  func names(_ part: (EntityName) -> Located<String>) -> [FaultSite] {
    var found: [Int: FaultSite] = [:]
    for flow in dataflow.flows {
      for side in [flow.source, flow.target] {
        let together = "\(side.system.value) \(side.entity.value)"
        for index in text.filled {
          for place in text.places(of: together, in: text.ranges[index]) {
            let split = place.lowerBound + side.system.value.utf8.count
            let isSystem = part(side).span == side.system.span
            let range = isSystem ? place.lowerBound..<split : split + 1..<place.upperBound
            found[range.lowerBound] = FaultSite(slip: .misspelling(range))
          }
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  var properties: [FaultSite] {
    let pairs = dataflow.flows.flatMap { $0.matching?.alternatives ?? [] }.flatMap(\.pairs)
    let cells: [PropertyCell] =
      rows.flatMap { [$0.source, $0.target].compactMap(\.self) } + pairs.flatMap { [$0.source, $0.target] }
    let conditions = expressions.flatMap { Self.paths(in: $0.expression) }
    return (cells.map(\.path) + conditions).flatMap(\.segments)
      .filter { $0.span.text == $0.value && $0.value.utf8.count >= 3 }.map { .misspelling($0.span) }
  }

  var types: [FaultSite] {
    let spans = rows.compactMap { $0.type?.span } + dataflow.parameters.map(\.type.span)
    return spans.flatMap { text.words(in: $0.range) }.filter { $0.count >= 4 }.map { FaultSite(slip: .misspelling($0)) }
  }

  /// The place of a name in a clause.
  private func name(_ name: String, in span: SourceSpan) -> [Range<Int>] {
    text.places(of: name, in: span.range).suffix(1)
  }

  var valueMaps: [FaultSite] {
    rows.flatMap(\.clauses).flatMap { clause -> [FaultSite] in
      guard case .values(let name) = clause.value else { return [] }
      return self.name(name, in: clause.span).map { FaultSite(slip: .misspelling($0)) }
    }
  }

  var conversions: [FaultSite] {
    rows.flatMap(\.clauses).flatMap { clause -> [FaultSite] in
      guard case .conversion(let name) = clause.value else { return [] }
      return self.name(name, in: clause.span).map { FaultSite(slip: .misspelling($0)) }
    }
  }

  var parameters: [FaultSite] {
    let clauses = rows.flatMap(\.clauses).flatMap { clause -> [Range<Int>] in
      guard case .parameter(let name) = clause.value else { return [] }
      return self.name(name, in: clause.span)
    }
    let used = expressions.flatMap { Self.parameters(in: $0.expression) }.flatMap { name($0.value, in: $0.span) }
    return (clauses + used).map { FaultSite(slip: .misspelling($0)) }
  }

  var references: [FaultSite] {
    rows.flatMap(\.clauses).flatMap { clause -> [FaultSite] in
      let names: [String]
      switch clause.value {
      case .reference(let source, let target): names = [source, target]
      case .lookup(let entity, _): names = [entity]
      default: names = []
      }
      return names.flatMap { name in text.places(of: name, in: clause.span.range).prefix(1) }
        .map { FaultSite(slip: .misspelling($0)) }
    }
  }
}
