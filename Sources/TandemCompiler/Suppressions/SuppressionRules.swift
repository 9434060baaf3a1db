import TandemSyntax

/// The rules on comments by which authors allow findings.
public enum SuppressionRules {
  /// All of them, in the order of their codes.
  public static let all: [Rule] = [
    MalformedSuppression.rule, UnknownSuppressedRule.rule, UnusedSuppression.rule, ExpiredSuppression.rule,
    SuppressedError.rule,
  ]

  /// How such a comment is written.
  static let form = "\(Suppression.words) CODE: REASON"

  /// A document in which one row gives the note T2005, with a comment before that row.
  static func example(_ comment: String, type: String = "string") -> Rule.Example {
    .yaml(
      """
      dataflow: Shop to Ledger
      flows:
      - flow: Shop Customer to Ledger Account
        properties:
        - {source: name, target: Name, type: string}
        # \(comment)
        - {source: since, target: Since, type: \(type)}

      """)
  }

  /// The same with a comment that is as it should be.
  static let passing = example("tandem allows typed-as-string: the generator writes string for every date")
}
