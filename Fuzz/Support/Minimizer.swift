/// Makes an input smaller as long as it still shows what it was kept for.
public enum Minimizer {
  /// Leaves out runs of lines, then runs of bytes, in halves of the length until nothing more can go.
  ///
  /// - Parameters:
  ///   - bytes: The input.
  ///   - limit: So many smaller inputs are tried at most.
  ///   - isStillFailing: Tells whether a smaller input shows the same.
  public static func minimize(
    _ bytes: [UInt8], trying limit: Int = 2_000, while isStillFailing: ([UInt8]) -> Bool
  ) -> [UInt8] {
    var remaining = limit
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    let fewer = reduce(lines, &remaining) { isStillFailing(Array($0.joined(separator: [0x0A]))) }
    return reduce(Array(fewer.joined(separator: [0x0A])), &remaining, while: isStillFailing)
  }

  private static func reduce<Element>(
    _ elements: [Element], _ remaining: inout Int, while isStillFailing: ([Element]) -> Bool
  ) -> [Element] {
    var result = elements
    var length = max(1, elements.count / 2)
    while remaining > 0 {
      var hasShrunk = false
      var start = 0
      while start < result.count, remaining > 0 {
        var candidate = result
        candidate.removeSubrange(start..<min(result.count, start + length))
        remaining -= 1
        if isStillFailing(candidate) {
          result = candidate
          hasShrunk = true
        } else {
          start += length
        }
      }
      if length == 1, !hasShrunk { break }
      length = max(1, length / 2)
    }
    return result
  }
}
