import TandemSemantics
import TandemValues

/// Builds the checklist of a checked dataflow. Expected values are what the row's own conversions give.
struct ChecklistBuilder {
  let dataflow: CheckedDataflow

  func build() -> Checklist {
    Checklist(title: dataflow.title, sections: dataflow.flows.map(section))
  }

  private func section(_ flow: CheckedFlow) -> Checklist.Section {
    let words = FlowWords(dataflow: dataflow, flow: flow)
    if let held = flow.held {
      let item = words.item(
        "H", ["held"], "Nothing is written", "Create \(WordList.article(words.source)) and run the sync.",
        "No \(words.target) is created, and `sync status` says of this flow that it is held and why.")
      return Checklist.Section(
        title: flow.title, names: words.names,
        preconditions: ["The flow is held and writes nothing: \(held)."],
        groups: [Checklist.Group(title: "While the flow is held", items: [item])])
    }
    let properties = flow.properties.map { PropertyChecks(words: words, property: $0) }
    let quiet = words.item(
      "N", ["quiet"], "Nothing to do", "Run the sync twice without editing anything in between.",
      "The second run reports no write to \(flow.source.system) or \(flow.target.system).")
    let groups: [(String, [Checklist.Item])] = [
      ("Creation and matching", CreationChecks(words: words).items + MatchingChecks(words: words).items),
      ("Properties, forth and back", properties.flatMap(\.items) + SecondRoundCheck(words: words).items),
      ("Clearing", flow.properties.flatMap { ClearingChecks(words: words, property: $0).items }),
      ("Edits on both sides", ConflictChecks(words: words).items),
      ("Deletion", DeletionChecks(words: words).items),
      ("Quiet", [quiet]),
    ]
    return Checklist.Section(
      title: flow.title, names: words.names, preconditions: preconditions(words),
      groups: groups.filter { !$0.1.isEmpty }.map { Checklist.Group(title: $0.0, items: $0.1) })
  }

  private func preconditions(_ words: FlowWords) -> [String] {
    let flow = words.flow
    var result: [String] = []
    for entity in [flow.target, flow.source] {
      if let feature = entity.feature { result.append("\(entity.system) has the feature \(feature).") }
    }
    for (side, scope) in [(FlowSide.source, flow.sourceScope), (.target, flow.targetScope)] {
      guard let scope else { continue }
      let text = ConditionText(words: words, side: side).describe(scope)
      result.append("\(words.record(side)) records take part only if \(text): use such ones.")
    }
    for property in flow.properties { result += ReferenceChecks(words: words, property: property).preconditions }
    var seen: Set<String> = []
    return result.filter { seen.insert($0).inserted }
  }
}
