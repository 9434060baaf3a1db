/// Which lines of a document are which of those that a writer makes of it, also where they stand elsewhere, are spelt
/// otherwise, or are not there.
struct LineMatching {
  /// For each line of the document the writer's line that stands there in its order.
  private(set) var inPlace: [Int?]
  /// For each other line of the document the writer's line that usually stands elsewhere.
  private(set) var moved: [Int?]
  /// The writer's lines that stand elsewhere.
  private(set) var movedLines: Set<Int> = []
  /// The writer's lines that the document does not have.
  private(set) var missing: Set<Int> = []

  /// Compares lines that are not blank and not of comments.
  ///
  /// - Parameters:
  ///   - found: The lines of the document.
  ///   - written: Those of a writer, each in all of its forms.
  init(_ found: [ArraySlice<UInt8>], _ written: [[ArraySlice<UInt8>]]) {
    let (keys, writtenKeys) = (found.map(LineAlignment.key), written.map { Set($0.map(LineAlignment.key)) })
    inPlace = LineAlignment.places(of: keys, in: writtenKeys)
    moved = [Int?](repeating: nil, count: found.count)
    guard inPlace.contains(nil) || inPlace.count != written.count else { return }

    // Lines that are spelt otherwise stand between the same neighbours.
    for (lines, places) in gaps(written.count) where !lines.isEmpty && !places.isEmpty {
      let (keys, writtenKeys) = Spelling.keys(Array(found[lines]), Array(written[places]))
      let matches = LineAlignment.places(of: keys, in: writtenKeys)
      for (line, match) in zip(lines, matches) { inPlace[line] = match.map { places.lowerBound + $0 } }
    }
    move(keys, writtenKeys)
    if inPlace.indices.contains(where: { inPlace[$0] == nil && moved[$0] == nil }) {
      let (keys, writtenKeys) = Spelling.keys(found, written)
      move(keys, writtenKeys)
    }
    // Where a line of the document is nobody's, a line of the writer may be what became of it.
    for (lines, places) in gaps(written.count) where lines.allSatisfy({ moved[$0] != nil }) {
      missing.formUnion(places.filter { !movedLines.contains($0) })
    }
  }

  /// The runs of lines between those that stand in place: of the document, and of the writer.
  private func gaps(_ count: Int) -> [(lines: Range<Int>, places: Range<Int>)] {
    var result: [(Range<Int>, Range<Int>)] = []
    var (line, place) = (0, 0)
    for index in inPlace.indices {
      guard let next = inPlace[index] else { continue }
      result.append((line..<index, place..<next))
      (line, place) = (index + 1, next + 1)
    }
    result.append((line..<inPlace.count, place..<count))
    return result
  }

  /// Finds lines with the same keys anywhere; those that follow each other are wanted first.
  private mutating func move(_ found: [[UInt8]], _ written: [Set<[UInt8]>]) {
    var used = movedLines.union(inPlace.compactMap { $0 })
    var places: [[UInt8]: [Int]] = [:]
    for index in written.indices.reversed() where !used.contains(index) {
      for key in written[index] { places[key, default: []].append(index) }
    }
    for line in found.indices where inPlace[line] == nil && moved[line] == nil {
      var place: Int?
      if line > 0, let previous = moved[line - 1], previous + 1 < written.count, !used.contains(previous + 1),
        written[previous + 1].contains(found[line])
      {
        place = previous + 1
      } else {
        while place == nil, let next = places[found[line]]?.popLast() { place = used.contains(next) ? nil : next }
      }
      guard let place else { continue }
      moved[line] = place
      used.insert(place)
      movedLines.insert(place)
    }
  }
}
