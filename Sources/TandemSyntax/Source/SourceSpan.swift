/// A run of bytes in one source file.
public struct SourceSpan: Sendable, Hashable {
  /// The file that holds the run.
  public let file: SourceFile
  /// The offset of the first byte.
  public let lowerBound: Int
  /// The offset after the last byte; equal to ``lowerBound`` for an insertion point.
  public let upperBound: Int

  /// Makes a span of a file's bytes.
  public init(file: SourceFile, _ range: Range<Int>) {
    self.file = file
    self.lowerBound = range.lowerBound
    self.upperBound = range.upperBound
  }

  /// The offsets.
  public var range: Range<Int> { lowerBound..<upperBound }
  /// The spanned text.
  public var text: String { String(decoding: file.bytes[range], as: UTF8.self) }
  /// Where the span begins.
  public var start: SourcePosition { file.position(at: lowerBound) }
  /// Where the span ends (exclusive).
  public var end: SourcePosition { file.position(at: upperBound) }

  /// Two spans are the same when they cover the same bytes of the same file object.
  public static func == (left: SourceSpan, right: SourceSpan) -> Bool {
    left.file === right.file && left.range == right.range
  }

  /// Hashes the file's identity and the offsets.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(file))
    hasher.combine(lowerBound)
    hasher.combine(upperBound)
  }
}

/// A value together with the place that says it.
public struct Located<Value> {
  /// What was said.
  public var value: Value
  /// Where it was said.
  public var span: SourceSpan

  /// Joins a value with its place.
  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Located: Sendable where Value: Sendable {}
