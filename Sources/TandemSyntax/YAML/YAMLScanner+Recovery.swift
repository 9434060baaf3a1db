extension YAMLScanner {
  /// A list that is being read, and how its items begin.
  struct OpenList {
    /// The column of its dashes.
    var indent: Int
    /// `{` where the items are mappings in braces, `flow:` where they begin with a key; empty otherwise.
    let signature: [UInt8]
  }

  /// How the item behind a dash begins; empty when nothing tells it from other items.
  func signature(ofDash dash: Int) -> [UInt8] {
    var start = dash + 1
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count else { return [] }
    if bytes[start] == UInt8(ascii: "{") { return [bytes[start]] }
    return keyEnd(from: start).map { bytes[start..<$0] + [UInt8(ascii: ":")] } ?? []
  }

  /// True when the list's items begin with keys, so that one can be read wherever it stands.
  private func isKey(_ signature: [UInt8]) -> Bool { signature.last == UInt8(ascii: ":") }

  /// True while recovering may look ahead: a text of faults alone is not worth it.
  private var mayLookAhead: Bool { diagnosticCount < YAMLDocument.maximumFaults }

  // MARK: - Looking at lines

  /// The next line of content behind the current one that is not indented deeper than a limit, if it is a list item.
  func nextDash(within limit: Int) -> (offset: Int, column: Int)? {
    guard mayLookAhead else { return nil }
    var index = position
    while index < bytes.count {
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      index += 1
      let start = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, !isDocumentMark(at: start) else { return nil }
      if isLineEnd(at: index) || bytes[index] == UInt8(ascii: "#") || index - start > limit { continue }
      guard bytes[index] == UInt8(ascii: "-"), isBlankOrEnd(at: index + 1) else { return nil }
      return (index, index - start)
    }
    return nil
  }

  /// The column of the next item below that begins in a certain way.
  private func columnBelow(of signature: [UInt8]) -> Int? {
    guard mayLookAhead else { return nil }
    var index = position
    while index < bytes.count {
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      index += 1
      let start = index
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      if index < bytes.count, bytes[index] == UInt8(ascii: "-"), isBlankOrEnd(at: index + 1),
        self.signature(ofDash: index) == signature
      {
        return index - start
      }
    }
    return nil
  }

  /// True when the rest of the line is complete, so that a list below it cannot be its value.
  private var opensNothing: Bool {
    let range = position..<lineContentEnd(from: position)
    guard let first = bytes[range].first, let last = bytes[range].last else { return false }
    let opening: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{")]
    let ending: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ">")]
    guard !opening.contains(first), !ending.contains(last) else { return false }
    if let end = keyEnd(from: position) {
      var value = end
      while value < range.upperBound, bytes[value] != UInt8(ascii: ":") { value += 1 }
      value += 1
      while value < range.upperBound, YAMLScanner.isBlank(bytes[value]) { value += 1 }
      guard value < range.upperBound else { return false }
      let start: [UInt8] = [
        UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      ]
      if start.contains(bytes[value]) { return false }
    }
    var nesting = 0
    var quotes = 0
    for byte in bytes[range] {
      if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { nesting += 1 }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { nesting -= 1 }
      if byte == UInt8(ascii: "\"") { quotes += 1 }
    }
    return nesting == 0 && quotes % 2 == 0
  }

  /// Where an item that begins so stands inside of what looks like the key of the current line.
  private func itemInKey(_ signature: [UInt8]) -> Int? {
    guard !signature.isEmpty, let end = keyEnd(from: position) else { return nil }
    return Template.find(Array("- ".utf8) + signature, in: position..<min(end + 1, bytes.count), of: bytes)
  }

  // MARK: - Going on

  /// Goes to an item of an open list that stands further on in the current line, glued to something that is wrong.
  ///
  /// The line then counts as one that begins in the list's column.
  mutating func moveToGluedItem() -> Bool {
    guard !openLists.isEmpty, !isAtEnd, mayLookAhead else { return false }
    var start = position
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    start = max(start, lastDash + 1)
    var end = position
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    for list in openLists.reversed() where isKey(list.signature) {
      if let dash = Template.find(Array("- ".utf8) + list.signature, in: start..<max(start, end), of: bytes) {
        stand(at: dash, column: list.indent)
        return true
      }
    }
    return false
  }

  /// Takes a line that is indented with tabs for an item of the list whose items begin like it.
  mutating func moveToTabbedItem() -> Bool {
    guard isDash else { return false }
    let signature = signature(ofDash: position)
    guard isKey(signature) else { return false }
    let open = openLists.last { $0.signature == signature }
    guard let column = open?.indent ?? columnBelow(of: signature) else { return false }
    stand(at: position, column: column)
    return true
  }

  private mutating func stand(at dash: Int, column: Int) {
    position = dash
    lineStart = dash - column
  }

  /// Leaves out a line that stands where the list under a key has to begin; true when one was found.
  mutating func skipLineBeforeList(under indent: Int) -> Bool {
    let column = contentColumn
    guard column >= 0, mayLookAhead else { return false }
    if isDash {
      let signature = signature(ofDash: position)
      guard column < indent, !signature.isEmpty,
        !openLists.contains(where: { $0.indent == column }),
        let next = nextDash(within: indent + 8), next.column >= indent,
        self.signature(ofDash: next.offset) == signature
      else { return false }
      report(YAMLBadIndentation.diagnostic(self, expected: next.column))
      skipItem(deeperThan: next.column)
    } else {
      guard column >= indent, opensNothing, let next = nextDash(within: column), next.column == column else {
        return false
      }
      report(YAMLMisplacedList.missingDash(span(position..<lineContentEnd(from: position))))
      let signature = signature(ofDash: next.offset)
      if isKey(signature), let dash = itemInKey(signature) {
        stand(at: dash, column: column)
        return true
      }
      skipItem(deeperThan: column)
    }
    skipToContent(in: indent)
    return true
  }

  /// True when the current line, which does not stand in the list's column, is an item of it all the same.
  func isShiftedItem(of list: OpenList) -> Bool {
    guard isDash, !list.signature.isEmpty, signature(ofDash: position) == list.signature else { return false }
    // An item of an outer list may begin in the same way.
    return !openLists.dropLast().contains { $0.indent == column }
  }

  /// The column of the further items when the first one, at whose dash reading stands, was moved to the right while its
  /// keys and all other items were not.
  func columnOfShiftedItem(indent: Int, minimum: Int) -> Int? {
    guard column == indent, let list = openLists.last, isKey(list.signature), let next = nextDash(within: indent),
      next.column < indent, next.column >= minimum, signature(ofDash: next.offset) == list.signature
    else { return nil }
    return next.column
  }

  /// True when a mapping has the key that stands on the line below the current item's dash.
  func hasKeyOfItem(_ node: YAMLNode) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    var index = position
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    index += 1
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard let end = keyEnd(from: index) else { return false }
    let key = String(decoding: bytes[index..<end], as: UTF8.self)
    return entries.contains { $0.key.text == key }
  }

  /// True when the current line, which begins further to the left than a mapping's keys, is one of them all the same: it
  /// is complete, so that the key of the mapping on the next line can belong to nothing but the mapping.
  func isShiftedKey(of indent: Int) -> Bool {
    guard mayLookAhead, !isDash, keyEnd(from: position) != nil, opensNothing,
      !openLists.contains(where: { itemInKey($0.signature) != nil })
    else { return false }
    var index = position
    var apostrophes = 0
    var hasValue = false
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == UInt8(ascii: "'") { apostrophes += 1 }
      hasValue = bytes[index] == UInt8(ascii: ":") ? false : hasValue || !YAMLScanner.isBlank(bytes[index])
      index += 1
    }
    guard apostrophes % 2 == 0, hasValue, index + 1 < bytes.count else { return false }
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index - start == indent && index < bytes.count && keyEnd(from: index) != nil
  }

  /// True when the current line stands among the items of the list and is none.
  func isStray(in list: OpenList) -> Bool {
    guard !isDash else { return false }
    if column == list.indent, itemInKey(list.signature) != nil { return true }
    guard opensNothing, let next = nextDash(within: list.indent) else { return false }
    return next.column == list.indent
  }
}
