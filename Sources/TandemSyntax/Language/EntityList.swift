/// A list of entities in a sentence: `Customerp Order, Customerp Quote, or Customerp User`.
enum EntityList {
  /// What stands between two items.
  static let separator = ", "
  /// What the last of several items begins with.
  static let lastOpening = "or "

  /// The names as a list.
  static func text(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return (names.dropLast() + [lastOpening + last]).joined(separator: separator)
  }
}
