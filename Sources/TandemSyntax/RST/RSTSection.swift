/// What is known of a section while it is read.
struct RSTSection {
  var flow: Flow
  /// The names as the heading (or, against it, every sentence) spells them.
  var names: Names
  /// The heading's line.
  let heading: Int
  /// The sentences that were read, by place, with where they stand.
  var seen: [(place: SentenceForm.Place, kind: SentenceForm.Kind, line: Int)] = []
  /// The table that the last sentence announced.
  var announced: Table?
  /// The tables that were read.
  var tables: Set<Table> = []
  /// True when something of the section could not be read, so that nothing can be said to be missing.
  var isBroken = false
  /// True once the names were compared with all sentences of the section.
  var namesAreSettled = false

  enum Table: Hashable { case merge, properties }

  /// The names of a section's two entities in the forms that comparisons need.
  struct Names {
    var source: Side
    var target: Side

    /// A class, because every line of a section is compared with it.
    final class Side {
      let name: EntityName
      let text: String
      let bytes: [UInt8]
      let key: NormalizedName
      let systemKey: NormalizedName

      init(_ name: EntityName) {
        self.name = name
        self.text = name.span.text
        self.bytes = Array(text.utf8)
        self.key = NormalizedName(text)
        self.systemKey = NormalizedName(name.system.value)
      }

      /// The name as sentences hold it: an empty system leaves a blank.
      var sentenceText: String { name.system.value.isEmpty ? " " + text : text }
    }
  }

  /// The kind of the sentence that stands at a place.
  func sentence(at place: SentenceForm.Place) -> SentenceForm.Kind? {
    for entry in seen where entry.place == place { return entry.kind }
    return nil
  }

  /// The sentences that do not stand in their order: the fewest whose moving would put the section right.
  var misplaced: [(form: SentenceForm, line: Int)] {
    let count = seen.count
    var isOrdered = true
    for index in seen.indices.dropFirst() where seen[index - 1].place > seen[index].place { isOrdered = false }
    guard !isOrdered, count <= 200 else { return [] }
    // The longest run of sentences in order stays; a section has few sentences, so their square is nothing.
    var length = [Int](repeating: 1, count: count)
    var previous = [Int?](repeating: nil, count: count)
    for index in 0..<count {
      for earlier in 0..<index where seen[earlier].place <= seen[index].place && length[earlier] >= length[index] {
        length[index] = length[earlier] + 1
        previous[index] = earlier
      }
    }
    var kept: Set<Int> = []
    var place = length.indices.max { length[$0] < length[$1] }
    while let index = place {
      kept.insert(index)
      place = previous[index]
    }
    return seen.indices.filter { !kept.contains($0) }.map { (SentenceForm.of(seen[$0].kind), seen[$0].line) }
  }
}
