extension FaultSites {
  private func marks(_ wanted: String) -> [Int] {
    let wanted = Array(wanted.utf8)
    return text.filled.flatMap { index in text.ranges[index].filter { wanted.contains(bytes[$0]) } }
  }

  private func isLetter(at place: Int) -> Bool {
    bytes.indices.contains(place)
      && (bytes[place] >= 0x80 || (bytes[place] | 0x20) >= 0x61 && (bytes[place] | 0x20) <= 0x7A)
  }

  var quotationMarks: [FaultSite] {
    marks("\"'").filter { !isLetter(at: $0 - 1) || !isLetter(at: $0 + 1) }.map { .deleting($0..<$0 + 1) }
  }

  var brackets: [FaultSite] { marks("()[]{}").map { .deleting($0..<$0 + 1) } }

  var backQuotes: [FaultSite] {
    guard isRST else { return [] }
    return marks("`").filter { place in
      bytes[place...].starts(with: "``".utf8) && (place == 0 || bytes[place - 1] != UInt8(ascii: "`"))
    }.map { .deleting($0..<$0 + 2) }
  }

  var colons: [FaultSite] { keys.map { .deleting($0.upperBound..<$0.upperBound + 1) } }

  var blanksBehindColons: [FaultSite] {
    keys.compactMap { key in
      let blank = key.upperBound + 1
      guard blank < bytes.count, bytes[blank] == 0x20 else { return nil }
      return .deleting(blank..<blank + 1)
    }
  }

  /// A mark of an item whose content stays where it was, or moves to the place of the mark.
  var itemMarks: [FaultSite] {
    text.filled.flatMap { index -> [FaultSite] in
      let start = text.ranges[index].lowerBound + text.indentation(index)
      let content = bytes[start..<text.ranges[index].upperBound]
      guard content.starts(with: isRST ? "* - ".utf8 : "- ".utf8) || isRST && content.starts(with: "- ".utf8) else {
        return []
      }
      return [.deleting(start..<start + 2, .neighbours), .replacing(start..<start + 1, with: " ", .neighbours)]
    }
  }
}
