/// Finds a property by the bytes of its name: at once where properties come in the declared order, else through a table.
struct FieldNames: Sendable {
  /// The names one after the other, and where each begins, with the end behind the last.
  private let bytes: [UInt8]
  private let starts: [Int]
  /// Positions by hash, open addressing; -1 for none.
  private let table: [Int32]
  private let mask: Int

  init(_ names: [String]) {
    bytes = names.flatMap { Array($0.utf8) }
    starts = names.reduce(into: [0]) { starts, name in starts.append((starts.last ?? 0) + name.utf8.count) }
    var size = 8
    while size < names.count * 2 { size *= 2 }
    mask = size - 1
    var table = [Int32](repeating: -1, count: size)
    for (position, name) in names.enumerated() {
      var place = Array(name.utf8).withUnsafeBufferPointer { Self.hash($0) } & mask
      while table[place] >= 0 { place = (place + 1) & mask }
      table[place] = Int32(position)
    }
    self.table = table
  }

  /// The position of a name; `expected` is looked at first.
  func position(of name: UnsafeBufferPointer<UInt8>, expected: Int) -> Int? {
    if expected < starts.count - 1, isEqual(expected, name) { return expected }
    var place = Self.hash(name) & mask
    while true {
      let position = Int(table[place])
      if position < 0 { return nil }
      if isEqual(position, name) { return position }
      place = (place + 1) & mask
    }
  }

  private func isEqual(_ position: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[position]
    guard starts[position + 1] - start == name.count else { return false }
    for index in 0..<name.count where bytes[start + index] != name[index] { return false }
    return true
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash & 0x7FFF_FFFF)
  }
}
