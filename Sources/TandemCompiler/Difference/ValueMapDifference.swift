import TandemValues

/// The lines of a value map in two versions.
struct ValueMapDifference {
  /// What the change does to data.
  private(set) var effect: DataEffect
  /// The changed lines in words.
  private(set) var sentence: String
  /// A value that was taken and is refused now.
  private(set) var refused: String?

  /// `nil` when not both conversions have a map, or when the maps say the same.
  init?(from old: (any Conversion)?, to new: (any Conversion)?) {
    guard let old = Map(old), let new = Map(new), old != new else { return nil }
    var parts: [String] = []
    var effect = DataEffect.widening
    for pair in old.pairs where new.forward[pair.left] == nil {
      parts.append("\"\(pair.left)\" was \"\(pair.right)\" and is \(new.fallback)")
      effect = max(effect, new.refuses ? .dataLoss : .behaviour)
    }
    for pair in new.pairs {
      guard let former = old.forward[pair.left] else {
        parts.append("\"\(pair.left)\" is \"\(pair.right)\" and was \(old.fallback)")
        if !old.refuses { effect = max(effect, .behaviour) }
        continue
      }
      if former != pair.right {
        parts.append("\"\(pair.left)\" is \"\(pair.right)\" and was \"\(former)\"")
        effect = max(effect, .behaviour)
      }
    }
    if old.otherwise != new.otherwise || old.fallbackValue != new.fallbackValue {
      parts.append("any other value is \(new.fallback) and was \(old.fallback)")
      // A value that was refused and passes now is more; one that is dropped or replaced is another one.
      effect = max(effect, new.refuses ? .dataLoss : old.refuses && new.otherwise == "keep" ? .widening : .behaviour)
    }
    for pair in new.pairs
    where old.forward[pair.left] == pair.right && old.backward[pair.right] != new.backward[pair.right] {
      parts.append("on the way back \"\(pair.right)\" is \"\(new.backward[pair.right] ?? "")\"")
      effect = max(effect, .behaviour)
    }
    guard !parts.isEmpty else { return nil }
    self.effect = effect
    refused = new.refuses ? old.pairs.first { new.forward[$0.left] == nil }?.left : nil
    sentence = parts.prefix(6).joined(separator: "; ") + (parts.count > 6 ? "; and \(parts.count - 6) more." : ".")
  }

  /// The arguments of a map.
  private struct Map: Equatable {
    var pairs: [ConversionArgument.Pair] = []
    var otherwise = ""
    var fallbackValue: String?
    var forward: [String: String] = [:]
    var backward: [String: String] = [:]

    init?(_ conversion: (any Conversion)?) {
      guard let map = ConversionParts.of(conversion).first(where: { $0 is ValueMap }) else { return nil }
      for argument in map.arguments {
        switch (argument.label, argument.value) {
        case ("pairs", .pairs(let pairs)): self.pairs = pairs
        case ("otherwise", .string(let word)): otherwise = word
        case ("fallback", .string(let text)): fallbackValue = text
        default: break
        }
      }
      forward = Dictionary(pairs.map { ($0.left, $0.right) }, uniquingKeysWith: { first, _ in first })
      backward = Dictionary(pairs.map { ($0.right, $0.left) }, uniquingKeysWith: { first, _ in first })
    }

    var refuses: Bool { otherwise == "error" }

    /// What becomes of a value without a line.
    var fallback: String {
      switch otherwise {
      case "keep": return "kept as it is"
      case "empty": return "left empty"
      case "fallback": return "\"\(fallbackValue ?? "")\""
      default: return "refused"
      }
    }
  }
}
