extension YAMLScanner {
  /// Reads the node that begins here: on a line of its own, or behind the dash of a list item.
  ///
  /// - Parameters:
  ///   - parentIndent: The indentation of the collection that holds the node.
  ///   - isOnOwnLine: False behind a dash.
  ///   - isUnderKey: True for the value of a key; a list may then stand in the column of the key.
  mutating func blockNode(parentIndent: Int, isOnOwnLine: Bool, isUnderKey: Bool = false) -> YAMLNode {
    let start = position
    guard depth < YAMLDocument.maximumDepth else {
      report(YAMLNestedTooDeep.diagnostic(span(start..<start + 1)))
      skipItem(deeperThan: parentIndent)
      return broken(start..<start)
    }
    depth += 1
    defer { depth -= 1 }
    if isDash { return blockSequence(indent: column, parentIndent: parentIndent, isUnderKey: isUnderKey) }
    if startsMapping { return blockMapping(indent: column) }
    let indent = column
    let node = inlineValue(parentIndent: parentIndent)
    guard isOnOwnLine, let scalar = node.scalar, scalar.style == .plain else { return node }
    // A line without a colon among lines that are keys: the author meant a mapping.
    let state = (position, lineStart, diagnosticCount)
    skipToContent(in: parentIndent)
    if contentColumn == indent, startsMapping {
      report(YAMLMissingColon.diagnostic(self, scalar.span.range))
      marks.removeLast()
      return blockMapping(indent: indent)
    }
    (position, lineStart, diagnosticCount) = state
    return node
  }

  /// True at the dash of a list item.
  var isDash: Bool { byte == UInt8(ascii: "-") && !isAtEnd && isBlankOrEnd(at: position + 1) }

  /// True at a key, or at what a mapping holds in the place of one.
  var startsMapping: Bool {
    guard !isAtEnd else { return false }
    if byte == UInt8(ascii: "?"), isBlankOrEnd(at: position + 1) { return true }
    return keyEnd(from: position) != nil
  }

  // MARK: - Lists

  private mutating func blockSequence(indent: Int, parentIndent: Int, isUnderKey: Bool) -> YAMLNode {
    let start = position
    var items: [YAMLNode] = []
    var end = start
    var indent = indent
    openLists.append(OpenList(indent: indent, signature: signature(ofDash: start)))
    if let column = columnOfShiftedItem(indent: indent, minimum: isUnderKey ? parentIndent : parentIndent + 1) {
      report(YAMLBadIndentation.firstItem(self, dash: start, indent: indent, expected: column))
      indent = column
      lineStart = start - column
      openLists[openLists.count - 1].indent = column
    }
    defer { openLists.removeLast() }
    while contentColumn == indent, isDash {
      let dash = position
      mark(.punctuation, dash..<dash + 1)
      lastDash = dash
      position += 1
      end = position
      let item = sequenceItem(indent: indent, dash: dash)
      end = max(end, item.span.upperBound)
      items.append(item)
      let minimum = isUnderKey ? parentIndent : parentIndent + 1
      if items.count == 1, let column = columnOfOthers(than: indent, minimum: minimum) {
        report(YAMLBadIndentation.firstItem(self, dash: start, indent: indent, expected: column))
        items[0] = broken(start..<start + 1)
        indent = column
        openLists[openLists.count - 1].indent = column
        continue
      }
      if !moveToDash(indent: indent, isIndentless: isUnderKey && indent == parentIndent) { break }
    }
    return YAMLNode(.sequence(items), span(start..<max(end, start)))
  }

  /// The column of all further items when the first one stood in another.
  private mutating func columnOfOthers(than indent: Int, minimum: Int) -> Int? {
    skipToContent(in: indent)
    let column = contentColumn
    guard column != indent, column >= minimum, let list = openLists.last, isShiftedItem(of: list),
      let next = nextDash(within: max(column, indent)), next.column == column
    else { return nil }
    return column
  }

  private mutating func sequenceItem(indent: Int, dash: Int) -> YAMLNode {
    let blanks = position
    skipBlanks()
    let isOnOwnLine = isLineEnd(at: position) || byte == UInt8(ascii: "#")
    if !isLineEnd(at: position), let tab = bytes[blanks..<position].firstIndex(of: 0x09) {
      report(YAMLTabInIndentation.behindDash(self, blanks..<position, tab: tab))
      skipItem(deeperThan: indent)
      return broken(dash..<dash + 1)
    }
    if isOnOwnLine {
      let after = position
      guard skipToContent(in: indent) else { return broken(dash..<dash + 1) }
      guard contentColumn > indent else { return empty(at: after) }
    }
    return blockNode(parentIndent: indent, isOnOwnLine: isOnOwnLine)
  }

  // MARK: - Mappings

  private mutating func blockMapping(indent: Int) -> YAMLNode {
    let start = position
    var end = start
    var entries = YAMLEntries()
    while contentColumn == indent {
      let entryStart = position
      if let key = blockKey(indent: indent) {
        let value = blockValue(of: key, indent: indent)
        end = max(end, key.span.upperBound, value.span.upperBound)
        add(YAMLNode.Entry(key: key, value: value), to: &entries)
      }
      if position == entryStart { skipItem(deeperThan: indent) }
      if !moveToKey(indent: indent) { break }
    }
    return YAMLNode(.mapping(entries.list), span(start..<end))
  }

  mutating func add(_ entry: YAMLNode.Entry, to entries: inout YAMLEntries, isInFlow: Bool = false) {
    if entry.key.text == "<<", entry.key.style == .plain {
      report(YAMLAnchor.mergeKey(entry.key.span))
    } else if let first = entries.add(entry) {
      // A run of them has one cause, such as the lost first line of an item.
      if !entries.isRepeating {
        let isInItem = !isInFlow && !openLists.isEmpty
        report(YAMLDuplicateKey.diagnostic(entry, first: first, isInItem: isInItem))
      }
      entries.isRepeating = true
    } else {
      entries.isRepeating = false
    }
  }

  /// Reads a key and its colon. After a fault the item is left out and `nil` returned.
  private mutating func blockKey(indent: Int) -> YAMLScalar? {
    let start = position
    if byte == UInt8(ascii: "?"), isBlankOrEnd(at: position + 1) {
      report(YAMLComplexKey.questionMark(span(start..<start + 1)))
      skipItem(deeperThan: indent)
      // The value of such a key stands behind a colon on a line of its own.
      skipToContent(in: indent)
      if contentColumn == indent, byte == UInt8(ascii: ":"), isBlankOrEnd(at: position + 1) {
        skipItem(deeperThan: indent)
      }
      return nil
    }
    guard let end = keyEnd(from: position) else {
      let isItem = isDash
      reportMissingKey()
      skipItem(deeperThan: indent)
      // Further items have the same cause: the key above them is missing.
      while isItem, position == lineStart {
        skipToContent(in: indent)
        guard contentColumn == indent, isDash, !moveToGluedItem() else { break }
        skipItem(deeperThan: indent)
      }
      return nil
    }
    let key: YAMLScalar?
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      key = quotedScalar(kind: .key, parentIndent: indent, isKey: true)
    } else {
      key = plainScalar(start..<end, kind: .key)
      if let stray = YAMLStrayQuotationMark.diagnostic(self, start..<end) { report(stray) }
    }
    guard let key else {
      skipItem(deeperThan: indent)
      return nil
    }
    position = key.span.upperBound
    skipBlanks()
    mark(.punctuation, position..<position + 1)
    position += 1
    return key
  }

  private mutating func reportMissingKey() {
    let range = position..<lineContentEnd(from: position)
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      report(YAMLAnchor.diagnostic(self, wordRange))
    case UInt8(ascii: "-") where isDash: report(YAMLMisplacedList.amongKeys(self, range))
    case UInt8(ascii: "["), UInt8(ascii: "{"): report(YAMLComplexKey.collection(span(range)))
    default: report(YAMLMissingColon.diagnostic(self, range))
    }
  }

  /// The word that begins here.
  var wordRange: Range<Int> {
    var end = position
    while !isBlankOrEnd(at: end) { end += 1 }
    return position..<max(end, min(position + 1, bytes.count))
  }

  /// The value behind a key's colon, on the same line or below.
  private mutating func blockValue(of key: YAMLScalar, indent: Int) -> YAMLNode {
    let afterColon = position
    skipBlanks()
    guard isLineEnd(at: position) || isComment else {
      if isDash {
        report(YAMLMisplacedList.behindKey(span(position..<lineContentEnd(from: position))))
        skipItem(deeperThan: indent)
        return broken(afterColon..<afterColon)
      }
      return inlineValue(parentIndent: indent)
    }
    let isClean = skipToContent(in: indent)
    while skipLineBeforeList(under: indent) {}
    let column = contentColumn
    guard isClean || column >= indent && isDash else { return broken(afterColon..<afterColon) }
    if column > indent || column == indent && isDash {
      let start = position
      let node = blockNode(parentIndent: indent, isOnOwnLine: true, isUnderKey: true)
      if case .sequence = node.content { return node }
      let end = (position, lineStart, diagnosticCount)
      skipToContent(in: indent)
      guard contentColumn >= indent, isDash, hasKeyOfItem(node) else {
        (position, lineStart, diagnosticCount) = end
        return node
      }
      // The items of a list follow, so what was read was the first one, without its dash.
      report(YAMLMisplacedList.missingDash(span(start..<lineContentEnd(from: start))))
      return blockNode(parentIndent: indent, isOnOwnLine: true, isUnderKey: true)
    }
    return empty(at: afterColon)
  }

  /// True at a `#` that begins a comment.
  var isComment: Bool {
    byte == UInt8(ascii: "#") && !isAtEnd && (position == lineStart || YAMLScanner.isBlank(bytes[position - 1]))
  }

  /// Goes to the next key of a mapping; lines that are indented deeper are reported and left out.
  ///
  /// - Returns: False when the mapping ends.
  private mutating func moveToKey(indent: Int) -> Bool {
    while true {
      skipToContent(in: indent)
      let column = contentColumn
      if column == indent || column < 0 { return column == indent }
      if column < indent {
        guard isShiftedKey(of: indent) else { return false }
        report(YAMLBadIndentation.diagnostic(self, expected: indent))
        skipLine()
        continue
      }
      report(YAMLBadIndentation.diagnostic(self, expected: indent))
      skipItem(deeperThan: indent)
    }
  }

  /// Goes to the next item of a list; what is none is reported and left out.
  ///
  /// - Returns: False when the list ends.
  private mutating func moveToDash(indent: Int, isIndentless: Bool) -> Bool {
    let list = openLists.last ?? OpenList(indent: indent, signature: [])
    while true {
      skipToContent(in: indent)
      let column = contentColumn
      if column == indent, isDash { return true }
      guard column >= 0 else { return false }
      if column > indent || column < indent && isShiftedItem(of: list) {
        report(YAMLBadIndentation.diagnostic(self, expected: indent))
      } else {
        // A list may stand at the column of the key that holds it; then the next key ends it.
        guard column == indent && !isIndentless || isStray(in: list) else { return false }
        report(YAMLMisplacedList.missingDash(span(position..<lineContentEnd(from: position))))
      }
      skipItem(deeperThan: indent)
    }
  }
}

/// The entries of a mapping that is being read; finds a key that stands twice.
struct YAMLEntries {
  private(set) var list: [YAMLNode.Entry] = []
  private var index: [String: Int] = [:]
  /// True behind a key that stood there already.
  var isRepeating = false

  /// Adds an entry, or returns the one that has its key already.
  mutating func add(_ entry: YAMLNode.Entry) -> YAMLNode.Entry? {
    let key = entry.key.text
    if list.count < 12 {
      for known in list where known.key.text == key { return known }
    } else {
      if index.isEmpty { for (offset, known) in list.enumerated() { index[known.key.text] = offset } }
      if let known = index[key] { return list[known] }
      index[key] = list.count
    }
    list.append(entry)
    return nil
  }
}
