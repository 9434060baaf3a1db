/// The comments of a document by the places where writers look for them.
struct CommentIndex {
  private struct Place: Hashable {
    var anchor: Comment.Anchor
    var placement: Comment.Placement
  }

  private var comments: [Place: [[String]]] = [:]

  /// Sorts the comments of a document.
  init(_ list: [Comment] = []) {
    for comment in list {
      comments[Place(anchor: comment.anchor, placement: comment.placement), default: []].append(comment.lines)
    }
  }

  /// True when there is no comment at all.
  var isEmpty: Bool { comments.isEmpty }

  /// The comments at a place, each with its lines.
  func at(_ anchor: Comment.Anchor, _ placement: Comment.Placement) -> [[String]] {
    comments.isEmpty ? [] : comments[Place(anchor: anchor, placement: placement)] ?? []
  }

  /// True when a comment stands at the part, at any place of it.
  func has(_ anchor: Comment.Anchor) -> Bool {
    !(at(anchor, .before).isEmpty && at(anchor, .beside).isEmpty && at(anchor, .end).isEmpty)
  }

  /// The comments that this index has and another has not, or has elsewhere, in no order.
  func missing(in other: CommentIndex) -> [[String]] {
    comments.flatMap { place, lists in
      let found = other.comments[place] ?? []
      return lists.enumerated().filter { !found.indices.contains($0.offset) || found[$0.offset] != $0.element }
        .map(\.element)
    }
  }
}

extension [Comment] {
  /// The comments with one at most beside each part: what stands inside of a part that is one for comments is joined.
  func joinedBeside() -> [Comment] {
    var result: [Comment] = []
    var places: [Comment.Anchor: Int] = [:]
    for comment in self {
      if comment.placement == .beside, let place = places[comment.anchor] {
        result[place].lines += comment.lines
        result[place].places += comment.places
        result[place].span = SourceSpan(
          file: comment.span.file, result[place].span.lowerBound..<comment.span.upperBound)
      } else {
        if comment.placement == .beside { places[comment.anchor] = result.count }
        result.append(comment)
      }
    }
    return result
  }
}
