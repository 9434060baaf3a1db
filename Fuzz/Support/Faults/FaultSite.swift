import TandemSyntax

/// One way to plant a fault in a document.
struct FaultSite {
  /// What is done.
  var slip: Slip
  /// How much around it may be pointed at.
  var extent = Extent.token

  /// A slip of a person who writes.
  enum Slip {
    /// Letters of the word in the bytes are exchanged, left out or doubled.
    case misspelling(Range<Int>)
    /// The bytes are replaced by others, in the order of their places.
    case edits([(range: Range<Int>, bytes: [UInt8])])
  }

  /// How much around a fault a message may point at, because no less is at fault.
  enum Extent {
    /// The word or mark itself.
    case token
    /// Its lines.
    case line
    /// Its lines and those around them, between which something is missing or of which one is too many.
    case neighbours
    /// These bytes of the original, such as a row or a section, together with the slip.
    case part(Range<Int>)
  }
}

extension FaultSite {
  /// A site where the bytes are replaced.
  static func replacing(_ range: Range<Int>, with text: String, _ extent: Extent = .token) -> FaultSite {
    FaultSite(slip: .edits([(range, Array(text.utf8))]), extent: extent)
  }

  /// A site where the bytes are missing.
  static func deleting(_ range: Range<Int>, _ extent: Extent = .line) -> FaultSite {
    FaultSite(slip: .edits([(range, [])]), extent: extent)
  }

  /// A site where the word of the span is misspelt.
  static func misspelling(_ span: SourceSpan) -> FaultSite { FaultSite(slip: .misspelling(span.range)) }
}
