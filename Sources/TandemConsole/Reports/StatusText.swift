import TandemRuntime
import TandemValues

/// The status for people.
enum StatusText {
  static func render(_ report: StatusReport, _ session: Session) async throws -> String {
    var lines = ["environment \(session.environment.name), state \(session.environment.statePath)"]
    if let run = report.lastRun {
      let end = run.finished.map { "finished \($0)" } ?? "not finished: it runs now, or it was killed"
      lines.append(
        "last run \(run.number): started \(run.started), \(end)\(run.summary.isEmpty ? "" : ", \(run.summary)")")
    } else {
      lines.append("nothing has run yet")
    }
    var dataflow = ""
    for flow in report.flows {
      if flow.dataflow != dataflow {
        dataflow = flow.dataflow
        lines += ["", dataflow]
      }
      lines.append("  \(flow.title): \(state(flow))")
    }
    lines += [""] + guarantees(report, session)
    let attention = try await attention(report, session)
    if !attention.isEmpty { lines += ["", "needs a person:"] }
    lines += attention.prefix(shownRecords).map { "  \($0)" }
    if attention.count > shownRecords {
      lines.append("  ... and \(attention.count - shownRecords) more; --format json lists them")
    }
    for flow in report.unclaimed {
      lines.append("no dataflow declares \(flow.title) any more; its links are kept")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func state(_ flow: StatusReport.FlowStatus) -> String {
    if let held = flow.held { return "held: \(held)" }
    if !flow.isActive { return "has not run yet" }
    var parts = ["\(flow.links) links"]
    func add(_ number: Int, _ word: String) {
      if number > 0 { parts.append("\(number) \(word)") }
    }
    add(flow.tombstones, "with a deleted side")
    add(flow.pending, "to look at")
    add(flow.waiting, "waiting for another record")
    add(flow.queued, "need a decision")
    add(flow.quarantined, "set aside")
    return parts.joined(separator: ", ")
  }

  /// How many records that need a person are named.
  private static let shownRecords = 40

  /// A line per kind of guarantee, and one per flow whose creates a lost answer could repeat.
  private static func guarantees(_ report: StatusReport, _ session: Session) -> [String] {
    var counts: [(guarantee: CreateGuarantee, flows: Int)] = []
    var weak: [String] = []
    for flow in report.flows where flow.held == nil {
      guard let target = session.declaration(of: flow.flow)?.target,
        let schema = session.dataflows.lazy.flatMap(\.entities).first(where: { $0.reference == target }),
        let connector = session.connectors.first(where: { $0.system == target.system })
      else { continue }
      let guarantee = connector.createGuarantee(for: schema)
      if let index = counts.firstIndex(where: { $0.guarantee == guarantee }) {
        counts[index].flows += 1
      } else {
        counts.append((guarantee, 1))
      }
      if guarantee == .lookup || guarantee == .none { weak.append("\(flow.title): \(guarantee.rawValue)") }
    }
    let list = counts.map { "\($0.guarantee.rawValue) in \($0.flows) flow\($0.flows == 1 ? "" : "s")" }
    if list.isEmpty { return [] }
    return ["creates happen at most once by \(list.joined(separator: ", by "))"] + weak.map { "  weak: \($0)" }
  }

  /// The records that need a person, by name, each with what to do.
  private static func attention(_ report: StatusReport, _ session: Session) async throws -> [String] {
    let flows = Set(report.flows.map(\.flow))
    return try await session.store.read { reader in
      var lines: [String] = []
      for entry in try reader.queue(nil) where flows.contains(entry.flow) {
        let record = try session.name(of: entry.key, entry.side, in: entry.flow, reader)
        switch entry.question {
        case .ambiguousMatch(let alternative, let candidates):
          let names = try candidates.prefix(5).map {
            try session.name(of: $0, entry.side.opposite, in: entry.flow, reader)
          }
          let matching = session.declaration(of: entry.flow)?.matching ?? []
          let by = alternative < matching.count ? " by \(matching[alternative])" : ""
          lines.append(
            "\(record) matches several\(by): \(names.joined(separator: ", ")); make the values differ, or remove the duplicates, and run again"
          )
        case .conflict(let property):
          lines.append("\(record): both sides changed \(property); make both sides equal and run again")
        }
      }
      for entry in try reader.quarantine(nil) where flows.contains(entry.flow) {
        let record = try session.name(of: entry.key, entry.side, in: entry.flow, reader)
        lines.append(
          "\(record) is set aside in \(session.title(of: entry.flow)): \(entry.reason); correct it and run again")
      }
      for intent in report.openIntents where flows.contains(intent.flow) {
        let record = try session.name(of: intent.source, .source, in: intent.flow, reader)
        lines.append(
          "nobody knows whether the \(intent.entity) for \(record) was created; look for it in \(intent.entity.system)")
      }
      return lines
    }
  }
}
