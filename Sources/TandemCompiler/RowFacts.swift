import TandemEmit
import TandemSemantics
import TandemSyntax
import TandemValues

/// What is true of a row whatever its values are.
extension RowExplanation {
  var sources: String {
    let texts = property.inputs.map { input in
      switch input.origin {
      case .property(let path): return path.text
      case .constant(let value): return "the constant \(Self.quoted(value))"
      case .parameter(let position): return "the parameter \(dataflow.parameters[position].name)"
      }
    }
    return texts.joined(separator: ", ")
  }

  var facts: [(String, String)] {
    var facts = [("verdict", verdict), ("direction", direction), ("types", types), ("conversion", conversion)]
    if let choice { facts.append(("choice", choice)) }
    if let place { facts.append(("place", place)) }
    if property.direction == .both { facts.append(("conflict", conflict)) }
    if let creation { facts.append(("creation", creation)) }
    if let held = flow.held { facts.append(("held", held)) }
    facts.append(("generated", generated))
    return facts
  }

  private var verdict: String {
    let verdict = property.verdict
    let losses = verdict.losses.map(\.words).joined(separator: "; ")
    let proof = verdict.isExhaustive ? " (all values were tried)" : ""
    switch verdict.kind {
    case .exact: return "exact: every value comes back as it was" + proof
    case .normalising: return "normalising: loses \(losses), and a second trip loses nothing more" + proof
    case .lossy: return "lossy: loses \(losses)" + proof
    case .oneWay: return "one-way" + (losses.isEmpty ? "" : ", and it loses \(losses)") + proof
    case .unknown:
      let custom = property.inputs.lazy.compactMap { $0.conversion?.handWritten }.first
      return custom.map { "unknown: the hand-written `\($0.function)` decides" }
        ?? "unknown: what the data holds decides"
    }
  }

  /// At which level the flow creates its records at most once; `nil` where it creates none.
  private var creation: String? {
    let again =
      "when the answer to its creation is lost, a new \(flow.target.system) \(flow.target.name) is found again "
    switch flow.createLevel {
    case .externalKey:
      let key = flow.target.externalKey.map { flow.target.properties[$0].name } ?? ""
      return again + "by its external key `\(key)`"
    case .matchKey: return again + "by the merge table"
    case .person: return again + "by a person alone"
    case .none: return nil
    }
  }

  private var direction: String {
    switch property.direction {
    case .both: return "both ways"
    case .into(let side): return "into \(system(side)) only"
    case .atCreation: return "into \(flow.target.system), when the record is created"
    case .onlyIfEmpty(let side): return "into \(system(side)), while it is empty there"
    }
  }

  private var types: String {
    let inputs = property.inputs.compactMap { input -> String? in
      if case .property(let path) = input.origin { return path.type.word }
      return nil
    }
    let outputs = property.outputs.map(\.path.type.word)
    return [inputs, [property.type.word], outputs].filter { !$0.isEmpty }
      .map { $0.joined(separator: ", ") }.joined(separator: " -> ")
  }

  var conversion: String {
    if let translation = property.translation {
      switch translation {
      case .reference: return "the key is translated through the links of the flow that synchronises what it refers to"
      case .lookup(let entity, _): return "the key is found by a natural key in \(entity)"
      }
    }
    return input?.conversion?.summary ?? "none"
  }

  /// Who wins where both sides changed the property, and where that is said.
  private var conflict: String {
    let place = conflictLine.map { ", as line \($0) says" } ?? ", because nothing else is said"
    if let wins = property.wins { return "\(system(wins)) wins" + place }
    switch flow.conflict {
    case .newest: return "the newest edit wins" + place
    case .wins(let side): return "\(system(side)) wins" + place
    case .ask: return "a person decides" + place
    case .handWritten(let function): return "the hand-written `\(function)` decides" + place
    }
  }

  /// How the rows with one target become one value.
  private var choice: String? {
    let place = (property.inputs.firstIndex { $0.line == line } ?? 0) + 1
    switch property.combination {
    case .single: return nil
    case .firstNonEmpty:
      return
        "number \(place) of \(property.inputs.count): the first one that is not empty counts, and an edit goes back to it"
    case .join(let separator): return "all are joined with \"\(separator)\", and nothing goes back"
    case .byCondition:
      return "number \(place) of \(property.inputs.count): the first one whose condition holds counts"
    }
  }

  /// The element or the records in which the value stands.
  private var place: String? {
    var paths: [ResolvedPath] = property.outputs.map(\.path)
    if let input, case .property(let path) = input.origin { paths.insert(path, at: 0) }
    let conditions = paths.flatMap(\.dependencies).map { dependency in
      let values = dependency.values.map(Self.quoted).joined(separator: " or ")
      return "\(dependency.steps.map(\.name).joined(separator: ".")) is \(values)"
    }
    return conditions.isEmpty ? nil : "where " + conditions.joined(separator: " and ")
  }

  /// The generated functions that carry the value, and the file in which they stand.
  private var generated: String {
    let file = DataflowEmitter.fileName(forDocument: dataflow.path)
    let type = DataflowEmitter.typeName(ofFlowAt: flow.line, in: dataflow) ?? flow.title
    return "\(type).view and .put in \(file), property `\(property.name)` of the shared view"
  }
}
