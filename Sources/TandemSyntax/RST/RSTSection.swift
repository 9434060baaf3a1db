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

    struct Side {
      var name: EntityName
      var text: String
      var bytes: [UInt8]
      var key: NormalizedName
      var systemKey: NormalizedName

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

  /// The furthest place that was reached.
  var furthest: SentenceForm.Place? { seen.map(\.place).max() }
}
