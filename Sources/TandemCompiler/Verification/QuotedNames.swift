/// Names in messages.
enum QuotedNames {
  /// The most that anybody reads.
  private static let limit = 8

  /// Each in backticks; the last behind "and", many cut short.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(limit).map { "`\($0)`" }
    if names.count > limit { return shown.joined(separator: ", ") + " and \(names.count - limit) more" }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "none" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }
}
