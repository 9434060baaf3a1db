import TandemValues

/// How a described type and an exported one differ. Systems name their types in other words than Tandem; only what would make
/// a difference to a value counts.
enum TypeComparison: Equatable {
  case same
  /// The limits of length or precision differ.
  case limits(isNarrower: Bool)
  /// The values of an enumeration differ.
  case values(gone: [String], new: [String])
  case other

  /// - Parameters:
  ///   - old: The described type.
  ///   - new: The exported type.
  static func compare(_ old: ValueType, _ new: ValueType) -> TypeComparison {
    switch (old, new) {
    case (.string(let before), .string(let after)):
      guard before != after, let after else { return .same }
      return .limits(isNarrower: after < (before ?? .max) && before != nil)
    case (.decimal(let precision, let scale), .decimal(let newPrecision, let newScale)):
      guard newPrecision != nil || newScale != nil, (precision, scale) != (newPrecision, newScale) else { return .same }
      let isScaleLess = newScale.map { new in scale.map { new < $0 } ?? false } ?? false
      let isWholeLess =
        newPrecision.map { new in precision.map { new - (newScale ?? 0) < $0 - (scale ?? 0) } ?? false } ?? false
      return .limits(isNarrower: isScaleLess || isWholeLess)
    case (.enumeration(let values, let isOpen), .enumeration(let newValues, let isNowOpen)):
      let gone = isNowOpen ? [] : values.filter { !newValues.contains($0) }
      let new = isOpen ? [] : newValues.filter { !values.contains($0) }
      return gone.isEmpty && new.isEmpty ? .same : .values(gone: gone, new: new)
    case (.list(let before), .list(let after)): return compare(before, after)
    default: return areCompatible(old, new) ? .same : .other
    }
  }

  /// True for types that stand for the same values in the words of two systems.
  static func areCompatible(_ old: ValueType, _ new: ValueType) -> Bool {
    if old.word == new.word { return true }
    switch (old, new) {
    // A description may say less than the system knows, or more.
    case (.string, .enumeration), (.enumeration, .string), (.string, .guid), (.guid, .string(nil)): return true
    case (.json, .object), (.object, .json), (.json, .string), (.string, .json), (.json, .list): return true
    case (.float, .decimal), (.decimal, .float): return true
    case (.integer, .decimal(_, 0)), (.decimal(_, 0), .integer): return true
    default: return false
    }
  }
}
