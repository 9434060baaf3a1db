/// Finds out which parts of a document could not be read, from where its errors stand.
enum UnreadParts {
  /// The document with marks on the flows in which an error stands and on itself when one stands in any of its parts.
  ///
  /// - Parameters:
  ///   - read: What was read.
  ///   - extents: Where each of its flows stands in the text, in order.
  ///   - diagnostics: All that was found.
  ///   - faultyOffsets: The bytes whose lines were left out.
  static func marked(
    _ read: Dataflow, extents: [Range<Int>], diagnostics: [Diagnostic], faultyOffsets: [Int]
  ) -> Dataflow {
    var places = faultyOffsets
    for diagnostic in diagnostics where diagnostic.severity == .error && !isHead(diagnostic) {
      places.append(diagnostic.span.lowerBound)
    }
    guard !places.isEmpty else { return read }
    var dataflow = read
    dataflow.hasUnreadParts = true
    places.sort()
    for number in dataflow.valueMaps.indices {
      let extent = dataflow.valueMaps[number].span.range
      if places.contains(where: extent.contains) { dataflow.valueMaps[number].hasUnreadParts = true }
    }
    for (number, extent) in extents.enumerated() where dataflow.flows.indices.contains(number) {
      var low = 0
      var high = places.count
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < extent.lowerBound { low = middle + 1 } else { high = middle }
      }
      if low < places.count, places[low] < extent.upperBound { dataflow.flows[number].hasUnreadParts = true }
    }
    for (number, map) in dataflow.valueMaps.enumerated() where places.contains(where: map.span.range.contains) {
      dataflow.valueMaps[number].hasUnreadParts = true
    }
    return dataflow
  }

  /// True for a fault of the title or of the date above it, which hides no part.
  private static func isHead(_ diagnostic: Diagnostic) -> Bool {
    switch diagnostic.rule.code {
    case MalformedTitle.rule.code, MalformedGenerated.rule.code: return true
    default: return false
    }
  }
}
