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
      if let declaration = session.declaration(of: flow.flow), declaration.held == nil {
        lines.append("    creates happen at most once by \(guarantee(declaration.target, session))")
      }
    }
    let attention = try await session.store.read { reader in (try reader.queue(nil), try reader.quarantine(nil)) }
    if !attention.0.isEmpty || !attention.1.isEmpty || !report.openIntents.isEmpty { lines += ["", "needs a person:"] }
    for entry in attention.0.prefix(20) { lines.append("  \(describe(entry, session))") }
    for entry in attention.1.prefix(20) {
      lines.append(
        "  \(session.title(of: entry.flow)): the \(entry.side == .source ? "left" : "right") record \(entry.key.value.displayText) is set aside: \(entry.reason)"
      )
    }
    for intent in report.openIntents.prefix(20) {
      lines.append(
        "  \(session.title(of: intent.flow)): nobody knows whether the \(intent.entity) for \(intent.source.value.displayText) was created"
      )
    }
    let rest =
      attention.0.count + attention.1.count + report.openIntents.count
      - min(20, attention.0.count) - min(20, attention.1.count) - min(20, report.openIntents.count)
    if rest > 0 { lines.append("  ... and \(rest) more") }
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

  private static func guarantee(_ entity: EntityReference, _ session: Session) -> String {
    guard let schema = session.dataflows.flatMap(\.entities).first(where: { $0.reference == entity }),
      let connector = session.connectors.first(where: { $0.system == entity.system })
    else { return "nothing: the system is not connected" }
    return connector.createGuarantee(for: schema).rawValue
  }

  private static func describe(_ entry: QueueEntry, _ session: Session) -> String {
    let record =
      "\(session.title(of: entry.flow)): the \(entry.side == .source ? "left" : "right") record \(entry.key.value.displayText)"
    switch entry.question {
    case .ambiguousMatch(let alternative, let candidates):
      let keys = candidates.prefix(5).map(\.value.displayText).joined(separator: ", ")
      let by = session.declaration(of: entry.flow).flatMap { declaration in
        alternative < declaration.matching.count ? " by \(declaration.matching[alternative])" : nil
      }
      return "\(record) matches several\(by ?? ""): \(keys)"
    case .conflict(let property): return "\(record): both sides changed \(property), and a person decides"
    }
  }
}
