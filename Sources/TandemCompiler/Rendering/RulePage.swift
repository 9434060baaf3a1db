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

  /// The same in Markdown, without the line that names the rule.
  static func markdown(_ rule: Rule) -> String {
    let lines =
      [rule.summary, "", rule.page, "", "This is reported for:", ""] + indent(rule.failing.text)
      + ["", "Write instead:", ""] + indent(rule.passing.text)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The text with a picture for each control character, which some examples are about.
  private static func visible(_ text: Substring) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      let picture = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : nil
      result.unicodeScalars.append(picture ?? DisplayLine.shown(scalar))
    }
    return result
  }

  /// The text as an indented block. What nobody would read to its end is cut.
  private static func indent(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "" : "    " + visible(line.utf8.count > 400 ? line.prefix(100) + "..." : line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if lines.count > 200 { lines = lines.prefix(100) + ["    ..."] }
    return lines
  }
}
