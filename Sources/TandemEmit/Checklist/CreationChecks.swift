import TandemSemantics

/// Whether a record is created on the other side, and that it happens once.
struct CreationChecks {
  let words: FlowWords

  var items: [Checklist.Item] { creation + scope }

  private var once: String { "Exactly one \(words.target) is created and linked with it; the second run adds none." }
  private var none: String { "No \(words.target) is created." }
  private var unmatched: String { words.flow.matching.isEmpty ? "" : " that matches no \(words.target)" }
  private var create: String { "Create \(WordList.article(words.source))\(unmatched)" }

  private var creation: [Checklist.Item] {
    switch words.flow.creation {
    case .always: return [item("always", "Creation", "\(create) and run the sync twice.", once)]
    case .never: return [item("never", "No creation", "\(create) and run the sync.", none)]
    case .when(let condition):
      let text = ConditionText(words: words, side: .source)
      let holds = text.describe(condition)
      let fails = text.describe(condition, negated: true)
      return [
        item("when true", "Creation on a condition", "\(create) such that \(holds), and run the sync twice.", once),
        item(
          "when false", "No creation without the condition", "\(create) such that \(fails), and run the sync.", none),
        item(
          "when later", "Creation once the condition holds",
          "Edit the \(words.source) of the check before so that \(holds), and run the sync twice.", once),
      ]
    case .connected(let connections):
      let others = connections.map { connection -> String in
        let property = connection.entity.properties[connection.property].label
        let section = words.dataflow.flows.first { $0.identifier == connection.flow }.map {
          " (section \"\($0.title)\")"
        }
        return
          "\(WordList.article("\(connection.entity.system) \(connection.entity.label)"))\(section ?? "") with it as \(property)"
      }
      let entities = connections.map { "\($0.entity.system) \($0.entity.label)" }
      return [
        item(
          "unconnected", "No creation while unconnected",
          "\(create) and to which no \(WordList.or(entities)) refers, and run the sync.", none),
        item(
          "connected", "Creation when connected",
          "Take the \(words.source) of the check before and create \(WordList.or(others)); then run the sync twice.",
          once),
      ]
    }
  }

  /// Records on both sides of the boundary of the scope.
  private var scope: [Checklist.Item] {
    guard let scope = words.flow.sourceScope else { return [] }
    let text = ConditionText(words: words, side: .source)
    let lines = words.flow.lines.scope
    var items: [Checklist.Item] = []
    if case .never = words.flow.creation {
    } else {
      items.append(
        words.item(
          "C", ["outside scope"], "Outside the part that takes part",
          "\(create) such that \(text.describe(scope, negated: true)), and run the sync.", none, lines: lines))
    }
    if isEditable(scope) {
      items.append(
        words.item(
          "C", ["leaving scope"], "Leaving is no deletion",
          "Edit a linked \(words.source) so that \(text.describe(scope, negated: true)), and run the sync.",
          "The \(words.target) stays as it was. Once the edit is taken back, the two are in sync again and no second \(words.target) is there.",
          lines: lines))
    }
    return items
  }

  private func isEditable(_ expression: CheckedExpression) -> Bool {
    switch expression {
    case .property(let path): return words.isEditable(path, .source)
    case .parameter, .literal: return true
    case .comparison(_, let left, let right), .and(let left, let right), .or(let left, let right):
      return isEditable(left) && isEditable(right)
    case .membership(let element, _, _), .emptiness(let element, _): return isEditable(element)
    case .not(let operand): return isEditable(operand)
    }
  }

  private func item(_ purpose: String, _ subject: String, _ steps: String, _ expected: String) -> Checklist.Item {
    words.item("C", [purpose], subject, steps, expected, lines: words.flow.lines.creation)
  }
}
