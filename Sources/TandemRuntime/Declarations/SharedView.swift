import TandemValues

/// The shared view of a flow: the mapped properties of a record in normal form, in the order of the flow's declaration.
///
/// Records of both sides project into it; two records are in step exactly when their views are equal. A value is
/// ``TandemValues/Value/absent`` where a side says nothing about the property (a direction that does not read it).
public struct SharedView: Hashable, Sendable {
  /// The values, one per shared property.
  public var values: [Value]

  /// A view of `count` properties about which nothing is known.
  public init(count: Int) {
    values = Array(repeating: .absent, count: count)
  }

  /// A view with the given values.
  public init(values: [Value]) {
    self.values = values
  }

  /// The value of the property at a position.
  public subscript(index: Int) -> Value {
    get { values[index] }
    set { values[index] = newValue }
  }
}

/// A set of positions of shared properties.
public struct PropertySet: Hashable, Sendable {
  private var words: [UInt64] = []

  /// The empty set.
  public init() {}

  /// The set of all positions below `count`.
  public init(all count: Int) {
    for index in 0..<count { insert(index) }
  }

  /// True when the position is in the set.
  public func contains(_ index: Int) -> Bool {
    let word = index >> 6
    return word < words.count && words[word] & (1 << UInt64(index & 63)) != 0
  }

  /// Puts a position into the set.
  public mutating func insert(_ index: Int) {
    let word = index >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(index & 63)
  }

  /// True when no position is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The positions in ascending order.
  public var indices: [Int] {
    var result: [Int] = []
    for (word, bits) in words.enumerated() {
      var rest = bits
      while rest != 0 {
        result.append(word << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }
}
