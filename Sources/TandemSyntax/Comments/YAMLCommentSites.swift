/// Finds the parts of a YAML text that comments can belong to.
struct YAMLCommentSites {
  let file: SourceFile

  /// The parts of a dataflow document.
  func dataflow(_ root: YAMLNode) -> YAMLCommentSite {
    var document = whole(root)
    document.children = entries(root).compactMap { entry in
      switch entry.key.text {
      case DocumentKey.dataflow:
        var site = site(.title, entry)
        site.before = .document
        return site
      case DocumentKey.generated: return site(.generated, entry)
      case LayoutForm.documentKey: return layout(entry)
      case DocumentKey.introduction: return site(.introduction, entry)
      case DocumentKey.parameters:
        return holder(
          .parameters, entry, entries(entry.value).enumerated().map { site(.parameter($0.offset), $0.element) })
      case DocumentKey.values: return values(entry)
      case DocumentKey.flows: return flows(entry)
      default: return nil
      }
    }
    return document
  }

  /// The parts of a system description: everything that has a name or a place in a list.
  func description(_ root: YAMLNode) -> YAMLCommentSite {
    var document = whole(root)
    document.children = children(of: root)
    return document

    func children(of node: YAMLNode) -> [YAMLCommentSite] {
      switch node.content {
      case .mapping(let entries):
        return entries.map { entry in
          var site = site(.description, entry)
          site.children = children(of: entry.value)
          site.end = (.description, .end)
          return site
        }
      case .sequence(let items):
        return items.map { item in
          var site = YAMLCommentSite(.description, item.span.range, in: file, isItem: true)
          site.children = children(of: item)
          site.end = (.description, .end)
          return site
        }
      default: return []
      }
    }
  }

  private func whole(_ root: YAMLNode) -> YAMLCommentSite {
    var site = YAMLCommentSite(.document, root.span.range, in: file)
    site.range = 0..<file.bytes.count
    site.end = (.document, .end)
    return site
  }

  // MARK: - Nodes

  private func entries(_ node: YAMLNode) -> [YAMLNode.Entry] {
    if case .mapping(let entries) = node.content { return entries }
    return []
  }

  private func items(_ node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let items) = node.content { return items }
    return []
  }

  private func site(_ anchor: Comment.Anchor?, _ entry: YAMLNode.Entry) -> YAMLCommentSite {
    YAMLCommentSite(anchor, entry.span.range, in: file)
  }

  private func holder(
    _ anchor: Comment.Anchor, _ entry: YAMLNode.Entry, _ children: [YAMLCommentSite]
  ) -> YAMLCommentSite {
    var result = site(anchor, entry)
    result.children = children
    result.end = (anchor, .end)
    return result
  }

  /// A key without a meaning of its own: what is said of it is said of its first part, or at the end of its last.
  private func list(_ entry: YAMLNode.Entry, _ children: [YAMLCommentSite]) -> YAMLCommentSite {
    guard let first = children.first, let last = children.last else { return site(nil, entry) }
    var result = site(first.anchor, entry)
    result.children = children
    result.isGroup = true
    result.beside = first.before.map { ($0, .before) }
    result.end = last.beside
    return result
  }

  // MARK: - The document

  /// The layout is no part of the abstract syntax: what is said in it is said of all of it.
  private func layout(_ entry: YAMLNode.Entry) -> YAMLCommentSite {
    func site(_ entry: YAMLNode.Entry) -> YAMLCommentSite {
      var site = self.site(.layout, entry)
      site.beside = (.layout, .before)
      site.end = (.layout, .before)
      site.children = entries(entry.value).map(site(_:))
      return site
    }
    return site(entry)
  }

  private func values(_ entry: YAMLNode.Entry) -> YAMLCommentSite {
    let maps = entries(entry.value).enumerated().map { number, map in
      holder(.valueMap(number), map, lines(of: map, number))
    }
    var result = holder(.values, entry, maps)
    result.beside = (.values, .before)
    if !maps.isEmpty { result.end = (.valueMap(maps.count - 1), .end) }
    return result
  }

  private func lines(of map: YAMLNode.Entry, _ number: Int) -> [YAMLCommentSite] {
    var line = 0
    func site(_ entry: YAMLNode.Entry, _ range: Range<Int>, isItem: Bool) -> YAMLCommentSite {
      let isOtherwise = entry.key.text == ColumnForm.otherwise.word && entry.key.style == .plain
      defer { line += isOtherwise ? 0 : 1 }
      let anchor: Comment.Anchor = isOtherwise ? .otherwise(map: number) : .entry(map: number, line: line)
      return YAMLCommentSite(anchor, range, in: file, isItem: isItem)
    }
    guard case .sequence(let items) = map.value.content else {
      return entries(map.value).map { site($0, $0.span.range, isItem: false) }
    }
    return items.flatMap { item in
      entries(item).enumerated().map { place, entry in
        place == 0
          ? site(entry, item.span.lowerBound..<entry.span.upperBound, isItem: true)
          : site(entry, entry.span.range, isItem: false)
      }
    }
  }

  private func flows(_ entry: YAMLNode.Entry) -> YAMLCommentSite {
    let flows = items(entry.value).enumerated().map { flow($0.element, $0.offset) }
    var result = holder(.flows, entry, flows)
    result.beside = (.flows, .before)
    result.end = (.document, .end)
    if flows.isEmpty {
      result.before = nil
      result.beside = (.document, .end)
    }
    return result
  }

  // MARK: - Flows

  private func flow(_ item: YAMLNode, _ number: Int) -> YAMLCommentSite {
    var flow = YAMLCommentSite(.flow(number), item.span.range, in: file, isItem: true)
    flow.end = (.properties(flow: number), .end)
    var deletions = 0
    flow.children = entries(item).compactMap { entry in
      switch entry.key.text {
      case DocumentKey.flow:
        // The name is the section's own; a comment before a name that is not the first key is one before the section.
        return entry.span.lowerBound == item.span.lowerBound ? nil : site(.flow(number), entry)
      case DocumentKey.creation: return site(.creation(flow: number), entry)
      case DocumentKey.conflict: return site(.conflict(flow: number), entry)
      case DocumentKey.deletion:
        deletions = entries(entry.value).count
        return list(
          entry,
          entries(entry.value).enumerated().map { site(.deletion(flow: number, place: $0.offset), $0.element) })
      case DocumentKey.removal: return site(nil, entry)
      case DocumentKey.firstRun: return site(.firstRun(flow: number), entry)
      case DocumentKey.linksOnly: return unspoken(.linksOnly(flow: number), entry, FlagForm.off)
      case DocumentKey.direction: return site(.direction(flow: number), entry)
      case DocumentKey.parent: return site(.parent(flow: number), entry)
      case DocumentKey.formerName: return formerNames(entry, number)
      case DocumentKey.scope:
        if entry.value.scalar != nil { return site(.scope(flow: number, place: 0), entry) }
        return list(
          entry, entries(entry.value).enumerated().map { site(.scope(flow: number, place: $0.offset), $0.element) })
      case DocumentKey.match:
        return holder(.match(flow: number), entry, items(of: entry) { .alternative(flow: number, place: $0) })
      case DocumentKey.properties:
        return holder(.properties(flow: number), entry, items(of: entry) { .row(flow: number, place: $0) })
      default: return nil
      }
    }
    // What happens to an element that left its list is the last of the deletions, wherever its key stands.
    for index in flow.children.indices where flow.children[index].anchor == nil && !flow.children[index].isGroup {
      let anchor = Comment.Anchor.deletion(flow: number, place: deletions)
      flow.children[index].anchor = anchor
      flow.children[index].before = anchor
      flow.children[index].beside = (anchor, .beside)
    }
    return flow
  }

  /// A key that has no sentence in RST where it says what is meant anyway: there is nothing to stand beside of there.
  private func unspoken(_ anchor: Comment.Anchor, _ entry: YAMLNode.Entry, _ word: String) -> YAMLCommentSite {
    var result = site(anchor, entry)
    if entry.value.scalar?.text == word { result.beside = (anchor, .before) }
    return result
  }

  private func items(of entry: YAMLNode.Entry, _ anchor: (Int) -> Comment.Anchor) -> [YAMLCommentSite] {
    items(entry.value).enumerated().map {
      YAMLCommentSite(anchor($0.offset), $0.element.span.range, in: file, isItem: true)
    }
  }

  private func formerNames(_ entry: YAMLNode.Entry, _ number: Int) -> YAMLCommentSite {
    func anchor(_ place: Int) -> Comment.Anchor { .formerName(flow: number, place: place) }
    switch entry.value.content {
    case .mapping(let entries): return list(entry, entries.enumerated().map { site(anchor($0.offset), $0.element) })
    case .sequence(let items):
      var sites: [YAMLCommentSite] = []
      for item in items {
        sites.append(YAMLCommentSite(anchor(sites.count), item.span.range, in: file, isItem: true))
        for further in entries(item).dropFirst() { sites.append(site(anchor(sites.count), further)) }
      }
      return list(entry, sites)
    default: return site(anchor(0), entry)
    }
  }
}
