/// One dataflow document, in whichever notation it was written: the abstract syntax, not yet checked.
///
/// Everything that a message may have to point at is ``Located``. What could not be read is simply not there; the
/// diagnostics of the reader tell why.
public struct Dataflow: Sendable {
  /// The document's text.
  public var file: SourceFile
  /// The notation it was written in.
  public var notation: Notation
  /// The system on the left, as the title spells it.
  public var source: Located<String>
  /// The system on the right, as the title spells it.
  public var target: Located<String>
  /// When the document says that it was generated: `2024-09-10 15:43:43`, as it stands.
  public var generated: Located<String>?
  /// The paragraph of the introduction, as it stands.
  public var introduction: Located<String>?
  /// Typed values that differ per environment.
  public var parameters: [Parameter]
  /// Named code tables.
  public var valueMaps: [ValueMap]
  /// The sections, in the order of the document.
  public var flows: [Flow]
  /// The comments, in the order of the text.
  public var comments: [Comment]
  /// True when a section, a value map or a parameter could not be read, as a whole or in part.
  public var hasUnreadParts: Bool
  /// How the document is laid out in RST, as far as its YAML says so; canonical for a document that was read from RST.
  public var layout: DocumentLayout

  /// Makes a document without content; readers fill it in.
  public init(file: SourceFile, notation: Notation, source: Located<String>, target: Located<String>) {
    self.file = file
    self.notation = notation
    self.source = source
    self.target = target
    self.parameters = []
    self.valueMaps = []
    self.flows = []
    self.comments = []
    self.hasUnreadParts = false
    self.layout = DocumentLayout()
  }
}

/// A value that each environment sets: `salesProfile: {type: string}`.
public struct Parameter: Sendable {
  /// The name that expressions use.
  public var name: Located<String>
  /// The word of its type: `string`, `integer`, ...
  public var type: Located<String>
  /// The value where an environment sets none.
  public var defaultValue: Located<Literal>?

  /// Makes a parameter.
  public init(name: Located<String>, type: Located<String>, defaultValue: Located<Literal>? = nil) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
  }
}

/// A code table: the values of the source system on the left, those of the target system on the right.
public struct ValueMap: Sendable {
  /// The name that rows use.
  public var name: Located<String>
  /// The lines, in order. On the way back the first line whose right side matches wins.
  public var entries: [Entry]
  /// What happens to a value that stands in no line.
  public var otherwise: Located<Otherwise>?
  /// The whole table.
  public var span: SourceSpan
  /// True when some of its lines could not be read, so that nothing can be said to be missing.
  public var hasUnreadParts = false

  /// One line of the table.
  public struct Entry: Sendable {
    /// The value in the source system.
    public var source: Located<String>
    /// The value in the target system.
    public var target: Located<String>

    /// Makes a line.
    public init(source: Located<String>, target: Located<String>) {
      self.source = source
      self.target = target
    }
  }

  /// What happens to a value that stands in no line.
  public enum Otherwise: Sendable, Hashable {
    /// The record is set aside with a message (the default).
    case error
    /// The value passes through unchanged.
    case keep
    /// The property stays empty.
    case empty
    /// This value is used.
    case value(String)
  }

  /// Makes a code table.
  public init(name: Located<String>, entries: [Entry], otherwise: Located<Otherwise>? = nil, span: SourceSpan) {
    self.name = name
    self.entries = entries
    self.otherwise = otherwise
    self.span = span
  }
}
