/// Finds a property by the bytes of its name: at once where properties come in the declared order, else through a table.
struct FieldNames: Sendable {
  private let names: [[UInt8]]
  /// Positions by hash, open addressing; -1 for none.
  private let table: [Int32]
  private let mask: Int

  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    var size = 8
    while size < names.count * 2 { size *= 2 }
    mask = size - 1
    var table = [Int32](repeating: -1, count: size)
    for (position, name) in self.names.enumerated() {
      var place = name.withUnsafeBufferPointer { Self.hash($0) } & mask
      while table[place] >= 0 { place = (place + 1) & mask }
      table[place] = Int32(position)
    }
    self.table = table
  }

  /// The position of a name; `expected` is looked at first.
  func position(of name: UnsafeBufferPointer<UInt8>, expected: Int) -> Int? {
    if expected < names.count, Self.isEqual(names[expected], name) { return expected }
    var place = Self.hash(name) & mask
    while true {
      let position = Int(table[place])
      if position < 0 { return nil }
      if Self.isEqual(names[position], name) { return position }
      place = (place + 1) & mask
    }
  }

  private static func isEqual(_ left: [UInt8], _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<right.count where left[index] != right[index] { return false }
    return true
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash & 0x7FFF_FFFF)
  }
}
