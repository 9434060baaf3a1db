/// A checklist for the people who test a dataflow: what to do in one system and what to see in the other.
public struct Checklist: Sendable {
  /// The title: `Customerp to Salesforce`.
  public var title: String
  /// One section per flow.
  public var sections: [Section]

  /// The checks of one flow.
  public struct Section: Sendable {
    /// The flow's title, as the document writes it.
    public var title: String
    /// What the checks call the records of both sides, beside what the document calls them.
    public var names: String
    /// What must be so before the checks make sense.
    public var preconditions: [String]
    /// The checks in groups, in the order in which a tester walks through them; none is empty.
    public var groups: [Group]

    /// All checks, in order.
    public var items: [Item] { groups.flatMap(\.items) }
  }

  /// Checks that are done together.
  public struct Group: Sendable {
    /// What they are about: `Creation and matching`.
    public var title: String
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

  /// How much there is to do: `12 checks in 1 section, in the order in which they are best done.`
  var summary: String {
    let checks = sections.reduce(0) { $0 + $1.items.count }
    if checks == 0 { return "There is nothing to check." }
    return
      "\(checks) check\(checks == 1 ? "" : "s") in \(sections.count) section\(sections.count == 1 ? "" : "s")"
      + (checks == 1 ? "." : ", in the order in which they are best done.")
  }

  /// What the signs in the values stand for, where some occur.
  var legend: String? {
    let texts = sections.flatMap(\.items).flatMap { [$0.steps, $0.expected] }
    let used = VisibleText.signs.filter { sign in texts.contains { $0.contains(sign.sign) } }
    if used.isEmpty { return nil }
    return "In values, \(WordList.and(used.map { "\($0.sign) stands for \($0.meaning)" }))."
  }
}
