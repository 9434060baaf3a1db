/// Compares the lines of an RST document with those that ``RSTWriter`` makes of it, and notes how they are laid out.
///
/// What the two do not have in common is left out, and what is noted of the lines around it counts the writer's lines.
struct LayoutComparison {
  private let bytes: [UInt8]
  private let lines: [SourceLine]
  private let written: [WrittenLine]
  private var layout: DocumentLayout
  /// The lines so far as ``LayoutPrinter`` counts them.
  private var number = 0
  /// The line of the document that was compared last.
  private var previous = -1
  /// For lines of the document, from 0: their numbers as ``LayoutPrinter`` counts them.
  private var numbers: [Int: Int] = [:]
  /// The blank lines before those units of the writer that are still to come, in their order.
  private var blanksAhead: ArraySlice<Int> = []
  /// The lines that stand elsewhere than usual and were added last: the line on which they begin, what would continue
  /// them, and the number of their last line.
  private var run: (start: Int, place: Int, number: Int)?

  /// A comment of the document as the writer has it.
  private struct Piece {
    var range: Range<Int>
    var placed: PlacedComment
    /// The number of the comment in the writer's order, from 1.
    var number: Int
    /// True when the writer puts it there, and in that form.
    var isInPlace: Bool
  }

  /// - Parameters:
  ///   - dataflow: A document that was read from RST.
  ///   - written: The lines that a writer makes of it.
  ///   - layout: What is known of the layout already.
  static func layout(
    of dataflow: Dataflow, lines: [SourceLine], written: [WrittenLine], layout: DocumentLayout
  ) -> DocumentLayout {
    var comparison = LayoutComparison(
      bytes: dataflow.file.bytes, lines: lines, written: written, layout: layout)
    comparison.compare(dataflow.comments.isEmpty ? [] : RSTReader.pieces(in: dataflow.file))
    return comparison.layout
  }

  private init(bytes: [UInt8], lines: [SourceLine], written: [WrittenLine], layout: DocumentLayout) {
    self.bytes = bytes
    self.lines = lines
    self.written = written
    self.layout = layout
  }

  // MARK: - Comparing

  private mutating func compare(_ found: [RSTCommentAttachment.Piece]) {
    let units = LayoutOrder.units(written)
    let contents = units.compactMap { $0.first?.comment == nil ? $0.first : nil }
    let isOfComment = Set(found.flatMap { Array($0.range) })
    let filled = lines.indices.filter { !lines[$0].isBlank && !isOfComment.contains($0) }
    let matching = LineMatching(
      filled.map { bytes[lines[$0].content] },
      contents.map { line in ([line.text] + line.forms.values).map { Array($0.utf8)[...] } })
    var gaps: [Int] = []
    var before = 0
    for unit in units {
      if unit.first?.comment == nil { before += 1 } else { gaps.append(before) }
    }
    let comments = units.filter { $0.first?.writtenComment != nil }
    func text(of piece: Piece) -> [WrittenLine] {
      piece.isInPlace ? Array(comments[piece.number - 1]) : piece.placed.lines
    }
    var pieces = self.pieces(found)[...]
    markInPlace(&pieces, gaps: gaps, filled: filled, places: matching.inPlace)
    let moved = Set(pieces.filter { !$0.isInPlace }.map(\.number))
    var (comment, content) = (0, -1)
    blanksAhead =
      units.filter { unit in
        guard unit.first?.writtenComment != nil else {
          content += 1
          return !matching.movedLines.contains(content)
        }
        comment += 1
        return !moved.contains(comment)
      }.map { $0.first?.blankLinesBefore ?? 0 }[...]
    var next = 0
    for (index, line) in filled.enumerated() {
      while let piece = pieces.first, piece.range.lowerBound < line { add(pieces.removeFirst(), text(of: piece)) }
      if let place = matching.inPlace[index] {
        while next < place { pass(contents[next], &next, matching) }
        add(line, contents[next], isFirst: true)
        next += 1
      } else if let place = matching.moved[index] {
        addMoved(line, contents[place], place)
      } else {
        previous = line
      }
    }
    for piece in pieces { add(piece, text(of: piece)) }
    while next < contents.count { pass(contents[next], &next, matching) }
    noteBlankLines(before: lines.count)
    let atEnd = lines.count - 1 - previous
    if atEnd != LayoutPrinter.canonicalBlankLinesAtEnd(written) { layout.blankLines[number] = atEnd }
    layout.otherLineEnds = layout.otherLineEnds.compactMap { numbers[$0 - 1] }
  }

  /// Goes past a line of the writer that does not stand at its place in the document.
  private mutating func pass(_ line: WrittenLine, _ next: inout Int, _ matching: LineMatching) {
    defer { next += 1 }
    guard !matching.movedLines.contains(next) else { return }
    blanksAhead.removeFirst()
    if matching.missing.contains(next) {
      layout.missingLines[number, default: 0] += 1
    } else {
      number += line.blankLinesBefore + 1
    }
  }

  /// - Parameter place: The number of the writer's line, from 0.
  private mutating func addMoved(_ line: Int, _ written: WrittenLine, _ place: Int) {
    if let run, run.place == place, run.number == number {
      layout.order[run.start] = (layout.order[run.start] ?? place + 1...place + 1).lowerBound...place + 1
      if line - previous - 1 != written.blankLinesBefore { layout.blankLines[number] = line - previous - 1 }
      self.run = (run.start, place + 1, number + line - previous)
    } else {
      let start = noteBlanks(beforeMoved: line)
      layout.order[start] = place + 1...place + 1
      run = (start, place + 1, start)
    }
    noteBlankLines(before: line)
    finish(line, written)
  }

  /// Notes how many blank lines stand before what stands elsewhere than usual.
  ///
  /// - Returns: The number of its line.
  private mutating func noteBlanks(beforeMoved line: Int) -> Int {
    let blanks = line - previous - 1
    if blanks > blanksAhead.first ?? LayoutOrder.blankLinesAtEnd { layout.blankLines[number] = blanks }
    return number + blanks + 1
  }

  private mutating func add(_ piece: Piece, _ text: [WrittenLine]) {
    let filled = piece.range.filter { !lines[$0].isBlank }
    for (index, (line, written)) in zip(filled, text).enumerated() {
      if index == 0, !piece.isInPlace {
        let start = noteBlanks(beforeMoved: line)
        layout.commentPlaces[start] = piece.number
        if piece.placed.part.count != piece.placed.comment.lines.count {
          layout.commentLengths[start] = piece.placed.part.count
        }
        layout.commentMarks[start] = piece.placed.marks
        noteBlankLines(before: line)
        finish(line, written)
      } else {
        add(line, written, isFirst: index == 0)
      }
    }
  }

  /// - Parameter isFirst: True for the first line of what the writer puts there.
  private mutating func add(_ line: Int, _ written: WrittenLine, isFirst: Bool) {
    let blanks = line - previous - 1
    if blanks != written.blankLinesBefore { layout.blankLines[number] = blanks }
    noteBlankLines(before: line)
    if isFirst { blanksAhead.removeFirst() }
    finish(line, written)
  }

  private mutating func noteBlankLines(before line: Int) {
    for (index, blank) in (previous + 1..<max(previous + 1, line)).enumerated() {
      numbers[blank] = number + index + 1
      let source = lines[blank]
      if source.terminator > source.start {
        layout.trailingBlanks[number + index + 1] = String(
          decoding: bytes[source.start..<source.terminator], as: UTF8.self)
      }
    }
  }

  private mutating func finish(_ line: Int, _ written: WrittenLine) {
    number += line - previous
    previous = line
    numbers[line] = number
    LineComparison.note(lines[line], number: number, of: bytes, with: written, into: &layout)
  }

  // MARK: - Comments

  private struct Place: Hashable {
    var anchor: Comment.Anchor
    var placement: Comment.Placement
    var ordinal: Int
  }

  /// The comments of the document that the writer has too.
  private func pieces(_ found: [RSTCommentAttachment.Piece]) -> [Piece] {
    var numbers: [Place: (number: Int, comment: WrittenComment)] = [:]
    for (index, comment) in written.compactMap(\.writtenComment).enumerated() {
      let place = Place(anchor: comment.anchor, placement: comment.placement, ordinal: comment.ordinal)
      numbers[place] = (index + 1, comment)
    }
    var counts: [Place: Int] = [:]
    return found.compactMap { piece in
      let (comment, isBeside) = (piece.comment, piece.comment.placement == .beside)
      let key = Place(anchor: comment.anchor, placement: comment.placement, ordinal: 0)
      let count = counts[key, default: 0]
      counts[key] = count + (isBeside ? comment.lines.count : 1)
      let place = Place(anchor: comment.anchor, placement: comment.placement, ordinal: isBeside ? 0 : count)
      guard let (number, written) = numbers[place] else { return nil }
      let part = isBeside ? count..<count + comment.lines.count : written.lines.indices
      guard part.upperBound <= written.lines.count else { return nil }
      let needed = RSTCommentText.marks(of: Array(written.lines[part]), isLabelled: written.label != nil)
      let marks = needed == piece.marks ? nil : piece.marks
      return Piece(
        range: piece.range, placed: PlacedComment(comment: written, part: part, marks: marks), number: number,
        isInPlace: marks == nil && part.count == written.lines.count)
    }
  }

  /// Finds the comments that stand where the writer puts them.
  ///
  /// - Parameter gaps: The number of lines, without comments, before each comment of the writer.
  private func markInPlace(_ pieces: inout ArraySlice<Piece>, gaps: [Int], filled: [Int], places: [Int?]) {
    var behind = 0
    var gap = 0
    var last = (gap: -1, number: 0)
    for index in pieces.indices {
      while behind < filled.count, filled[behind] < pieces[index].range.lowerBound {
        if let place = places[behind] { gap = place + 1 }
        behind += 1
      }
      let number = pieces[index].number
      guard gaps[number - 1] == gap, gap != last.gap || number > last.number else {
        pieces[index].isInPlace = false
        continue
      }
      if pieces[index].isInPlace { last = (gap, number) }
    }
  }
}
