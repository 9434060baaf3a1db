import TandemEmit
import TandemSemantics
import TandemSyntax
import TandemValues

/// What a row of a document does to data, in words: `tandem explain DOCUMENT:LINE --value VALUE` prints it.
public struct RowExplanation: Sendable {
  private let dataflow: CheckedDataflow
  private let flow: CheckedFlow
  private let property: CheckedProperty
  private let input: CheckedProperty.Input?
  private let line: Int

  /// Why there is nothing to explain.
  public enum Absence: Error, Sendable, Hashable {
    /// The document has errors, or its flow has.
    case notChecked
    /// No row stands on the line; the lines of the nearest ones before and behind it.
    case noRow(before: Int?, behind: Int?)
    /// The text is no value of the property's type, in words.
    case noValue(type: String)
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

  // MARK: - Facts

  private var sources: String {
    let texts = property.inputs.map { input in
      switch input.origin {
      case .property(let path): return path.text
      case .constant(let value): return "the constant \(Self.quoted(value))"
      case .parameter(let position): return "the parameter \(dataflow.parameters[position].name)"
      }
    }
    return texts.joined(separator: ", ")
  }

  private var facts: [(String, String)] {
    var facts = [("verdict", verdict), ("direction", direction), ("types", types), ("conversion", conversion)]
    if property.direction == .both { facts.append(("conflict", conflict)) }
    if let held = flow.held { facts.append(("held", held)) }
    let file = DataflowEmitter.fileName(forDocument: dataflow.path)
    facts.append(("generated", "\(file), \(flow.title): property `\(property.name)` of the shared view"))
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
    case .unknown: return "unknown: what the data holds decides"
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

  private var conversion: String {
    if let translation = property.translation {
      switch translation {
      case .reference: return "the key is translated through the links of the flow that synchronises what it refers to"
      case .lookup(let entity, _): return "the key is found by a natural key in \(entity)"
      }
    }
    return input?.conversion?.summary ?? "none"
  }

  private var conflict: String {
    if let wins = property.wins { return "\(system(wins)) wins, as the row says" }
    switch flow.conflict {
    case .newest: return "the newest edit wins"
    case .wins(let side): return "\(system(side)) wins, as the section says"
    case .ask: return "a person decides"
    }
  }

  private func system(_ side: FlowSide) -> String { side == .source ? flow.source.system : flow.target.system }

  // MARK: - Trips

  private func trips(of text: String) throws(Absence) -> [ValueTrip] {
    guard let input, case .property(let path) = input.origin else { throw .noValue(type: "property of a record") }
    var trips: [ValueTrip] = []
    if let value = path.type.parse(text) { trips += property.trips(of: value, through: input, from: .source) }
    if let output = property.outputs.first, let value = output.path.type.parse(text) {
      trips += property.trips(of: value, through: input, from: .target)
    }
    if trips.isEmpty { throw .noValue(type: path.type.word) }
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
    var lines: [String] = []
    for (index, step) in trip.steps.enumerated() {
      let name = names[index] + String(repeating: " ", count: nameWidth - names[index].count)
      let value = values[index] + String(repeating: " ", count: valueWidth - values[index].count)
      lines.append("  \(name)  " + (step.conversion.map { "\(value)  \($0)" } ?? values[index]))
    }
    if let refusal = trip.refusal {
      lines.append("  The value \(refusal): its record is set aside with this message, and nothing is written.")
    } else if trip.steps.last?.place == trip.steps.first?.place {
      lines.append(trip.isExact ? "  It comes back as it was." : "  It comes back changed.")
    }
    return lines
  }

  /// A value between quotation marks; long ones are cut in the middle.
  private static func quoted(_ value: Value) -> String {
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
