/// Which lines of a document are which of those that a writer makes of it.
enum LineAlignment {
  /// For each line of a document the line of the writer that says the same, in order; `nil` for one that only the
  /// document has.
  static func places(of found: [[UInt8]], in written: [Set<[UInt8]>]) -> [Int?] {
    var result = [Int?](repeating: nil, count: found.count)
    var start = 0
    while start < min(found.count, written.count), written[start].contains(found[start]) {
      result[start] = start
      start += 1
    }
    var (foundEnd, writtenEnd) = (found.count, written.count)
    while foundEnd > start, writtenEnd > start, written[writtenEnd - 1].contains(found[foundEnd - 1]) {
      foundEnd -= 1
      writtenEnd -= 1
      result[foundEnd] = writtenEnd
    }
    let (rows, columns) = (foundEnd - start, writtenEnd - start)
    // Of very many lines that differ, none are compared with all others.
    guard rows > 0, columns > 0, rows * columns <= 1_000_000 else { return result }
    var lengths = [Int](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let place = row * (columns + 1) + column
        lengths[place] =
          written[start + column].contains(found[start + row])
          ? lengths[place + columns + 2] + 1 : max(lengths[place + 1], lengths[place + columns + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let place = row * (columns + 1) + column
      if written[start + column].contains(found[start + row]) {
        result[start + row] = start + column
        row += 1
        column += 1
      } else if lengths[place + 1] >= lengths[place + columns + 1] {
        column += 1
      } else {
        row += 1
      }
    }
    return result
  }

  /// The bytes of a line without its blanks; all rules of one mark are the same.
  static func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let bytes = line.filter { !SourceLine.isBlank($0) }
    guard bytes.count >= 3, let mark = bytes.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"),
      bytes.allSatisfy({ $0 == mark })
    else { return bytes }
    return [mark]
  }
}
