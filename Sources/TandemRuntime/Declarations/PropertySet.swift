/// A set of positions of shared properties. The first 64 need no memory of their own.
public struct PropertySet: Hashable, Sendable {
  @usableFromInline var first: UInt64 = 0
  @usableFromInline var further: [UInt64] = []

  /// The empty set.
  @inlinable public init() {}

  /// The set of all positions below `count`.
  public init(all count: Int) {
    for index in 0..<count { insert(index) }
  }

  /// True when the position is in the set.
  @inlinable public func contains(_ index: Int) -> Bool {
    if index < 64 { return first & (1 << UInt64(index)) != 0 }
    let word = index >> 6 - 1
    return word < further.count && further[word] & (1 << UInt64(index & 63)) != 0
  }

  /// Puts a position into the set.
  @inlinable public mutating func insert(_ index: Int) {
    if index < 64 {
      first |= 1 << UInt64(index)
    } else {
      let word = index >> 6 - 1
      while further.count <= word { further.append(0) }
      further[word] |= 1 << UInt64(index & 63)
    }
  }

  /// True when no position is in the set.
  public var isEmpty: Bool { first == 0 && further.allSatisfy { $0 == 0 } }

  /// The positions in ascending order.
  public var indices: [Int] {
    var result: [Int] = []
    for (word, bits) in ([first] + further).enumerated() {
      var rest = bits
      while rest != 0 {
        result.append(word << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }
}
