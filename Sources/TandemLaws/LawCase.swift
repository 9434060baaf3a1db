import TandemRuntime
import TandemValues

/// The laws of one flow: its generated mapping beside what its document's check proved.
public struct FlowLaws: Sendable {
  /// One case per group of rows, and one for all rows of the flow together.
  public let cases: [LawCase]

  /// Joins a generated flow with the laws of its rows.
  ///
  /// - Parameters:
  ///   - dataflow: The generated dataflow.
  ///   - flow: The position of the flow in it.
  ///   - rows: The laws of its groups of rows.
  public init(_ dataflow: DataflowDeclaration, flow: Int, rows: [RowLaw]) {
    guard dataflow.flows.indices.contains(flow) else {
      cases = []
      return
    }
    let mapping = dataflow.flows[flow]
    let context = MappingContext(parameters: dataflow.parameters.map { LawCase.value(of: $0) })
    let types = dataflow.parameters.map(\.type)
    cases =
      rows.map { LawCase(mapping: mapping, context: context, parameterTypes: types, rows: [$0], isTogether: false) }
      + (rows.count > 1
        ? [LawCase(mapping: mapping, context: context, parameterTypes: types, rows: rows, isTogether: true)] : [])
  }
}

/// One case of a generated test: the law of a group of rows, or that the rows of a flow do not disturb each other.
public struct LawCase: Sendable, CustomStringConvertible {
  let mapping: FlowMapping
  let context: MappingContext
  let parameterTypes: [ValueType]
  let rows: [RowLaw]
  let isTogether: Bool

  /// So many violations are told of each way that values take.
  static let most = 3

  /// `line 62: title to name, normalising`.
  public var description: String {
    guard !isTogether, let law = rows.first else { return "line \(line(of: nil)): all rows together" }
    return "line \(line(of: law)): \(law.rows), \(law.verdict.rawValue)"
  }

  /// What the generated mapping does otherwise than the check says; empty where the law holds.
  ///
  /// - Parameters:
  ///   - seed: What the drawn values follow from; `TANDEM_SEED` of the process, else a fixed one.
  ///   - count: How many values are drawn for each way, besides those at which conversions break.
  public func violations(seed: UInt64 = LawSeed.current, count: Int = 60) -> [LawViolation] {
    let found =
      isTogether
      ? TogetherRun(lawCase: self, seed: seed).messages()
      : rows.flatMap { messages(of: $0, seed: seed, count: count) }
    return found.map { message in
      LawViolation(
        document: mapping.declaration.document, line: line(of: isTogether ? nil : rows.first),
        flow: "\(mapping.declaration.source.entity) to \(mapping.declaration.target.entity)",
        rows: isTogether ? "all rows" : rows.first?.rows ?? "", message: message, seed: seed)
    }
  }

  private func messages(of law: RowLaw, seed: UInt64, count: Int) -> [String] {
    guard mapping.declaration.properties.indices.contains(law.property) else {
      return ["the generated mapping has no such rows; run `tandem generate --tests` again"]
    }
    let run = TripRun(mapping: mapping, context: context, property: law.property)
    var messages: [String] = []
    for trip in law.trips {
      var told = 0
      for value in values(of: trip, run, seed: seed, count: count) where told < Self.most {
        let report = run.run(value, trip)
        guard let fault = Self.fault(report.ending, law, trip) else { continue }
        told += 1
        let start = report.stations.first.map { LawText.show($0.value) } ?? LawText.show(value)
        messages.append(
          "\(law.verdict.rawValue) is declared, but \(start) \(fault): \(LawText.show(report.stations))")
      }
    }
    if let example = law.example, let difference = ExampleRun(trip: run, example: example).difference() {
      messages.append("the check shows \(LawText.show(example.stations)), but \(difference)")
    }
    return messages
  }

  /// What is wrong with an ending, in words that follow the value; `nil` where the law allows it.
  private static func fault(_ ending: TripRun.Ending, _ law: RowLaw, _ trip: LawTrip) -> String? {
    switch ending {
    case .same, .standsAside: return nil
    case .settles:
      return law.allowed.isDisjoint(with: [.settles, .changes]) ? "comes back in another form" : nil
    case .changes: return law.allowed.contains(.changes) ? nil : "comes back as another value"
    case .refused(let reason): return law.allowed.contains(.refused) ? nil : "is refused, for it \(reason)"
    case .wroteBack: return "is written against the direction of the rows"
    }
  }

  /// The values of a way: where conversions break, at the borders of both sides' types, and drawn with the seed.
  func values(of trip: LawTrip, _ run: TripRun, seed: UInt64, count: Int) -> [Value] {
    let source = run.type(.source, trip.source)
    let target = run.type(.target, trip.target)
    let type: ValueType?
    let other: ValueType?
    switch trip.way {
    case .constant: return [.null]
    case .parameter(let position):
      type = parameterTypes.indices.contains(position) ? parameterTypes[position] : nil
      other = target
    case .sourceAndBack, .intoTarget, .intoFurtherTarget: (type, other) = (source, target)
    case .targetAndBack, .intoSource: (type, other) = (target, source)
    case .withinSource: (type, other) = (source, nil)
    case .withinTarget: (type, other) = (target, nil)
    }
    guard let type else { return [] }
    let back = LawTrip(
      trip.way == .sourceAndBack ? .targetAndBack : .sourceAndBack, source: trip.source, target: trip.target)
    let isBothWays = trip.way == .sourceAndBack || trip.way == .targetAndBack
    let trial = TrialValues.of(type, towards: other) { value in
      // Values of the other side, brought to this one.
      guard isBothWays else { return nil }
      let stations = run.run(value, back).stations
      return stations.dropFirst().first { $0.place == (trip.way == .sourceAndBack ? .source : .target) }?.value
    }
    if trial.isExhaustive { return trial.values }
    return trial.values + SeededValues.drawn(type, seed: seed, count: count)
  }

  private func line(of law: RowLaw?) -> Int {
    guard let law, mapping.declaration.properties.indices.contains(law.property) else {
      return mapping.declaration.line
    }
    return mapping.declaration.properties[law.property].lines.first ?? mapping.declaration.line
  }

  /// A parameter's default value, else a plain value of its type.
  static func value(of parameter: ParameterDeclaration) -> Value {
    guard parameter.defaultValue.isMissing else { return parameter.defaultValue }
    return TrialValues.of(parameter.type).values.first ?? .null
  }
}
