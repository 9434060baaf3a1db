import TandemSemantics
import TandemValues

/// References, which need the other record's link, and lookups, which need a record with the natural key.
struct ReferenceChecks {
  let words: FlowWords
  let property: CheckedProperty

  /// What must be there before anything can refer to it.
  var preconditions: [String] {
    guard let (path, target) = paths else { return [] }
    switch property.translation {
    case .reference(let identifier, _)?:
      // The record itself may be what another section has linked too.
      let needed =
        isOwnKey(path)
        ? "each \(words.source) of the checks"
        : "the \(referred(.source, identifier)) that \(WordList.article(words.source)) has as \(words.property(path, .source))"
      return [
        "Section \"\(title(identifier))\" has run, so that \(needed) is linked\(isOwnKey(path) ? " there too" : "")."
      ]
    case .lookup(let entity, let position)?:
      let found = lookedUp(entity, position)
      return [
        "For \(words.property(target, .target)), \(WordList.article("\(words.flow.target.system) \(found.entity)")) exists whose \(found.key) is what the \(words.source) has as \(words.property(path, .source))."
      ]
    case nil: return []
    }
  }

  var items: [Checklist.Item] {
    guard let (path, target) = paths else { return [] }
    switch property.translation {
    case .reference(let identifier, _)?: return reference(identifier, path, target)
    case .lookup(let entity, let position)?: return lookup(lookedUp(entity, position), path, target)
    case nil: return []
    }
  }

  private var paths: (ResolvedPath, ResolvedPath)? {
    guard let output = property.outputs.first else { return nil }
    for input in property.inputs { if case .property(let path) = input.origin { return (path, output.path) } }
    return nil
  }

  private func isOwnKey(_ path: ResolvedPath) -> Bool {
    path.steps.count == 1 && path.steps.first?.position == words.flow.source.key
  }

  private func title(_ identifier: String) -> String {
    words.dataflow.flows.first { $0.identifier == identifier }?.title ?? identifier
  }

  private func referred(_ side: FlowSide, _ identifier: String) -> String {
    guard let other = words.dataflow.flows.first(where: { $0.identifier == identifier }) else { return "record" }
    // The other flow may run the other way round.
    let isReversed = other.source.system != words.flow.source.system
    let entity = (side == .source) != isReversed ? other.source : other.target
    return "\(entity.system) \(entity.label)"
  }

  private func item(_ side: FlowSide, _ purpose: String, _ note: String, _ steps: String, _ expected: String)
    -> Checklist.Item?
  {
    guard let (path, target) = paths else { return nil }
    let (left, right) = (words.subject(path, .source), words.subject(target, .target))
    return words.item(
      "P", [property.name, path.text, purpose],
      (side == .source ? "\(left) to \(right)" : "\(right) to \(left)") + (note.isEmpty ? "" : ": \(note)"), steps,
      expected, lines: property.lines)
  }

  private func start(_ path: ResolvedPath, _ target: ResolvedPath) -> String {
    let isCreation =
      property.direction == .atCreation || !words.isEditable(path, .source) || !words.isEditable(target, .target)
    return isCreation
      ? "Create \(WordList.article(words.source)) with \(words.property(path, .source))"
      : "In a linked \(words.source) set \(words.property(path, .source)) to"
  }

  // MARK: References

  private func reference(_ identifier: String, _ path: ResolvedPath, _ target: ResolvedPath) -> [Checklist.Item] {
    let (from, into) = (referred(.source, identifier), referred(.target, identifier))
    var items: [Checklist.Item?] = []
    if property.travelsForth && !words.isWritable(path, .source) {
      items.append(
        item(
          .source, "reference", "",
          "Take a linked \(words.source) that section \"\(title(identifier))\" has linked too, run the sync, and look at the \(words.target).",
          "\(words.property(target, .target)) is the \(into) with which the same \(from) is linked."))
    } else if property.travelsForth {
      items.append(
        item(
          .source, "reference", "",
          "\(start(path, target)) another \(from) that section \"\(title(identifier))\" has linked, and run the sync.",
          "In the \(words.target), \(words.property(target, .target)) is the \(into) linked with that \(from)."))
      if let other = words.dataflow.flows.first(where: { $0.identifier == identifier }), other.held == nil,
        case .always = other.creation, other.source.system == words.flow.source.system, isCreating
      {
        items.append(
          item(
            .source, "reference together", "both new",
            "Create \(WordList.article(from)) and \(WordList.article(words.source)) with it as \(words.property(path, .source)), and run the sync once for both.",
            "Both are created on the other side, and there \(words.property(target, .target)) is the new \(into)."))
      }
    }
    if property.travelsBack, words.isEditable(target, .target), words.isEditable(path, .source) {
      items.append(
        item(
          .target, "reference back", "",
          "In a linked \(words.target) set \(words.property(target, .target)) to another \(into) that section \"\(title(identifier))\" has linked, and run the sync.",
          "In the \(words.source), \(words.property(path, .source)) is the \(from) linked with that \(into)."))
    }
    return items.compactMap(\.self)
  }

  private var isCreating: Bool {
    if case .never = words.flow.creation { return false }
    return true
  }

  // MARK: Lookups

  private struct Found {
    var entity: String
    var key: String
    var isUnique: Bool
    var type: ValueType?
  }

  private func lookedUp(_ name: String, _ position: Int) -> Found {
    guard let entity = words.dataflow.target.entities.first(where: { $0.name == name }),
      position < entity.properties.count
    else { return Found(entity: name, key: "key", isUnique: true, type: nil) }
    let key = entity.properties[position]
    return Found(entity: entity.label, key: key.label, isUnique: key.isUnique, type: key.type)
  }

  private func lookup(_ found: Found, _ path: ResolvedPath, _ target: ResolvedPath) -> [Checklist.Item] {
    guard property.travelsForth, words.isWritable(path, .source) else { return [] }
    let record = "\(words.flow.target.system) \(found.entity)"
    let own = words.property(target, .target)
    let values = SampleValues(words: words).values(path, .source).filter { value in
      guard case .string(let maximum)?? = Optional(found.type) else { return true }
      return maximum.map { value.displayText.unicodeScalars.count <= $0 } ?? true
    }
    let isRequired = words.model(target, .target)?.isRequired ?? false
    func refusal(_ reason: String) -> String {
      isRequired
        ? "\(own) is not written; \(words.setAside("\(reason) has this \(found.key)"))"
        : "\(own) of the \(words.target) stays as it was, and the run says that \(reason) has this \(found.key)."
    }
    var items: [Checklist.Item?] = []
    if let value = values.first {
      items.append(
        item(
          .source, "lookup", "",
          "Create \(WordList.article(record)) with \(found.key) \(VisibleText.show(value)) unless there is one. \(start(path, target)) \(VisibleText.show(value)), and run the sync.",
          "In the \(words.target), \(own) is that \(found.entity)."))
    }
    if !isChoice(path), let value = values.last, let missing = unknown(path) {
      items.append(
        item(
          .source, "lookup miss", "nothing found",
          "\(start(path, target)) \(VisibleText.show(missing)), which no \(record) has as \(found.key), and run the sync.",
          refusal("no \(found.entity)")))
      if !found.isUnique && values.count > 1 {
        items.append(
          item(
            .source, "lookup several", "several found",
            "Create two \(record) records with \(found.key) \(VisibleText.show(value)). \(start(path, target)) \(VisibleText.show(value)), and run the sync.",
            refusal("more than one \(found.entity)")))
      }
    }
    return items.compactMap(\.self)
  }

  private func isChoice(_ path: ResolvedPath) -> Bool {
    switch path.type {
    case .boolean, .enumeration(_, open: false): return true
    default: return false
    }
  }

  private func unknown(_ path: ResolvedPath) -> Value? {
    switch path.type {
    case .string:
      return [Value.string("nobody@example.com"), .string("unknown")].first {
        $0.conforms(to: path.type) == nil
          && ($0.displayText.contains("@")
            == (SampleValues(words: words).values(path, .source).first?.displayText.contains("@") ?? false))
      }
    case .integer: return .integer(987_654)
    default: return nil
    }
  }
}
