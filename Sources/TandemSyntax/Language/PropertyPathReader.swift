/// Reads paths to properties: `address.city`, `phone_numbers.number`, `$id`.
///
/// A path is made of names joined by full stops. A name holds letters, digits, `_` and `-`, and may start with `$`. There
/// is no index: a path that meets a list means its elements.
public enum PropertyPathReader {
  /// Reads the path that stands in a range of a file; blanks around it do not matter.
  ///
  /// - Parameters:
  ///   - range: The bytes of the path.
  ///   - file: The file that holds it; all spans are exact.
  ///   - diagnostics: Receives what is wrong, with a fix where there is one.
  /// - Returns: The path, or `nil` after one error.
  public static func read(
    _ range: Range<Int>, in file: SourceFile, diagnostics: inout [Diagnostic]
  ) -> PropertyPath? {
    plain(range, in: file) ?? read(ClauseText(range, in: file), diagnostics: &diagnostics)
  }

  /// The path that the range holds when it is one name in ASCII without blanks around it, as nearly all paths are.
  private static func plain(_ range: Range<Int>, in file: SourceFile) -> PropertyPath? {
    guard !range.isEmpty, range.upperBound <= file.bytes.count else { return nil }
    let text = file.bytes.withUnsafeBufferPointer { bytes -> String? in
      var index = range.lowerBound
      if bytes[index] == UInt8(ascii: "$") { index += 1 }
      while index < range.upperBound, ClauseText.isNameByte(bytes[index]) { index += 1 }
      guard index == range.upperBound else { return nil }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
    guard let text else { return nil }
    let span = SourceSpan(file: file, range)
    return PropertyPath(segments: [Located(text, at: span)], span: span)
  }

  /// Reads the path that a scalar holds.
  static func read(_ scalar: YAMLScalar, diagnostics: inout [Diagnostic]) -> PropertyPath? {
    if case .exact(let range) = scalar.places, let path = plain(range, in: scalar.span.file) { return path }
    return read(scalar.clause, diagnostics: &diagnostics)
  }

  /// Reads a path whose text is not in the file as it stands, because escapes were resolved.
  ///
  /// - Parameters:
  ///   - text: The path.
  ///   - span: The place that every part of the result names.
  ///   - diagnostics: Receives what is wrong.
  /// - Returns: The path, or `nil` after one error.
  public static func read(text: String, at span: SourceSpan, diagnostics: inout [Diagnostic]) -> PropertyPath? {
    read(ClauseText(text, at: span), diagnostics: &diagnostics)
  }

  static func read(_ text: ClauseText, diagnostics: inout [Diagnostic]) -> PropertyPath? {
    let text = text.trimmed
    guard !text.range.isEmpty else {
      diagnostics.append(MalformedPropertyPath.empty(at: text.span))
      return nil
    }
    var segments: [Located<String>] = []
    var start = text.range.lowerBound
    var offset = start
    let end = text.range.upperBound
    while true {
      if offset == end || text.bytes[offset] == UInt8(ascii: ".") {
        guard offset > start else {
          let place = offset < end ? offset..<offset + 1 : offset - 1..<offset
          diagnostics.append(MalformedPropertyPath.emptySegment(text, place))
          return nil
        }
        guard segments.count < maximumSegments else {
          diagnostics.append(MalformedPropertyPath.tooLong(at: text.span))
          return nil
        }
        segments.append(Located(text.string(start..<offset), at: text.span(start..<offset)))
        guard offset < end else { break }
        offset += 1
        start = offset
        continue
      }
      let (scalar, length) = ClauseText.scalar(text.bytes, at: offset, before: end)
      guard ClauseText.isNameScalar(scalar) || scalar == "$" && offset == start else {
        diagnostics.append(MalformedPropertyPath.character(text, offset..<offset + length))
        return nil
      }
      offset += length
    }
    return PropertyPath(segments: segments, span: text.span)
  }

  /// Records are not nested deeper than this in any system that Tandem knows by far.
  static let maximumSegments = 32
}
