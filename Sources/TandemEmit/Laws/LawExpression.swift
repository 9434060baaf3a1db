import TandemSemantics
import TandemSyntax
import TandemValues

/// The law of a group of rows as a Swift expression.
struct LawExpression {
  private let dataflow: CheckedDataflow
  private let flow: CheckedFlow
  private let position: Int
  private var property: CheckedProperty { flow.properties[position] }

  init(_ dataflow: CheckedDataflow, _ flow: CheckedFlow, property: Int) {
    self.dataflow = dataflow
    self.flow = flow
    position = property
  }

  /// The call of `RowLaw`'s initialiser.
  var call: SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [
      ("property", .text(String(position))), ("rows", .text(SwiftLiteral.string(title))),
      ("verdict", .text(".\(Self.name(of: property.verdict.kind))")),
    ]
    let allowed = allowed
    if !allowed.isEmpty { arguments.append(("allowed", .text("[\(allowed.joined(separator: ", "))]"))) }
    arguments.append(("trips", .list(trips.map { .call($0) })))
    if let example { arguments.append(("example", .call(example))) }
    return SwiftCall("RowLaw", arguments)
  }

  private static func name(of kind: Verdict.Kind) -> String { kind == .oneWay ? "oneWay" : kind.rawValue }

  // MARK: What may become of values

  private var allowed: [String] {
    if property.translation != nil {
      let isConverted = property.inputs.contains { $0.conversion != nil }
      return isConverted ? [".settles", ".refused"] : []
    }
    // What an environment sets may not fit; the check cannot know.
    if property.inputs.contains(where: \.isParameter) { return [".settles", ".refused"] }
    // What the compiler could not run may refuse values and write them in a form of its own, but it has to come to rest:
    // the sync would write for ever.
    if property.verdict.kind == .unknown { return [".settles", ".refused"] }
    // What hand-written code takes of a type, nobody declares.
    let isHandWritten = property.inputs.contains { $0.conversion?.handWritten != nil }
    let evidence = property.verdict.evidence
    var allowed: [String] = []
    // What travels one way is read again as it was written: what the other side is not given of it was left out before.
    if property.verdict.kind == .oneWay {
      return isHandWritten || evidence.contains(where: Self.mayRefuse) ? [".refused"] : []
    }
    if evidence.contains(where: { $0.trip?.refusal == nil }) { allowed.append(".settles") }
    if evidence.contains(where: { $0.isLossy && $0.trip?.refusal == nil }) { allowed.append(".changes") }
    if isHandWritten || evidence.contains(where: Self.mayRefuse) { allowed.append(".refused") }
    return allowed
  }

  private static func mayRefuse(_ evidence: Verdict.Evidence) -> Bool {
    evidence.trip.map { $0.refusal != nil } ?? true
  }

  // MARK: The ways of values

  private var trips: [SwiftCall] {
    if property.translation != nil { return translated }
    return property.inputs.indices.flatMap { number -> [SwiftCall] in
      let input = property.inputs[number]
      switch input.origin {
      case .constant: return property.outputs.prefix(1).compactMap { constant(".constant", $0) }
      case .parameter(let place): return property.outputs.prefix(1).compactMap { constant(".parameter(\(place))", $0) }
      case .property(let path):
        guard let source = source(path, input: number) else { return [] }
        return property.outputs.enumerated().flatMap { trips(input, path, source, $1, place: $0) }
      }
    }
  }

  private func constant(_ way: String, _ output: CheckedProperty.Output) -> SwiftCall? {
    guard property.direction.reaches(.target), isWritable(output.path, flow.target) else { return nil }
    return trip(way, target: target(output.path))
  }

  private func trips(
    _ input: CheckedProperty.Input, _ path: ResolvedPath, _ source: SwiftCall, _ output: CheckedProperty.Output,
    place: Int
  ) -> [SwiftCall] {
    let target = target(output.path)
    let forth = property.direction.reaches(.target) && isWritable(output.path, flow.target)
    if place > 0 { return forth ? [trip(".intoFurtherTarget", source: source, target: target)] : [] }
    let back = property.travelsBack && input.isWrittenBack && isWritable(path, flow.source)
    switch (forth, back) {
    case (true, true):
      return [
        trip(".sourceAndBack", source: source, target: target), trip(".targetAndBack", source: source, target: target),
      ]
    case (true, false): return [trip(".intoTarget", source: source, target: target)]
    case (false, true): return [trip(".intoSource", source: source, target: target)]
    case (false, false): return []
    }
  }

  /// The engine brings keys from side to side; each side's own way out of the record and into it is what the rows do.
  private var translated: [SwiftCall] {
    var trips: [SwiftCall] = []
    for (number, input) in property.inputs.enumerated() {
      guard property.travelsBack, input.isWrittenBack, case .property(let path) = input.origin,
        isWritable(path, flow.source), let source = source(path, input: number)
      else { continue }
      trips.append(trip(".withinSource", source: source))
    }
    if let output = property.outputs.first, property.travelsForth, isWritable(output.path, flow.target) {
      trips.append(trip(".withinTarget", target: target(output.path)))
    }
    return trips
  }

  private func isWritable(_ path: ResolvedPath, _ entity: EntityModel) -> Bool {
    !entity.properties[path.property].isReadOnly
  }

  private func trip(_ way: String, source: SwiftCall? = nil, target: SwiftCall? = nil) -> SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [("", .text(way))]
    if let source { arguments.append(("source", .call(source))) }
    if let target { arguments.append(("target", .call(target))) }
    return SwiftCall("LawTrip", arguments)
  }

  // MARK: Places

  /// The place of an input; `nil` where no record is found to which its row applies.
  private func source(_ path: ResolvedPath, input: Int) -> SwiftCall? {
    property.witness(for: input).map { place(path, given: $0) }
  }

  private func target(_ path: ResolvedPath) -> SwiftCall { place(path, given: path.marks) }

  private func place(_ path: ResolvedPath, given: [(path: ResolvedPath, value: Value)]) -> SwiftCall {
    var arguments: [(label: String, value: SwiftCall.Argument)] = [("", .text(Self.positions(path)))]
    if !given.isEmpty {
      let items = given.map { given in
        SwiftCall.Argument.call(
          SwiftCall(
            "LawPath.Given",
            [("", .text(Self.positions(given.path))), ("", .text(Self.literal(given.value)))]))
      }
      arguments.append(("given", .list(items)))
    }
    return SwiftCall("LawPath", arguments)
  }

  private static func positions(_ path: ResolvedPath) -> String {
    "[\(path.steps.map { String($0.position) }.joined(separator: ", "))]"
  }

  // MARK: Evidence

  private var example: SwiftCall? {
    if let value = constant, let output = property.outputs.first {
      let stations = [Self.station(.source, .null), Self.station(.shared, value)]
      return SwiftCall(
        "LawExample",
        [
          ("source", .text("LawPath([])")), ("target", .call(target(output.path))), ("stations", .list(stations)),
        ])
    }
    guard property.translation == nil, let shown = property.verdict.counterexample,
      property.inputs.indices.contains(shown.input), property.outputs.indices.contains(shown.output),
      // A further output is only written, so nothing is to be seen of its way back.
      shown.output == 0, case .property(let path) = property.inputs[shown.input].origin,
      let source = source(path, input: shown.input)
    else { return nil }
    let stations = shown.steps.map { Self.station($0.place, $0.value) }
    var arguments: [(label: String, value: SwiftCall.Argument)] = [
      ("source", .call(source)), ("target", .call(target(property.outputs[0].path))), ("stations", .list(stations)),
    ]
    if let refusal = shown.refusal { arguments.append(("refusal", .text(SwiftLiteral.string(refusal)))) }
    return SwiftCall("LawExample", arguments)
  }

  /// The constant that the rows write, as the shared view holds it.
  private var constant: Value? {
    guard property.inputs.count == 1, case .constant(let value) = property.inputs[0].origin,
      property.direction.reaches(.target)
    else { return nil }
    guard let conversion = property.inputs[0].conversion else { return value }
    return try? conversion.forward(value)
  }

  private static func station(_ place: ValueTrip.Place, _ value: Value) -> SwiftCall.Argument {
    .call(SwiftCall("LawExample.Station", [("", .text(".\(place.rawValue)")), ("", .text(literal(value)))]))
  }

  /// A value; a long text of one letter is written as its length.
  private static func literal(_ value: Value) -> String {
    if case .string(let text) = value, text.utf8.count > 40, let first = text.utf8.first, first < 0x80,
      text.utf8.allSatisfy({ $0 == first })
    {
      let letter = SwiftLiteral.string(String(decoding: [first], as: UTF8.self))
      return ".string(String(repeating: \(letter), count: \(text.utf8.count)))"
    }
    return SwiftLiteral.value(value)
  }

  // MARK: Words

  private var title: String {
    let inputs = property.inputs.map { input in
      switch input.origin {
      case .property(let path): return path.text
      case .constant(let value): return "constant \(value.displayText)"
      case .parameter(let place):
        return dataflow.parameters.indices.contains(place) ? "$\(dataflow.parameters[place].name)" : "parameter"
      }
    }
    return "\(inputs.joined(separator: ", ")) to \(property.outputs.map(\.path.text).joined(separator: ", "))"
  }
}

extension CheckedProperty.Input {
  fileprivate var isParameter: Bool {
    if case .parameter = origin { return true }
    return false
  }
}
