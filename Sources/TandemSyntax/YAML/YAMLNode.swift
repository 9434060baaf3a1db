/// A part of a YAML text: a mapping, a list, or a scalar, with exact places.
public struct YAMLNode: Sendable {
  /// What the node holds.
  public var content: Content
  /// From its first to its last byte.
  public var span: SourceSpan

  /// The kinds of nodes.
  public enum Content: Sendable {
    /// Keys with values, in order, no key twice.
    case mapping([Entry])
    /// A list.
    case sequence([YAMLNode])
    /// Text; whether it means a number or a flag is for the reader to say, never for YAML.
    case scalar(YAMLScalar)
    /// Something that could not be read. A diagnostic speaks of it; nothing inside is used.
    case broken
  }

  /// A key with its value.
  ///
  /// A class, because readers look through the entries of a mapping for every key that they know.
  public final class Entry: Sendable {
    /// The key.
    public let key: YAMLScalar
    /// The value; an empty scalar where nothing stands.
    public let value: YAMLNode
    /// From the first byte of the key to the last one of the value.
    public let span: SourceSpan
    /// True when the value could not be read.
    let isBroken: Bool

    init(key: consuming YAMLScalar, value: consuming YAMLNode) {
      let end = max(key.span.upperBound, value.span.upperBound)
      self.span = SourceSpan(file: key.span.file, key.span.lowerBound..<end)
      self.isBroken = value.isBroken
      self.key = key
      self.value = value
    }
  }

  init(_ scalar: consuming YAMLScalar) {
    span = scalar.span
    content = .scalar(scalar)
  }

  init(_ content: Content, _ span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// True when the node could not be read, so that its absence needs no second report.
  public var isBroken: Bool {
    if case .broken = content { return true }
    return false
  }

  /// The scalar, if the node is one.
  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { return scalar }
    return nil
  }

  /// What the node is, for messages.
  var kindName: String {
    switch content {
    case .mapping: return "a mapping"
    case .sequence: return "a list"
    case .scalar(let scalar): return scalar.text.isEmpty && scalar.style == .plain ? "nothing" : "text"
    case .broken: return "something unreadable"
    }
  }
}

/// A piece of text in YAML with its escapes resolved and its lines folded.
public struct YAMLScalar: Sendable {
  /// The text.
  public var text: String
  /// How it was written.
  public var style: Style
  /// All of it, with its quotation marks.
  public var span: SourceSpan
  /// Where the text's own bytes stand.
  var places: Places

  /// The ways to write text.
  public enum Style: Sendable, Hashable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  enum Places: Sendable {
    /// The text is these bytes of the file.
    case exact(Range<Int>)
    /// For each byte of the text and for its end, the offset in the file.
    case mapped([Int])
  }

  /// The text together with its value's place, for the abstract syntax.
  public var located: Located<String> { Located(text, at: contentSpan) }

  /// The place of the text without its quotation marks.
  public var contentSpan: SourceSpan {
    switch places {
    case .exact(let range): return SourceSpan(file: span.file, range)
    case .mapped: return span
    }
  }

  /// The text for the readers of expressions and names.
  var clause: ClauseText {
    switch places {
    case .exact(let range):
      let enclosure: ClauseText.Enclosure
      switch style {
      case .singleQuoted: enclosure = .single
      case .doubleQuoted: enclosure = .double
      case .plain: enclosure = .plain(start: range.lowerBound)
      case .literal, .folded: enclosure = .none
      }
      return ClauseText(range, in: span.file, enclosure: enclosure)
    case .mapped(let offsets): return ClauseText(Array(text.utf8), offsets: offsets, in: span.file)
    }
  }
}
