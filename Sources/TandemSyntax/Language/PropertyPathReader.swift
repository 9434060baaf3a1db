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
    read(ClauseText(range, in: file), diagnostics: &diagnostics)
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
