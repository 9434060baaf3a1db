/// A piece of executable text together with the places its bytes came from.
///
/// Text that stands in the file as it is has exact places; text out of which escapes were resolved has a map of them, or
/// only the place of the whole.
struct ClauseText {
  /// The bytes that ``range`` speaks of.
  let bytes: [UInt8]
  /// The part of ``bytes`` that is meant.
  let range: Range<Int>
  private let file: SourceFile
  private let places: Places
  private let enclosure: Enclosure

  /// What stands around the text in the file, and so must be escaped in a replacement.
  enum Enclosure {
    /// Nothing, as in RST.
    case none
    /// Nothing, as in YAML, where a text must not begin with a quotation mark then.
    case plain(start: Int)
    /// `'`, which is written twice inside.
    case single
    /// `"`, before which a backslash stands inside.
    case double
  }

  private enum Places {
    /// `bytes` are the file's.
    case exact
    /// For each byte, and for the end, its offset in the file.
    case mapped([Int])
    /// Every part stands at this place.
    case whole(SourceSpan)
  }

  private init(
    bytes: [UInt8], range: Range<Int>, file: SourceFile, places: Places, enclosure: Enclosure = .none
  ) {
    self.bytes = bytes
    self.range = range
    self.file = file
    self.places = places
    self.enclosure = enclosure
  }

  /// Text that stands in the file; a range beyond the file is cut.
  init(_ range: Range<Int>, in file: SourceFile, enclosure: Enclosure = .none) {
    let range = range.clamped(to: 0..<file.bytes.count)
    self.init(bytes: file.bytes, range: range, file: file, places: .exact, enclosure: enclosure)
  }

  /// Text whose parts have no places of their own.
  init(_ text: String, at span: SourceSpan) {
    let bytes = Array(text.utf8)
    self.init(bytes: bytes, range: 0..<bytes.count, file: span.file, places: .whole(span))
  }

  /// Text out of which escapes were resolved, with the offset in the file of each byte and of the end.
  init(_ bytes: [UInt8], offsets: [Int], in file: SourceFile) {
    assert(offsets.count == bytes.count + 1, "each byte and the end need an offset")
    self.init(bytes: bytes, range: 0..<bytes.count, file: file, places: .mapped(offsets))
  }

  /// The part of this text in another range.
  func part(_ range: Range<Int>) -> ClauseText {
    ClauseText(
      bytes: bytes, range: range.clamped(to: self.range), file: file, places: places, enclosure: enclosure)
  }

  /// The text without blanks and line ends at both ends.
  var trimmed: ClauseText {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, ClauseText.isBlank(bytes[lower]) { lower += 1 }
    while upper > lower, ClauseText.isBlank(bytes[upper - 1]) { upper -= 1 }
    return ClauseText(bytes: bytes, range: lower..<upper, file: file, places: places, enclosure: enclosure)
  }

  /// The place of the whole text.
  var span: SourceSpan { span(range) }

  /// The place of some of ``bytes``.
  func span(_ range: Range<Int>) -> SourceSpan {
    switch places {
    case .exact: return SourceSpan(file: file, range)
    case .mapped(let offsets):
      let lower = offsets[range.lowerBound]
      return SourceSpan(file: file, lower..<max(lower, offsets[range.upperBound]))
    case .whole(let span): return span
    }
  }

  /// True when a fix may replace parts of the file by parts of this text: nothing has to be escaped.
  var isExact: Bool {
    if case .exact = places { return true }
    return false
  }

  /// A fix that replaces a part, where the place is exact.
  func fix(_ message: String, _ range: Range<Int>, with replacement: String, safe: Bool = true) -> [Diagnostic.Fix] {
    guard isExact, let written = written(replacement, at: range.lowerBound) else { return [] }
    return [Diagnostic.Fix(message, safe: safe, edits: [TextEdit(span(range), replacement: written)])]
  }

  /// A replacement as it has to stand inside of what is around the text; `nil` where it cannot.
  private func written(_ replacement: String, at place: Int) -> String? {
    switch enclosure {
    case .none: return replacement
    case .plain(let start):
      let isQuoted = replacement.hasPrefix("\"") || replacement.hasPrefix("'")
      return place == start && isQuoted || replacement.contains("#") || replacement.contains(": ") ? nil : replacement
    case .single: return String(replacement.flatMap { $0 == "'" ? "''" : String($0) })
    case .double: return String(replacement.flatMap { $0 == "\"" || $0 == "\\" ? "\\" + String($0) : String($0) })
    }
  }

  /// The text of a part.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text of a part for a message: cut after 40 bytes, without line ends.
  func excerpt(_ range: Range<Int>) -> String { ClauseText.excerpt(bytes[range]) }

  /// Bytes for a message: cut after 40, control characters as blanks.
  static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    var shown = bytes.prefix(40)
    // Never cut inside a character.
    while shown.count < bytes.count, bytes[shown.endIndex] & 0xC0 == 0x80, !shown.isEmpty { shown.removeLast() }
    let text = String(decoding: shown.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    return shown.count < bytes.count ? text + "…" : text
  }

  /// A text for a message.
  static func excerpt(_ text: String) -> String { excerpt(Array(text.utf8.prefix(200))[...]) }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// The Unicode scalar at an offset and its length in bytes; a broken sequence is one replacement character per byte.
  static func scalar(_ bytes: [UInt8], at offset: Int, before end: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, offset + length <= end else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in offset + 1..<offset + length {
      guard bytes[index] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// True for what the names of properties are made of: letters, digits, `_` and `-`.
  static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isNameByte(UInt8(truncatingIfNeeded: scalar.value)) }
    return scalar.properties.isXIDContinue
  }

  /// The same for a character of ASCII.
  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: return true
    default: return false
    }
  }
}
