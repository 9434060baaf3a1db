/// Attaches the comments of a YAML text to the parts that they speak of, by where both stand.
struct YAMLCommentAttachment {
  let file: SourceFile
  /// The whole text, with its parts.
  let root: YAMLCommentSite
  /// All parts in the order of the text.
  private let parts: [Part]

  /// A part with its way from the root.
  private struct Part {
    var site: YAMLCommentSite
    /// The places of the parts that hold it, outermost first.
    var path: [Int]
  }

  init(root: YAMLCommentSite, in file: SourceFile) {
    self.file = file
    self.root = root
    var parts: [Part] = []
    func add(_ site: YAMLCommentSite, _ path: [Int]) {
      let place = parts.count
      parts.append(Part(site: site, path: path))
      for child in site.children.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
        add(child, path + [place])
      }
    }
    add(root, [])
    self.parts = parts
  }

  /// The comments at their parts.
  func attached(_ comments: [Range<Int>]) -> [Comment] {
    YAMLCommentBlock.blocks(of: comments, in: file).map { block in
      let (anchor, placement, covers) = block.isBeside ? beside(block) : alone(block)
      return Comment(
        anchor: anchor, placement: placement, lines: block.lines, span: SourceSpan(file: file, block.range),
        places: block.places.map { SourceSpan(file: file, $0) },
        covers: SourceSpan(file: file, covers))
    }.joinedBeside()
  }

  private typealias Place = (anchor: Comment.Anchor, placement: Comment.Placement, covers: Range<Int>)

  /// The number of parts that begin before an offset; the root begins before all.
  private func count(before offset: Int) -> Int {
    var low = 1
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].site.range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func line(_ offset: Int) -> Int { file.lineIndex(at: offset) }

  /// The place of a comment behind something on its line.
  private func beside(_ block: YAMLCommentBlock) -> Place {
    let offset = block.range.lowerBound
    let line = line(offset)
    let number = count(before: offset) - 1
    let part = parts[number]
    // A comment beside what is no part, such as the mark of a document, speaks of what follows.
    guard !part.path.isEmpty else { return alone(block) }
    let begins = { (site: YAMLCommentSite) in self.line(site.range.lowerBound) == line }
    let ends = { (site: YAMLCommentSite) in
      self.line(max(site.range.lowerBound, site.range.upperBound - 1)) == line && site.range.upperBound <= offset
    }
    // Of several parts that stand on the line as a whole the outermost is meant.
    let whole = (part.path + [number]).dropFirst().filter { begins(parts[$0].site) && ends(parts[$0].site) }
    let covers = whole.first.map { parts[$0].site.range } ?? part.site.range
    if let place = whole.first(where: { !parts[$0].site.isGroup }), let beside = parts[place].site.beside {
      return (beside.anchor, beside.placement, covers)
    }
    if begins(part.site) || ends(part.site) || part.site.range.contains(offset), let beside = part.site.beside {
      return (beside.anchor, beside.placement, covers)
    }
    // The line holds only the end of something that holds more.
    for place in part.path.reversed() where ends(parts[place].site) {
      if let end = parts[place].site.end { return (end.anchor, end.placement, parts[place].site.range) }
    }
    return alone(block)
  }

  /// The place of a comment on lines of its own.
  private func alone(_ block: YAMLCommentBlock) -> Place {
    let offset = block.range.lowerBound
    let count = count(before: offset)
    if count == 1, parts.count > 1 || root.before != nil { return (.document, .before, 0..<file.bytes.count) }
    let previous = parts[count - 1]
    // A part without parts in it is one for comments.
    if previous.site.children.isEmpty, previous.site.range.contains(offset), let beside = previous.site.beside {
      return (beside.anchor, beside.placement, previous.site.range)
    }
    let place = parts[count...].firstIndex { $0.site.before != nil }
    let next = place.map { parts[$0] }
    if let next, let anchor = next.site.before, block.column <= next.site.column || next.path.last == count - 1 {
      return (anchor, .before, next.site.range)
    }
    // Behind the last part of what is open and does not go on: the innermost whose parts stand as far to the left.
    for place in (previous.path + [count - 1]).reversed() {
      let site = parts[place].site
      guard let end = site.end, let first = site.children.first ?? (site.range == root.range ? root : nil) else {
        continue
      }
      // Behind brackets nobody can stand in them, whatever the columns are.
      if first.column > block.column || offset >= site.range.upperBound && isBetweenBrackets(first) { continue }
      if let next, next.path.contains(place), let anchor = next.site.before {
        return (anchor, .before, next.site.range)
      }
      return (end.anchor, end.placement, site.range)
    }
    if let next, let anchor = next.site.before { return (anchor, .before, next.site.range) }
    return (root.end?.anchor ?? .document, .end, 0..<file.bytes.count)
  }

  /// True for the first part between brackets.
  private func isBetweenBrackets(_ site: YAMLCommentSite) -> Bool {
    let before = file.bytes[..<site.range.lowerBound].last { $0 > 0x20 }
    return before == UInt8(ascii: "{") || before == UInt8(ascii: "[")
  }
}
