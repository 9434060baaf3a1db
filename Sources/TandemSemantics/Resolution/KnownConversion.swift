import TandemValues

/// The conversion that follows from two types, with what trying it on values has shown.
///
/// Few pairs of types occur in thousands of rows, so each is planned and tried once per check.
final class KnownConversion {
  /// The conversion; `nil` where none is possible.
  let conversion: (any Conversion)?
  /// True for one that keeps every value's meaning, see ``Travel/isPlain``.
  let isPlain: Bool
  private let trip: RoundTrip
  private let prover: VerdictProver
  private var verdicts: [Verdict?] = [nil, nil, nil, nil]

  fileprivate init(from source: ValueType, to shared: ValueType, prover: VerdictProver) {
    conversion = ConversionCatalog.conversion(from: source, to: shared)
    let normaliser = ConversionPlanner.useful(ConversionCatalog.normaliser(for: shared))
    trip = RoundTrip(
      sourceType: source, conversion: conversion.flatMap(ConversionPlanner.useful), defaultValue: nil,
      normaliser: normaliser, targetType: shared)
    isPlain = Travel.isPlain(trip.conversion) && Travel.isPlain(trip.normaliser)
    self.prover = prover
  }

  /// The verdict of a row with this conversion and nothing else, that works in the given directions.
  func verdict(forth: Bool, back: Bool) -> Verdict {
    let place = (forth ? 1 : 0) + (back ? 2 : 0)
    if let known = verdicts[place] { return known }
    let verdict = prover.verdict(of: trip, forth: forth, back: back)
    verdicts[place] = verdict
    return verdict
  }
}

/// All conversions that one check has met.
final class KnownConversions {
  private struct Pair: Hashable {
    var source: ValueType
    var shared: ValueType
  }

  private var conversions: [Pair: KnownConversion] = [:]
  /// The verdicts of round trips through them.
  let prover = VerdictProver()

  /// What is known of the conversion between two types.
  func conversion(from source: ValueType, to shared: ValueType) -> KnownConversion {
    let pair = Pair(source: source, shared: shared)
    if let known = conversions[pair] { return known }
    let known = KnownConversion(from: source, to: shared, prover: prover)
    conversions[pair] = known
    return known
  }
}
