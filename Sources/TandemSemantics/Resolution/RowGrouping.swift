import TandemSyntax
import TandemValues

/// Groups connected rows into the properties of the shared view.
///
/// Rows that share a target feed one property, in the declared order of precedence. Rows that share a source and
/// convert it alike feed several targets from one property; where they convert it differently each has its own
/// property, and only the one that is read back travels both ways.
struct RowGrouping {
  /// The flow whose rows are grouped.
  let flow: ResolvedFlow

  private var report: Report { flow.context.report }

  /// The groups, in the order of their first rows.
  func properties() -> [ResolvedProperty] {
    if let groups = separateGroups() { return fanOut(groups) }
    let rows = withoutDuplicates(flow.rows)
    var groups: [ResolvedProperty] = []
    var positions: [String: Int] = [:]
    positions.reserveCapacity(rows.count)
    var members: [[ResolvedRow]] = []
    members.reserveCapacity(rows.count)
    for row in rows {
      // A row that only goes back to the source competes with no other one for the target.
      let key = row.direction.reaches(.target) ? row.target.key : "back \(row.sourceKey ?? "") \(row.target.key)"
      if let position = positions[key] {
        members[position].append(row)
      } else {
        positions[key] = members.count
        members.append([row])
      }
    }
    groups.reserveCapacity(members.count)
    for rows in members {
      if let property = property(of: rows) { groups.append(property) }
    }
    return fanOut(groups)
  }

  /// A group for each row where no two rows have one target, as in most flows; `nil` in the others.
  private func separateGroups() -> [ResolvedProperty]? {
    var targets: Set<String> = []
    targets.reserveCapacity(flow.rows.count)
    for row in flow.rows where !targets.insert(row.target.key).inserted { return nil }
    return flow.rows.map { row in
      let rows = [row]
      return ResolvedProperty(rows: rows, outputs: rows, combination: .single, direction: row.direction)
    }
  }

  private func withoutDuplicates(_ rows: [ResolvedRow]) -> [ResolvedRow] {
    struct Pair: Hashable {
      var source: String
      var target: String
    }
    var firsts: [Pair: ResolvedRow] = [:]
    firsts.reserveCapacity(rows.count)
    var result: [ResolvedRow] = []
    result.reserveCapacity(rows.count)
    for row in rows {
      guard let source = row.source, row.clauses.condition == nil, row.sourceKey == source.key else {
        result.append(row)
        continue
      }
      let key = Pair(source: source.key, target: row.target.key)
      if let first = firsts[key], first.direction == row.direction, Self.saysTheSame(first.row, row.row) {
        report.add(DuplicateRow.diagnostic(row.row, first: first.row))
        continue
      }
      firsts[key] = row
      result.append(row)
    }
    return result
  }

  private static func saysTheSame(_ left: PropertyRow, _ right: PropertyRow) -> Bool {
    left.type?.value == right.type?.value && left.clauses.count == right.clauses.count
      && zip(left.clauses, right.clauses).allSatisfy { $0.span.text == $1.span.text }
  }

  /// One group of rows with one target.
  private func property(of rows: [ResolvedRow]) -> ResolvedProperty? {
    let first = rows[0]
    guard rows.count > 1 else {
      return ResolvedProperty(rows: rows, outputs: rows, combination: .single, direction: first.direction)
    }
    if let other = rows.first(where: { $0.translation != first.translation || $0.type != first.type }) {
      report.add(MixedSources.diagnostic(other, first: first))
      return nil
    }
    if let separator = rows.compactMap(\.clauses.join).first {
      if let other = rows.compactMap(\.clauses.join).first(where: { $0.value != separator.value }) {
        report.add(NoPrecedence.separators(other, first: separator))
        return nil
      }
      return ResolvedProperty(
        rows: ordered(rows), outputs: [first], combination: .join(separator: separator.value),
        direction: RowResolver.towardsTarget(first.direction))
    }
    let choices = rows.compactMap(\.clauses.choice?.value)
    if choices.count == rows.count, Set(choices).count == rows.count {
      return ResolvedProperty(
        rows: ordered(rows), outputs: [first], combination: .firstNonEmpty, direction: direction(of: rows))
    }
    // The last row may be the one for all other records.
    if rows.dropLast().allSatisfy({ $0.clauses.condition != nil }), choices.isEmpty {
      return ResolvedProperty(
        rows: rows, outputs: [first], combination: .byCondition, direction: direction(of: rows))
    }
    report.add(NoPrecedence.diagnostic(rows))
    return nil
  }

  private func ordered(_ rows: [ResolvedRow]) -> [ResolvedRow] {
    rows.enumerated().sorted { left, right in
      let (one, two) = (left.element.clauses.choice?.value ?? .max, right.element.clauses.choice?.value ?? .max)
      return one == two ? left.offset < right.offset : one < two
    }.map(\.element)
  }

  /// A group travels both ways when one of its rows does.
  private func direction(of rows: [ResolvedRow]) -> CheckedDirection {
    rows.contains { $0.direction == .both } ? .both : rows[0].direction
  }

  /// Lets each source property be read back from one target only.
  private func fanOut(_ groups: [ResolvedProperty]) -> [ResolvedProperty] {
    guard sharesSources(groups) else { return inOrder(groups) }
    var writers: [String: [Int]] = [:]
    for (index, group) in groups.enumerated() where group.direction.updates(.source) {
      for row in group.rows where row.direction.updates(.source) {
        // Once per group, however many of its rows have the source.
        if let key = row.sourceKey, writers[key]?.last != index { writers[key, default: []].append(index) }
      }
    }
    var result = groups
    var dropped: Set<Int> = []
    // In the order of the rows, so that the outcome does not depend on hashing.
    for (index, group) in groups.enumerated() {
      var seen: Set<String> = []
      for key in group.rows.compactMap(\.sourceKey) where seen.insert(key).inserted {
        guard !dropped.contains(index), let sharing = writers[key], sharing.count > 1, sharing.first == index else {
          continue
        }
        share(key, among: sharing, of: groups, result: &result, dropped: &dropped)
      }
    }
    return inOrder(result.indices.filter { !dropped.contains($0) }.map { result[$0] })
  }

  /// True when two groups write one source, which few flows do.
  private func sharesSources(_ groups: [ResolvedProperty]) -> Bool {
    var keys: Set<String> = []
    keys.reserveCapacity(groups.count)
    for group in groups where group.direction.updates(.source) {
      for row in group.rows where row.direction.updates(.source) {
        if let key = row.sourceKey, !keys.insert(key).inserted { return true }
      }
    }
    return false
  }

  private func inOrder(_ groups: [ResolvedProperty]) -> [ResolvedProperty] {
    let lines = groups.map(\.line)
    if zip(lines, lines.dropFirst()).allSatisfy({ $0 <= $1 }) { return groups }
    return groups.indices.sorted { (lines[$0], $0) < (lines[$1], $1) }.map { groups[$0] }
  }

  /// Decides which of the properties with one source is read back.
  private func share(
    _ key: String, among sharing: [Int], of groups: [ResolvedProperty], result: inout [ResolvedProperty],
    dropped: inout Set<Int>
  ) {
    let marked = sharing.filter { groups[$0].rows.contains { $0.sourceKey == key && $0.clauses.readBack != nil } }
    if marked.count > 1 {
      report.add(SeveralReadBack.diagnostic(marked.map { groups[$0].first }))
      return
    }
    if sharing.contains(where: { !groups[$0].direction.reaches(.target) && $0 != marked.first }) {
      report.add(NoPrecedence.backwards(sharing.map { groups[$0].first }))
      for other in sharing { dropped.insert(other) }
      return
    }
    let reader = marked.first ?? sharing[0]
    if marked.isEmpty {
      report.add(ReadBack.diagnostic(sharing.map { groups[$0].first }, context: flow.context))
    }
    for other in sharing where other != reader {
      if Self.canShare(groups[reader], groups[other]) {
        result[reader].outputs.append(contentsOf: groups[other].outputs)
        dropped.insert(other)
      } else {
        result[other].readOnlySources.insert(key)
        if groups[other].rows.allSatisfy({ $0.sourceKey.map(result[other].readOnlySources.contains) ?? true }) {
          result[other].direction = .into(.target)
        }
      }
    }
  }

  /// Two properties of one source can be one with two targets when they convert it in the same way.
  private static func canShare(_ left: ResolvedProperty, _ right: ResolvedProperty) -> Bool {
    guard left.rows.count == 1, right.rows.count == 1, left.direction == .both, right.direction == .both else {
      return false
    }
    let (one, two) = (left.rows[0], right.rows[0])
    return one.type == two.type && one.translation == nil && two.translation == nil
      && one.input.conversion?.summary == two.input.conversion?.summary && one.defaultValue == two.defaultValue
      && one.wins == two.wins && one.clauses.condition == nil && two.clauses.condition == nil
  }
}

extension ResolvedProperty {
  /// The first of the group's lines.
  var line: Int {
    var first = Int.max
    for row in rows { first = min(first, row.line) }
    for row in outputs { first = min(first, row.line) }
    return first
  }
}

extension ResolvedProperty {
  /// The group's lines, each once, in order.
  fileprivate var lines: [Int] {
    // Most groups are a single row.
    if rows.count == 1, outputs.count == 1, rows[0] === outputs[0] { return [rows[0].line] }
    var lines: [Int] = []
    for line in (rows + outputs).map(\.line).sorted() where lines.last != line { lines.append(line) }
    return lines
  }
}

/// Makes the properties of the shared view from the groups.
enum SharedView {
  /// What a row feeds into the view; of several ones only those that work both ways are written back.
  private static func input(_ row: ResolvedRow, of group: ResolvedProperty) -> CheckedProperty.Input {
    var input = row.input
    input.isWrittenBack = group.writesBack(row)
    return input
  }

  /// The verdict of a single row of which two types say everything, as nearly all are; `nil` for another group.
  private static func knownVerdict(of property: CheckedProperty, _ group: ResolvedProperty) -> Verdict? {
    guard group.rows.count == 1, group.outputs.count == 1, group.rows[0] === group.outputs[0],
      let known = group.rows[0].known
    else { return nil }
    let (forth, back) = (property.direction.reaches(.target), property.direction.reaches(.source))
    return known.verdict(forth: forth, back: back && property.inputs[0].isWrittenBack)
  }

  /// The properties with names that are unique in the flow.
  static func properties(of groups: [ResolvedProperty], prover: VerdictProver) -> [CheckedProperty] {
    var taken: Set<String> = []
    // The next free number of each name, so that many properties of one name are not counted anew.
    var numbers: [String: Int] = [:]
    taken.reserveCapacity(groups.count)
    return groups.map { group in
      let path = group.first.target.path.text
      var name = path
      while !taken.insert(name).inserted {
        let number = numbers[path, default: 2]
        name = "\(path) \(number)"
        numbers[path] = number + 1
      }
      let lines = group.lines
      var property = CheckedProperty(
        name: name, type: group.first.type, inputs: group.rows.map { input($0, of: group) },
        combination: group.combination,
        outputs: group.outputs.map { row in
          CheckedProperty.Output(path: row.target.path, normaliser: row.normaliser, line: row.line)
        }, direction: group.direction, lines: lines)
      property.wins = group.rows.first { $0.wins != nil }?.wins
      property.translation = group.first.translation
      property.defaultValue = group.rows.first { $0.defaultValue != nil }?.defaultValue
      property.verdict =
        knownVerdict(of: property, group)
        ?? prover.verdict(of: property, isFoundByUniqueKey: group.first.isFoundByUniqueKey)
      return property
    }
  }
}
