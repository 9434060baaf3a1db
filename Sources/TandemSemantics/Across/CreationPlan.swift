import TandemSyntax

/// In which order records are created that refer to each other.
public struct CreationPlan: Sendable {
  /// The titles of the flows that create, those first whose records others refer to.
  public var order: [String]
  /// References that are filled in after the creation, because they lead back to an earlier flow.
  public var deferred: [Deferred]

  /// A reference that waits for its record.
  public struct Deferred: Sendable, Hashable {
    /// The title of the flow that creates the referring record.
    public var flow: String
    /// The referring property.
    public var property: String
    /// The title of the flow that creates the record which is referred to.
    public var waitsFor: String

    /// Makes a reference that waits.
    public init(flow: String, property: String, waitsFor: String) {
      self.flow = flow
      self.property = property
      self.waitsFor = waitsFor
    }
  }
}

extension CheckResult {
  /// A reference to a record that another flow creates.
  private struct Need {
    var flow: CheckedFlow
    var property: String
  }

  private static func needs(of flow: CheckedFlow, among creators: [String: CheckedFlow]) -> [Need] {
    let needs = flow.properties.compactMap { property -> (isRequired: Bool, need: Need)? in
      guard property.direction.reaches(.target),
        case .reference(let identifier, reversed: false)? = property.translation,
        let needed = creators[identifier], let output = property.outputs.first
      else { return nil }
      let isRequired = flow.target.properties[output.path.property].isRequired
      return (isRequired, Need(flow: needed, property: output.path.text))
    }
    // Followed from the end: the required ones first.
    return (needs.filter { !$0.isRequired } + needs.filter(\.isRequired)).map(\.need)
  }

  /// The order in which the flows of all documents create; of a ring of references the one that leads back to a flow which
  /// is begun already is filled in later, required ones being followed first.
  public var creationPlan: CreationPlan {
    let creators = dataflows.flatMap(\.flows).filter(\.creates)
    let byIdentity = Dictionary(creators.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var deferred: [CreationPlan.Deferred] = []
    var done: Set<String> = []
    var open: Set<String> = []
    // The flows that are looked at, each with the references that are still to be followed; a stack of its own, because
    // references may lead further than calls can be nested.
    var stack: [(flow: CheckedFlow, needs: [Need])] = []
    func begin(_ flow: CheckedFlow) {
      guard !done.contains(flow.identifier), open.insert(flow.identifier).inserted else { return }
      stack.append((flow, Self.needs(of: flow, among: byIdentity)))
    }
    for flow in creators {
      begin(flow)
      while let top = stack.last {
        guard let need = top.needs.last else {
          open.remove(top.flow.identifier)
          done.insert(top.flow.identifier)
          order.append(top.flow.title)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].needs.removeLast()
        if open.contains(need.flow.identifier) {
          deferred.append(
            CreationPlan.Deferred(flow: top.flow.title, property: need.property, waitsFor: need.flow.title))
        } else {
          begin(need.flow)
        }
      }
    }
    return CreationPlan(order: order, deferred: deferred)
  }
}

extension CheckedFlow {
  /// True when the flow can create target records.
  var creates: Bool {
    if case .never = creation { return false }
    return properties.isEmpty || properties.contains { $0.direction.reaches(.target) }
  }

  /// How a created record is recognised when the answer to its creation is lost, best first: the level at which records are
  /// created at most once.
  public var createLevel: CreateLevel {
    guard creates, MissingOperation.possible(target) != .reading else { return .none }
    if target.externalKey != nil { return .externalKey }
    // Only by what the flow itself has written can its record be told from others.
    let filled = Set(properties.filter { $0.direction.reaches(.target) }.flatMap(\.outputs).map(\.path.text))
    let isFound = matching.contains { match in
      match.pairs.allSatisfy { filled.contains($0.target.text) || filled.contains($0.target.steps[0].name) }
    }
    return isFound ? .matchKey : .person
  }

  /// How a created record is recognised.
  public enum CreateLevel: String, Sendable {
    /// By Tandem's own identifier in the record.
    case externalKey = "external-key"
    /// By the properties of the merge table.
    case matchKey = "match-key"
    /// By nobody but a person.
    case person
    /// Nothing is created.
    case none
  }
}
