import TandemSyntax

extension FaultSites {
  /// The indices of the lines that a row takes.
  private func lines(of row: PropertyRow) -> Range<Int> {
    var first = text.number(at: row.span.lowerBound) - 1
    let mark = isRST ? "* -" : "- "
    while first > 0, !text.text(first).drop(while: { $0 == " " }).hasPrefix(mark) { first -= 1 }
    var end = first + 1
    while end < text.ranges.count, !text.isBlank(end), text.indentation(end) > text.indentation(first) { end += 1 }
    return first..<end
  }

  /// The bytes of the lines of a row, with their ends.
  private func block(of row: PropertyRow) -> Range<Int> {
    let lines = lines(of: row)
    return text.whole(lines.lowerBound).lowerBound..<text.whole(lines.upperBound - 1).upperBound
  }

  /// The bytes of a key with its value and the comma that divides it from a neighbour, in a row of one line (YAML).
  private func entry(_ key: String, in row: PropertyRow) -> Range<Int>? {
    let span = row.span.range
    guard let start = text.places(of: key, in: span).first(where: { bytes[$0.upperBound...].first == 0x3A })?.lowerBound
    else { return nil }
    if let comma = bytes[start..<span.upperBound].firstRange(of: Array(", ".utf8)) {
      return start..<comma.upperBound
    }
    return nil
  }

  var missingCells: [FaultSite] {
    rows.flatMap { row -> [FaultSite] in
      guard row.source != nil else { return [] }
      guard isRST else {
        return ["source", "target"].compactMap { entry($0, in: row) }.map {
          FaultSite(slip: .edits([($0, [])]), extent: .part(row.span.range))
        }
      }
      let first = lines(of: row).lowerBound
      guard first + 1 < text.ranges.count else { return [] }
      // The cell of the source goes with the mark of the next one, that of the target with its line.
      let source = text.ranges[first].lowerBound + text.indentation(first) + 4
      let target = text.ranges[first + 1].lowerBound + text.indentation(first + 1) + 2
      guard target <= text.ranges[first + 1].upperBound, source < target else { return [] }
      return [
        FaultSite(slip: .edits([(source..<target, [])]), extent: .part(row.span.range)),
        FaultSite(slip: .edits([(text.whole(first + 1), [])]), extent: .part(row.span.range)),
      ]
    }
  }

  var missingTypes: [FaultSite] {
    rows.compactMap { row in
      guard let type = row.type?.span else { return nil }
      let part = FaultSite.Extent.part(row.span.range)
      if isRST {
        return FaultSite(slip: .edits([(text.whole(text.number(at: type.lowerBound) - 1), [])]), extent: part)
      }
      // With the comma before it, since it often stands last.
      let opening = Array(", type: ".utf8)
      guard type.lowerBound >= opening.count,
        bytes[(type.lowerBound - opening.count)..<type.lowerBound].elementsEqual(opening)
      else { return nil }
      return FaultSite(slip: .edits([(type.lowerBound - opening.count..<type.upperBound, [])]), extent: part)
    }
  }

  /// The edits that put the properties of a row in each other's place; none where they are named alike.
  private func exchange(_ row: PropertyRow) -> [(range: Range<Int>, bytes: [UInt8])] {
    guard let source = row.source?.span, NormalizedName(source.text) != NormalizedName(row.target.span.text) else {
      return []
    }
    let spans = [source.range, row.target.span.range].sorted { $0.lowerBound < $1.lowerBound }
    return [(spans[0], Array(bytes[spans[1]])), (spans[1], Array(bytes[spans[0]]))]
  }

  var swappedCells: [FaultSite] {
    rows.compactMap { row in
      let edits = exchange(row)
      return edits.isEmpty ? nil : FaultSite(slip: .edits(edits), extent: .line)
    }
  }

  var swappedColumns: [FaultSite] {
    dataflow.flows.compactMap { flow in
      let edits = flow.rows.map(exchange)
      guard flow.rows.count > 1, let first = flow.rows.first, let last = flow.rows.last,
        !edits.contains(where: \.isEmpty)
      else { return nil }
      return FaultSite(
        slip: .edits(edits.flatMap(\.self)),
        extent: .part(min(flow.title.lowerBound, first.span.lowerBound)..<last.span.upperBound))
    }
  }

  var duplicateRows: [FaultSite] {
    rows.map { row in
      let block = block(of: row)
      return FaultSite(
        slip: .edits([(block.upperBound..<block.upperBound, Array(bytes[block]))]), extent: .part(block))
    }
  }

  var droppedRequiredRows: [FaultSite] {
    dataflow.flows.flatMap { flow -> [FaultSite] in
      if case .never? = flow.creation?.value { return [] }
      guard flow.creation != nil, let entity = descriptions.entity(flow.target) else { return [] }
      return flow.rows.compactMap { row in
        let path = row.target.path
        guard let property = entity.properties.first(where: { $0.name.value == path.text }), property.isRequired,
          !property.isKey, property.defaultValue == nil,
          flow.rows.count(where: { $0.target.path.segments.first?.value == path.text }) == 1, flow.rows.count > 1
        else { return nil }
        // What is missing may be missed anywhere in the section.
        let end = flow.rows.last?.span.upperBound ?? flow.table.upperBound
        return FaultSite(
          slip: .edits([(block(of: row), [])]), extent: .part(flow.title.lowerBound..<max(end, flow.table.upperBound)))
      }
    }
  }

  var wrongDirections: [FaultSite] {
    rows.compactMap { row in
      guard let direction = row.direction else { return nil }
      let name: String
      switch direction.value {
      case .toSystem(let system), .onlyIfEmpty(let system?): name = system
      case .both, .atCreation, .onlyIfEmpty: return nil
      }
      return text.places(of: name, in: direction.span.range).last.map { .replacing($0, with: "Warehouse") }
    }
  }

  var wrongValueMaps: [FaultSite] {
    rows.flatMap(\.clauses).flatMap { clause -> [FaultSite] in
      guard case .values(let name) = clause.value, let place = text.places(of: name, in: clause.span.range).last else {
        return []
      }
      return dataflow.valueMaps.map(\.name.value).filter { $0 != name }.map { .replacing(place, with: $0, .line) }
    }
  }

  private static let others = [
    "string": "boolean", "integer": "date", "decimal": "boolean", "float": "boolean", "boolean": "date",
    "date": "boolean", "datetime": "boolean", "time": "boolean", "guid": "date",
  ]

  var wrongTypes: [FaultSite] {
    rows.compactMap { row in
      guard let type = row.type, let other = Self.others[type.value],
        let place = text.places(of: type.value, in: type.span.range).first
      else { return nil }
      return .replacing(place, with: other, .line)
    }
  }
}
