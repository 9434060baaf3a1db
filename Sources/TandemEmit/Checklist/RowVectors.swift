import TandemSemantics
import TandemValues

/// Values for one row in one direction, with what the row's own conversions make of them.
struct RowVectors {
  /// Why a value is worth typing. The raw value is part of a check's identity.
  enum Purpose: String {
    case typical, blanks = "outer blanks", longest, zero, rounded, late = "late evening", leading = "leading zeros"
    case tooLong = "too long", invalid
  }

  /// A value and what becomes of it.
  struct Vector {
    var purpose: Purpose
    var value: Value
    /// What the other side shows, one per property there; a reason where the row refuses the value.
    var outcome: Result<[Value], ConversionError>
  }

  let words: FlowWords
  let property: CheckedProperty
  let input: CheckedProperty.Input
  let path: ResolvedPath
  /// The side on which the value is typed.
  let side: FlowSide

  private var output: CheckedProperty.Output? { property.outputs.first }
  private var ownPath: ResolvedPath? { side == .source ? path : output?.path }
  private var otherPath: ResolvedPath? { side == .source ? output?.path : path }

  /// What the other side shows for a value.
  func outcome(_ value: Value) -> Result<[Value], ConversionError> {
    do {
      return .success(side == .source ? try forward(value) : [try backward(value)])
    } catch {
      return .failure(error)
    }
  }

  private func forward(_ value: Value) throws(ConversionError) -> [Value] {
    var shared = value
    if let conversion = input.conversion { shared = try conversion.forward(value) }
    if shared.isMissing, let defaultValue = property.defaultValue { shared = defaultValue }
    var results: [Value] = []
    for output in property.outputs {
      var result = shared
      if let normaliser = output.normaliser { result = try normaliser.backward(shared) }
      if let reason = result.conforms(to: output.path.type) { throw ConversionError(conversion: "", reason: reason) }
      results.append(result)
    }
    return results
  }

  private func backward(_ value: Value) throws(ConversionError) -> Value {
    var shared = value
    if let normaliser = output?.normaliser { shared = try normaliser.forward(value) }
    if let conversion = input.conversion { shared = try conversion.backward(shared) }
    if let reason = shared.conforms(to: path.type) { throw ConversionError(conversion: "", reason: reason) }
    return shared
  }

  /// Every value where there are few: an enumeration, a value map, yes and no. With those that the row refuses.
  var choices: (accepted: [Vector], refused: [Vector])? {
    guard let ownPath, let otherPath, isChoice else { return nil }
    var values = fixed(ownPath.type)
    let back = RowVectors(
      words: words, property: property, input: input, path: path, side: side == .source ? .target : .source)
    for value in fixed(otherPath.type) {
      if case .success(let results) = back.outcome(value), let first = results.first, !first.isMissing {
        values.append(first)
      }
    }
    for pair in mapPairs {
      if let value = ownPath.type.parse(side == .source ? pair.left : pair.right) { values.append(value) }
    }
    switch ownPath.type {
    case .integer: values += (0...9).map { .integer($0) }.filter { !values.contains($0) }.suffix(1)
    case .string: values.append(.string("other"))
    default: break
    }
    var seen: Set<Value> = []
    values = values.filter { $0.conforms(to: ownPath.type) == nil && seen.insert($0).inserted }
    let vectors = values.map { Vector(purpose: .typical, value: $0, outcome: outcome($0)) }
    return (vectors.filter(\.isAccepted), vectors.filter { !$0.isAccepted })
  }

  private var isChoice: Bool {
    if !mapPairs.isEmpty { return true }
    for type in [path.type, output?.path.type] {
      switch type {
      case .boolean?, .enumeration(_, open: false)?: return true
      default: break
      }
    }
    return false
  }

  private var mapPairs: [ConversionArgument.Pair] {
    guard let conversion = input.conversion else { return [] }
    for part in conversion.parts.isEmpty ? [conversion] : conversion.parts {
      guard part is ValueMap else { continue }
      for argument in part.arguments { if case .pairs(let pairs) = argument.value { return pairs } }
    }
    return []
  }

  private func fixed(_ type: ValueType) -> [Value] {
    if case .enumeration(let values, _) = type { return values.map(Value.string) }
    return TrialValues.all(of: type) ?? []
  }

  // MARK: Open ranges

  /// A typical value, with the boundary and special values that can fail for another reason.
  func vectors(alsoTested: Bool) -> [Vector] {
    guard let typical = typical(variant: side == .source ? 0 : 1) else { return [] }
    var vectors = [typical]
    // The other direction runs through the same conversions; there only what one side takes and the other does not.
    if !alsoTested { vectors += specials(typical) }
    if case .string(let own)? = ownPath?.type, isTextToText {
      vectors += lengths(own, typical, withLongest: !alsoTested)
    }
    if !alsoTested || side == .source { vectors += refusals(typical) }
    var seen: Set<Value> = []
    return vectors.filter { seen.insert($0.value).inserted }
  }

  /// A value that a user would enter and that the row takes.
  func typical(variant: Int) -> Vector? {
    guard let ownPath, let otherPath else { return nil }
    let samples = SampleValues(words: words)
    var values: [Value] = []
    let own = samples.values(ownPath, side, variant: variant)
    if !samples.isUnspecific(ownPath, side) { values += own }
    let other: FlowSide = side == .source ? .target : .source
    let back = RowVectors(words: words, property: property, input: input, path: path, side: other)
    for value in samples.values(otherPath, other, variant: variant) {
      if case .success(let results) = back.outcome(value), let first = results.first { values.append(first) }
    }
    values += own + samples.values(ownPath, side, variant: variant + 1)
    for value in values where !value.isEmpty && value.conforms(to: ownPath.type) == nil {
      let outcome = outcome(value)
      if case .success(let results) = outcome, results.contains(where: { !$0.isEmpty }) {
        return Vector(purpose: .typical, value: value, outcome: outcome)
      }
    }
    return nil
  }

  private var isTextToText: Bool {
    if case .string? = ownPath?.type, case .string? = otherPath?.type { return true }
    return false
  }

  private func specials(_ typical: Vector) -> [Vector] {
    guard let ownPath else { return [] }
    var candidates: [(Purpose, Value)] = []
    switch (typical.value, ownPath.type) {
    case (.string(let text), .string):
      if isTextToText, case .string(let other)? = self.typical(variant: 1)?.value {
        candidates.append((.blanks, .string(" \(other)\t")))
      } else if !isTextToText, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
        candidates.append((.leading, .string("00\(text)")))
      }
    case (.decimal, .decimal(_, let scale)):
      candidates.append((.zero, .decimal(.zero)))
      if let scale, scale > 0, let number = DecimalNumber(coefficient: 10 * Self.power(scale) + 5, scale: scale) {
        candidates.append((.rounded, .decimal(number)))
      }
    case (.float, _): candidates.append((.zero, .float(0)))
    case (.integer, _) where !SampleValues.isCode(words.model(ownPath, side)?.name ?? ""):
      candidates.append((.zero, .integer(0)))
    case (.datetime, _):
      if case .datetime? = otherPath?.type { break }
      candidates += Timestamp("2027-12-31T23:30:00Z").map { [(.late, .datetime($0))] } ?? []
    default: break
    }
    return candidates.compactMap { purpose, value in
      guard value.conforms(to: ownPath.type) == nil else { return nil }
      let outcome = outcome(value)
      guard case .success(let results) = outcome, let first = results.first, !first.isEmpty else { return nil }
      // Each is there for what the row does to it; where the row does nothing, it could not fail differently.
      let isChanged = first.displayText != value.displayText
      if purpose != .zero && !isChanged { return nil }
      return Vector(purpose: purpose, value: value, outcome: outcome)
    }
  }

  private func lengths(_ own: Int?, _ typical: Vector, withLongest: Bool) -> [Vector] {
    var limits = [own].compactMap(\.self)
    if case .string(let other?)? = otherPath?.type { limits.append(other) }
    guard let limit = limits.min(), limit > 3 else { return [] }
    var result: [Vector] = []
    let longest = long(limit, typical)
    if withLongest { result.append(Vector(purpose: .longest, value: longest, outcome: outcome(longest))) }
    if own.map({ $0 > limit }) ?? true {
      let longer = long(limit + 1, typical)
      let refusal = outcome(longer)
      if case .failure = refusal { result.append(Vector(purpose: .tooLong, value: longer, outcome: refusal)) }
    }
    return result.filter { vector in
      if vector.purpose == .longest, case .failure = vector.outcome { return false }
      return true
    }
  }

  /// A text of a length, in the form of the typical value.
  private func long(_ count: Int, _ typical: Vector) -> Value {
    let text = typical.value.displayText
    let ending = text.contains("@") ? "@example.com" : ""
    let isDigits = !text.contains { $0.isLetter }
    let start = text.hasPrefix("https://") ? "https://example.com/" : ""
    if !start.isEmpty, count > start.count + 12 {
      return .string(start + String(repeating: "x", count: count - start.count))
    }
    let filling = max(count - ending.count, 0)
    return .string(String(repeating: isDigits ? "9" : "x", count: filling) + (filling > 0 ? ending : ""))
  }

  /// A value in the wrong form, where the row reads text as something else.
  private func refusals(_ typical: Vector) -> [Vector] {
    guard let ownPath, case .string = ownPath.type, !isTextToText, case .string(let text) = typical.value else {
      return []
    }
    var wrong: [String] = []
    switch otherPath?.type {
    case .date?, .datetime?:
      // The typical value is the 29th of a February: no calendar has the day after it.
      if let place = text.ranges(of: "29").last { wrong.append(text.replacingCharacters(in: place, with: "30")) }
      wrong.append("tomorrow")
    case .integer?, .decimal?, .float?: wrong.append(String(text.dropLast()) + "A")
    case .boolean?: wrong.append("maybe")
    default: break
    }
    for text in wrong where Value.string(text).conforms(to: ownPath.type) == nil {
      let refusal = outcome(.string(text))
      if case .failure = refusal { return [Vector(purpose: .invalid, value: .string(text), outcome: refusal)] }
    }
    return []
  }

  private static func power(_ exponent: Int) -> Int128 { (0..<max(exponent, 0)).reduce(1) { result, _ in result * 10 } }
}

extension RowVectors.Vector {
  var isAccepted: Bool {
    if case .success = outcome { return true }
    return false
  }
  var results: [Value] { (try? outcome.get()) ?? [] }
  var reason: String {
    if case .failure(let error) = outcome { return error.reason }
    return ""
  }
}

extension String {
  fileprivate func ranges(of text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = startIndex
    while start < endIndex {
      if let end = index(start, offsetBy: text.count, limitedBy: endIndex), self[start..<end] == text {
        found.append(start..<end)
      }
      start = index(after: start)
    }
    return found
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
