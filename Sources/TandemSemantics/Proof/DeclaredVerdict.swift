import TandemValues

extension RoundTrip {
  /// The verdict of a trip through hand-written code, which nothing here can run; `nil` for any other trip.
  ///
  /// Without a declared inverse nothing is known. With one, the laws of the other conversions on the way decide: they
  /// hold for every value, so no value has to be tried.
  func declared(forth: Bool, back: Bool) -> Verdict? {
    guard let custom = conversion?.handWritten else { return nil }
    guard forth && back else { return Verdict(kind: .oneWay) }
    guard custom.hasInverse else { return .unknown }
    var verdict = Verdict(kind: .exact)
    for part in Self.elementary(conversion) + Self.elementary(normaliser) {
      switch part.effectiveLaws {
      case .exact: continue
      case .normalising(let losses):
        verdict.evidence += losses.map { Verdict.Evidence(loss: $0, isLossy: false, trip: nil) }
        if verdict.kind == .exact { verdict.kind = .normalising }
      case .lossy(let losses):
        verdict.evidence += losses.map { Verdict.Evidence(loss: $0, isLossy: true, trip: nil) }
        verdict.kind = .lossy
      case .oneWay: return .unknown
      }
    }
    var seen: Set<Loss> = []
    verdict.evidence = verdict.evidence.filter { seen.insert($0.loss).inserted }
    verdict.evidence = verdict.evidence.filter(\.isLossy) + verdict.evidence.filter { !$0.isLossy }
    return verdict
  }

  private static func elementary(_ conversion: (any Conversion)?) -> [any Conversion] {
    guard let conversion else { return [] }
    return conversion.parts.isEmpty ? [conversion] : conversion.parts.flatMap { elementary($0) }
  }
}
