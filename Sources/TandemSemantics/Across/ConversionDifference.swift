import TandemSyntax
import TandemValues

/// A value that two flows of the same two entities bring into the other system in different forms.
struct ConversionDifference {
  /// The row of the flow that is compared.
  let row: ResolvedRow
  /// The row of the flow that it is compared with.
  let other: ResolvedRow
  /// What each of them does, in a sentence.
  let text: String

  /// The first difference between the rows of two flows that map the same pairs.
  static func first(between one: ResolvedFlow, and two: ResolvedFlow, isReversed: Bool) -> ConversionDifference? {
    var rows: [[String]: ResolvedRow] = [:]
    for row in plain(one) { rows[[row.source?.key ?? "", row.target.key]] = row }
    for row in plain(two) {
      let source = row.source?.key ?? ""
      guard let other = rows[isReversed ? [row.target.key, source] : [source, row.target.key]] else { continue }
      if let text = difference(other, row, isReversed: isReversed) {
        return ConversionDifference(row: row, other: other, text: text)
      }
    }
    return nil
  }

  /// Rows with one source and one target, whose values are converted and not translated.
  private static func plain(_ flow: ResolvedFlow) -> [ResolvedRow] {
    flow.properties.compactMap { property in
      guard property.rows.count == 1, property.outputs.count == 1, let row = property.rows.first,
        row.translation == nil,
        let source = row.source, row.sourceKey == source.key, row.clauses.condition == nil
      else { return nil }
      return row
    }
  }

  private static func difference(_ other: ResolvedRow, _ row: ResolvedRow, isReversed: Bool) -> String? {
    let isAlike =
      other.input.conversion?.summary == row.input.conversion?.summary
      && other.normaliser?.summary == row.normaliser?.summary && other.defaultValue == row.defaultValue
    if !isReversed, isAlike { return nil }
    if other.input.conversion == nil, row.input.conversion == nil, other.normaliser == nil, row.normaliser == nil {
      return nil
    }
    for side in [FlowSide.source, .target] {
      let start = isReversed ? side.opposite : side
      guard travels(row, from: side), travels(other, from: start) else { continue }
      let type = side == .source ? row.source?.path.type : row.target.path.type
      for value in type.map({ TrialValues.of($0).values }) ?? [] {
        guard let here = written(value, through: row, from: side),
          let there = written(value, through: other, from: start),
          here != there, !(here.isEmpty && there.isEmpty)
        else { continue }
        return
          ("`\(value.displayText)` becomes `\(here.displayText)` through this row and `\(there.displayText)` through "
          + "the other")
      }
    }
    return nil
  }

  private static func travels(_ row: ResolvedRow, from side: FlowSide) -> Bool {
    row.direction.updates(side.opposite)
  }

  /// What the other system is given of a value; `nil` where it refuses it.
  private static func written(_ value: Value, through row: ResolvedRow, from side: FlowSide) -> Value? {
    guard let source = row.source else { return nil }
    do {
      var shared: Value
      let written: Value
      if side == .source {
        shared = try row.input.conversion?.forward(value) ?? value
        if shared.isMissing, let defaultValue = row.defaultValue { shared = defaultValue }
        written = try row.normaliser?.backward(shared) ?? shared
      } else {
        shared = try row.normaliser?.forward(value) ?? value
        written = try row.input.conversion?.backward(shared) ?? shared
      }
      return written.conforms(to: side == .source ? row.target.path.type : source.path.type) == nil ? written : nil
    } catch {
      return nil
    }
  }
}
