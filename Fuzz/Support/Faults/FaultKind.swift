/// The single faults that are planted in documents: slips of people who write them.
public enum FaultKind: String, CaseIterable, Sendable {
  /// A word of a sentence is misspelt (RST).
  case sentenceWord = "sentence-word"
  /// A key is misspelt (YAML).
  case key
  /// A line is missing.
  case deletedLine = "deleted-line"
  /// A line stands twice.
  case duplicatedLine = "duplicated-line"
  /// A line and the next one stand in the wrong order.
  case movedLine = "moved-line"
  /// A line has blanks too many or too few before it.
  case indentation
  /// A tab stands in the place of the blanks before a line.
  case tab
  /// A quotation mark, a bracket or a back quote is missing.
  case deletedMark = "deleted-mark"
  /// A property's name is misspelt.
  case property
  /// An entity's name is misspelt in one place.
  case entity
  /// A system's name is misspelt in one place.
  case system
  /// The name of a value map is misspelt where a row uses it.
  case valueMap = "value-map"
  /// The properties of a row stand in each other's place.
  case swappedCells = "swapped-cells"
  /// The rule under a heading, or one around the title, is missing (RST).
  case deletedRule = "deleted-rule"
  /// A line of words stands where none belongs.
  case junkLine = "junk-line"
  /// A key that holds lines below it is missing or stands a line too early or too late (YAML).
  case lostKey = "lost-key"

  /// True when a document with the change may be as good as the one without it, so that nothing has to be said.
  var mayBeValid: Bool {
    switch self {
    case .deletedLine, .duplicatedLine, .movedLine, .indentation, .tab: return true
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
  /// The lines at fault in the document with it, from 1; where a line is missing, those around its place.
  public var lines: ClosedRange<Int>
}
