/// A difference as other programs read it.
public enum DifferenceJSON {
  /// One object: the changes, what the next run makes of the state, and a summary.
  public static func render(_ difference: DataflowDifference) -> String {
    JSONText.object([
      ("changes", .array(difference.changes.map(change))),
      ("states", .array(difference.states.map(state))),
      (
        "summary",
        .object(
          [
            ("effect", .string(difference.effect.rawValue)), ("status", .integer(Int(difference.exitStatus))),
          ]
            + DataEffect.allCases.map { effect in
              (effect.rawValue, .integer(difference.changes.filter { $0.effect == effect }.count))
            })
      ),
    ]).text + "\n"
  }

  private static func change(_ change: Change) -> JSONText {
    .object([
      ("kind", .string(change.kind.rawValue)),
      ("effect", .string(change.effect.rawValue)),
      ("access", .boolean(change.kind.concernsAccess)),
      ("subject", .string(change.subject)),
      ("message", .string(change.sentence)),
      ("before", .array(change.before.map(place))),
      ("after", .array(change.after.map(place))),
      ("rows", .array(change.rows.map(place))),
      ("example", change.example.map { .string($0) } ?? .null),
      ("base", change.base.map { .string($0.rawValue) } ?? .null),
      ("remedy", .string(change.remedy.rawValue)),
      ("advice", .string(change.advice)),
    ])
  }

  private static func place(_ place: Change.Place) -> JSONText {
    .object([("file", .string(place.file)), ("line", .integer(place.line)), ("text", .string(place.text))])
  }

  private static func state(_ state: FlowStateChange) -> JSONText {
    .object([
      ("flow", .string(state.flow)),
      ("title", .string(state.title)),
      ("kind", .string(state.kind.rawValue)),
      ("firstMerge", .array(state.firstMerge.map { .string($0) })),
      ("dropped", .array(state.dropped.map { .string($0) })),
      ("kept", .integer(state.kept)),
    ])
  }
}
