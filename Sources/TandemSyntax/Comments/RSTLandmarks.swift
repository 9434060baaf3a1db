/// The lines of an RST document by which comments find their parts.
struct RSTLandmarks {
  /// A line that is neither blank nor of a comment.
  struct Landmark {
    var line: Int
    var kind: Kind
    /// The part that the line belongs to; `nil` for a line that says nothing of its own.
    var anchor: Comment.Anchor?
  }

  /// What a line is.
  enum Kind {
    /// A line that a comment right behind it can speak of: a heading of the document or of a section, or a sentence.
    case words
    /// A line that announces a table.
    case announcement
    case introductionHeading, introduction
    /// The line that opens a table.
    case table
    /// A row; the part is its own, or that of the table for the heading row.
    case row(table: Comment.Anchor?)
  }

  private(set) var all: [Landmark] = []

  /// Finds the landmarks of a document that was read.
  init(_ reader: RSTDocumentReader, _ dataflow: Dataflow) {
    var finder = Finder(reader: reader, dataflow: dataflow)
    all = finder.find()
  }

  /// The place of the first landmark at or behind a line.
  func index(atOrAfter line: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private struct Finder {
    let reader: RSTDocumentReader
    let dataflow: Dataflow
    var landmarks: [Landmark] = []
    /// The parts that begin on a line: sections, value maps, rows.
    var anchors: [Int: Comment.Anchor] = [:]
    /// What the table that comes next is about.
    var table: Comment.Anchor?
    var flow: Int?
    var counts: [SentenceForm.Place: Int] = [:]

    init(reader: RSTDocumentReader, dataflow: Dataflow) {
      self.reader = reader
      self.dataflow = dataflow
      collectAnchors()
    }

    private func line(_ span: SourceSpan) -> Int { reader.lineIndex(at: span.lowerBound) }

    /// The line that begins the row in which a cell stands.
    private func row(_ cell: SourceSpan) -> Int {
      var line = line(cell)
      while line > 0, reader.lines[line].shape != .row, reader.lines[line].shape != .text { line -= 1 }
      return line
    }

    private mutating func collectAnchors() {
      for (number, parameter) in dataflow.parameters.enumerated() {
        anchors[row(parameter.name.span)] = .parameter(number)
      }
      for (number, map) in dataflow.valueMaps.enumerated() {
        anchors[line(map.name.span)] = .valueMap(number)
        for (line, entry) in map.entries.enumerated() {
          anchors[row(entry.source.span)] = .entry(map: number, line: line)
        }
        if let otherwise = map.otherwise { anchors[row(otherwise.span)] = .otherwise(map: number) }
      }
      for (number, flow) in dataflow.flows.enumerated() {
        anchors[line(flow.title)] = .flow(number)
        for (place, alternative) in (flow.matching?.alternatives ?? []).enumerated() {
          for pair in alternative.pairs {
            anchors[row(pair.source.span)] = .alternative(flow: number, place: place)
          }
        }
        for (place, row) in flow.rows.enumerated() { anchors[line(row.span)] = .row(flow: number, place: place) }
      }
    }

    mutating func find() -> [Landmark] {
      let title = reader.hasTitle ? line(dataflow.source.span) : -1
      let generated = dataflow.generated.map { line($0.span) }
      let introduction = dataflow.introduction.map { line($0.span) }
      for line in reader.lines.indices {
        switch reader.lines[line].shape {
        case .blank, .comment, .option, .cell: break
        case .rule: break
        case .directive: landmarks.append(Landmark(line: line, kind: .table, anchor: nil))
        case .row:
          landmarks.append(Landmark(line: line, kind: .row(table: table), anchor: anchors[line]))
        case .text:
          if line == title {
            landmarks.append(Landmark(line: line, kind: .words, anchor: .title))
          } else if line == generated {
            landmarks.append(Landmark(line: line, kind: .words, anchor: .generated))
          } else if line == introduction {
            landmarks.append(Landmark(line: line, kind: .introduction, anchor: .introduction))
          } else if reader.isHeading(line) || anchors[line] != nil || isOverRule(line) {
            addHeading(line)
          } else {
            addSentence(line)
          }
        }
      }
      return landmarks
    }

    /// True for a title over a rule that is indented further than the reader of headings expects.
    private func isOverRule(_ line: Int) -> Bool { line + 1 < reader.lines.count && reader.lines[line + 1].isRule }

    private mutating func addHeading(_ line: Int) {
      flow = nil
      table = nil
      counts = [:]
      let content = reader.lines[line].content
      switch anchors[line] {
      case .flow(let number)?:
        flow = number
        landmarks.append(Landmark(line: line, kind: .words, anchor: .flow(number)))
      case let anchor?:
        table = anchor
        landmarks.append(Landmark(line: line, kind: .announcement, anchor: anchor))
      case nil where reader.reads(content, Array(HeadingForm.parameters.utf8)):
        table = .parameters
        landmarks.append(Landmark(line: line, kind: .announcement, anchor: .parameters))
      case nil:
        let heading = HeadingForm.introduction
        let isIntroduction =
          reader.reads(content, Array(heading.current.utf8)) || reader.reads(content, Array(heading.older.utf8))
        landmarks.append(
          Landmark(
            line: line, kind: isIntroduction ? .introductionHeading : .words,
            anchor: isIntroduction && dataflow.introduction != nil ? .introduction : nil))
      }
    }

    private mutating func addSentence(_ line: Int) {
      guard let flow, let form = form(of: reader.lines[line].content) else {
        landmarks.append(Landmark(line: line, kind: .words, anchor: nil))
        return
      }
      let count = counts[form.place, default: 0]
      counts[form.place] = count + 1
      var kind = Kind.words
      let anchor: Comment.Anchor?
      switch form.place {
      case .policy:
        // The sentence before that on connected records says only half of the policy.
        if case .connected? = dataflow.flows[flow].creation?.value {
          anchor = nil
        } else {
          anchor = .creation(flow: flow)
        }
      case .connection: anchor = .creation(flow: flow)
      case .match, .noMatch: anchor = nil
      case .mergeTable:
        kind = .announcement
        anchor = .match(flow: flow)
        table = anchor
      case .once: anchor = form.kind == .keepInStepOneWay ? .direction(flow: flow) : nil
      case .scope: anchor = .scope(flow: flow, place: count)
      case .conflict: anchor = .conflict(flow: flow)
      case .deletion: anchor = .deletion(flow: flow, place: count)
      case .removal: anchor = .deletion(flow: flow, place: counts[.deletion, default: 0] + count)
      case .firstRun: anchor = .firstRun(flow: flow)
      case .linksOnly: anchor = .linksOnly(flow: flow)
      case .formerName: anchor = .formerName(flow: flow, place: count)
      case .parent: anchor = .parent(flow: flow)
      case .propertyTable:
        kind = .announcement
        anchor = .properties(flow: flow)
        table = anchor
      }
      landmarks.append(Landmark(line: line, kind: kind, anchor: anchor))
    }

    private func form(of content: Range<Int>) -> SentenceForm? {
      SentenceForm.all.first { $0.template.match(content, in: reader.bytes) != nil }
    }
  }
}
