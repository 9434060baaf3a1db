/// Something that the compiler has to say about a document or a description, as data; rendering is separate.
public struct Diagnostic: Sendable {
  /// The rule that found it: code, name, category, page.
  public var rule: Rule
  /// How much it matters; normally the rule's own.
  public var severity: Severity
  /// One line in the author's words, without a final full stop.
  public var message: String
  /// One to three sentences: why it matters and what to write instead.
  public var explanation: String
  /// The bytes at fault.
  public var span: SourceSpan
  /// Further places that help to understand, often in the schema or at the other row.
  public var labels: [Label]
  /// Short additional facts.
  public var notes: [String]
  /// Corrections, best first.
  public var fixes: [Fix]

  /// A remark on another place.
  public struct Label: Sendable {
    /// The place.
    public var span: SourceSpan
    /// The remark.
    public var message: String

    /// Makes a label.
    public init(_ message: String, at span: SourceSpan) {
      self.span = span
      self.message = InvisibleCharacter.shown(message)
    }
  }

  /// A correction that a tool can apply.
  public struct Fix: Sendable {
    /// What the correction does, in the imperative: "replace with `Customer`".
    public var message: String
    /// True when the correction cannot change what a correct document means.
    public var isSafe: Bool
    /// The edits, which do not overlap.
    public var edits: [TextEdit]

    /// Makes a fix.
    public init(_ message: String, safe: Bool, edits: [TextEdit]) {
      self.message = InvisibleCharacter.shown(message)
      self.isSafe = safe
      self.edits = edits
    }
  }

  /// Makes a diagnostic of a rule.
  public init(
    _ rule: Rule, _ message: String, explanation: String, at span: SourceSpan, labels: [Label] = [],
    notes: [String] = [],
    fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = rule.severity
    // Text that messages quote may hold anything; they are printed, and must not change what a person sees.
    self.message = InvisibleCharacter.shown(message)
    self.explanation = InvisibleCharacter.shown(explanation)
    self.span = span
    self.labels = labels
    self.notes = notes.map(InvisibleCharacter.shown)
    self.fixes = fixes
  }
}

extension Diagnostic.Fix {
  /// Makes comments of the lines of a span in RST.
  static func commentingOut(_ span: SourceSpan) -> Diagnostic.Fix {
    let file = span.file
    let first = file.lineIndex(at: span.lowerBound)
    let last = max(first, file.lineIndex(at: max(span.lowerBound, span.upperBound - 1)))
    var edits: [TextEdit] = []
    for line in first...last {
      let start = file.lineStarts[line]
      var end = start
      while end < file.bytes.count, SourceLine.isBlank(file.bytes[end]) { end += 1 }
      if line == first || line > first && end < file.bytes.count && file.bytes[end] != 0x0A && file.bytes[end] != 0x0D {
        edits.append(
          TextEdit(SourceSpan(file: file, start..<end), replacement: line == first ? ".. " : "   "))
      }
    }
    // A comment is a paragraph: text directly above or below it would belong to it.
    func isFilled(_ line: Int) -> Bool {
      guard line >= 0, line < file.lineStarts.count else { return false }
      let end = line + 1 < file.lineStarts.count ? file.lineStarts[line + 1] : file.bytes.count
      return file.bytes[file.lineStarts[line]..<end].contains { !SourceLine.isBlank($0) && $0 != 0x0A && $0 != 0x0D }
    }
    if isFilled(last + 1) {
      let next = file.lineStarts[last + 1]
      edits.append(TextEdit(SourceSpan(file: file, next..<next), replacement: "\n"))
    }
    if isFilled(first - 1), let edit = edits.first {
      edits[0].replacement = "\n" + edit.replacement
    }
    return Diagnostic.Fix("write it as a comment", safe: false, edits: edits)
  }

  /// Removes the lines of a span.
  static func removingLines(of span: SourceSpan) -> Diagnostic.Fix {
    let file = span.file
    let first = file.lineStarts[file.lineIndex(at: span.lowerBound)]
    let last = file.lineIndex(at: max(span.lowerBound, span.upperBound - 1)) + 1
    let end = last < file.lineStarts.count ? file.lineStarts[last] : file.bytes.count
    return Diagnostic.Fix(
      "remove the line", safe: false, edits: [TextEdit(SourceSpan(file: file, first..<end), replacement: "")])
  }
}

/// A replacement of some bytes of a file.
public struct TextEdit: Sendable, Hashable {
  /// What is replaced; empty for an insertion.
  public var span: SourceSpan
  /// What stands there afterwards.
  public var replacement: String

  /// Makes an edit.
  public init(_ span: SourceSpan, replacement: String) {
    self.span = span
    self.replacement = replacement
  }
}

/// How much a diagnostic matters.
public enum Severity: String, Sendable, Hashable, Comparable {
  /// Good to know.
  case note
  /// Probably wrong; what depends on it is held or explained.
  case warning
  /// Wrong; nothing is generated.
  case error

  /// Orders by weight.
  public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .note: return 0
    case .warning: return 1
    case .error: return 2
    }
  }
}
