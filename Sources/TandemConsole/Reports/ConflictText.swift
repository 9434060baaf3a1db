import TandemRuntime
import TandemValues

/// The conflict log for people.
enum ConflictText {
  static func render(_ entries: [ConflictEntry], _ session: Session) -> String {
    if entries.isEmpty { return "no edit has lost a conflict\n" }
    var lines: [String] = []
    for entry in entries {
      let declaration = session.declaration(of: entry.flow)
      let winner = entry.winner == .source ? declaration?.source.system : declaration?.target.system
      let loser = entry.winner == .source ? declaration?.target.system : declaration?.source.system
      lines.append(
        "\(session.title(of: entry.flow)), \(entry.source.value.displayText) and \(entry.target.value.displayText), run \(entry.run)"
      )
      lines.append(
        "    \(entry.property): \(RunText.show(entry.winningValue)) of \(winner ?? "one side") won over \(RunText.show(entry.losingValue)) of \(loser ?? "the other"): \(entry.reason)"
      )
      if let winning = entry.winningOrigin.time, let losing = entry.losingOrigin.time {
        lines.append(
          "    edited \(winning) in \(entry.winningOrigin.system), against \(losing) in \(entry.losingOrigin.system)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
