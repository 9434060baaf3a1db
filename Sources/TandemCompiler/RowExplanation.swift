import TandemEmit
import TandemSemantics
import TandemSyntax
import TandemValues

/// What a row of a document does to data, in words: `tandem explain DOCUMENT:LINE --value VALUE` prints it.
public struct RowExplanation: Sendable {
  let dataflow: CheckedDataflow
  let flow: CheckedFlow
  let property: CheckedProperty
  let input: CheckedProperty.Input?
  let line: Int
  /// The lines on which the row, or else its section, says who wins a conflict.
  let conflictLine: Int?

  /// Why there is nothing to explain.
  public enum Absence: Error, Sendable, Hashable {
    /// The document has errors, or its flow has.
    case notChecked
    /// No row stands on the line; the lines of the nearest ones before and behind it.
    case noRow(before: Int?, behind: Int?)
    /// The text is no value of the property's type, in words.
    case noValue(type: String)
    /// No value can be sent through the row, for the reason.
    case noTravel(reason: String)
  }

  /// Finds the row that a line of a document belongs to.
  ///
  /// - Parameters:
  ///   - line: Counted from 1; any line of a row will do.
  ///   - path: The document, as it was given to the compiler.
  ///   - compilation: What compiling it gave.
  /// - Throws: ``Absence`` when no row that could be checked stands there.
  public init(line: Int, of path: String, in compilation: Compilation) throws(Absence) {
    guard let written = compilation.dataflows.first(where: { $0.file.path == path }) else { throw .notChecked }
    let rows = written.flows.flatMap(\.rows)
    guard let row = rows.first(where: { $0.span.start.line <= line && line <= $0.span.end.line }) else {
      let lines = rows.map(\.span.start.line)
      throw .noRow(before: lines.last { $0 < line }, behind: lines.first { $0 > line })
    }
    let start = row.span.start.line
    guard let dataflow = compilation.result.dataflows.first(where: { $0.path == path }),
      let flow = dataflow.flows.first(where: { flow in flow.properties.contains { $0.lines.contains(start) } }),
      let property = flow.properties.first(where: { $0.lines.contains(start) })
    else { throw .notChecked }
    self.dataflow = dataflow
    self.flow = flow
    self.property = property
    self.line = start
    self.input = property.inputs.first { $0.line == start } ?? property.inputs.first
    let section = written.flows.first { $0.rows.contains { $0.span.start.line == start } }
    let group = (section?.rows ?? []).filter { property.lines.contains($0.span.start.line) }
    conflictLine =
      property.wins == nil
      ? section?.conflict?.span.start.line
      : group.first { row in row.clauses.contains { if case .wins = $0.value { true } else { false } } }?.span.start
        .line
  }

  /// The explanation, ending in a line end.
  ///
  /// - Parameter value: The text form of a value whose way is shown; `nil` for the counterexample of the verdict.
  /// - Throws: ``Absence/noValue(type:)`` when the text is no value on either side.
  public func text(value: String?) throws(Absence) -> String {
    var lines = [
      "\(dataflow.path):\(line)", "\(flow.source.system) \(flow.source.name)  \(sources)",
      "\(flow.target.system) \(flow.target.name)  \(property.outputs.map(\.path.text).joined(separator: ", "))", "",
    ]
    lines += facts.map { name, text in name + String(repeating: " ", count: max(1, 12 - name.count)) + text }
    if let value {
      for trip in try trips(of: value) { lines += [""] + self.lines(of: trip) }
    } else if let trip = property.verdict.counterexample {
      lines += ["", "for example"] + self.lines(of: trip)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func system(_ side: FlowSide) -> String { side == .source ? flow.source.system : flow.target.system }

  // MARK: - Trips

  private func trips(of text: String) throws(Absence) -> [ValueTrip] {
    guard let input, case .property(let path) = input.origin else {
      throw .noTravel(reason: "the row gives \(sources), whatever the records hold")
    }
    if property.translation != nil {
      throw .noTravel(reason: "\(conversion), which only real records have")
    }
    var trips: [ValueTrip] = []
    if let value = path.type.parse(text) { trips += property.trips(of: value, through: input, from: .source) }
    if let output = property.outputs.first, let value = output.path.type.parse(text) {
      trips += property.trips(of: value, through: input, from: .target)
    }
    if trips.isEmpty {
      let types = property.direction.reaches(.target) ? [path.type] : property.outputs.prefix(1).map(\.path.type)
      throw .noValue(type: types.first?.word ?? path.type.word)
    }
    return trips
  }

  private func lines(of trip: ValueTrip) -> [String] {
    let names = trip.steps.map { step -> String in
      switch step.place {
      case .source: return flow.source.system
      case .shared: return "shared view"
      case .target: return flow.target.system
      }
    }
    let values = trip.steps.map { Self.quoted($0.value) }
    let nameWidth = names.map(\.count).max() ?? 0
    let valueWidth = values.map(\.count).max() ?? 0
    let functions = trip.steps.indices.map { Self.function(of: $0, in: trip.steps) }
    let functionWidth = functions.map(\.count).max() ?? 0
    var lines: [String] = []
    for (index, step) in trip.steps.enumerated() {
      let cells = [
        Self.padded(names[index], nameWidth), Self.padded(values[index], valueWidth),
        Self.padded(functions[index], functionWidth), step.conversion ?? "",
      ]
      var line = "  " + cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    if let refusal = trip.refusal {
      lines.append("  The value \(refusal): its record is set aside with this message, and nothing is written.")
    } else if trip.steps.last?.place == trip.steps.first?.place {
      lines.append(trip.isExact ? "  It comes back as it was." : "  It comes back changed.")
    }
    return lines
  }

  /// The generated function that made the value of a step from the one before.
  private static func function(of index: Int, in steps: [ValueTrip.Step]) -> String {
    guard index > 0 else { return "" }
    switch steps[index].place {
    case .shared: return "view(of: \(steps[index - 1].place.rawValue))"
    case .source, .target: return "put(into: \(steps[index].place.rawValue))"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// A value between quotation marks; long ones are cut in the middle.
  static func quoted(_ value: Value) -> String {
    switch value {
    case .absent: return "(not delivered)"
    case .null: return "(no value)"
    default:
      let scalars = Array(value.displayText.unicodeScalars)
      var text = String(String.UnicodeScalarView(scalars.prefix(scalars.count > 60 ? 40 : 60)))
      if scalars.count > 60 { text += "... (\(scalars.count) characters)" }
      return "\"" + InvisibleCharacter.shown(text) + "\""
    }
  }
}
