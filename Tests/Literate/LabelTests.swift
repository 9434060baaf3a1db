import TandemCompiler
import TandemSyntax
import Testing

@Suite("The other side of a fault is shown")
struct LabelTests {
  /// Rules whose fault has no other side: the line at fault says all there is to say.
  private static let oneSided: Set<String> = [
    // The bytes of a file.
    "T0001", "T0002", "T0003", "T0004", "T0005", "T0006", "T0007",
    // A line of RST that is not what it should be; what it should be, the message says.
    "T0101", "T0103", "T0104", "T0105", "T0109", "T0113", "T0115", "T0118", "T0119", "T0120", "T0121", "T0122",
    // The same in YAML.
    "T0201", "T0204", "T0205", "T0206", "T0207", "T0208", "T0209", "T0210", "T0211", "T0212", "T0214", "T0215", "T0216",
    "T0217", "T0220", "T0221", "T0222", "T0223", "T0224", "T0225",
    // Expressions are short enough to be seen as a whole.
    "T0301", "T0302", "T0303", "T0304", "T0305", "T0306", "T0307", "T0308", "T0309", "T0310", "T0311", "T0312", "T0313",
    "T0314", "T0315", "T0316",
    // Words of descriptions.
    "T0401", "T0402", "T0403",
    // An export that could not be read, or of which nothing belongs to a description.
    "T0901", "T0902", "T0903",
    // Words of settings.
    "T0601", "T0602", "T0604", "T0605",
    // Comments that allow something name it themselves.
    "T5010", "T5011", "T5012", "T5013", "T5014",
    // What is missing stands nowhere else: a name, a use, a combination, a section, further findings.
    "T1001", "T3018", "T3023", "T4014", "T5004",
    // What is wrong with a name of Swift is wrong by itself.
    "T1013",
  ]

  @Test(arguments: RuleRegistry.all.map(\.code)) func aLabelStandsAtTheOtherSideIfThereIsOne(code: String) throws {
    let rule = try #require(RuleRegistry.rule(code))
    let found = RuleExamples.diagnostics(rule, rule.failing).filter { $0.rule.code == code }
    let isLabelled = found.contains { !$0.labels.isEmpty }
    if Self.oneSided.contains(code) {
      #expect(!isLabelled, "\(code) \(rule.name) shows another place now; take it off the list of one-sided rules")
    } else {
      #expect(
        isLabelled, "\(code) \(rule.name): which other place explains it? Label it, or list the rule as one-sided")
    }
  }
}
