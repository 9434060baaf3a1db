import TandemValues

/// The conversion that follows from two types, with what trying it on values has shown.
///
/// Few pairs of types occur in thousands of rows, so each is planned and tried once per check.
final class KnownConversion {
  /// The conversion; `nil` where none is possible.
  let conversion: (any Conversion)?
  private let source: ValueType
  private let shared: ValueType

  fileprivate init(from source: ValueType, to shared: ValueType) {
    self.source = source
    self.shared = shared
    conversion = ConversionCatalog.conversion(from: source, to: shared)
  }

  /// The first value of the source's type that the conversion refuses.
  private(set) lazy var refusal: Witnesses.Refusal? = conversion.flatMap { Witnesses.refusal(by: $0, from: source) }

  /// The first value of the shared type that does not come back into the source's type.
  private(set) lazy var refusalBackwards: Witnesses.Refusal? = conversion.flatMap {
    Witnesses.refusalBackwards(by: $0, from: shared, to: source)
  }

  /// The first value of the source's type that does not survive the way there and back.
  private(set) lazy var loss: Witnesses.Loss? = conversion.flatMap { Witnesses.loss(in: $0, from: source) }

  /// The first value of the shared type that does not survive the way back and there.
  private(set) lazy var lossBackwards: Witnesses.Loss? = conversion.flatMap {
    Witnesses.lossBackwards(in: $0, from: shared)
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
    let known = KnownConversion(from: source, to: shared)
    conversions[pair] = known
    return known
  }
}
