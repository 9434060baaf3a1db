import TandemSyntax
import TandemValues

/// Decides whether a condition can hold, and whether it can fail, by trying all cases that it can tell apart: for each
/// property the values that the condition names, a value between, below and above them, any other value, and none.
struct ConditionReasoning {
  /// What the cases showed.
  enum Outcome {
    /// It holds for some records and fails for others.
    case open
    /// It holds for no record.
    case never
    /// It holds for every record.
    case always
  }

  /// Values that are known of every record that is asked, by the path of their property.
  var known: [String: Value] = [:]

  /// More cases than this are not tried.
  private static let limit = 4_096
  /// Conditions of more comparisons than this are not tried: each case asks for all of them.
  private static let longest = 256

  /// What is true of the condition; ``Outcome/open`` where there are too many cases to try.
  func outcome(_ expression: CheckedExpression) -> Outcome {
    guard expression.size <= Self.longest else { return .open }
    var subjects: [Subject] = []
    collect(expression, into: &subjects)
    var count = 1
    for subject in subjects {
      let (product, overflow) = count.multipliedReportingOverflow(by: subject.values.count)
      if overflow || product > Self.limit { return .open }
      count = product
    }
    var (holds, fails) = (false, false)
    for number in 0..<count {
      var rest = number
      var values: [String: Value] = [:]
      for subject in subjects {
        values[subject.name] = subject.values[rest % subject.values.count]
        rest /= subject.values.count
      }
      if Self.isTrue(expression, values) { holds = true } else { fails = true }
      if holds && fails { return .open }
    }
    return holds ? .always : .never
  }

  /// Values with which the condition holds, each for its property; `nil` where none is found, or where it depends on more
  /// than properties and literals.
  func witness(_ expression: CheckedExpression) -> [(path: ResolvedPath, value: Value)]? {
    guard expression.size <= Self.longest else { return nil }
    var subjects: [Subject] = []
    collect(expression, into: &subjects)
    var count = 1
    for subject in subjects {
      let (product, overflow) = count.multipliedReportingOverflow(by: subject.values.count)
      if overflow || product > Self.limit || subject.isOpaque { return nil }
      count = product
    }
    for number in 0..<count {
      var rest = number
      var found: [(path: ResolvedPath, value: Value)] = []
      var values: [String: Value] = [:]
      for subject in subjects {
        let value = subject.values[rest % subject.values.count]
        values[subject.name] = value
        if let path = subject.path { found.append((path, value)) }
        rest /= subject.values.count
      }
      if Self.isTrue(expression, values) { return found }
    }
    return nil
  }

  /// Something whose value the condition depends on.
  private struct Subject {
    var name: String
    /// The property, where it is one.
    var path: ResolvedPath?
    var type: ValueType
    /// The literals that it is compared with.
    var literals: [Value]
    /// True for what can only be true or false: a comparison of two properties, or with a parameter.
    var isOpaque = false
    /// The cases to try.
    var values: [Value] = []
  }

  private func collect(_ expression: CheckedExpression, into subjects: inout [Subject]) {
    gather(expression, into: &subjects)
    for index in subjects.indices {
      let subject = subjects[index]
      if let value = known[subject.name] {
        subjects[index].values = [value]
      } else {
        subjects[index].values = subject.isOpaque ? [.boolean(true), .boolean(false)] : Self.cases(of: subject)
      }
    }
  }

  private func gather(_ expression: CheckedExpression, into subjects: inout [Subject]) {
    func note(
      _ name: String, _ type: ValueType, _ literals: [Value], isOpaque: Bool = false, path: ResolvedPath? = nil
    ) {
      if let index = subjects.firstIndex(where: { $0.name == name }) {
        subjects[index].literals += literals
      } else {
        subjects.append(Subject(name: name, path: path, type: type, literals: literals, isOpaque: isOpaque))
      }
    }
    func note(_ path: ResolvedPath, _ literals: [Value]) { note(Self.name(path), path.type, literals, path: path) }
    switch expression {
    case .property(let path): note(path, [.boolean(true)])
    case .parameter(let number): note("$\(number)", .boolean, [], isOpaque: true)
    case .literal: break
    case .comparison(_, .property(let path), .literal(let value)),
      .comparison(_, .literal(let value), .property(let path)):
      note(path, [value])
    case .membership(.property(let path), let values, _): note(path, values)
    case .emptiness(.property(let path), _): note(path, [])
    case .comparison, .membership, .emptiness:
      note("\(expression)", .boolean, [], isOpaque: true)
    case .and(let left, let right), .or(let left, let right):
      gather(left, into: &subjects)
      gather(right, into: &subjects)
    case .not(let inner): gather(inner, into: &subjects)
    }
  }

  private static func name(_ path: ResolvedPath) -> String {
    path.dependencies.isEmpty ? path.text : "\(path.text) \(path.dependencies)"
  }

  /// The cases that comparisons with the literals can tell apart.
  private static func cases(of subject: Subject) -> [Value] {
    // A required property may be empty all the same: systems let in records that are older than the requirement.
    var cases: [Value] = [.null]
    if let values = subject.type.closedValues { return cases + values.map(Value.string) }
    if subject.type == .boolean { return cases + [.boolean(true), .boolean(false)] }
    var literals: [Value] = []
    for value in subject.literals where !literals.contains(value) { literals.append(value) }
    literals.sort { $0.isLess(than: $1) ?? false }
    cases += literals
    if literals.isEmpty { return cases + (TrialValues.of(subject.type).values.first.map { [$0] } ?? []) }
    for (index, value) in literals.enumerated() {
      // A value behind each literal: between it and the next one, or above the last.
      let next = index + 1 < literals.count ? literals[index + 1] : nil
      if let after = after(value), next.map({ after.isLess(than: $0) ?? false }) ?? true { cases.append(after) }
    }
    if let first = literals.first, let before = before(first) { cases.append(before) }
    return cases
  }

  private static func after(_ value: Value) -> Value? {
    switch value {
    case .string(let text): return .string(text + "\u{1}")
    case .integer(let number): return number == .max ? nil : .integer(number + 1)
    case .decimal(let number):
      return DecimalNumber(coefficient: 1, scale: 18).flatMap { number.adding($0) }.map(Value.decimal)
    case .float(let number): return .float(number.nextUp)
    case .date(let date): return .date(CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 1))
    case .time(let time): return .time(TimeOfDay(microseconds: time.microseconds + 1))
    case .datetime(let moment): return .datetime(Timestamp(microseconds: moment.microseconds + 1))
    case .guid(let guid): return guid.bits == .max ? nil : .guid(GUID(bits: guid.bits + 1))
    case .absent, .null, .boolean, .binary, .list, .object: return nil
    }
  }

  private static func before(_ value: Value) -> Value? {
    switch value {
    case .string: return .string("\u{1}")
    case .integer(let number): return number == .min ? nil : .integer(number - 1)
    case .decimal(let number):
      return DecimalNumber(coefficient: -1, scale: 18).flatMap { number.adding($0) }.map(Value.decimal)
    case .float(let number): return .float(number.nextDown)
    case .date(let date): return .date(CalendarDate(daysSinceEpoch: date.daysSinceEpoch - 1))
    case .time(let time): return .time(TimeOfDay(microseconds: time.microseconds - 1))
    case .datetime(let moment): return .datetime(Timestamp(microseconds: moment.microseconds - 1))
    case .guid(let guid): return guid.bits == 0 ? nil : .guid(GUID(bits: guid.bits - 1))
    case .absent, .null, .boolean, .binary, .list, .object: return nil
    }
  }

  // MARK: - Evaluation

  /// The condition for one record, as generated code evaluates it: a missing value satisfies no comparison but `!=`.
  private static func isTrue(_ expression: CheckedExpression, _ values: [String: Value]) -> Bool {
    switch expression {
    case .property(let path): return values[name(path)] == .boolean(true)
    case .parameter(let number): return values["$\(number)"] == .boolean(true)
    case .literal(let value): return value == .boolean(true)
    case .comparison(let comparison, .property(let path), .literal(let value)):
      return compare(values[name(path)] ?? .null, comparison, value)
    case .comparison(let comparison, .literal(let value), .property(let path)):
      return compare(value, comparison, values[name(path)] ?? .null)
    case .membership(.property(let path), let list, let negated):
      return list.contains(values[name(path)] ?? .null) != negated
    case .emptiness(.property(let path), let negated): return (values[name(path)] ?? .null).isEmpty != negated
    case .comparison, .membership, .emptiness: return values["\(expression)"] == .boolean(true)
    case .and(let left, let right): return isTrue(left, values) && isTrue(right, values)
    case .or(let left, let right): return isTrue(left, values) || isTrue(right, values)
    case .not(let inner): return !isTrue(inner, values)
    }
  }

  private static func compare(_ left: Value, _ comparison: Expression.Comparison, _ right: Value) -> Bool {
    let isLess = left.isLess(than: right) ?? false
    let isGreater = right.isLess(than: left) ?? false
    let isEqual = left == right
    switch comparison {
    case .equal: return isEqual
    case .notEqual: return !isEqual
    case .less: return isLess
    case .lessOrEqual: return isLess || isEqual
    case .greater: return isGreater
    case .greaterOrEqual: return isGreater || isEqual
    }
  }
}

extension CheckedExpression {
  /// The number of comparisons and other questions that the condition is made of.
  var size: Int {
    switch self {
    case .and(let left, let right), .or(let left, let right): return left.size + right.size
    case .not(let inner): return inner.size
    case .property, .parameter, .literal, .comparison, .membership, .emptiness: return 1
    }
  }
}
