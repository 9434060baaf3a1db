/// The single faults that are planted in documents: slips of people who write them, taken from the language and not from the
/// rules of the checker.
///
/// What may be asked of a message about each was written down before any was tried, and stands in ``repair`` and ``mayBeValid``.
public enum FaultKind: String, CaseIterable, Sendable {
  // Words and names.

  /// A key is misspelt (YAML).
  case key
  /// A word of a fixed sentence is misspelt (RST).
  case sentenceWord = "sentence-word"
  /// A word in the heading row of a table is misspelt (RST).
  case columnWord = "column-word"
  /// A word of a clause in the Rule column, or of a direction, is misspelt.
  case clauseWord = "clause-word"
  /// A word of a policy is misspelt (YAML; in RST policies are sentences).
  case policyWord = "policy-word"
  /// A system's name is misspelt in one place.
  case system
  /// An entity's name is misspelt in one place.
  case entity
  /// A property's name is misspelt.
  case property
  /// The word of a type is misspelt.
  case type
  /// The name of a value map is misspelt where a row uses it.
  case valueMap = "value-map"
  /// The name of a conversion is misspelt.
  case conversion
  /// The name of a parameter is misspelt where it is used.
  case parameter
  /// A value of a closed enumeration is misspelt in a condition or a value map.
  case enumerationValue = "enumeration-value"
  /// A flow or an entity is misspelt where a row refers to it.
  case reference
  /// A key begins with a capital letter (YAML).
  case capitalKey = "capital-key"

  // Rows.

  /// A cell with a property is missing.
  case missingCell = "missing-cell"
  /// The cell with the type is missing.
  case missingType = "missing-type"
  /// The properties of a row stand in each other's place.
  case swappedCells = "swapped-cells"
  /// The properties of all rows of a section stand in each other's place.
  case swappedColumns = "swapped-columns"
  /// A row stands twice.
  case duplicateRow = "duplicate-row"
  /// The row of a required property is missing.
  case droppedRequiredRow = "dropped-required-row"
  /// A row works in the direction of a system that is not of the document.
  case wrongDirection = "wrong-direction"
  /// A row uses the value map of another row.
  case wrongValueMap = "wrong-value-map"
  /// The type is another word than that of the target's property.
  case wrongType = "wrong-type"

  // Marks.

  /// A comparison is written as in programs: `==`.
  case comparison
  /// The quotation mark at one end of a text is missing.
  case quotationMark = "quotation-mark"
  /// One bracket is missing.
  case bracket
  /// The back quotes at one end of what is executable are missing (RST).
  case backQuotes = "back-quotes"
  /// The colon behind a key is missing (YAML).
  case colon
  /// The blank behind the colon of a key is missing (YAML).
  case blankBehindColon = "blank-behind-colon"
  /// The dash or star of a list's item is missing.
  case itemMark = "item-mark"

  // Lines.

  /// A line has blanks too many or too few before it.
  case indentation
  /// A tab stands in the place of the blanks before a line.
  case tab
  /// The rule under a heading, or one around the title, is missing (RST).
  case deletedRule = "deleted-rule"
  /// The rule under a heading is too short (RST).
  case shortRule = "short-rule"
  /// The sentence in front of a property table, or the one on keeping in step, is missing (RST).
  case deletedSentence = "deleted-sentence"
  /// A key that holds lines below it is missing (YAML).
  case lostKey = "lost-key"
  /// A line of a value stands twice, so that its key does (YAML).
  case duplicateKey = "duplicate-key"
  /// A section stands twice.
  case duplicateSection = "duplicate-section"
  /// A line is missing.
  case deletedLine = "deleted-line"
  /// A line stands twice.
  case duplicateLine = "duplicate-line"
  /// A line and the next one stand in the wrong order.
  case movedLine = "moved-line"
  /// A line of words stands where none belongs.
  case junkLine = "junk-line"

  /// Whether the document says what the fault has to become.
  public enum Repair: String, Sendable {
    /// It does: the first correction must give a document of the same meaning.
    case determined
    /// Only its author knows.
    case undetermined
  }

  /// What may be asked of the first correction.
  public var repair: Repair {
    switch self {
    // What the missing words were stands nowhere else.
    case .missingCell, .droppedRequiredRow, .deletedLine: return .undetermined
    // Two systems, or several maps, are as likely.
    case .wrongDirection, .wrongValueMap: return .undetermined
    // Where the line belongs, whether it is a comment, or which of two it replaced, nothing says.
    case .movedLine, .junkLine, .duplicateLine: return .undetermined
    default: return .determined
    }
  }

  /// True when a document with the change may be as good as the one without it, so that nothing has to be said.
  var mayBeValid: Bool {
    switch self {
    case .deletedLine, .duplicateLine, .movedLine, .indentation, .tab, .missingType: return true
    default: return false
    }
  }
}

/// A document with one fault.
public struct PlantedFault: Sendable {
  /// The kind of the fault.
  public var kind: FaultKind
  /// The document with it.
  public var bytes: [UInt8]
  /// The bytes at fault in the document with it; where something is missing, what stands around its place.
  public var place: Range<Int>
  /// The lines of ``place``, from 1.
  public var lines: ClosedRange<Int>
}
