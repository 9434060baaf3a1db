/// The rules on system descriptions, in the order of their codes.
enum DescriptionRules {
  static let all: [Rule] = [UnknownTypeWord.rule, IncompleteType.rule, MalformedDuration.rule]
}
