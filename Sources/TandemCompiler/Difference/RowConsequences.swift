import TandemSemantics

/// What the engine does with a property whose base it does not know, in words.
enum RowConsequences {
  /// What the first merge of a property does, by its direction.
  static func firstMerge(_ property: CheckedProperty, _ flow: FlowVersion) -> String {
    switch property.direction {
    case .both:
      return "an empty side is filled, and where both hold different values, \(decision(property, flow))."
    case .into(let side):
      return
        "values of \(flow.system(side.other)) are written into \(flow.system(side)), over those that stand there; each of these is kept in `sync conflicts`."
    case .atCreation: return "only records that are created from now on get the value."
    case .onlyIfEmpty(let side): return "it is filled where it is empty in \(flow.system(side))."
    }
  }

  /// What a property that means the same goes through when its base is dropped.
  static let rebuilt =
    "sides that agree stay as they are, and an edit that has not travelled yet is decided on as at a first merge."

  /// What becomes of existing records when a row gives another value.
  static func existing(_ property: CheckedProperty) -> String {
    fillsExisting(property)
      ? "The next run decides anew on the property of every record; look at `sync plan` first."
      : "Records that exist keep the former value; change them once by hand where that matters."
  }

  /// True when the next run, which looks at every record, brings existing ones up to date.
  static func fillsExisting(_ property: CheckedProperty) -> Bool { property.direction != .atCreation }

  private static func decision(_ property: CheckedProperty, _ flow: FlowVersion) -> String {
    if let wins = property.wins { return "\(flow.system(wins)) wins" }
    switch flow.flow.conflict {
    case .newest: return "the newest edit wins"
    case .wins(let side): return "\(flow.system(side)) wins"
    case .ask: return "a person decides"
    case .handWritten(let function): return "the hand-written `\(function)` decides"
    }
  }
}
