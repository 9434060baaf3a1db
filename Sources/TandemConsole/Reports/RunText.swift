import TandemRuntime
import TandemValues

/// A run for people: the writes, then a line per flow, then what needs attention.
enum RunText {
  /// How many writes of each flow are shown in full.
  private static let shownWrites = 3

  static func render(_ report: RunReport, _ session: Session) -> String {
    var lines: [String] = []
    let symbols = symbols(of: report)
    var shown = 0
    for flow in report.flows {
      for write in report.writes.lazy.filter({ $0.flow == flow.flow }).prefix(shownWrites) {
        lines += describe(write, session, symbols)
        shown += 1
      }
    }
    if report.writeCount > shown {
      let how = report.isPlan ? "; --save FILE keeps all of them" : "; --format json lists them"
      lines.append("... and \(report.writeCount - shown) more\(how)")
    }
    if !lines.isEmpty { lines.append("") }
    lines += flows(report, session)
    for held in report.held { lines.append("held: \(held.title): \(held.reason)") }
    for failure in report.failures { lines.append("error: \(failure.description)") }
    for note in report.notes { lines.append("note: \(note)") }
    if !report.unresolved.isEmpty {
      lines.append(
        "\(report.unresolved.count) creates have an unknown outcome; look in the target system before anything is sent again"
      )
    }
    if report.needsPerson && !report.isPlan { lines.append("some records need a person; 'sync status' names them") }
    let verb = report.isPlan ? "would be written" : "written"
    lines.append(
      "\(report.recordsRead) records read, \(report.writeCount) \(report.writeCount == 1 ? "record" : "records") \(verb)"
    )
    return lines.joined(separator: "\n") + "\n"
  }

  /// What stands in a plan for the keys of records that are still to be created, by the key that the plan works with.
  static func symbols(of report: RunReport) -> [Value: String] {
    guard report.isPlan else { return [:] }
    var result: [Value: String] = [:]
    for write in report.writes {
      if let symbol = write.symbol { result[write.key.value] = "\(write.entity) \(symbol)" }
    }
    return result
  }

  private static func describe(
    _ write: PlannedWrite, _ session: Session, _ symbols: [Value: String]
  ) -> [String] {
    let record = write.symbol ?? write.key.value.displayText
    let title = write.title.map { " \"\($0)\"" } ?? ""
    var lines = ["\(write.action.rawValue) \(write.entity) \(record)\(title)   (\(session.title(of: write.flow)))"]
    for change in write.changes {
      // That a record is created says why its values are what they are.
      let why = write.action == .create ? "" : "   \(change.why)"
      let from = write.action == .create ? "" : "\(show(change.from)) -> "
      lines.append("    \(change.property): \(from)\(symbols[change.to] ?? show(change.to))\(why)")
    }
    return lines
  }

  private static func flows(_ report: RunReport, _ session: Session) -> [String] {
    var lines: [String] = []
    for flow in report.flows {
      let counts = flow.counts
      let (source, target) = session.systems(of: flow.flow)
      var parts: [String] = []
      func add(_ number: Int, _ word: String) {
        if number > 0 { parts.append("\(number) \(word)") }
      }
      add(counts.linked, "matched")
      add(counts.created, "created")
      add(counts.updatedTarget, "updated in \(target)")
      add(counts.updatedSource, "updated in \(source)")
      add(counts.deletedTarget, "deleted or archived in \(target)")
      add(counts.deletedSource, "deleted or archived in \(source)")
      add(counts.conflicts, "conflicts decided")
      add(counts.editsKept, "edits kept against a deletion")
      add(counts.unknown, "with an unknown outcome")
      add(flow.waiting, "waiting for another record")
      add(flow.queued, "need a decision")
      add(flow.quarantined, "set aside")
      if flow.isUnsettled { parts.append("NOT SETTLED: something keeps changing what this flow writes") }
      if !parts.isEmpty { lines.append("\(flow.title): \(parts.joined(separator: ", "))") }
    }
    return lines
  }

  /// A value for a line of text: short, with its ends visible.
  static func show(_ value: Value) -> String {
    if value.isMissing { return "empty" }
    let text = value.displayText
    let short = text.count > 60 ? text.prefix(57) + "..." : text[...]
    if case .string = value {
      return "\"" + short.map { $0.isNewline ? "\\n" : String($0) }.joined() + "\""
    }
    return String(short)
  }
}
