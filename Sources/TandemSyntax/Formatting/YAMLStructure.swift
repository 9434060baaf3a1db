/// Where the parts of a YAML text stand, and in which columns they belong: mappings are indented by two, the items of a
/// list stand in the column of the key that holds it.
struct YAMLStructure {
  /// For the first byte of each key, dash and value of block structure: the column that it belongs in.
  private(set) var columns: [Int: Int] = [:]
  /// The block collections, in the order in which they begin.
  private(set) var collections: [Collection] = []
  /// For the first byte of a flow collection or a scalar: the collection that holds it, as an index of ``collections``.
  private(set) var holders: [Int: Int] = [:]
  /// The texts of whole lines below `|` and `>`, by the offsets of these signs.
  private(set) var blockTexts: [Int: BlockText] = [:]

  /// A mapping or a list of block structure.
  struct Collection {
    /// The bytes from its first key or dash to its last value.
    var range: Range<Int>
    /// The column of its keys or dashes as its author has it, and the one that they belong in.
    var column: (old: Int, new: Int)
    /// True for a list.
    var isList: Bool
  }

  /// A text of whole lines.
  struct BlockText {
    /// From the sign to the end of its last line.
    var range: Range<Int>
    /// The indentation of its lines as the author has it, and the one that they belong in.
    var indentation: (old: Int, new: Int)
    /// What becomes of the line ends behind it: `-` drops them, `+` keeps them all, a blank keeps one.
    var chomping: UInt8
  }

  private let file: SourceFile
  private var bytes: [UInt8] { file.bytes }
  /// The signs of the text in order, so that the dash before an item is found.
  private let signs: [Int]

  /// Finds the structure of a text without faults.
  init(_ document: YAMLDocument) {
    file = document.tree.file
    signs = document.tree.tokens.filter { $0.kind == .punctuation }.map(\.range.lowerBound)
    if let root = document.root { place(root, at: 0, parent: nil, column: (-1, -1)) }
  }

  /// The column of an offset, in bytes.
  func column(_ offset: Int) -> Int {
    let line = file.lineIndex(at: offset)
    let start = line == 0 && SourceLine.hasByteOrderMark(bytes) ? 3 : file.lineStarts[line]
    return offset - start
  }

  // MARK: - Nodes

  /// Notes where a node belongs.
  ///
  /// - Parameters:
  ///   - new: The column that it belongs in when it stands on a line of its own or is a block collection.
  ///   - parent: The collection that holds it.
  ///   - holder: The column of that collection.
  private mutating func place(_ node: YAMLNode, at new: Int, parent: Int?, column holder: (old: Int, new: Int)) {
    let start = node.span.lowerBound
    guard start < bytes.count, !node.span.range.isEmpty else { return }
    let isFlow = bytes[start] == UInt8(ascii: "[") || bytes[start] == UInt8(ascii: "{")
    switch node.content {
    case .mapping(let entries) where !isFlow:
      let number = open(node, at: new)
      for entry in entries {
        columns[entry.key.span.lowerBound] = new
        place(entry.value, at: column(ofValue: entry.value, under: new), parent: number, column: (column(start), new))
      }
    case .sequence(let items) where !isFlow:
      let number = open(node, at: new)
      for item in items {
        guard let dash = dash(before: item.span.lowerBound) else { continue }
        columns[dash] = new
        place(item, at: new + 2, parent: number, column: (column(start), new))
      }
    default:
      columns[start] = new
      if let parent { holders[start] = parent }
      if let scalar = node.scalar, scalar.style == .literal || scalar.style == .folded {
        blockTexts[start] = blockText(scalar.span.range, holder: holder)
      }
    }
  }

  private mutating func open(_ node: YAMLNode, at new: Int) -> Int {
    let start = node.span.lowerBound
    var isList = false
    if case .sequence = node.content { isList = true }
    collections.append(Collection(range: node.span.range, column: (column(start), new), isList: isList))
    return collections.count - 1
  }

  /// The items of a list stand in the column of its key, everything else two columns to the right.
  private func column(ofValue node: YAMLNode, under column: Int) -> Int {
    if case .sequence = node.content, bytes[node.span.lowerBound] == UInt8(ascii: "-") { return column }
    return column + 2
  }

  /// The sign before an offset.
  private func dash(before offset: Int) -> Int? {
    var low = 0
    var high = signs.count
    while low < high {
      let middle = (low + high) / 2
      if signs[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? signs[low - 1] : nil
  }

  // MARK: - Texts of whole lines

  private func blockText(_ range: Range<Int>, holder: (old: Int, new: Int)) -> BlockText {
    var position = range.lowerBound + 1
    var chomping = UInt8(ascii: " ")
    var increment = 0
    while position < range.upperBound, bytes[position] > 0x20 {
      if bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") { chomping = bytes[position] }
      if bytes[position] >= 0x31, bytes[position] <= 0x39 { increment = Int(bytes[position] - 0x30) }
      position += 1
    }
    let parent = (old: max(holder.old, 0), new: max(holder.new, 0))
    if increment > 0 {
      return BlockText(
        range: range, indentation: (parent.old + increment, parent.new + increment), chomping: chomping)
    }
    return BlockText(
      range: range, indentation: (firstIndentation(from: position, to: range.upperBound), parent.new + 2),
      chomping: chomping)
  }

  /// The indentation of the first line that is not blank.
  private func firstIndentation(from start: Int, to end: Int) -> Int {
    let first = file.lineIndex(at: start) + 1
    for line in first..<max(first, file.lineStarts.count) {
      var position = file.lineStarts[line]
      while position < end, bytes[position] == 0x20 { position += 1 }
      guard position < end else { break }
      if bytes[position] != 0x0A, bytes[position] != 0x0D { return position - file.lineStarts[line] }
    }
    return 0
  }
}
