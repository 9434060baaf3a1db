import TandemSyntax

/// What is suggested for one section of a document.
public struct SectionSuggestion: Sendable {
  /// The section's place in its document, from 0.
  public var flow: Int
  /// The title as written: `Customcrm Quote to Customerp Order`.
  public var title: String
  /// The line of the title.
  public var line: Int
  /// Rows for the property table.
  public var rows: [SuggestedRow]
  /// Combinations for the merge table; empty where the section has none, or one that holds rows.
  public var alternatives: [SuggestedAlternative]
  /// The value maps that the rows name and the document lacks.
  public var valueMaps: [ValueMap]
  /// What the target cannot do without, and nothing in the source fits: for a constant, a parameter or a lookup.
  public var needs: [String]

  /// True when nothing is suggested.
  public var isEmpty: Bool { rows.isEmpty && alternatives.isEmpty }
}

/// A row of a property table with the reasons for it.
public struct SuggestedRow: Sendable {
  /// The row as it would stand in the document.
  public var row: PropertyRow
  /// How likely the row is right, in percent.
  public var confidence: Int
  /// Why, in words, the strongest first.
  public var reasons: [String]
}

/// A combination of a merge table with the reasons for it.
public struct SuggestedAlternative: Sendable {
  /// The combination as it would stand in the document.
  public var alternative: Matching.Alternative
  /// How likely records that agree in it are the same, in percent.
  public var confidence: Int
  /// Why, in words.
  public var reasons: [String]
}

/// What suggestions depend on besides documents and descriptions.
public struct SuggestionOptions: Sendable {
  /// Rows that are less likely right are left out, in percent.
  public var confidence: Int
  /// True when tables that hold rows are looked at too.
  public var includesFilledTables: Bool

  /// The confidence that gives the best rows on the project's own documents.
  public static let usualConfidence = 60

  /// Makes options.
  public init(confidence: Int = usualConfidence, includesFilledTables: Bool = false) {
    self.confidence = confidence
    self.includesFilledTables = includesFilledTables
  }
}
