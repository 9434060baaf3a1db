/// Something about a value that does not survive a conversion, as data and in words.
public struct Loss: Hashable, Sendable {
  /// What it is, in the word that reports print.
  public var kind: Kind
  /// The same in words that follow "loses": `the time of day`.
  public var words: String

  /// The kinds of losses. The raw values stand in the report of a check and never change their meaning.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Values outside what the other side can hold: too long, too large, none of a list, unreadable.
    case range
    /// Digits, or a part of a time, beyond those that the other side keeps.
    case precision
    /// Capital and small letters.
    case letterCase = "case"
    /// The order of the elements of a list.
    case order
    /// The offset from UTC in which a moment was given.
    case zone
    /// That nothing was said about the property at all.
    case absent
    /// That the property has no value.
    case null
    /// That the value is an empty one: a text of blanks, a list without elements.
    case empty
    /// Elements of a list that the other side has no room for.
    case otherElements = "other elements"
    /// Which of several values it was, where they become one.
    case distinction
    /// The way in which a value is written: blanks, marks, leading zeros.
    case form
    /// Any way back.
    case wayBack = "way back"
  }

  /// Makes a loss.
  public init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }

  /// An empty value and a missing one become the same.
  public static let emptiness = Loss(.empty, "the difference between an empty value and none")
  /// Where no value stood, a default stands.
  public static let missingValue = Loss(.null, "a missing value")
  /// Where nothing was said about a property, a default stands.
  public static let silence = Loss(.absent, "whether the property was delivered at all")
}

extension Loss.Kind {
  /// One sentence that says what the word means, for the documentation of reports.
  public var meaning: String {
    switch self {
    case .range: return "Some values lie outside what the other side can hold; their records are set aside."
    case .precision: return "Digits, or parts of a time, beyond those that the other side keeps are gone."
    case .letterCase: return "Capital and small letters come back in one form."
    case .order: return "The elements of a list come back in another order."
    case .zone: return "A moment comes back in UTC, whatever offset it was given with."
    case .absent: return "A property that was not delivered comes back with a value."
    case .null: return "A property without a value comes back with one."
    case .empty: return "An empty value comes back as none."
    case .otherElements: return "Elements of a list are left out."
    case .distinction: return "Several values become one, and come back as one of them."
    case .form: return "A value comes back written in the normal form."
    case .wayBack: return "Nothing travels back."
    }
  }
}
