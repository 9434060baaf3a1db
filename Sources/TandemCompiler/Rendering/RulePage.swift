import TandemSyntax

/// The page of a rule, as `tandem explain CODE` prints it.
public enum RulePage {
  /// The page, ending in a line end.
  public static func render(_ rule: Rule) -> String {
    var lines = [
      "\(rule.code) \(rule.name)  (\(rule.category.rawValue), \(rule.severity.rawValue))", "", rule.summary, "",
      rule.page,
    ]
    lines += ["", "This is reported for:", ""] + indent(rule.failing.text)
    lines += ["", "Write instead:", ""] + indent(rule.passing.text)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func indent(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
