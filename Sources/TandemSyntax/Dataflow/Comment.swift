/// A comment of a document at the part that it speaks of, the same in both notations.
public struct Comment: Sendable {
  /// The part that it belongs to.
  public var anchor: Anchor
  /// Where it stands there.
  public var placement: Placement
  /// Its text without the marks of its notation. An empty line is a blank one.
  public var lines: [String]
  /// From its first to its last byte.
  public var span: SourceSpan
  /// The bytes behind the marks of its notation, line by line as they stand in the file.
  public var places: [SourceSpan]
  /// The bytes of the part that it belongs to.
  public var covers: SourceSpan

  /// Makes a comment.
  public init(
    anchor: Anchor, placement: Placement, lines: [String], span: SourceSpan, places: [SourceSpan], covers: SourceSpan
  ) {
    self.anchor = anchor
    self.placement = placement
    self.lines = lines
    self.span = span
    self.places = places
    self.covers = covers
  }

  /// Where a comment stands at its part.
  public enum Placement: Sendable, Hashable {
    /// On lines of its own before it.
    case before
    /// On its line, or right behind it.
    case beside
    /// Behind the last thing in it.
    case end
  }

  /// A part of a document that comments can belong to. Sections and what they hold are counted from 0.
  public enum Anchor: Sendable, Hashable {
    /// The whole document.
    case document
    /// The names of the two systems.
    case title
    /// The moment of generation.
    case generated
    /// How the RST is laid out, which only YAML says.
    case layout
    /// The introduction.
    case introduction
    /// All parameters.
    case parameters
    /// One parameter.
    case parameter(Int)
    /// All value maps.
    case values
    /// One value map.
    case valueMap(Int)
    /// A line of a value map.
    case entry(map: Int, line: Int)
    /// What a value map says of all other values.
    case otherwise(map: Int)
    /// All sections.
    case flows
    /// One section.
    case flow(Int)
    /// When a section creates records.
    case creation(flow: Int)
    /// How a section recognises records.
    case match(flow: Int)
    /// One combination of properties that recognises a record.
    case alternative(flow: Int, place: Int)
    /// A condition on the records that take part.
    case scope(flow: Int, place: Int)
    /// Who wins a conflict.
    case conflict(flow: Int)
    /// What the deletion on one side does.
    case deletion(flow: Int, place: Int)
    /// What the first run does.
    case firstRun(flow: Int)
    /// In which direction edits travel.
    case direction(flow: Int)
    /// That a section only links and creates.
    case linksOnly(flow: Int)
    /// A former name.
    case formerName(flow: Int, place: Int)
    /// The flow of the records that hold a list's elements.
    case parent(flow: Int)
    /// The property table.
    case properties(flow: Int)
    /// A row of the property table.
    case row(flow: Int, place: Int)
    /// A part of a system description; only the bytes tell which.
    case description
  }
}
