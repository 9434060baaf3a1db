/// Finds the column of each piece of a YAML text.
///
/// Where the author aligned pieces of neighbouring lines with more than one blank, they stay aligned, in the leftmost
/// column that keeps the smallest of their distances; all other runs of blanks become one.
struct YAMLColumns {
  private var pieces: [YAMLPiece]
  private let bytes: [UInt8]
  private let structure: YAMLStructure
  /// The pieces that are aligned with each other.
  private var groups: [[Int]] = []
  /// The group of a piece, as an index of ``groups``.
  private var groupOfPiece: [Int: Int] = [:]
  /// For a piece that begins a line between brackets: the one behind the opening bracket, if it stands below it.
  private var anchors: [Int: Int] = [:]

  /// True for the further lines of a comment: they stay under its first mark.
  private func continuesComment(_ index: Int) -> Bool {
    let piece = pieces[index]
    guard index > 0, piece.role == .comment, piece.isFirst, piece.lineEndsBefore == 1 else { return false }
    return pieces[index - 1].role == .comment && pieces[index - 1].oldColumn == piece.oldColumn
  }

  /// The pieces with their columns.
  static func place(_ pieces: [YAMLPiece], _ structure: YAMLStructure, _ bytes: [UInt8]) -> [YAMLPiece] {
    var columns = YAMLColumns(pieces: pieces, bytes: bytes, structure: structure)
    columns.findGroups()
    columns.findAnchors()
    columns.setIndentation()
    columns.setColumns()
    return columns.pieces
  }

  private init(pieces: [YAMLPiece], bytes: [UInt8], structure: YAMLStructure) {
    self.pieces = pieces
    self.bytes = bytes
    self.structure = structure
  }

  // MARK: - Distances

  /// The number of blanks between a piece and the one before it on the line; `nil` where the author may align.
  private func fixedDistance(before index: Int) -> Int? {
    let previous = pieces[index - 1].role
    switch pieces[index].role {
    case .comment: return nil
    case .colon: return 0
    // A key without a value keeps a blank behind its colon, or the colon would become part of the key.
    case .close where previous != .open, .comma: return previous == .colon ? 1 : 0
    default: break
    }
    switch previous {
    case .colon, .comma: return nil
    case .open: return 0
    default: return 1
    }
  }

  private func run(before index: Int) -> Int { pieces[index].range.lowerBound - pieces[index - 1].range.upperBound }

  /// The blanks before a piece that is aligned with nothing. Two before a comment are as usual as one.
  private func usualDistance(before index: Int) -> Int {
    pieces[index].role == .comment ? min(max(run(before: index), 1), 2) : 1
  }

  // MARK: - Groups

  /// Where a piece stands that may be aligned with others.
  private struct Place: Hashable {
    var predecessor: YAMLPiece.Role
    var column: Int
  }

  /// Finds the pieces that stand in one column: comments with the next comment behind a line, others with those of the
  /// line directly below.
  private mutating func findGroups() {
    var candidates: [[Int]] = []
    var last: [Place: (line: Int, group: Int)] = [:]
    var lastComment: (column: Int, group: Int)?
    for index in pieces.indices.dropFirst() where !pieces[index].isFirst && fixedDistance(before: index) == nil {
      let piece = pieces[index]
      if piece.role == .comment {
        if let comment = lastComment, comment.column == piece.oldColumn {
          candidates[comment.group].append(index)
        } else {
          lastComment = (piece.oldColumn, candidates.count)
          candidates.append([index])
        }
        continue
      }
      let place = Place(predecessor: pieces[index - 1].role, column: piece.oldColumn)
      if let above = last[place], above.line == piece.line - 1 {
        candidates[above.group].append(index)
        last[place] = (piece.line, above.group)
      } else {
        last[place] = (piece.line, candidates.count)
        candidates.append([index])
      }
    }
    for group in candidates where group.count > 1 && group.contains(where: { run(before: $0) > 1 }) {
      for index in group { groupOfPiece[index] = groups.count }
      groups.append(group)
    }
  }

  /// Finds the pieces that their author put below the first one between the same brackets.
  private mutating func findAnchors() {
    var open: [Int] = []
    for index in pieces.indices {
      switch pieces[index].role {
      case .close: _ = open.popLast()
      case .open, .key, .scalar, .comment:
        if pieces[index].isFirst, let first = open.last.map({ $0 + 1 }), first < index, !pieces[first].isFirst,
          pieces[first].role != .comment, pieces[first].oldColumn == pieces[index].oldColumn
        {
          anchors[index] = first
        }
        if pieces[index].role == .open { open.append(index) }
      default: break
      }
    }
  }

  // MARK: - Columns

  /// Sets the columns of the pieces that begin a line; they depend on the structure alone.
  private mutating func setIndentation() {
    var open = OpenCollections(structure: structure)
    let following = followingPieces()
    for index in pieces.indices where pieces[index].role != .lines {
      let piece = pieces[index]
      if piece.role != .comment, piece.depth == 0 { open.move(to: piece) }
      guard piece.isFirst else { continue }
      if piece.depth > 0 || piece.role == .close {
        pieces[index].column = max(piece.holder.new, 0) + 2 * piece.depth
      } else if piece.role == .comment {
        pieces[index].column = open.column(ofComment: piece, before: following[index].map { pieces[$0] })
      } else {
        pieces[index].column = piece.role == .mark ? 0 : structure.columns[piece.range.lowerBound] ?? piece.oldColumn
      }
    }
  }

  /// For each piece the next one that is neither a comment nor a mark of a document.
  private func followingPieces() -> [Int?] {
    var result = [Int?](repeating: nil, count: pieces.count)
    var following: Int?
    for index in pieces.indices.reversed() {
      result[index] = following
      if pieces[index].role != .comment { following = pieces[index].role == .mark ? nil : index }
    }
    return result
  }

  /// Sets all columns, from the left to the right, so that everything before a piece is placed already.
  private mutating func setColumns() {
    let order = pieces.indices.sorted { (pieces[$0].oldColumn, $0) < (pieces[$1].oldColumn, $1) }
    for index in pieces.indices { pieces[index].end = lastLineEnd(of: pieces[index]) ?? 0 }
    var groupColumns: [Int: Int] = [:]
    for index in order {
      if continuesComment(index) {
        pieces[index].column = pieces[index - 1].column
      } else if let anchor = anchors[index] {
        pieces[index].column = pieces[anchor].column
      } else if !pieces[index].isFirst, index > 0 {
        if let group = groupOfPiece[index] {
          let column = groupColumns[group] ?? column(of: groups[group])
          groupColumns[group] = column
          pieces[index].column = column
        } else {
          let distance = fixedDistance(before: index) ?? usualDistance(before: index)
          pieces[index].column = pieces[index - 1].end + distance
        }
      }
      if lastLineEnd(of: pieces[index]) == nil {
        pieces[index].end = pieces[index].column + YAMLFormatter.width(pieces[index].range, bytes)
      }
    }
  }

  private func column(of group: [Int]) -> Int {
    let end = group.map { pieces[$0 - 1].end }.max() ?? 0
    let distance = group.map { run(before: $0) }.min() ?? 1
    return end + max(distance, 1)
  }

  /// The column behind a piece of several lines; `nil` when it has one line.
  private func lastLineEnd(of piece: YAMLPiece) -> Int? {
    guard piece.role == .scalar, let line = YAMLScalarLines.lines(of: piece, bytes).last else { return nil }
    return line.indentation + YAMLFormatter.width(line.content, bytes)
  }
}

/// The block collections that are open at a place, and what a comment there belongs to.
private struct OpenCollections {
  let structure: YAMLStructure
  private var stack: [YAMLStructure.Collection] = []
  private var following = 0

  init(structure: YAMLStructure) { self.structure = structure }

  mutating func move(to piece: YAMLPiece) {
    guard piece.role != .colon, piece.role != .mark else { return }
    while let top = stack.last, top.range.upperBound <= piece.range.lowerBound { stack.removeLast() }
    while following < structure.collections.count,
      structure.collections[following].range.lowerBound <= piece.range.lowerBound
    {
      stack.append(structure.collections[following])
      following += 1
    }
  }

  /// The column of a comment on a line of its own: it moves with what its author put it in line with.
  func column(ofComment comment: YAMLPiece, before next: YAMLPiece?) -> Int {
    var candidates = stack.reversed().map(\.column)
    let following = next.flatMap { next in structure.columns[next.range.lowerBound].map { (next.oldColumn, $0) } }
    if let following { candidates.insert(following, at: 0) }
    var best: (old: Int, new: Int)?
    for candidate in candidates where candidate.old <= comment.oldColumn && candidate.old > best?.old ?? -1 {
      best = candidate
    }
    let column = (best ?? candidates.first)?.new ?? 0
    // Behind a list that stands in the column of the next key, only further blanks tell that the comment speaks of the
    // list and not of the key.
    guard let next, let (old, new) = following, comment.oldColumn > old else { return column }
    let isBehindList = stack.contains { collection in
      collection.isList && collection.column.new == new && collection.column.old <= comment.oldColumn
        && collection.range.upperBound <= next.range.lowerBound
    }
    return isBehindList ? max(column, new + 2) : column
  }
}
