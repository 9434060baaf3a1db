import TandemSemantics
import TandemValues

/// A flow in a tester's words: the names of its records and properties.
struct FlowWords {
  let dataflow: CheckedDataflow
  let flow: CheckedFlow

  /// `Custom PMS Task`.
  var source: String { "\(flow.source.system) \(flow.source.label)" }
  /// `Custom ERP Project`.
  var target: String { "\(flow.target.system) \(flow.target.label)" }

  /// What the checks call the records, beside what the document calls them.
  var names: String {
    let written = flow.title.split(separator: " ").split(separator: "to", maxSplits: 1).map {
      $0.joined(separator: " ")
    }
    func side(_ name: String, _ number: Int) -> String {
      number < written.count && written.count == 2 && written[number] != name
        ? "\(name) (in the document: \(written[number]))" : name
    }
    return "Left: \(side(source, 0)). Right: \(side(target, 1))."
  }

  func entity(_ side: FlowSide) -> EntityModel { side == .source ? flow.source : flow.target }
  func record(_ side: FlowSide) -> String { side == .source ? source : target }

  /// The property at the end of a path.
  func model(_ path: ResolvedPath, _ side: FlowSide) -> PropertyModel? { models(path, side).last }

  /// True when a user can change the property of an existing record.
  func isEditable(_ path: ResolvedPath, _ side: FlowSide) -> Bool {
    let models = models(path, side)
    return !models.isEmpty && !models.contains { $0.isReadOnly || $0.isCreateOnly } && !entity(side).isReadOnly
  }

  /// True when a user can give the property at least at creation.
  func isWritable(_ path: ResolvedPath, _ side: FlowSide) -> Bool {
    let models = models(path, side)
    return !models.isEmpty && !models.contains(where: \.isReadOnly) && !entity(side).isReadOnly
  }

  /// The property as steps name it: `Task number`, `address / Postal code`, `phones / number where kind is work`.
  func property(_ path: ResolvedPath, _ side: FlowSide) -> String {
    let labels = models(path, side).map(\.label)
    let name = labels.count == path.steps.count ? labels.joined(separator: " / ") : path.text
    let conditions = path.dependencies.map { dependency in
      "where \(dependency.steps.last?.name ?? "") is \(WordList.or(dependency.values.map(VisibleText.show)))"
    }
    return ([name] + conditions).joined(separator: " ")
  }

  /// The property with the name that its system uses, as headings show it: `Task number (taskNumber)`.
  func subject(_ path: ResolvedPath, _ side: FlowSide) -> String {
    let words = property(path, side)
    guard let last = models(path, side).last, last.label != last.name else { return words }
    return "\(words) (\(path.text))"
  }

  /// The end of steps and expectations for a record that a person has to look at.
  func setAside(_ reason: String) -> String {
    "`sync status` lists the left record (\(source)) under \"needs a person\" as set aside, because \(reason)."
  }

  /// A check. Where no line of the document says what it is about, it points at the title of the section.
  func item(
    _ kind: Character, _ meaning: [String], _ subject: String, _ steps: String, _ expected: String, lines: [Int] = []
  ) -> Checklist.Item {
    Checklist.Item(
      identifier: ChecklistIdentifier.make(kind, [flow.identifier] + meaning), subject: subject, steps: steps,
      expected: expected, lines: lines.isEmpty ? [flow.line] : lines)
  }

  private func models(_ path: ResolvedPath, _ side: FlowSide) -> [PropertyModel] {
    var level = entity(side).properties
    var found: [PropertyModel] = []
    for step in path.steps {
      guard step.position < level.count else { return [] }
      found.append(level[step.position])
      level = level[step.position].members
    }
    return found
  }
}
