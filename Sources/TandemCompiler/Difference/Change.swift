/// One change between two versions of dataflows.
public struct Change: Sendable, Hashable {
  /// What changed.
  public var kind: ChangeKind
  /// What it does to data.
  public var effect: DataEffect
  /// What it concerns, for a person: a flow (`Shop Customer to Ledger Account`), an entity or a system.
  public var subject: String
  /// What it does, in one or two sentences.
  public var sentence: String
  /// The places in the old version.
  public var before: [Place]
  /// The places in the new version.
  public var after: [Place]
  /// The rows of the new version that a change of a schema concerns.
  public var rows: [Place]
  /// The way of a value that shows the loss, station by station; empty where nothing is lost that could be shown.
  public var example: String?
  /// What the next run makes of the stored base of the rows; `nil` where no base is concerned.
  public var base: BaseConsequence?
  /// What somebody has to do.
  public var remedy: Remedy
  /// The same in a sentence.
  public var advice: String

  /// A place in one version.
  public struct Place: Sendable, Hashable {
    /// The file, as it was given.
    public var file: String
    /// Counted from 1.
    public var line: Int
    /// What stands there, in one line and in either notation the same.
    public var text: String

    /// Makes a place.
    public init(file: String, line: Int, text: String) {
      self.file = file
      self.line = line
      self.text = text
    }
  }

  /// What the state does with the base of a shared property when the next run meets the change.
  public enum BaseConsequence: String, Sendable, Hashable {
    /// The base stays: only later edits are treated in the new way.
    case kept
    /// The base is dropped, and both sides are merged as if for the first time.
    case firstMerge = "first-merge"
    /// The property is gone, and its base with it.
    case dropped
  }

  /// What somebody has to do about a change.
  public enum Remedy: String, Sendable, Hashable {
    /// Records have to be matched again, and the outcome looked at.
    case rematch = "re-match"
    /// Records that exist have to be brought up to date.
    case backfill
    /// A person has to say that this is meant.
    case review
    /// Nothing.
    case nothing
  }

  /// Makes a change; what few changes have may be set afterwards.
  public init(
    _ kind: ChangeKind, _ effect: DataEffect, of subject: String, _ sentence: String, before: [Place] = [],
    after: [Place] = [], remedy: Remedy, _ advice: String
  ) {
    self.kind = kind
    self.effect = effect
    self.subject = subject
    self.sentence = sentence
    self.before = before
    self.after = after
    self.rows = []
    self.remedy = remedy
    self.advice = advice
  }
}
