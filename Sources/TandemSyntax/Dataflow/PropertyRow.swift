/// One row of a property table. Rows that share a source or a target property are connected; the semantics groups them.
///
/// A class, because a check passes rows around, and what they hold need not be counted each time.
public final class PropertyRow: Sendable {
  /// The source's property; `nil` for a row that only gives the target a constant or a parameter.
  public let source: PropertyCell?
  /// The target's property.
  public let target: PropertyCell
  /// The Data Type column, as it stands, without its quotation marks: `string`, `N/A`, or an old transform.
  public let type: Located<String>?
  /// In which direction the row works; both where it says nothing.
  public let direction: Located<Direction>?
  /// The Rule column, or the further keys of the YAML entry, in order.
  public let clauses: [Located<Clause>]
  /// The whole row.
  public let span: SourceSpan

  /// Makes a row.
  public init(
    source: PropertyCell?, target: PropertyCell, type: Located<String>? = nil, direction: Located<Direction>? = nil,
    clauses: [Located<Clause>] = [], span: SourceSpan
  ) {
    self.source = source
    self.target = target
    self.type = type
    self.direction = direction
    self.clauses = clauses
    self.span = span
  }
}

/// A property of one side, as a table cell names it.
///
/// A class for the reason that ``PropertyRow`` is one.
public final class PropertyCell: Sendable {
  /// The property.
  public let path: PropertyPath
  /// Each `Dependant on having V in P` clause. Different values on one path are alternatives.
  public let dependencies: [Dependency]
  /// The cell's content.
  public let span: SourceSpan

  /// A clause that selects the element (or the record) whose property has the value.
  public struct Dependency: Sendable {
    /// The value.
    public var value: Located<String>
    /// The property that must have it.
    public var path: PropertyPath

    /// Makes a clause.
    public init(value: Located<String>, path: PropertyPath) {
      self.value = value
      self.path = path
    }
  }

  /// Makes a cell.
  public init(path: PropertyPath, dependencies: [Dependency] = [], span: SourceSpan) {
    self.path = path
    self.dependencies = dependencies
    self.span = span
  }
}

/// A path to a property: `address.city`. Walking into a list means its elements.
public struct PropertyPath: Sendable {
  /// The names on the way, first the property of the entity. A leading `$` or `_` stays part of the first one.
  public var segments: [Located<String>]
  /// The whole path.
  public var span: SourceSpan

  /// Makes a path.
  public init(segments: [Located<String>], span: SourceSpan) {
    self.segments = segments
    self.span = span
  }

  /// The path as written, segments joined by full stops.
  public var text: String { segments.map(\.value).joined(separator: ".") }
}

/// In which direction the values of a row, or the edits of a flow, travel.
public enum Direction: Sendable, Hashable {
  /// Both ways.
  case both
  /// Only into the named system.
  case toSystem(String)
  /// Only when the target record is created.
  case atCreation
  /// Only while the named system's property is empty (`nil`: the target's).
  case onlyIfEmpty(system: String?)
}

/// One clause of the Rule column.
public enum Clause: Sendable {
  /// The place in the order of choices among rows with one target: 1 is the first.
  case choice(Int)
  /// The rows of one target are joined with the separator.
  case join(separator: String)
  /// The row applies to records that satisfy the condition.
  case when(Expression)
  /// The value goes through the named value map.
  case values(String)
  /// The reference is translated through the links of the flow between the named entities.
  case reference(source: String, target: String)
  /// The reference is found by natural keys in an entity that no flow synchronises: each pair is a path on the source and
  /// a property of the looked-up entity.
  case lookup(entity: String, by: [LookupPair])
  /// The target is given this value.
  case constant(Literal)
  /// The target is given the environment's parameter.
  case parameter(String)
  /// The target is given this value where the source has none.
  case defaultValue(Literal)
  /// The named system wins conflicts of this row.
  case wins(system: String)
  /// The source's text is a date or time in the format (`yyyy-MM-dd`).
  case format(String)
  /// A named conversion of the catalog: `trim`, `upperCase`, ...
  case conversion(String)
  /// The row is the one that is read on the way back.
  case readBack

  /// A pair of a lookup.
  public struct LookupPair: Sendable {
    /// The path on the source's record.
    public var source: PropertyPath
    /// The property of the looked-up entity.
    public var target: PropertyPath

    /// Makes a pair.
    public init(source: PropertyPath, target: PropertyPath) {
      self.source = source
      self.target = target
    }
  }
}
