import TandemSyntax
import TandemValues

/// A finding that its author allowed.
public struct SuppressedDiagnostic: Sendable {
  /// The finding.
  public let diagnostic: Diagnostic
  /// The comment that allows it.
  public let suppression: Suppression
}

/// Leaves out the findings that comments allow, and says what is wrong with such comments.
struct SuppressionCheck {
  /// What is still to be said, in no order.
  private(set) var remaining: [Diagnostic] = []
  /// What was allowed.
  private(set) var suppressed: [SuppressedDiagnostic] = []
  /// The first day on which a comment is over that holds today; `nil` where none ever is.
  private(set) var changesOn: Int?

  /// An allowed rule in a part of a file.
  private struct Permission {
    var name: Located<String>
    var rule: Rule
    var suppression: Suppression
    var isUsed = false
  }

  /// Applies the comments of documents and descriptions to what was found in them.
  ///
  /// - Parameter today: The day on which the check runs, in days since 1970-01-01; without one no comment expires.
  /// - Parameter rules: All of them as they stand, or with one replaced.
  init(_ diagnostics: [Diagnostic], comments: [Comment], today: Int?, rules: RuleSet = .standard) {
    self.init(diagnostics, comments: comments, today: today)
    // The other rules were replaced where they are run.
    guard SuppressionRules.all.contains(where: { rules.replaces($0) }) else { return }
    remaining = rules.applied(to: remaining) { _ in
      comments.flatMap(Suppression.readings).map { reading in
        switch reading {
        case .fault(_, let span): return span
        case .suppression(let suppression): return suppression.span
        }
      }
    }
  }

  private init(_ diagnostics: [Diagnostic], comments: [Comment], today: Int?) {
    var faults: [Diagnostic] = []
    var permissions: [ObjectIdentifier: [Permission]] = [:]
    for reading in comments.flatMap(Suppression.readings) {
      switch reading {
      case .fault(let fault, let span): faults.append(MalformedSuppression.diagnostic(fault, at: span))
      case .suppression(let suppression):
        for name in Self.valid(suppression, today: today, faults: &faults, changesOn: &changesOn) {
          guard let rule = RuleRegistry.rule(name.value) else {
            faults.append(UnknownSuppressedRule.diagnostic(name))
            continue
          }
          guard rule.severity != .error else {
            faults.append(SuppressedError.diagnostic(name, rule, suppression))
            continue
          }
          permissions[ObjectIdentifier(suppression.span.file), default: []].append(
            Permission(name: name, rule: rule, suppression: suppression))
        }
      }
    }
    guard !permissions.isEmpty else {
      remaining = diagnostics + faults
      return
    }
    for diagnostic in diagnostics {
      let file = ObjectIdentifier(diagnostic.span.file)
      let place = permissions[file].flatMap { list in
        Self.permission(for: diagnostic, in: list) ?? Self.permission(forMore: diagnostic, in: list)
      }
      if let place, let suppression = permissions[file]?[place].suppression {
        permissions[file]?[place].isUsed = true
        suppressed.append(SuppressedDiagnostic(diagnostic: diagnostic, suppression: suppression))
      } else {
        remaining.append(diagnostic)
      }
    }
    // Where something is wrong not everything was checked; where much was found not everything is listed.
    let faulty = Set(diagnostics.filter { $0.severity == .error }.map { ObjectIdentifier($0.span.file) })
    for (file, list) in permissions where !faulty.contains(file) {
      let more = diagnostics.filter { $0.rule.code == Self.furtherFindings && ObjectIdentifier($0.span.file) == file }
      for (place, permission) in list.enumerated() where !permission.isUsed {
        // A code that one comment names twice is one finding, and the first of the two has it.
        if let first = Self.first(like: place, in: list) {
          if list[first].isUsed { faults.append(UnusedSuppression.twice(permission.name, permission.suppression)) }
          continue
        }
        if more.contains(where: { Self.speaks($0, of: permission.rule) }) { continue }
        faults.append(UnusedSuppression.diagnostic(permission.name, permission.suppression))
      }
    }
    remaining += faults
  }

  /// The names of a comment that holds today; none of one that is over.
  private static func valid(
    _ suppression: Suppression, today: Int?, faults: inout [Diagnostic], changesOn: inout Int?
  ) -> [Located<String>] {
    guard let until = suppression.until else { return suppression.rules }
    let parts = until.value.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, let day = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else {
      faults.append(MalformedSuppression.diagnostic(.date, at: until.span))
      return []
    }
    guard let today, today > day.daysSinceEpoch else {
      changesOn = min(changesOn ?? .max, day.daysSinceEpoch + 1)
      return suppression.rules
    }
    faults.append(ExpiredSuppression.diagnostic(until, suppression))
    return []
  }

  /// An earlier naming of the same rule in the same comment.
  private static func first(like place: Int, in permissions: [Permission]) -> Int? {
    let wanted = permissions[place]
    var earlier = place - 1
    while earlier >= 0, permissions[earlier].suppression.span == wanted.suppression.span {
      if permissions[earlier].rule.code == wanted.rule.code { return earlier }
      earlier -= 1
    }
    return nil
  }

  /// The narrowest part around a finding in which its rule is allowed.
  private static func permission(for diagnostic: Diagnostic, in permissions: [Permission]) -> Int? {
    guard diagnostic.severity != .error else { return nil }
    var best: Int?
    for (place, permission) in permissions.enumerated() where permission.rule.code == diagnostic.rule.code {
      let covers = permission.suppression.covers
      let offset = diagnostic.span.lowerBound
      guard covers.lowerBound <= offset, offset <= covers.upperBound else { continue }
      if let best, permissions[best].suppression.covers.range.count <= covers.range.count { continue }
      best = place
    }
    return best
  }

  /// The remark that counts further findings of one kind goes with them where the whole document allows them.
  private static func permission(forMore diagnostic: Diagnostic, in permissions: [Permission]) -> Int? {
    guard diagnostic.rule.code == furtherFindings else { return nil }
    return permissions.firstIndex { permission in
      speaks(diagnostic, of: permission.rule)
        && permission.suppression.covers.range.count == diagnostic.span.file.bytes.count
    }
  }

  /// The code of the remark that counts further findings.
  private static let furtherFindings = RuleRegistry.rule("further-findings")?.code ?? ""

  /// True when that remark counts findings of the rule, whose code it names.
  private static func speaks(_ diagnostic: Diagnostic, of rule: Rule) -> Bool {
    diagnostic.message.split(separator: " ").contains { $0.elementsEqual(rule.code) }
  }
}
