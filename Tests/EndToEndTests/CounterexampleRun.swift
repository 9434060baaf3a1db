import TandemValues

@testable import TandemRuntime

/// Carries a counterexample out with the functions of the generated library: the records are projected into the shared
/// view, and the view is put into the records, as the engine does it.
struct CounterexampleRun {
  private let counterexample: Counterexample
  private let flow: FlowMapping
  private let index: Int
  private let context: MappingContext
  private var records: [String: [Value]]
  private var view: SharedView

  /// Why a run does not do what the verdict says.
  struct Difference: Error, CustomStringConvertible {
    var description: String
  }

  init(_ counterexample: Counterexample, in dataflows: [DataflowDeclaration]) throws {
    self.counterexample = counterexample
    let dataflow = dataflows.first { $0.flows.contains { $0.declaration.document == counterexample.document } }
    guard let dataflow, let flow = dataflow.flows.first(where: { $0.declaration.line == counterexample.flowLine }),
      let index = flow.declaration.properties.firstIndex(where: { $0.lines == counterexample.lines })
    else { throw Difference(description: "the generated library has no such row") }
    self.flow = flow
    self.index = index
    context = MappingContext(parameters: dataflow.parameters.map(\.defaultValue))
    view = SharedView(count: flow.declaration.properties.count)
    records = ["source": flow.functions(.source).empty(), "target": flow.functions(.target).empty()]
  }

  /// Runs all stations; throws the first difference from what the verdict says.
  mutating func run() throws {
    guard let first = counterexample.steps.first else { throw Difference(description: "there are no steps") }
    try place(first)
    var previous = first
    for step in counterexample.steps.dropFirst() {
      let found: Value
      do {
        found = try arrive(at: step.place, from: previous.place)
      } catch let error as MappingError {
        throw Difference(description: "the way to \(step) is refused: \(error.reason)")
      }
      guard Self.isSame(found, step) else { throw Difference(description: "\(found) stands where \(step) should") }
      previous = step
    }
    if let refusal = counterexample.refusal { try expect(refusal, behind: previous.place) }
  }

  /// What stands at a place after the value went on to it.
  private mutating func arrive(at place: String, from previous: String) throws -> Value {
    if place == "shared" {
      view = try look(at: previous)
      return view[index]
    }
    if previous != "shared" {
      // The shared view is left out where it has not changed.
      let known = view[index]
      view = try look(at: previous)
      guard view[index] == known else { throw Difference(description: "the view changed unsaid to \(view[index])") }
    }
    try put(into: place)
    return try value(at: path(place), of: place)
  }

  private func look(at place: String) throws -> SharedView {
    try flow.functions(side(place)).view(records[place] ?? [], context)
  }

  private mutating func put(into place: String) throws {
    var changed = PropertySet()
    changed.insert(index)
    records[place] = try flow.functions(side(place)).put(view, changed, records[place] ?? [], context)
  }

  private mutating func expect(_ refusal: String, behind place: String) throws {
    do {
      if place != "shared" { view = try look(at: place) }
      let isOnTheWayToSource = place == "target" || place == "shared" && counterexample.steps.first?.place == "target"
      try put(into: isOnTheWayToSource ? "source" : "target")
    } catch let error as MappingError {
      guard error.reason == refusal else { throw Difference(description: "it is refused because it \(error.reason)") }
      return
    }
    throw Difference(description: "it is not refused")
  }

  // MARK: Records

  private func side(_ place: String) -> Side { place == "source" ? .source : .target }

  private func path(_ place: String) -> [String] {
    (place == "source" ? counterexample.source : counterexample.target).split(separator: ".").map(String.init)
  }

  private mutating func place(_ step: Counterexample.Step) throws {
    for given in counterexample.given where given.place == step.place {
      try set(.string(given.value), at: given.path.split(separator: ".").map(String.init), of: step.place)
    }
    let type = try type(at: path(step.place), of: step.place)
    let value: Value
    switch step.state {
    case "null": value = .null
    case "absent": value = .absent
    default:
      guard let parsed = type.parse(step.text) else { throw Difference(description: "\(step) is no \(type.word)") }
      value = parsed
    }
    try set(value, at: path(step.place), of: step.place)
  }

  private func property(_ name: String?, of place: String) throws -> (position: Int, type: ValueType) {
    let schema = flow.schema(side(place))
    guard let position = schema.properties.firstIndex(where: { $0.name == name }) else {
      throw Difference(description: "there is no property \(name ?? "")")
    }
    return (position, schema.properties[position].type)
  }

  private mutating func set(_ value: Value, at path: [String], of place: String) throws {
    let (position, type) = try property(path.first, of: place)
    let old = records[place]?[position] ?? .null
    records[place]?[position] = Self.replaced(old, type, path.dropFirst(), value)
  }

  private func type(at path: [String], of place: String) throws -> ValueType {
    try path.dropFirst().reduce(property(path.first, of: place).type) { type, name in
      Self.member(name, of: Self.element(type))?.type ?? type
    }
  }

  private func value(at path: [String], of place: String) throws -> Value {
    let (position, type) = try property(path.first, of: place)
    var (value, known) = (records[place]?[position] ?? .null, type)
    for name in path.dropFirst() {
      if case .list(let elements) = value { value = elements.first ?? .null }
      let member = Self.member(name, of: Self.element(known))
      if case .object(let values) = value, let member { value = values[member.position] }
      known = member?.type ?? known
    }
    return value
  }

  /// The value with another one at a path inside it; a list has one element.
  private static func replaced(_ value: Value, _ type: ValueType, _ path: ArraySlice<String>, _ new: Value) -> Value {
    guard let name = path.first else { return new }
    switch type {
    case .list(let element):
      var first = Value.null
      if case .list(let elements) = value { first = elements.first ?? .null }
      return .list([replaced(first, element, path, new)])
    case .object(let members):
      var values = members.map { _ in Value.null }
      if case .object(let known) = value { values = known }
      if let member = member(name, of: type) {
        values[member.position] = replaced(values[member.position], member.type, path.dropFirst(), new)
      }
      return .object(values)
    default: return new
    }
  }

  private static func element(_ type: ValueType) -> ValueType {
    if case .list(let element) = type { return element }
    return type
  }

  private static func member(_ name: String, of type: ValueType) -> (position: Int, type: ValueType)? {
    guard case .object(let members) = type, let position = members.firstIndex(where: { $0.name == name }) else {
      return nil
    }
    return (position, members[position].type)
  }

  private static func isSame(_ value: Value, _ step: Counterexample.Step) -> Bool {
    let state: String
    switch value {
    // A typed record holds none where the checker says that nothing was delivered.
    case .absent, .null: return step.state == "null" || step.state == "absent"
    default: state = value.isEmpty ? "empty" : "value"
    }
    return state == step.state && value.displayText == step.text
  }
}
