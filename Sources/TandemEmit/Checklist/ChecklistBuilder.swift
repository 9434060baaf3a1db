import TandemSemantics
import TandemValues

/// Builds the checklist of a checked dataflow. Expected values are what the row's own conversions give.
struct ChecklistBuilder {
  let dataflow: CheckedDataflow

  func build() -> Checklist {
    Checklist(title: dataflow.title, sections: dataflow.flows.map(section))
  }

  private func section(_ flow: CheckedFlow) -> Checklist.Section {
    let names = Names(flow)
    if let held = flow.held {
      return Checklist.Section(
        title: flow.title,
        preconditions: ["The flow is held and writes nothing: \(held)."],
        items: [
          Checklist.Item(
            identifier: ChecklistIdentifier.make("H", flow.identifier, "held"), subject: "Nothing is written",
            steps: "Create a \(names.source) and run the sync.",
            expected: "No \(names.target) is created, and `sync status` names the flow as held.", lines: [flow.line])
        ])
    }
    var items = creation(flow, names) + matching(flow, names)
    for property in flow.properties { items += propertyChecks(flow, names, property) }
    items += conflict(flow, names) + deletions(flow, names)
    items.append(
      Checklist.Item(
        identifier: ChecklistIdentifier.make("N", flow.identifier, "quiet"), subject: "Nothing to do",
        steps: "Run the sync twice without editing anything in between.",
        expected: "The second run writes nothing to \(flow.source.system) or \(flow.target.system).", lines: [flow.line]
      ))
    return Checklist.Section(title: flow.title, preconditions: preconditions(flow, names), items: items)
  }

  private func preconditions(_ flow: CheckedFlow, _ names: Names) -> [String] {
    var result: [String] = []
    if let feature = flow.target.feature { result.append("\(flow.target.system) has the feature \(feature).") }
    if let feature = flow.source.feature { result.append("\(flow.source.system) has the feature \(feature).") }
    for property in flow.properties {
      switch property.translation {
      case .reference(let identifier, _):
        if let other = dataflow.flows.first(where: { $0.identifier == identifier }) {
          result.append(
            "The \(other.source.label) that the \(names.source) refers to is synchronised (section \"\(other.title)\")."
          )
        }
      case .lookup(let entity, let position):
        let key = dataflow.target.entities.first { $0.name == entity }.map { $0.properties[position].label } ?? "key"
        result.append("\(flow.target.system) has the \(entity) that is looked up by its \(key).")
      case .none: break
      }
    }
    var seen: Set<String> = []
    return result.filter { seen.insert($0).inserted }
  }

  // MARK: Creation and matching

  private func creation(_ flow: CheckedFlow, _ names: Names) -> [Checklist.Item] {
    func item(_ kind: String, _ subject: String, _ steps: String, _ expected: String) -> Checklist.Item {
      Checklist.Item(
        identifier: ChecklistIdentifier.make("C", flow.identifier, kind), subject: subject, steps: steps,
        expected: expected, lines: [flow.line])
    }
    let unmatched = flow.matching.isEmpty ? "" : " that matches no \(names.target)"
    switch flow.creation {
    case .always:
      return [
        item(
          "always", "Creation", "Create a \(names.source)\(unmatched) and run the sync.",
          "Exactly one \(names.target) is created and linked with it.")
      ]
    case .never:
      return [
        item(
          "never", "No creation", "Create a \(names.source)\(unmatched) and run the sync.",
          "No \(names.target) is created.")
      ]
    case .when(let condition):
      let text = ConditionText.describe(condition)
      return [
        item(
          "when true", "Creation on a condition",
          "Create a \(names.source)\(unmatched) for which \(text), and run the sync.",
          "Exactly one \(names.target) is created and linked with it."),
        item(
          "when false", "No creation without the condition",
          "Create a \(names.source)\(unmatched) for which it is not so that \(text), and run the sync.",
          "No \(names.target) is created."),
      ]
    case .connected(let connections):
      let list = connections.map { "\($0.entity.label)" }.joined(separator: " or ")
      return [
        item(
          "connected", "Creation when connected",
          "Create a \(names.source) and a \(list) that refers to it and is itself synchronised, and run the sync.",
          "Exactly one \(names.target) is created and linked with it."),
        item(
          "unconnected", "No creation while unconnected",
          "Create a \(names.source) to which no \(list) refers, and run the sync.", "No \(names.target) is created."),
      ]
    }
  }

  private func matching(_ flow: CheckedFlow, _ names: Names) -> [Checklist.Item] {
    flow.matching.enumerated().flatMap { position, alternative -> [Checklist.Item] in
      let source = alternative.pairs.map { Self.label($0.source, in: flow.source) }.joined(separator: " and ")
      let target = alternative.pairs.map { Self.label($0.target, in: flow.target) }.joined(separator: " and ")
      let meaning = alternative.pairs.map { "\($0.source.text)=\($0.target.text)" }.joined(separator: ",")
      func item(_ kind: String, _ subject: String, _ steps: String, _ expected: String) -> Checklist.Item {
        Checklist.Item(
          identifier: ChecklistIdentifier.make("M", flow.identifier, meaning, kind), subject: subject, steps: steps,
          expected: expected, lines: [flow.line])
      }
      return [
        item(
          "hit", "Match by \(source)",
          "Create a \(names.source) and a \(names.target) whose \(target) equals its \(source), then run the sync.",
          "The two records are linked and no further \(names.target) is created."),
        item(
          "two", "Two candidates by \(source)",
          "Create two \(names.target) records with the same \(target), then a \(names.source) with that \(source), and run the sync.",
          "Nothing is linked or created; `sync status` counts the record among those that need a person."),
        item(
          "empty", "Empty \(source)",
          "Create a \(names.source) without \(source) and a \(names.target) without \(target), then run the sync.",
          "The two records are not linked with each other."),
      ]
    }
  }

  // MARK: Properties

  private func propertyChecks(
    _ flow: CheckedFlow, _ names: Names, _ property: CheckedProperty
  ) -> [Checklist.Item] {
    guard let output = property.outputs.first else { return [] }
    let targetLabel = Self.label(output.path, in: flow.target)
    var items: [Checklist.Item] = []
    func add(_ kind: String, _ subject: String, _ steps: String, _ expected: String) {
      items.append(
        Checklist.Item(
          identifier: ChecklistIdentifier.make("P", flow.identifier, property.name, kind), subject: subject,
          steps: steps, expected: expected, lines: property.lines))
    }
    for input in property.inputs {
      switch input.origin {
      case .constant(let value):
        add(
          "constant", "\(targetLabel) is given a value",
          "Create a \(names.source) that leads to a new \(names.target).",
          "\(targetLabel) of the \(names.target) is \(Self.show(value)).")
      case .parameter(let position):
        add(
          "parameter", "\(targetLabel) is given the environment's value",
          "Create a \(names.source) that leads to a new \(names.target).",
          "\(targetLabel) of the \(names.target) is the value of the parameter \(dataflow.parameters[position].name).")
      case .property(let path):
        let sourceLabel = Self.label(path, in: flow.source)
        if property.travelsForth {
          items += forward(flow, names, property, input, path, sourceLabel, targetLabel)
        }
        if property.travelsBack, case .single = property.combination {
          items += backward(flow, names, property, input, path, output, sourceLabel, targetLabel)
        }
      }
    }
    return items
  }

  private func forward(
    _ flow: CheckedFlow, _ names: Names, _ property: CheckedProperty, _ input: CheckedProperty.Input,
    _ path: ResolvedPath, _ sourceLabel: String, _ targetLabel: String
  ) -> [Checklist.Item] {
    let identifier = { (kind: String) in
      ChecklistIdentifier.make("P", flow.identifier, property.name, path.text, kind)
    }
    let moment =
      property.direction == .atCreation
      ? "Create a \(names.source) with \(sourceLabel)" : "In a linked \(names.source) set \(sourceLabel)"
    if property.translation != nil {
      return [
        Checklist.Item(
          identifier: identifier("reference"), subject: "\(sourceLabel) to \(targetLabel)",
          steps: "\(moment) \(property.direction == .atCreation ? "set" : "to another record"), and run the sync.",
          expected: "\(targetLabel) of the \(names.target) refers to the record that corresponds to it.",
          lines: property.lines)
      ]
    }
    guard let model = Self.model(path, in: flow.source) else { return [] }
    let share: String
    switch property.combination {
    case .single: share = ""
    case .firstNonEmpty: share = " while everything preferred to it is empty"
    case .join: share = " among the parts that are joined"
    case .byCondition: share = " while its condition holds"
    }
    let (accepted, refused) = vectors(property, input, model, path.type, flow)
    var items = accepted.enumerated().map { number, vector in
      Checklist.Item(
        identifier: identifier("forward \(number)"), subject: "\(sourceLabel) to \(targetLabel)",
        steps: "\(moment) to \(Self.show(vector.value))\(share), and run the sync.",
        expected: property.combination.isJoin
          ? "\(targetLabel) of the \(names.target) contains \(Self.show(vector.result))."
          : "\(targetLabel) of the \(names.target) is \(Self.show(vector.result)).", lines: property.lines)
    }
    if let refused {
      items.append(
        Checklist.Item(
          identifier: identifier("refused"), subject: "\(sourceLabel) that \(targetLabel) does not take",
          steps: "\(moment) to \(Self.show(refused)), and run the sync.",
          expected: "Nothing is written for this record; `sync status` counts it as set aside.", lines: property.lines))
    }
    return items
  }

  /// Up to two values that the row accepts with what becomes of them, and one that it refuses where there is one.
  ///
  /// Typical values of the source come first; where the row takes none of them, values of the target are led back.
  private func vectors(
    _ property: CheckedProperty, _ input: CheckedProperty.Input, _ model: PropertyModel, _ type: ValueType,
    _ flow: CheckedFlow
  ) -> (accepted: [(value: Value, result: Value)], refused: Value?) {
    var candidates = SampleValues.typical(model, type: type)
    if let output = property.outputs.first, let target = Self.model(output.path, in: flow.target) {
      for value in SampleValues.typical(target, type: output.path.type) {
        let shared = (try? output.normaliser?.forward(value)) ?? value
        if let back = try? input.conversion?.backward(shared) { candidates.append(back) }
      }
    }
    var accepted: [(value: Value, result: Value)] = []
    var refused: Value?
    for value in candidates {
      do {
        let result = try input.conversion?.forward(value) ?? value
        let isKnown = accepted.contains { $0.value == value }
        if !isKnown && accepted.count < 2 { accepted.append((value, result)) }
      } catch {
        if refused == nil { refused = value }
      }
    }
    return (accepted, refused)
  }

  private func backward(
    _ flow: CheckedFlow, _ names: Names, _ property: CheckedProperty, _ input: CheckedProperty.Input,
    _ path: ResolvedPath, _ output: CheckedProperty.Output, _ sourceLabel: String, _ targetLabel: String
  ) -> [Checklist.Item] {
    let identifier = ChecklistIdentifier.make("P", flow.identifier, property.name, path.text, "backward")
    if property.translation != nil {
      return [
        Checklist.Item(
          identifier: identifier, subject: "\(targetLabel) to \(sourceLabel)",
          steps: "In a linked \(names.target) set \(targetLabel) to another linked record, and run the sync.",
          expected: "\(sourceLabel) of the \(names.source) refers to the record that corresponds to it.",
          lines: property.lines)
      ]
    }
    guard let model = Self.model(output.path, in: flow.target) else { return [] }
    for value in SampleValues.typical(model, type: output.path.type).reversed() {
      guard let shared = try? output.normaliser?.forward(value) ?? value,
        let back = try? input.conversion?.backward(shared) ?? shared
      else { continue }
      return [
        Checklist.Item(
          identifier: identifier, subject: "\(targetLabel) to \(sourceLabel)",
          steps: "In a linked \(names.target) set \(targetLabel) to \(Self.show(value)), and run the sync.",
          expected: "\(sourceLabel) of the \(names.source) is \(Self.show(back)).", lines: property.lines)
      ]
    }
    return []
  }

  // MARK: Conflicts and deletions

  private func conflict(_ flow: CheckedFlow, _ names: Names) -> [Checklist.Item] {
    guard
      let property = flow.properties.first(where: { property in
        property.direction == .both && property.translation == nil && property.combination == .single
          && property.inputs.contains { if case .property = $0.origin { return true } else { return false } }
      }), let output = property.outputs.first, case .property(let path) = property.inputs[0].origin
    else { return [] }
    let outcome: String
    switch (property.wins, flow.conflict) {
    case (.source?, _), (nil, .wins(.source)): outcome = "The value of \(flow.source.system) stands on both sides"
    case (.target?, _), (nil, .wins(.target)): outcome = "The value of \(flow.target.system) stands on both sides"
    case (nil, .newest): outcome = "The later edit stands on both sides"
    case (nil, .ask): outcome = "Both sides stay as they are, and `sync status` counts a record that needs a person"
    }
    let logged = flow.conflict == .ask && property.wins == nil ? "" : ", and `sync conflicts` names the value that lost"
    return [
      Checklist.Item(
        identifier: ChecklistIdentifier.make("X", flow.identifier, "conflict"), subject: "Edits on both sides",
        steps:
          "Between two runs set \(Self.label(path, in: flow.source)) of a linked \(names.source) and \(Self.label(output.path, in: flow.target)) of its \(names.target) to different values, then run the sync.",
        expected: "\(outcome)\(logged).", lines: property.lines)
    ]
  }

  private func deletions(_ flow: CheckedFlow, _ names: Names) -> [Checklist.Item] {
    [
      (flow.sourceDeletion, names.source, names.target, flow.target),
      (flow.targetDeletion, names.target, names.source, flow.source),
    ]
    .map { policy, deleted, partner, entity in
      let expected: String
      switch policy {
      case .ignore: expected = "The \(partner) stays, and no new \(deleted) is created for it."
      case .unlink: expected = "The \(partner) stays and is no longer linked."
      case .propagate: expected = "The \(partner) is deleted, unless it was edited since the last run."
      case .archive(let property, let value):
        expected = "\(entity.properties[property].label) of the \(partner) is \(Self.show(value))."
      }
      return Checklist.Item(
        identifier: ChecklistIdentifier.make("D", flow.identifier, deleted), subject: "Deletion of a \(deleted)",
        steps: "Delete a linked \(deleted) and run the sync.", expected: expected, lines: [flow.line])
    }
  }

  // MARK: Words

  /// What a tester calls the records of both sides.
  private struct Names {
    let source: String
    let target: String

    init(_ flow: CheckedFlow) {
      source = "\(flow.source.system) \(flow.source.label)"
      target = "\(flow.target.system) \(flow.target.label)"
    }
  }

  private static func model(_ path: ResolvedPath, in entity: EntityModel) -> PropertyModel? {
    var level = entity.properties
    var found: PropertyModel?
    for step in path.steps {
      guard step.position < level.count else { return nil }
      found = level[step.position]
      level = level[step.position].members
    }
    return found
  }

  private static func label(_ path: ResolvedPath, in entity: EntityModel) -> String {
    guard let model = model(path, in: entity) else { return path.text }
    let name = model.label == model.name ? path.text : "\(model.label) (\(path.text))"
    let conditions = path.dependencies.map { dependency in
      "where \(dependency.steps.last?.name ?? "") is \(dependency.values.map(show).joined(separator: " or "))"
    }
    return ([name] + conditions).joined(separator: " ")
  }

  /// A value as a tester types or sees it, with its ends visible.
  static func show(_ value: Value) -> String { value.isMissing ? "empty" : "`\(value.displayText)`" }
}

extension CheckedProperty.Combination {
  var isJoin: Bool {
    if case .join = self { return true }
    return false
  }
}
