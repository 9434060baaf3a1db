/// Attaches the comments of an RST document to the parts that they speak of.
///
/// A comment speaks of what follows. Behind the label `above:` it speaks of the line before it, or of the end of the table
/// before it; between an announcement and its table, of both; in the first cell of a row, of the row that begins there;
/// in another cell, of the row too, beside it. Further labels name parts that only YAML has.
struct RSTCommentAttachment {
  private let reader: RSTDocumentReader
  private let dataflow: Dataflow
  private let landmarks: [RSTLandmarks.Landmark]
  private let index: (Int) -> Int
  /// The part that a comment before a landmark belongs to.
  private var targets: [Comment.Anchor?]
  /// The first landmark of each part.
  private var firsts: [Comment.Anchor: Int] = [:]
  private var extents: [Comment.Anchor: Range<Int>] = [:]

  private init(_ reader: RSTDocumentReader, _ dataflow: Dataflow) {
    self.reader = reader
    self.dataflow = dataflow
    let landmarks = RSTLandmarks(reader, dataflow)
    self.landmarks = landmarks.all
    self.index = landmarks.index
    targets = [Comment.Anchor?](repeating: nil, count: landmarks.all.count + 1)
    for place in landmarks.all.indices.reversed() {
      targets[place] = targets[place + 1]
      guard let anchor = landmarks.all[place].anchor else { continue }
      firsts[anchor] = place
      switch landmarks.all[place].kind {
      case .row, .table: break
      default: targets[place] = anchor
      }
    }
  }

  /// The comments of a document at their parts.
  static func comments(of reader: RSTDocumentReader, _ dataflow: Dataflow) -> [Comment] {
    pieces(of: reader, dataflow).map(\.comment).joinedBeside()
  }

  /// A comment as it stands in the text. Several beside one part are one comment of the abstract syntax.
  struct Piece {
    var comment: Comment
    /// Its lines, from 0.
    var range: Range<Int>
    /// What stands before its text.
    var marks: DocumentLayout.CommentMarks
  }

  /// The comments of a document as they stand in the text.
  static func pieces(of reader: RSTDocumentReader, _ dataflow: Dataflow) -> [Piece] {
    guard !reader.comments.isEmpty else { return [] }
    var attachment = RSTCommentAttachment(reader, dataflow)
    return reader.comments.map { attachment.piece($0) }
  }

  private mutating func piece(_ comment: RSTCommentLines) -> Piece {
    let places = reader.commentPlaces(comment).map(reader.span)
    let lines = places.map(\.text)
    let next = index(comment.range.lowerBound)
    let label = RSTCommentText.label(lines)
    let place = place(next: next, line: comment.range.lowerBound, isInCell: comment.isInCell, label: label?.label)
    let text =
      place.isLabelled
      ? RSTCommentText.read(label?.lines ?? lines, isLabelled: true) : RSTCommentText.read(lines)
    let read = Comment(
      anchor: place.anchor, placement: place.placement, lines: text.lines, span: reader.commentSpan(comment),
      places: places,
      covers: SourceSpan(file: reader.file, extent(of: place.anchor)))
    return Piece(comment: read, range: comment.range, marks: text.marks)
  }

  private struct Place {
    var anchor: Comment.Anchor
    var placement: Comment.Placement
    var isLabelled = false
  }

  private func place(next: Int, line: Int, isInCell: Bool, label: String?) -> Place {
    let previous = next > 0 ? landmarks[next - 1] : nil
    if isInCell, let previous, let place = placeInCell(previous, line: line) { return place }
    switch previous?.kind {
    case .announcement?:
      if let anchor = previous?.anchor, next < landmarks.count, case .table = landmarks[next].kind {
        return Place(anchor: anchor, placement: .beside)
      }
    case .introductionHeading?:
      if let anchor = previous?.anchor, next < landmarks.count, case .introduction = landmarks[next].kind {
        return Place(anchor: anchor, placement: .beside)
      }
    case .row(let table?)?:
      if label == RSTCommentText.above { return Place(anchor: table, placement: .end, isLabelled: true) }
    case .words?:
      if let anchor = previous?.anchor, label == RSTCommentText.above {
        return Place(anchor: anchor, placement: .beside, isLabelled: true)
      }
    default: break
    }
    let target = targets[next]
    if let label, let anchor = labelled(label, target: target, previous: previous) {
      return Place(anchor: anchor, placement: .before, isLabelled: true)
    }
    guard let target else { return Place(anchor: .document, placement: .end) }
    return Place(anchor: target == .title ? .document : target, placement: .before)
  }

  private func placeInCell(_ landmark: RSTLandmarks.Landmark, line: Int) -> Place? {
    guard case .row(let table) = landmark.kind else { return nil }
    guard let anchor = landmark.anchor else { return table.map { Place(anchor: $0, placement: .beside) } }
    let isFirstCell = !reader.lines[landmark.line..<line].contains { $0.shape == .cell }
    // A combination of several pairs begins with the first of its rows.
    let isFirstRow = firsts[anchor].map { landmarks[$0].line } == landmark.line
    return Place(anchor: anchor, placement: isFirstCell && isFirstRow ? .before : .beside)
  }

  /// The part that only YAML has, when its label stands where such a comment is written.
  private func labelled(
    _ label: String, target: Comment.Anchor?, previous: RSTLandmarks.Landmark?
  ) -> Comment.Anchor? {
    switch (label, target) {
    case (DocumentKey.flows, .flow(0)?): return .flows
    case (DocumentKey.values, .valueMap(0)?): return .values
    case (LayoutForm.documentKey, _):
      return previous?.anchor == .title || previous?.anchor == .generated ? .layout : nil
    case (RSTCommentText.linksOnly, .properties(let flow)?):
      return dataflow.flows[flow].linksOnly ? nil : .linksOnly(flow: flow)
    default: return nil
    }
  }

  // MARK: - Extents

  /// The bytes of a part, in whole lines.
  private mutating func extent(of anchor: Comment.Anchor) -> Range<Int> {
    if let known = extents[anchor] { return known }
    let extent = foundExtent(of: anchor)
    extents[anchor] = extent
    return extent
  }

  private mutating func foundExtent(of anchor: Comment.Anchor) -> Range<Int> {
    switch anchor {
    case .document: return 0..<reader.bytes.count
    case .flow(let number): return reader.flowExtents.indices.contains(number) ? reader.flowExtents[number] : 0..<0
    case .flows:
      return (reader.flowExtents.first?.lowerBound ?? 0)..<(reader.flowExtents.last?.upperBound ?? 0)
    case .values:
      guard let first = dataflow.valueMaps.indices.first, let last = dataflow.valueMaps.indices.last else {
        return 0..<0
      }
      return extent(of: .valueMap(first)).lowerBound..<extent(of: .valueMap(last)).upperBound
    default: break
    }
    guard let first = firsts[anchor] else { return 0..<0 }
    var end = first + 1
    while end < landmarks.count, belongs(landmarks[end], to: anchor) { end += 1 }
    let lower = reader.lines[landmarks[first].line].source.start
    return lower..<(end < landmarks.count ? reader.lines[landmarks[end].line].source.start : reader.bytes.count)
  }

  private func belongs(_ landmark: RSTLandmarks.Landmark, to anchor: Comment.Anchor) -> Bool {
    if landmark.anchor == anchor { return true }
    switch landmark.kind {
    case .table: return landmark.anchor == nil && isTable(anchor)
    case .row(let table): return table == anchor
    default: return false
    }
  }

  private func isTable(_ anchor: Comment.Anchor) -> Bool {
    switch anchor {
    case .parameters, .valueMap, .match, .properties: return true
    default: return false
    }
  }
}
