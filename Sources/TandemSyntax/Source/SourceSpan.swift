/// A run of bytes in one source file.
public struct SourceSpan: Sendable, Hashable {
  /// The file that holds the run.
  public let file: SourceFile
  // Every name and value of a document carries a span, so the offsets take 32 bits each; no longer file is read.
  private let first: UInt32
  private let afterLast: UInt32

  /// The offset of the first byte.
  public var lowerBound: Int { Int(first) }
  /// The offset after the last byte; equal to ``lowerBound`` for an insertion point.
  public var upperBound: Int { Int(afterLast) }

  /// Makes a span of a file's bytes.
  public init(file: SourceFile, _ range: Range<Int>) {
    self.file = file
    self.first = UInt32(clamping: range.lowerBound)
    self.afterLast = UInt32(clamping: range.upperBound)
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
    left.file === right.file && left.first == right.first && left.afterLast == right.afterLast
  }

  /// Hashes the file's identity and the offsets.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(file))
    hasher.combine(first)
    hasher.combine(afterLast)
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
