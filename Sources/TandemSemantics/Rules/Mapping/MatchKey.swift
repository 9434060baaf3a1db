import TandemSyntax
import TandemValues

/// A pair of a merge table that cannot be compared.
enum MatchKey {
  static let rule = Rule(
    code: "T3021", name: "match-key", category: .mapping, severity: .error,
    summary: "Two properties of a merge table cannot be compared.",
    page: """
      Records match when their properties hold equal values after conversion. Objects, lists and types without a
      conversion have no such value, and the keys and references of two systems are never equal in meaning. Match by
      something that people also would: a number, an e-mail address, a name together with a date.
      """,
    failing: Examples.rows(policy: "match:\n- {address: Email}"),
    passing: Examples.rows(policy: "match:\n- {email: Email}"))

  static func check(
    _ pair: Matching.Pair, source: PathResolution, target: PathResolution, context: DocumentContext
  ) -> CheckedMatch.Pair? {
    let report = context.report
    let place = SourceSpan(
      file: pair.source.span.file,
      min(
        pair.source.span.lowerBound, pair.target.span.lowerBound)..<max(
          pair.source.span.upperBound, pair.target.span.upperBound))
    lazy var labels = [
      Diagnostic.Label(Wording.a(source.path.type.phrase), at: source.leaf.span),
      Diagnostic.Label(Wording.a(target.path.type.phrase), at: target.leaf.span),
    ]
    for path in [source, target] {
      if let list = path.openList {
        context.report.add(ListElement.diagnostic(path, list: list, context: context))
        return nil
      }
    }
    if (source.isKey || !source.leaf.references.isEmpty) && (target.isKey || !target.leaf.references.isEmpty) {
      report.add(
        Diagnostic(
          rule, "`\(source.path.text)` and `\(target.path.text)` are keys of two different systems",
          explanation: (("They are never equal in meaning, even where the numbers are. Match by a number or name "
            + "that both ")
            + "systems hold."),
          at: place, labels: labels))
      return nil
    }
    let known = context.conversions.conversion(from: source.path.type, to: target.path.type)
    guard !source.path.type.isComposite, !target.path.type.isComposite,
      let conversion = known.conversion
    else {
      report.add(
        Diagnostic(
          rule,
          ("`\(source.path.text)`, \(Wording.a(source.path.type.word)), cannot be compared with "
            + "`\(target.path.text)`, \(Wording.a(target.path.type.word))"),
          explanation: "Match by properties that hold one value of a common type, or name a member of an object.",
          at: place,
          labels: labels))
      return nil
    }
    // Two records look alike when a value of the source loses something that tells them apart.
    let losses = known.verdict(forth: true, back: true).changes.filter { $0.trip?.start == .source }
    if !losses.isEmpty {
      let what = losses.map(\.loss.words).joined(separator: ", ")
      report.add(LossyMatchKey.diagnostic(source, target, what: what, at: place, labels: labels))
    }
    return CheckedMatch.Pair(
      source: source.path, target: target.path, conversion: conversion is Identity ? nil : conversion)
  }
}

/// A pair of a merge table that loses a part of the value.
enum LossyMatchKey {
  static let rule = Rule(
    code: "T3022", name: "lossy-match-key", category: .mapping, severity: .warning,
    summary: "Two properties of a merge table are compared after a conversion that loses a part.",
    page: """
      What is lost is not compared, so different records may match: two orders of one day, when only the day is left
      of the moment. Match by properties of one type, or add a second pair to the combination.
      """,
    failing: Examples.rows(policy: "match:\n- {joined: Since}"),
    passing: Examples.rows(policy: "match:\n- {since: Since}"))

  static func diagnostic(
    _ source: PathResolution, _ target: PathResolution, what: String, at span: SourceSpan, labels: [Diagnostic.Label]
  ) -> Diagnostic {
    Diagnostic(
      rule, "comparing `\(source.path.text)` with `\(target.path.text)` leaves out \(what)",
      explanation:
        "Different records may match. Compare properties of one type, or add a second pair to the combination.",
      at: span, labels: labels)
  }
}
