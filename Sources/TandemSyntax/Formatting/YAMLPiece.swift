/// A part of a YAML text that white space separates from others: a token, or a text of whole lines.
struct YAMLPiece {
  /// Where it stands.
  var range: Range<Int>
  /// What it is.
  var role: Role
  /// The number of line ends before it.
  var lineEndsBefore: Int
  /// The line that it begins on, from 0.
  var line: Int
  /// The column that its author gave it, in characters.
  var oldColumn: Int
  /// The collections between brackets that are open before it.
  var depth = 0
  /// The columns of the block collection that holds it, in the author's text and in the canonical form.
  var holder: (old: Int, new: Int) = (-1, -1)
  /// The column that it gets.
  var column = 0
  /// The column behind its last character.
  var end = 0

  /// What a piece is, as far as the white space around it depends on it.
  enum Role: Hashable {
    case key, dash, colon, comma, open, close, scalar, comment, mark
    /// The lines below `|` or `>`.
    case lines
  }

  /// True when it is the first on its line.
  var isFirst: Bool { lineEndsBefore > 0 }
}

extension YAMLPiece {
  /// The pieces of a text without faults, in order.
  static func pieces(of document: YAMLDocument, _ structure: YAMLStructure) -> [YAMLPiece] {
    let file = document.tree.file
    let bytes = file.bytes
    var result: [YAMLPiece] = []
    result.reserveCapacity(document.tree.tokens.count)
    // The beginning of a text is the beginning of a line.
    var lineEnds = 1
    var openText: YAMLStructure.BlockText?
    var limit = 0
    func add(_ range: Range<Int>, _ role: Role) {
      let line = file.lineIndex(at: range.lowerBound)
      let start = line == 0 && SourceLine.hasByteOrderMark(bytes) ? 3 : file.lineStarts[line]
      result.append(
        YAMLPiece(
          range: range, role: role, lineEndsBefore: lineEnds, line: line,
          oldColumn: YAMLFormatter.width(start..<range.lowerBound, bytes)))
      lineEnds = 0
    }
    for token in document.tree.tokens {
      if token.range.lowerBound < limit { continue }
      switch token.kind {
      case .lineEnd:
        lineEnds += 1
        if let text = openText, text.range.upperBound > token.range.upperBound {
          add(token.range.upperBound..<text.range.upperBound, .lines)
          limit = text.range.upperBound
        }
        openText = nil
      case .blank, .indentation, .byteOrderMark: break
      case .comment: add(token.range, .comment)
      case .key: add(token.range, .key)
      case .punctuation:
        add(token.range, role(ofSign: token.range, bytes))
        if let text = structure.blockTexts[token.range.lowerBound] { openText = text }
      default: add(token.range, .scalar)
      }
    }
    setHolders(&result, structure)
    return result
  }

  private static func role(ofSign range: Range<Int>, _ bytes: [UInt8]) -> Role {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "-") where range.count == 1: return .dash
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "["), UInt8(ascii: "{"): return .open
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return .close
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return .scalar
    default: return .mark
    }
  }

  private static func setHolders(_ pieces: inout [YAMLPiece], _ structure: YAMLStructure) {
    var depth = 0
    var holder = (old: -1, new: -1)
    for index in pieces.indices {
      if pieces[index].role == .close { depth -= 1 }
      if depth == 0, pieces[index].role != .close {
        let number = structure.holders[pieces[index].range.lowerBound]
        holder = number.map { structure.collections[$0].column } ?? (-1, -1)
      }
      pieces[index].depth = depth
      pieces[index].holder = holder
      if pieces[index].role == .open { depth += 1 }
    }
  }
}
