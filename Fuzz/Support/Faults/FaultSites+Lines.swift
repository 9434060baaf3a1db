import TandemSyntax

extension FaultSites {
  var indentations: [FaultSite] {
    text.filled.flatMap { index -> [FaultSite] in
      let start = text.ranges[index].lowerBound
      let depth = text.indentation(index)
      return [-2, -1, 1, 2, 3].filter { $0 + depth >= 0 }.map { difference in
        .replacing(start..<start + depth, with: String(repeating: " ", count: depth + difference), .line)
      }
    }
  }

  var tabs: [FaultSite] {
    text.filled.filter { text.indentation($0) > 0 }.map { index in
      let start = text.ranges[index].lowerBound
      return .replacing(start..<start + text.indentation(index), with: "\t", .line)
    }
  }

  private var rules: [Int] { isRST ? text.indices.filter { text.isRule($0) } : [] }

  var deletedRules: [FaultSite] { rules.map { .deleting(text.whole($0), .neighbours) } }

  var shortRules: [FaultSite] {
    rules.filter { text.ranges[$0].count > 8 }.map { index in
      let end = text.ranges[index].upperBound
      return .deleting(end - 4..<end, .neighbours)
    }
  }

  var deletedSentences: [FaultSite] {
    text.sentences.filter { index in
      text.text(index).hasPrefix("Once a link") || text.text(index).hasPrefix("The following properties")
    }.map { .deleting(text.whole($0), .neighbours) }
  }

  /// Keys of one line each that hold the lines below them.
  var lostKeys: [FaultSite] {
    guard !isRST else { return [] }
    let holders: Set<String> = ["flows:", "properties:", "match:", "values:", "parameters:"]
    return text.filled.filter { holders.contains(String(text.text($0).drop { $0 == " " })) }
      .map { .deleting(text.whole($0), .neighbours) }
  }

  var duplicateKeys: [FaultSite] {
    guard !isRST else { return [] }
    return text.filled.compactMap { index in
      let line = text.text(index)
      let content = line.drop { $0 == " " }
      let key = content.prefix { $0 != ":" }
      guard !content.hasPrefix("- "), key.utf8.count < content.utf8.count - 2,
        ["generated", "where", "create", "conflict", "deletion", "first run", "removed", "parent", "direction"]
          .contains(String(key))
      else { return nil }
      let whole = text.whole(index)
      return FaultSite(
        slip: .edits([(whole.upperBound..<whole.upperBound, Array(bytes[whole]))]), extent: .part(whole))
    }
  }

  var duplicateSections: [FaultSite] {
    let starts = dataflow.flows.map { text.ranges[text.number(at: $0.title.lowerBound) - 1].lowerBound }
    // Behind the sections of RST stand its tables of values and parameters.
    let end = isRST ? min(bytes.count, valuesStart) : bytes.count
    return starts.indices.compactMap { position in
      let limit = position + 1 < starts.count ? starts[position + 1] : end
      guard starts[position] < limit, limit <= bytes.count, limit > 0, bytes[limit - 1] == 0x0A else { return nil }
      let section = starts[position]..<limit
      return FaultSite(
        slip: .edits([(section.upperBound..<section.upperBound, Array(bytes[section]))]), extent: .part(section))
    }
  }

  /// Where the first heading behind the sections stands.
  private var valuesStart: Int {
    let last = dataflow.flows.map(\.table.upperBound).max() ?? 0
    let rowsEnd = rows.map(\.span.upperBound).max() ?? 0
    let heading = text.indices.first { index in
      text.ranges[index].lowerBound > max(last, rowsEnd) && index + 1 < text.ranges.count && text.isRule(index + 1)
    }
    return heading.map { text.ranges[$0].lowerBound } ?? bytes.count
  }

  var deletedLines: [FaultSite] { text.filled.map { .deleting(text.whole($0), .neighbours) } }

  var duplicateLines: [FaultSite] {
    text.filled.map { index in
      let whole = text.whole(index)
      return FaultSite(
        slip: .edits([(whole.lowerBound..<whole.lowerBound, Array(bytes[whole]))]), extent: .part(whole))
    }
  }

  var movedLines: [FaultSite] {
    let filled = text.filled
    return zip(filled, filled.dropFirst()).map { first, second in
      let (one, other) = (text.ranges[first], text.ranges[second])
      return FaultSite(slip: .edits([(one, Array(bytes[other])), (other, Array(bytes[one]))]), extent: .line)
    }
  }

  var junkLines: [FaultSite] {
    text.filled.flatMap { index -> [FaultSite] in
      let start = text.ranges[index].lowerBound
      let blanks = String(repeating: " ", count: text.indentation(index))
      return ["see below\n", blanks + "Ask Anna about this.\n", "TODO\n", blanks + "xx\n"].map {
        .replacing(start..<start, with: $0, .line)
      }
    }
  }
}
