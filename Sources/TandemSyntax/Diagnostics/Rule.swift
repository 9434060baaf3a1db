/// The identity and the page of one kind of diagnostic.
///
/// Codes are explicit and never used again for another meaning; `Documentation/Diagnostics.md` is their ledger. The first
/// digit tells the category: `T0` syntax, `T1` names, `T2` types, `T3` mapping, `T4` flow, `T5` style.
///
/// A class, because every diagnostic carries its rule, and the texts of a page need not be counted for each of them.
public final class Rule: Sendable {
  /// `T` and four digits.
  public let code: String
  /// A name that reads well after "allow": `unknown-entity`.
  public let name: String
  /// Which part of the work the rule belongs to.
  public let category: Category
  /// The severity unless a project says otherwise.
  public let severity: Severity
  /// One sentence: what is found.
  public let summary: String
  /// The page that `tandem explain CODE` prints: what it finds, why it matters, what to write.
  public let page: String
  /// A document, or the part of one that ``Example/text`` stands for, in which the rule speaks.
  public let failing: Example
  /// The same, corrected.
  public let passing: Example

  /// Which part of the work a rule belongs to.
  public enum Category: String, Sendable {
    case syntax, names, types, mapping, flow, style
  }

  /// A document that shows a rule; a test runs it.
  public struct Example: Sendable {
    /// The notation of the text.
    public var notation: Notation
    /// A whole document, or a whole system description.
    public var text: String

    /// An example in RST.
    public static func rst(_ text: String) -> Example { Example(notation: .rst, text: text) }
    /// An example in YAML.
    public static func yaml(_ text: String) -> Example { Example(notation: .yaml, text: text) }
    /// An example that is a system description.
    public static func system(_ text: String) -> Example { Example(notation: .systemDescription, text: text) }
  }

  /// Declares a rule.
  public init(
    code: String, name: String, category: Category, severity: Severity, summary: String, page: String, failing: Example,
    passing: Example
  ) {
    self.code = code
    self.name = name
    self.category = category
    self.severity = severity
    self.summary = summary
    self.page = page
    self.failing = failing
    self.passing = passing
  }
}

/// The forms of text that Tandem reads.
public enum Notation: String, Sendable {
  /// A dataflow document in the form of the supplied ones.
  case rst
  /// A dataflow document in YAML.
  case yaml
  /// A description of a system, always YAML.
  case systemDescription
}
