/// A checklist for the people who test a dataflow: what to do in one system and what to see in the other.
public struct Checklist: Sendable {
  /// The title: `Customerp to Salesforce`.
  public var title: String
  /// One section per flow.
  public var sections: [Section]

  /// The checks of one flow.
  public struct Section: Sendable {
    /// The flow's title.
    public var title: String
    /// What must be so before the checks make sense.
    public var preconditions: [String]
    /// The checks, in the order in which a tester does them.
    public var items: [Item]
  }

  /// One check. Every one can fail; there is no filler.
  public struct Item: Sendable {
    /// Derived from what the check means, so that it stays when documents are edited elsewhere.
    public var identifier: String
    /// What is tested, in a few words.
    public var subject: String
    /// What to do.
    public var steps: String
    /// What to see then.
    public var expected: String
    /// The lines of the document that say so.
    public var lines: [Int]
  }
}
