/// A line of an RST document with the shape that its first bytes show.
struct RSTLine {
  /// Where its parts stand.
  var source: SourceLine
  /// What it looks like.
  var shape: Shape
  /// True when it holds bytes that were reported already; nothing is read from it and nothing more said about it.
  var isFaulty = false
  /// True when a diagnostic speaks of it as something that fits nowhere.
  var isUnexpected = false

  /// What a line looks like, before anything is known about its place.
  enum Shape: Hashable {
    /// Nothing but blanks.
    case blank
    /// One character, repeated.
    case rule(UInt8)
    /// `.. name::`
    case directive
    /// `.. text`
    case comment
    /// `:name: value`
    case option
    /// `* - cell`
    case row
    /// `- cell`
    case cell
    /// Anything else.
    case text
  }

  var content: Range<Int> { source.content }
  var isBlank: Bool { shape == .blank }
  var isRule: Bool {
    if case .rule = shape { return true }
    return false
  }
}

/// Finds the lines of an RST document and their shapes.
enum RSTLineScanner {
  /// A longer line stands in no document; it is reported and not read, in bytes.
  static let maximumLength = 65_536

  static func scan(_ file: SourceFile) -> [RSTLine] {
    let bytes = file.bytes
    return SourceLine.split(file).map { source in
      if source.content.count > maximumLength { return RSTLine(source: source, shape: .blank, isFaulty: true) }
      return RSTLine(source: source, shape: shape(of: source.content, in: bytes))
    }
  }

  static func shape(of content: Range<Int>, in bytes: [UInt8]) -> RSTLine.Shape {
    guard !content.isEmpty else { return .blank }
    let first = bytes[content.lowerBound]
    // Letters begin nearly every line, and no other shape.
    if first >= UInt8(ascii: "A"), first <= UInt8(ascii: "Z") { return .text }
    if first >= UInt8(ascii: "a"), first <= UInt8(ascii: "z") { return .text }
    if isRule(content, in: bytes) { return .rule(first) }
    let second = content.count > 1 ? bytes[content.lowerBound + 1] : 0x20
    switch first {
    case UInt8(ascii: "*"):
      return SourceLine.isBlank(second) || second == UInt8(ascii: "-") ? .row : .text
    case UInt8(ascii: "-"):
      return SourceLine.isBlank(second) ? .cell : .text
    case UInt8(ascii: ":"):
      let rest = bytes[(content.lowerBound + 1)..<content.upperBound]
      return rest.contains(UInt8(ascii: ":")) ? .option : .text
    case UInt8(ascii: "."):
      guard second == UInt8(ascii: ".") else { return content.count == 1 ? .text : directiveOrText(content, in: bytes) }
      if isDirective(content, in: bytes) { return .directive }
      let third = content.count > 2 ? bytes[content.lowerBound + 2] : 0x20
      return SourceLine.isBlank(third) ? .comment : .text
    default: return .text
    }
  }

  private static func directiveOrText(_ content: Range<Int>, in bytes: [UInt8]) -> RSTLine.Shape {
    isDirective(content, in: bytes) ? .directive : .text
  }

  /// Three or more of one punctuation mark.
  private static func isRule(_ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    let first = bytes[content.lowerBound]
    guard content.count >= 3 else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "#"),
      UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      var index = content.lowerBound + 1
      while index < content.upperBound {
        if bytes[index] != first { return false }
        index += 1
      }
      return true
    default: return false
    }
  }

  /// `.. name::`, or something that was surely meant to open a table.
  private static func isDirective(_ content: Range<Int>, in bytes: [UInt8]) -> Bool {
    var index = content.lowerBound
    while index < content.upperBound, bytes[index] == UInt8(ascii: ".") || bytes[index] == 0x20 { index += 1 }
    let name = index
    while index < content.upperBound, !SourceLine.isBlank(bytes[index]) { index += 1 }
    if index - name > 2, bytes[index - 1] == UInt8(ascii: ":"), bytes[index - 2] == UInt8(ascii: ":") { return true }
    guard index == content.upperBound, index - name <= 16, index - name >= 7 else { return false }
    let word = String(decoding: bytes[name..<index], as: UTF8.self)
    return SpellingDistance.nearest(to: word, in: ["list-table"]) != nil
  }
}
