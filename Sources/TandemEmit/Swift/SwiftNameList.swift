/// Names of one scope that are kept apart.
///
/// Who comes first has its plain name; one that collides with it is told from it by its own spelling, not by a number in
/// the list. So a property that is added changes no name of the others, and code written against them stays right.
enum SwiftNameList {
  /// The names of the spellings, in their order.
  ///
  /// - Parameters:
  ///   - reserved: Names that the scope needs for itself.
  ///   - name: Makes the name of a spelling with something behind it, which may be nothing.
  static func unique(
    _ spellings: [String], reserved: Set<String> = [], name: (_ spelling: String, _ suffix: String) -> String
  ) -> [String] {
    var taken = Set(reserved.map(SwiftNames.unescaped))
    var names = spellings.map { spelling -> String? in
      let plain = name(spelling, "")
      return taken.insert(SwiftNames.unescaped(plain)).inserted ? plain : nil
    }
    var occurrences: [String: Int] = [:]
    for (index, spelling) in spellings.enumerated() {
      occurrences[spelling, default: 0] += 1
      guard names[index] == nil else { continue }
      for suffix in suffixes(spelling, occurrence: occurrences[spelling] ?? 1) {
        let candidate = name(spelling, suffix)
        guard taken.insert(SwiftNames.unescaped(candidate)).inserted else { continue }
        names[index] = candidate
        break
      }
    }
    return zip(names, spellings).map { $0 ?? name($1, "") }
  }

  /// What may stand behind a name that is taken, until one is free: the number of a spelling that stands there again, else
  /// a few digits that the spelling determines.
  private static func suffixes(_ spelling: String, occurrence: Int) -> some Sequence<String> {
    let digits = Array(hash(spelling))
    return (0...).lazy.map { attempt in
      if occurrence > 1 { return attempt == 0 ? "\(occurrence)" : "X\(occurrence)X\(attempt)" }
      if attempt < 4 { return "X" + String(digits[..<(4 + attempt * 4)]) }
      return "X" + String(digits) + "X\(attempt)"
    }
  }

  /// Sixteen digits of the spelling: FNV-1a.
  private static func hash(_ spelling: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in spelling.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension SwiftNames {
  /// Swift names of one scope that are kept apart, where nothing but the names themselves tells them from each other.
  static func unique(_ names: [String], reserved: Set<String> = []) -> [String] {
    SwiftNameList.unique(names, reserved: reserved) { name, suffix in
      suffix.isEmpty ? name : unescaped(name) + suffix
    }
  }
}
