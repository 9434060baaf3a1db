import Foundation
import TandemRuntime
import TandemValues

/// The reports for other programs: their names and shapes are part of the command line's contract.
enum JSONForm {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// A dataflow and its flows.
  struct Dataflow: Encodable {
    var name: String
    var title: String
    var flows: [Flow]

    struct Flow: Encodable {
      var flow: String
      var source: String
      var target: String
      var document: String
      var line: Int
      var held: String?
    }

    init(_ dataflow: DataflowDeclaration) {
      name = dataflow.name
      title = dataflow.title
      flows = dataflow.flows.map(\.declaration).map { declaration in
        Flow(
          flow: declaration.identifier.text, source: "\(declaration.source)", target: "\(declaration.target)",
          document: declaration.document, line: declaration.line, held: declaration.held)
      }
    }
  }

  /// A run or a plan.
  struct Run: Encodable {
    var run: Int
    var plan: Bool
    var recordsRead: Int
    var writeCount: Int
    var writes: [Write]
    var flows: [Flow]
    var held: [Held]
    var failures: [String]
    var notes: [String]
    var unknownOutcomes: Int

    struct Write: Encodable {
      var flow: String
      var entity: String
      var key: String
      var partner: String
      var title: String?
      var action: String
      var changes: [Change]
    }

    struct Change: Encodable {
      var property: String
      var from: String?
      var to: String?
      var why: String
    }

    struct Flow: Encodable {
      var flow: String
      var title: String
      var dataflow: String
      var created, linked, updatedSource, updatedTarget, deletedSource, deletedTarget: Int
      var conflicts, waiting, queued, quarantined, unknown: Int
      var unsettled: Bool
    }

    struct Held: Encodable {
      var flow: String
      var title: String
      var reason: String
    }

    init(_ report: RunReport, _ session: Session) {
      run = report.run
      plan = report.isPlan
      recordsRead = report.recordsRead
      let symbols = RunText.symbols(of: report)
      writeCount = report.writeCount
      writes = report.writes.map { write in
        Write(
          flow: write.flow.text, entity: "\(write.entity)", key: write.symbol ?? write.key.value.displayText,
          partner: write.partner.value.displayText, title: write.title, action: write.action.rawValue,
          changes: write.changes.map { change in
            Change(
              property: change.property, from: JSONForm.value(change.from),
              to: symbols[change.to] ?? JSONForm.value(change.to),
              why: change.why)
          })
      }
      flows = report.flows.map { flow in
        Flow(
          flow: flow.flow.text, title: flow.title, dataflow: flow.dataflow, created: flow.counts.created,
          linked: flow.counts.linked, updatedSource: flow.counts.updatedSource,
          updatedTarget: flow.counts.updatedTarget, deletedSource: flow.counts.deletedSource,
          deletedTarget: flow.counts.deletedTarget, conflicts: flow.counts.conflicts, waiting: flow.waiting,
          queued: flow.queued, quarantined: flow.quarantined, unknown: flow.counts.unknown, unsettled: flow.isUnsettled)
      }
      held = report.held.map { Held(flow: $0.flow.text, title: $0.title, reason: $0.reason) }
      failures = report.failures.map(\.description)
      notes = report.notes
      unknownOutcomes = report.unresolved.count
    }
  }

  /// The status of an environment.
  struct Status: Encodable {
    var environment: String
    var state: String
    var lastRun: Int?
    var flows: [Flow]
    var unknownOutcomes: Int
    var unclaimed: [String]

    struct Flow: Encodable {
      var flow: String
      var title: String
      var dataflow: String
      var held: String?
      var active: Bool
      var links, tombstones, pending, waiting, queued, quarantined: Int
    }

    init(_ report: StatusReport, _ session: Session) {
      environment = session.environment.name
      state = session.environment.statePath
      lastRun = report.lastRun?.number
      flows = report.flows.map { flow in
        Flow(
          flow: flow.flow.text, title: flow.title, dataflow: flow.dataflow, held: flow.held, active: flow.isActive,
          links: flow.links, tombstones: flow.tombstones, pending: flow.pending, waiting: flow.waiting,
          queued: flow.queued, quarantined: flow.quarantined)
      }
      unknownOutcomes = report.openIntents.count
      unclaimed = report.unclaimed.map(\.flow.text)
    }
  }

  /// An edit that lost a conflict.
  struct Conflict: Encodable {
    var flow: String
    var title: String
    var source: String
    var target: String
    var property: String
    var winner: String
    var winningValue: String?
    var winningSystem: String
    var winningTime: String?
    var losingValue: String?
    var losingSystem: String
    var losingTime: String?
    var reason: String
    var run: Int

    init(_ entry: ConflictEntry, _ session: Session) {
      flow = entry.flow.text
      title = session.title(of: entry.flow)
      winningSystem = entry.winningOrigin.system
      winningTime = entry.winningOrigin.time?.description
      losingSystem = entry.losingOrigin.system
      losingTime = entry.losingOrigin.time?.description
      source = entry.source.value.displayText
      target = entry.target.value.displayText
      property = entry.property
      winner = entry.winner == .source ? "source" : "target"
      winningValue = JSONForm.value(entry.winningValue)
      losingValue = JSONForm.value(entry.losingValue)
      reason = entry.reason
      run = entry.run
    }
  }

  private static func value(_ value: Value) -> String? { value.isMissing ? nil : value.displayText }
}
